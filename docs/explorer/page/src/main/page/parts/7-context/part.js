// Part 7: what one letter of context can't know. Two texts, and what the model expects after each.

(() => {
  const MOST_BARS = 10;
  const MOST_SEARCHED = 5000; // items in which two similar beginnings are looked for
  const DEFAULTS = {first: 'emm', second: 'xqem'};
  const LABELS = {first: 'One text', second: 'Another text'};
  const KEYS = Object.keys(DEFAULTS);

  KEYS.forEach((key) => address.declare(key, DEFAULTS[key]));

  const sides = Object.fromEntries(KEYS.map((key) => [key, side(key)]));
  let chosen = DEFAULTS; // what the fields begin with for this list

  function side(key) {
    const input = element('input', {type: 'text', maxlength: '200', spellcheck: 'false',
      autocapitalize: 'off', autocomplete: 'off', dir: 'auto',
      'aria-describedby': `context-problem-${key}`,
      input: () => {
        show();
        keepInAddress();
      }});
    const problem = element('p', {class: 'problem', role: 'status',
      id: `context-problem-${key}`});
    const title = element('h3');
    const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    picture.setAttribute('class', 'bars');
    picture.setAttribute('role', 'img');
    byId('context-texts').append(element('div', {},
      element('label', {class: 'field'}, LABELS[key], input), problem, title, picture));
    return {input, problem, title, picture};
  }

  // Not at once: browsers allow only so many changes of the address in a time.
  const keepInAddress = debounced(300, () => address.set(Object.fromEntries(
    KEYS.map((key) => [key, text(key) === chosen[key] ? DEFAULTS[key] : text(key)]))));

  const text = (key) => sides[key].input.value;

  const isKnown = (character) => study.token(character.codePointAt(0)) > 0;

  // ---- Texts that fit the list

  /** The texts to begin with: the defaults, or two of the list that end alike. */
  function beginnings() {
    if (KEYS.every((key) => Array.from(DEFAULTS[key]).every(isKnown))) {
      return DEFAULTS;
    }
    const items = study.kind === 'list' ? study.source.split(/\r?\n/, MOST_SEARCHED) : [];
    const first = Array.from(items.find((item) => item !== '') ?? '').slice(0, 3);
    if (first.length === 0 || !first.every(isKnown)) {
      return madeUp();
    }
    return {first: first.join(''), second: endingLike(first, items)};
  }

  /** The beginning of another item, as far as the letter with which a text ends. */
  function endingLike(first, items) {
    const last = first.at(-1);
    for (const item of items) {
      const letters = Array.from(item);
      const at = letters.indexOf(last, 1);
      const differs = letters[at - 1] !== first.at(-2);
      if (at > 0 && differs && letters.slice(0, at + 1).every(isKnown)) {
        return letters.slice(0, at + 1).join('');
      }
    }
    return last;
  }

  /** Without a list: two texts of the first letters of the vocabulary. */
  function madeUp() {
    const letter = (i) => String.fromCodePoint(study.codePoints[i % study.codePoints.length]);
    return {first: letter(0) + letter(2), second: letter(1) + letter(2)};
  }

  // ---- What follows

  /** The last tokens of a text as the model sees them; the boundary stands before its start. */
  const tokens = (key) =>
    [0, ...Array.from(text(key), (character) => study.token(character.codePointAt(0)))];

  function problemOf(key) {
    const strange = Array.from(text(key)).find((character) => !isKnown(character));
    return strange === undefined ? '' : `The model does not know the character `
      + `${characters.visible(strange.codePointAt(0))}, for it is not in the vocabulary. Use another.`;
  }

  function show() {
    if (!study.model) {
      return;
    }
    const problems = KEYS.map(problemOf);
    const rows = KEYS.map((key, i) => (problems[i] ? null : study.model.after(text(key))));
    const greatest = d3.max(rows, (row) => row && d3.max(row));
    KEYS.forEach((key, i) => showSide(key, problems[i], rows[i], greatest));
    const bothKnown = rows.every((row) => row !== null);
    fill(byId('context-says'), ...(bothKnown ? compared(rows) : []));
    fill(byId('context-longer'), ...(bothKnown ? longer() : []));
  }

  function showSide(key, problemText, row, greatest) {
    const {input, problem, title, picture} = sides[key];
    problem.textContent = problemText;
    input.setAttribute('aria-invalid', String(problemText !== ''));
    picture.toggleAttribute('hidden', row === null);
    fill(title, ...(row === null ? [] : ['After ', shownText(key), ' comes']));
    if (row !== null) {
      bars.draw(picture, {probabilities: row, most: MOST_BARS, greatest,
        title: `After ${characters.visibleText(text(key)) || 'the start'}:`});
    }
  }

  const shownText = (key) => (text(key) === '' ? 'the start'
    : element('bdi', {}, characters.visibleText(text(key))));

  const shownToken = (token) => (token === 0 ? 'the start'
    : element('strong', {}, element('bdi', {}, study.text(token))));

  /** How the two distributions compare. */
  function compared(rows) {
    const [one, other] = KEYS.map((key) => tokens(key).at(-1));
    if (one === other) {
      return one === 0
        ? ['Both texts are empty, so both have exactly the same distribution: that of the start.']
        : ['Both texts end in ', shownToken(one), ', and the model sees only this last letter. So '
          + 'both have exactly the same distribution, whatever stands before.'];
    }
    const variation = d3.sum(rows[0], (p, i) => Math.abs(p - rows[1][i])) / 2;
    return ['The model sees ', shownToken(one), ' and ', shownToken(other), '. The total variation '
      + `between both distributions is ${numbers.probability(variation)}: so much probability has `
      + 'to move from some letters to others to make one into the other.'];
  }

  /** What a model with a longer memory would see. */
  function longer() {
    const pairs = KEYS.map((key) => tokens(key).slice(-2));
    const [one, other] = pairs.map((pair) => element('bdi', {}, pair.map(study.text).join('')));
    const isSame = pairs[0].join() === pairs[1].join();
    const cells = numbers.count(study.size ** 3);
    return ['A model that looks at two letters, a trigram model, would see ', one, ' and ', other,
      `, and ${isSame ? 'could not tell the texts apart either' : 'could tell the texts apart'}. `
      + `But its table has ${study.size} × ${study.size} × ${study.size} = ${cells} cells, and each `
      + 'more letter makes it so many times larger: most cells would stay empty. That is why '
      + 'models with a long memory are nets and not tables. A GPT, too, guesses the next token '
      + 'from the ones before; it sees thousands of them at once.'];
  }

  function takeFromAddress() {
    for (const key of KEYS) {
      const given = address.get(key);
      const now = given === DEFAULTS[key] ? chosen[key] : given;
      if (text(key) !== now) {
        sides[key].input.value = now;
      }
    }
    show();
  }

  study.changed.add(() => {
    chosen = null; // the tokens are those of another list
  });
  study.modelChanged.add(() => {
    chosen = chosen ?? beginnings();
    takeFromAddress();
  });
  address.watch(KEYS, () => study.model && takeFromAddress());

  // Only the width counts: the bars themselves change the height.
  let width = 0;
  new ResizeObserver(([entry]) => {
    if (Math.abs(entry.contentRect.width - width) > 1) {
      width = entry.contentRect.width;
      show();
    }
  }).observe(byId('context-texts'));
})();
