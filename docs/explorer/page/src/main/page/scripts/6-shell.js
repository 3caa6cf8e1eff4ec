// The frame around the parts: the list of them, and which one is read now.

document.addEventListener('DOMContentLoaded', () => {
  const sections = [...document.querySelectorAll('main > section')];
  const links = new Map(sections.map((section) => {
    const title = section.querySelector('h2').dataset.short;
    const link = element('a', {href: `#${section.id}`}, title);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      show(section.id, true);
    });
    return [section.id, link];
  }));
  fill(byId('contents'), ...[...links.values()].map((link) => element('li', {}, link)));

  function show(name, byHand) {
    const section = sections.find(({id}) => id === name);
    if (section) {
      const smooth = byHand && !reducedMotion.matches;
      section.scrollIntoView({behavior: smooth ? 'smooth' : 'instant'});
      address.setPart(name);
      mark(name);
      if (byHand) {
        section.querySelector('h2').focus({preventScroll: true});
      }
    }
  }

  function mark(name) {
    links.forEach((link, id) => {
      if (id === name) {
        link.setAttribute('aria-current', 'true');
      } else {
        link.removeAttribute('aria-current');
      }
    });
  }

  const asked = address.part();
  address.shown.add((name) => show(name, false));
  if (asked) {
    study.modelChanged.add(function once() {
      if (!once.done) { // what stands above has its height only now
        once.done = true;
        requestAnimationFrame(() => show(asked, false));
      }
    });
  }
  study.start();

  // The part in the middle of the window is the one that is read.
  const middle = new IntersectionObserver((entries) => {
    const entered = entries.find((entry) => entry.isIntersecting);
    if (entered && study.model) {
      address.setPart(entered.target.id);
      mark(entered.target.id);
    }
  }, {rootMargin: '-45% 0px -50% 0px'});
  sections.forEach((section) => middle.observe(section));
});
