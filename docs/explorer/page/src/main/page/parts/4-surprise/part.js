// Part 4: what a text costs, pair by pair, and how that compares with the items of the list.

(() => {
  const USUAL = 'emma'; // what the part begins with, of the names
  const NONE = '\n'; // nobody gave a text; a field of one line can't hold this one
  const MOST = 300; // characters

  address.declare('text', NONE);

  const field = byId('surprise-text');
  const {shown} = surpriseTiles;

  let text = '';
  let isGiven = false; // by the address or by a person
  let items = []; // of the list, as far as the buttons need them
  let costs = null; // of all items, ascending; null while they are not known
  let question = 0; // the number of the newest one for the costs

  const known = (candidate) =>
    Array.from(candidate).every((c) => study.token(c.codePointAt(0)) > 0);

  // ---- The tiles.

  /** The predictions of the text; a probability is -1 if it can't be told. */
  function predictions() {
    const letters = Array.from(text);
    const costs = study.model.costs(text);
    return Array.from(study.model.explain(text), (probability, i) => ({
      before: letters[i - 1] ?? null, next: letters[i] ?? null, probability, cost: costs[i]}));
  }

  // ---- What is said about them.

  function advice(all) {
    const box = byId('surprise-advice');
    const lost = all.find(({probability}) => probability < 0);
    const impossible = all.find(({probability}) => probability === 0);
    const pair = impossible && [element('bdi', {}, shown(impossible.before)), ' → ',
      element('bdi', {}, shown(impossible.next))];
    const without = study.counts && study.smoothing() > 0 ? study.counts.model(0).score(text) : 0;
    box.classList.toggle('settled', !lost && !impossible);
    if (lost) {
      const letter = Array.from(text).find((c) => !known(c));
      fill(box, element('p', {}, 'The character ', element('bdi', {}, shown(letter)), ' is not in '
        + 'the vocabulary of this model. So the model can say nothing about it or about what '
        + 'follows, and the text costs infinity, with smoothing or without.'));
    } else if (impossible) {
      fill(box, element('p', {}, 'The pair ', ...pair, study.kind === 'list'
        ? ' never occurs in the list, so its ' : ' is impossible for this model: its ',
      'probability is 0, and -ln 0 is infinite. So the whole text costs infinity, whatever else is '
        + 'in it.'),
      study.counts && study.kind === 'list' ? smoothingButton(1, 'Add 1 to every count') : '');
    } else if (without === Infinity) {
      fill(box, element('p', {}, `With ${study.smoothing()} added to every count, no pair is `
        + `impossible: the text costs ${numbers.cost(study.model.score(text))} nats on average. `
        + 'Without, it costs infinity.'),
      study.kind === 'list' ? smoothingButton(0, 'Back to no smoothing') : '');
    } else {
      fill(box);
    }
  }

  function smoothingButton(smoothing, name) {
    return element('button', {click: () => {
      address.set({smoothing});
      byId('surprise-advice').querySelector('button')?.focus(); // this one is gone
    }}, name);
  }

  function compared(nll) {
    if (study.kind !== 'list') {
      return 'The page does not know the items that this model was made from.';
    }
    if (costs === null) {
      return 'All items are being scored...';
    }
    const less = d3.bisectLeft(costs, nll);
    if (less === 0 || less === costs.length) {
      return less === 0 ? 'No item of the list is less surprising.'
        : `More surprising than ${less === 1 ? 'the only item' : 'all '
          + numbers.of(less, 'item')}.`;
    }
    const percent = 100 * less / costs.length;
    const digits = percent < 1 || percent > 99 ? 2 : 0;
    const rounded = Math.min(Number(percent.toFixed(digits)), digits ? 99.99 : 99);
    return `More surprising than ${rounded} % of the items.`;
  }

  // ---- The command.

  function command() {
    const input = study.commandInput();
    // The command smooths a count model by 1 unless it is told otherwise. A net it can't smooth.
    const smoothing = study.counts && study.model.smoothing() === 0 ? ' --smoothing 0' : '';
    const options = `makemore score${input}${smoothing}`;
    // Controls, and what turns the direction of a line around, are nothing to copy to a terminal.
    if (text === '-' || /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u.test(text)) {
      return `${options} < text.txt`;
    }
    return `${options} ${text.startsWith('-') ? '-- ' : ''}${study.quoted(text)}`;
  }

  function showCommand(nll) {
    const line = command();
    byId('surprise-command').textContent = line;
    byId('surprise-copied').textContent = '';
    byId('surprise-command-note').textContent = (line.endsWith('< text.txt')
      ? 'With the text in a file, the command prints the same average: '
      : 'The command prints the same average: ')
      + (nll === Infinity ? 'Infinity' : nll.toFixed(6));
  }

  // ---- All of it.

  function show() {
    if (!study.model) {
      return;
    }
    const blind = Math.log(study.size);
    const all = predictions();
    const nll = study.model.score(text);
    fill(byId('surprise-tiles'), ...all.map((prediction) => surpriseTiles.tile(prediction, blind)));
    byId('surprise-size').textContent = numbers.count(study.size);
    byId('surprise-blind').textContent = numbers.cost(blind);
    byId('surprise-nll').textContent = numbers.cost(nll);
    byId('surprise-perplexity').textContent = nll === Infinity
      ? 'Its perplexity, e to the power of the average, is infinite, too.'
      : `Its perplexity is e^${numbers.cost(nll)} = ${Math.exp(nll).toFixed(1)}: `
        + 'as hard to guess as a die of so many sides.';
    advice(all);
    showCommand(nll);
    showComparison(nll);
  }

  function showComparison(nll = study.model.score(text)) {
    const sentence = compared(nll);
    const drawn = study.kind === 'list' && costs !== null;
    const said = byId('surprise-said');
    if (said.textContent !== sentence) {
      said.textContent = sentence;
    }
    byId('surprise-figure').hidden = study.kind !== 'list';
    byId('surprise-caption').textContent = drawn
      ? `The average costs of ${numbers.of(costs.length, 'item')}. The line is the text; filled `
        + 'bars are items that surprise less.' : 'All items are being scored...';
    if (drawn) {
      surpriseHistogram.draw(byId('surprise-histogram'), costs, nll,
        `Histogram of the average costs of all items, from ${numbers.cost(costs[0])} to `
        + `${numbers.cost(costs[costs.length - 1])} nats, most of them near `
        + `${numbers.cost(d3.quantileSorted(costs, 0.5))}. The text costs ${numbers.cost(nll)}. `
        + sentence);
    } else {
      fill(byId('surprise-histogram'));
    }
  }

  const askCosts = debounced(150, async () => {
    const mine = question;
    try {
      const found = await study.costs();
      if (mine === question) {
        costs = found;
        showComparison();
      }
    } catch (error) {
      if (mine === question) {
        byId('surprise-caption').textContent = error.message;
      }
    }
  });

  // ---- The text.

  /** Items that a model of the list can score, of not too many characters. */
  function findItems() {
    if (study.kind !== 'list') {
      return study.model.names('1', 20, '', 0, 0, '').filter((name) => name !== '');
    }
    return study.source.slice(0, 200_000).split(/\r?\n/).slice(0, 10_000)
      .filter((line) => line !== '' && line.length <= 60 && known(line));
  }

  const keep = debounced(300, () => address.set({text}));

  function setText(wanted) {
    const whole = wanted.slice(0, 2 * MOST); // a character may have two halves
    const read = Array.from(whole).slice(0, MOST).join('');
    text = read.replace(/\p{Cs}/gu, '\ufffd'); // half a character is none
    if (field.value !== text) {
      const at = field.selectionEnd;
      field.value = text;
      if (document.activeElement === field) {
        field.setSelectionRange(at, at); // the caret would go to the end
      }
    }
    byId('surprise-cut').textContent = read.length < wanted.length
      ? `Only the first ${MOST} characters are read.` : '';
    show();
  }

  function chosen(wanted) {
    isGiven = true;
    setText(wanted);
    keep();
  }

  /** What the part begins with: a text that this model can make. */
  function first() {
    const isUsual = study.choice === 'names' || study.kind === 'model';
    return isUsual && study.model.score(USUAL) < Infinity ? USUAL : items[0] ?? USUAL;
  }

  /** Takes the text of the address, if it has one. */
  function adopt() {
    const asked = address.get('text');
    isGiven = asked !== NONE;
    if (isGiven) {
      setText(asked);
    } else if (study.model) {
      setText(first());
    }
  }

  field.addEventListener('input', () => chosen(field.value));
  byId('surprise-reverse').addEventListener('click', () =>
    chosen(Array.from(text).reverse().join('')));
  byId('surprise-item').addEventListener('click', () => {
    const others = items.filter((item) => item !== text);
    if (others.length > 0) {
      chosen(others[Math.floor(others.length * Math.random())]);
    }
  });
  copies(byId('surprise-copy'), command, byId('surprise-copied'));

  study.begun.add(() => {
    question++; // answers that come from now on are about the list before
  });
  study.failed.add(() => study.model && study.kind === 'list' && askCosts());
  study.modelChanged.add(() => {
    question++;
    costs = null;
    items = findItems();
    byId('surprise-item').textContent =
      study.kind === 'list' ? 'An item of the list' : 'A text that the model makes';
    setText(isGiven ? text : first());
    if (study.kind === 'list') {
      askCosts();
    }
  });
  address.watch(['text'], () => address.get('text') !== text && adopt());
  new ResizeObserver(() => costs && showComparison()).observe(byId('surprise-figure'));
  adopt();
})();
