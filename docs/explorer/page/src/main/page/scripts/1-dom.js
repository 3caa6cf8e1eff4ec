// Elements, numbers and files.

const byId = (id) => document.getElementById(id);

/** An HTML element with attributes or, where the value is a function, listeners; and children. */
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      made.addEventListener(name, value);
    } else if (value !== null && value !== false) {
      made.setAttribute(name, value === true ? '' : value);
    }
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** Puts children in place of all that an element has. */
const fill = (parent, ...children) => parent.replaceChildren(...children);

/** The value of a color or size that the styles name, such as --accent. */
const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)');
const darkScheme = matchMedia('(prefers-color-scheme: dark)');

/** Numbers as people read them. */
const numbers = {
  count: (n) => n.toLocaleString('en-US'),
  /** A probability, with enough digits for a small one. */
  probability: (p) =>
    p === 0 ? '0' : p < 0.0001 ? p.toExponential(1) : p.toFixed(p < 0.001 ? 5 : 4),
  /** A cost in nats. */
  cost: (c) => (c === Infinity ? '∞' : c.toFixed(3)),
  of: (n, noun, nouns = `${noun}s`) => `${numbers.count(n)} ${n === 1 ? noun : nouns}`,
};

/** Saves a text as a file. */
function download(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], {type}));
  const link = element('a', {href: url, download: name});
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Saves an SVG picture, with the colors and fonts that it has on the page. */
function downloadPicture(name, picture) {
  const copy = picture.cloneNode(true);
  const from = [picture, ...picture.querySelectorAll('*')];
  const to = [copy, ...copy.querySelectorAll('*')];
  const kept = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'font-size',
    'font-family', 'font-weight', 'text-anchor', 'dominant-baseline', 'paint-order'];
  from.forEach((node, i) => {
    const computed = getComputedStyle(node);
    kept.forEach((property) => to[i].setAttribute(property, computed.getPropertyValue(property)));
    to[i].removeAttribute('class');
    to[i].removeAttribute('style');
  });
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const {width, height} = picture.getBoundingClientRect();
  copy.setAttribute('width', width);
  copy.setAttribute('height', height);
  download(name, 'image/svg+xml', new XMLSerializer().serializeToString(copy));
}

/** Makes a button copy a text, and an element say so: done is what it says. */
function copies(button, text, says, done = () => 'The command is copied.',
  refused = 'The browser does not allow copying; select the text and copy it.') {
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text());
      says.textContent = done();
    } catch {
      says.textContent = refused;
    }
  });
}

/** A function that runs after calls have stopped for some milliseconds. */
function debounced(milliseconds, action) {
  let timer = 0;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...args), milliseconds);
  };
}

/** Functions that are called when something happens. */
function listeners() {
  const all = [];
  return {
    add: (listener) => all.push(listener),
    tell: (...args) => all.forEach((listener) => listener(...args)),
  };
}
