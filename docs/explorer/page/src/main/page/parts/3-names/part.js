// Part 3: names, by the same dice as the command's.

(() => {
  address.declare('seed', '42');
  address.declare('n', '20');
  address.declare('temperature', '1');
  address.declare('top-k', '');
  address.declare('top-p', '1');
  address.declare('prefix', '');
  address.declare('suffix', '');
  address.declare('min-length', '');
  address.declare('max-length', '');
  address.declare('name', '0'); // which name of the seed is drawn letter by letter
  address.declare('letters', '0'); // how many of its letters have been drawn

  const problem = byId('names-problem');
  let broken = ''; // the rule that a field breaks
  let refused = ''; // why there are no names
  let shaped = null; // the model with temperature, top-k and top-p
  let walk = {tokens: [], positions: []};
  let playing = 0;

  /** Whether a text is a whole number from least to most, which may be larger than numbers hold. */
  function isWhole(text, least, most) {
    return /^-?\d{1,19}$/.test(text) && BigInt(text) >= least && BigInt(text) <= most;
  }

  const isNumber = (text, least, most) => text.trim() !== '' && text >= least && text <= most;

  // What each setting may be, and what to say of any other text.
  const RULES = {
    'seed': [(text) => isWhole(text, -(2n ** 63n), 2n ** 63n - 1n),
      'the seed is a whole number of at most 64 bits'],
    'n': [(text) => isWhole(text, 1n, 10_000n), 'the page makes from 1 to 10,000 names'],
    'temperature': [(text) => isNumber(text, 0, 1000), 'the temperature is a number from 0 to 1000'],
    'top-k': [(text) => text === '' || isWhole(text, 1n, 2n ** 31n - 1n),
      'top-k is a whole number, at least 1, or nothing'],
    'top-p': [(text) => isNumber(text, 0, 1) && Number(text) > 0,
      'top-p is a number above 0, at most 1'],
    'prefix': [(text) => text.length <= 1000, 'a beginning has at most 1,000 letters'],
    'suffix': [(text) => text.length <= 1000, 'an end has at most 1,000 letters'],
    'min-length': [(text) => text === '' || isWhole(text, 0n, 1_000n),
      'names may be asked to have at least 0 to 1,000 letters'],
    'max-length': [(text) => text === '' || isWhole(text, 1n, 100_000n),
      'names may be asked to have at most 1 to 100,000 letters'],
    'name': [(text) => isWhole(text, 0n, 1_000_000n), ''],
    'letters': [(text) => isWhole(text, 0n, 1_000n), ''],
  };

  /** The text of a setting, or its default if the address says something that it can't be. */
  const used = (key) => (RULES[key][0](address.get(key)) ? address.get(key) : address.standard(key));

  const settings = {
    seed: () => used('seed'),
    n: () => Number(used('n')),
    temperature: () => Number(used('temperature')),
    topK: () => Number(used('top-k')), // 0 for all
    topP: () => Number(used('top-p')),
    prefix: () => used('prefix'),
    suffix: () => used('suffix'),
    minLength: () => Number(used('min-length')), // 0 for any
    maxLength: () => Number(used('max-length')), // 0 for any
    name: () => Number(used('name')),
    letters: () => Math.min(walk.tokens.length, Number(used('letters'))),
  };

  function reshape() {
    if (!study.model) {
      return;
    }
    shaped = study.model.shaped(settings.temperature(), settings.topK() || 2 ** 31 - 1,
      settings.topP());
    rewalk();
    list();
  }

  /** Draws the name again; it may be another one with another row. */
  function rewalk() {
    const drawn = shaped.walk(settings.seed(), settings.name());
    walk = {tokens: drawn.tokens(), positions: drawn.positions()};
    draw();
  }

  const listSoon = debounced(60, list);

  function list() {
    try {
      const names = shaped.names(settings.seed(), settings.n(), settings.prefix(),
        settings.minLength(), settings.maxLength(), settings.suffix());
      // A line for each name, which no column divides.
      fill(byId('names-list'), ...names.flatMap((name, i) =>
        [i === 0 ? '' : '\n', element('span', {}, characters.visibleText(name))]));
      refused = '';
    } catch (error) {
      byId('names-list').textContent = '';
      refused = characters.visibleText(error.message).slice(0, 300);
    }
    problem.textContent = broken || refused;
    byId('names-command').textContent = command();
    byId('names-needs').hidden = !['towns', 'dinosaurs', 'words', 'own'].includes(study.choice);
  }

  function command() {
    const text = (option, value) => (value === '' ? '' : ` --${option}=${study.quoted(value)}`);
    return `makemore generate -n ${settings.n()} --seed ${settings.seed()}`
      + (settings.temperature() === 1 ? '' : ` --temperature ${settings.temperature()}`)
      + (settings.topK() === 0 ? '' : ` --top-k ${settings.topK()}`)
      + (settings.topP() === 1 ? '' : ` --top-p ${settings.topP()}`)
      + (settings.minLength() === 0 ? '' : ` --min-length ${settings.minLength()}`)
      + (settings.maxLength() === 0 ? '' : ` --max-length ${settings.maxLength()}`)
      + text('prefix', settings.prefix()) + text('suffix', settings.suffix())
      + study.commandInput();
  }

  // ---- One name, letter by letter.

  function draw() {
    const letters = settings.letters();
    const last = letters > 0 ? walk.tokens[letters - 1] : null;
    const done = last === 0;
    // The row that the die was thrown on; before the first throw, that of the dot.
    const context = letters > 1 ? walk.tokens[letters - 2] : 0;
    const row = shaped.row(context);
    rowPictures.line(byId('names-line'), row, last, last === null ? null
      : walk.positions[letters - 1]);
    rowPictures.bars(byId('names-row'), row, study.model.row(context), last);
    spell(letters, done);
    byId('names-said').textContent = last === null ? 'Every name begins after a dot.'
      : `After ${study.text(context)} the die fell at ${walk.positions[letters - 1].toFixed(4)}: `
        + `${study.text(last)}, which has P = ${numbers.probability(row[last])}.`
        + (done ? ' The dot ends the name.' : '');
    byId('names-throw').textContent = done ? 'Begin the next name' : 'Throw the die';
    byId('names-back').disabled = letters === 0;
  }

  function spell(letters, done) {
    const spelled = [...walk.tokens.slice(0, letters)].map(study.text);
    const parts = ['.', ...spelled].map((text, i) => element('bdi',
      {class: i === letters && letters > 0 ? 'last' : null}, text));
    fill(byId('names-so-far'), ...parts, done ? element('span', {class: 'done'}, ' done') : '');
  }

  function throwDie() {
    const letters = settings.letters();
    if (letters > 0 && walk.tokens[letters - 1] === 0 || letters === walk.tokens.length) {
      nextName();
    } else {
      address.set({letters: letters + 1});
    }
  }

  const nextName = () => address.set({name: settings.name() + 1, letters: 0});

  function play() {
    if (playing) {
      clearInterval(playing);
      playing = 0;
    } else {
      throwDie();
      playing = setInterval(throwDie, 900);
    }
    byId('names-play').textContent = playing ? 'Pause' : 'Play';
  }

  // ---- Settings.

  // What each field shows: what is used, which is the default if the address makes no sense.
  const inputs = ['temperature', 'top-k', 'top-p', 'seed', 'prefix', 'suffix', 'min-length',
    'max-length', 'n'];

  function showSettings() {
    for (const key of inputs) {
      const input = byId(`names-${key}`);
      if (input !== document.activeElement || input.type === 'range') {
        input.value = used(key);
      }
    }
    byId('names-temperature-value').textContent = settings.temperature();
    byId('names-top-p-value').textContent = settings.topP();
  }

  for (const key of inputs) {
    byId(`names-${key}`).addEventListener('input', ({target}) => {
      const [allowed, rule] = RULES[key];
      broken = allowed(target.value) ? '' : rule;
      problem.textContent = broken || refused;
      if (broken === '') {
        address.set(key === 'seed' ? {seed: target.value, name: 0, letters: 0}
          : {[key]: target.value});
      }
    });
  }

  address.watch(['temperature', 'top-k', 'top-p'], () => {
    showSettings();
    if (study.model) {
      shaped = study.model.shaped(settings.temperature(), settings.topK() || 2 ** 31 - 1,
        settings.topP());
      rewalk();
      listSoon();
    }
  });
  address.watch(['seed', 'n', 'prefix', 'suffix', 'min-length', 'max-length'], () => {
    showSettings();
    if (shaped) {
      listSoon();
    }
  });
  address.watch(['seed', 'name'], () => shaped && rewalk());
  address.watch(['letters'], () => shaped && draw());

  byId('names-throw').addEventListener('click', throwDie);
  byId('names-play').addEventListener('click', play);
  byId('names-back').addEventListener('click', () =>
    address.set({letters: Math.max(0, settings.letters() - 1)}));
  byId('names-skip').addEventListener('click', nextName);
  byId('names-hundred').addEventListener('click', () => address.set({n: 100}));
  byId('names-other').addEventListener('click', () => {
    const random = crypto.getRandomValues(new Uint32Array(1))[0];
    address.set({seed: random, name: 0, letters: 0});
  });
  byId('names-save').addEventListener('click', () =>
    downloadPicture('row.svg', byId('names-line')));
  copies(byId('names-copy'), command, byId('names-copied'));

  showSettings();
  study.modelChanged.add(reshape);
  const redraw = () => shaped && draw();
  new ResizeObserver(debounced(50, redraw)).observe(byId('names-line'));
  darkScheme.addEventListener('change', redraw);
})();
