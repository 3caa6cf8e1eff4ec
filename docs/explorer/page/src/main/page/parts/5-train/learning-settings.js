// What a training is set to, in the address and in fields, and the command that trains the same.

const trainingSettings = (() => {
  const MOST_STEPS = 10_000;
  const DESCENTS = ['row-scaled-momentum', 'plain', 'adam'];
  const DEFAULTS = {descent: DESCENTS[0], rate: '', steps: 2000, target: 5e-4};
  const RULES = { // what a setting has to be
    descent: 'The kind of descent is row-scaled-momentum, plain or adam',
    rate: 'The learning rate is a number above 0 and up to 1,000,000,000',
    steps: `Steps at most is a whole number from 0 to ${numbers.count(MOST_STEPS)}`,
    target: 'The target distance is a number from 0 to 1',
  };
  const DIVERGES = {...DEFAULTS, descent: 'plain', rate: 500};

  address.declare('descent', DEFAULTS.descent);
  address.declare('rate', DEFAULTS.rate); // nothing: the default of the kind of descent
  address.declare('steps', DEFAULTS.steps);
  address.declare('target', DEFAULTS.target);

  const fields = {
    descent: byId('train-descent'),
    rate: byId('train-rate'),
    steps: byId('train-steps'),
    target: byId('train-target'),
  };
  const wrong = byId('train-wrong');
  const said = byId('train-said');
  const changed = listeners();

  const settings = {
    descent: () => DESCENTS.find((name) => name === address.get('descent')) ?? DESCENTS[0],
    standardRate: () => engine.defaultLearningRate(settings.descent()),
    rate: () => address.number('rate', Number.MIN_VALUE, 1e9) || settings.standardRate(),
    steps: () => address.number('steps', 0, MOST_STEPS),
    target: () => address.number('target', 0, 1),
  };

  const within = (text, least, most) =>
    text.trim() !== '' && Number(text) >= least && Number(text) <= most;
  const isRight = {
    descent: (text) => DESCENTS.includes(text),
    rate: (text) => within(text, Number.MIN_VALUE, 1e9),
    steps: (text) => within(text, 0, MOST_STEPS) && Number.isInteger(Number(text)),
    target: (text) => within(text, 0, 1),
  };

  /** Takes the texts of some settings. Wrong ones become their defaults, and a message says so. */
  function take(texts) {
    const taken = {};
    const messages = [];
    for (const [key, text] of Object.entries(texts)) {
      const right = isRight[key](text);
      taken[key] = right ? text : DEFAULTS[key];
      if (!right && text.trim() !== '') { // an empty field asks for the default
        messages.push(key);
      }
    }
    address.set(taken);
    show();
    const used = (key) =>
      settings[key]().toLocaleString('en-US', {maximumSignificantDigits: 15});
    wrong.textContent = messages
      .map((key) => `${RULES[key]}; the default, ${used(key)}, is used meanwhile.`).join(' ');
  }

  /** Whether the address says nothing wrong; if it does, it is mended, which shows all. */
  function addressIsRight() {
    const texts = Object.keys(DEFAULTS).map((key) => [key, address.get(key)]);
    const bad = texts.filter(([key, text]) => text !== DEFAULTS[key] && !isRight[key](text));
    if (bad.length > 0) {
      take(Object.fromEntries(bad));
    }
    return bad.length === 0;
  }

  /** Shows the settings in the fields, and the command. */
  function show() {
    if (!addressIsRight()) {
      return;
    }
    for (const [key, field] of Object.entries(fields)) {
      field.value = settings[key]();
    }
    said.textContent = '';
    byId('train-terminal').hidden = study.kind !== 'list'; // the command learns from lists only
    byId('train-command').textContent = command();
  }

  function command() {
    const options = [
      ['descent', settings.descent(), DEFAULTS.descent],
      ['learning-rate', settings.rate(), settings.standardRate()],
      ['steps', settings.steps(), DEFAULTS.steps],
      ['target', settings.target(), DEFAULTS.target],
    ].filter(([, value, standard]) => value !== standard);
    const given = options.map(([name, value]) => ` --${name} ${value}`).join('');
    return `makemore train --model net${study.commandInput()}${given} -o ${study.quoted(fileName())}`;
  }

  const fileName = () => `${study.fileName().replace(/\.[^.]*$/, '')}-net.model`;

  fields.descent.addEventListener('change', () =>
    address.set({descent: fields.descent.value, rate: ''}));
  for (const key of ['rate', 'steps', 'target']) {
    fields[key].addEventListener('change', () => {
      const {value, validity} = fields[key];
      const standard = key === 'rate' && Number(value) === settings.standardRate();
      take({[key]: validity.badInput ? 'no number' : standard ? '' : value});
    });
  }
  address.watch(Object.keys(DEFAULTS), () => {
    wrong.textContent = '';
    changed.tell();
  });

  byId('train-defaults').addEventListener('click', () => {
    wrong.textContent = '';
    address.set(DEFAULTS);
  });
  copies(byId('train-copy'), command, said);

  return {
    MOST_STEPS,
    /** Called when one of them is another. */
    changed,
    show,
    /** The name of a file for the net. */
    fileName,
    /** Sets a rate that raises the loss. */
    diverge: () => address.set(DIVERGES),
    /** All of them, as the worker wants them. */
    all: () => ({
      descent: settings.descent(),
      rate: settings.rate(),
      smoothing: study.model.smoothing(),
      maxSteps: settings.steps(),
      target: settings.target(),
    }),
  };
})();
