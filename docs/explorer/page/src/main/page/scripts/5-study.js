// What is studied: a list that was counted or a model that was loaded, and what was made of it.

const study = (() => {
  const MOST_TEXT = 4_000_000; // bytes
  const AT_ONCE = 300_000; // a list of so many characters is read before a worker has started
  const PARTS_OF_LINK = 60_000; // characters of a list that a link can hold, when compressed

  const LISTS = ['names', 'towns', 'dinosaurs', 'words']; // of the page
  const given = JSON.parse(byId('given').textContent); // by the command `makemore explore`

  address.declare('list', given ? 'given' : 'names');
  address.declare('z', '');
  address.declare('smoothing', '0');

  const reader = newWorker(); // of long lists, and of what all items cost
  let readThere = ''; // the list that the worker has read
  const OWN = 'your list'; // the name of one that has no other
  let own = null; // the reader's own list: {choice, kind, name, text, packed}
  let question = 0; // the number of the newest request

  const api = {
    /** Called when there is another list or model. */
    changed: listeners(),
    /** Called after that, and when the smoothing changes. */
    modelChanged: listeners(),
    /** Called when there is another net, or none. */
    netChanged: listeners(),
    /** Called with a message when a list or model can't be read. */
    failed: listeners(),
    /** Called when reading begins. */
    begun: listeners(),

    /** The kind of source: 'list' or 'model'. */
    kind: 'list',
    /** What the reader chose: names, towns, dinosaurs, words, own or given. */
    choice: 'names',
    /** The name of the list or of the model's file. */
    name: 'names',
    /** The text of the list, or of the model file. */
    source: '',
    /** The number of items and of empty lines of a list. */
    items: 0,
    emptyLines: 0,
    /** The number of tokens, the boundary included. */
    size: 0,
    codePoints: new Int32Array(0),
    /** The counts for the engine, or null: a net that was loaded has none. */
    counts: null,
    cells: new Float64Array(0),
    /** What counting gives, with the smoothing; or the model that was loaded. */
    model: null,
    /** The net at the step that is shown, or null. */
    net: null,

    /** The visible text of a token. */
    text: (token) => (token === 0 ? '.' : characters.visible(api.codePoints[token - 1])),

    /** The token of a character, or -1. */
    token: (codePoint) => api.codePoints.indexOf(codePoint) + 1 || -1,

    smoothing: () => address.number('smoothing', 0, 1e9),

    /** Where a text comes from that the command needs: an option such as -i list.txt, or nothing. */
    commandInput() {
      if (api.kind === 'model') {
        return ` -m ${api.quoted(api.name)}`;
      }
      const smoothing = api.smoothing() > 0 ? ` --smoothing ${api.smoothing()}` : '';
      return (api.choice === 'names' ? '' : ` -i ${api.quoted(api.fileName())}`) + smoothing;
    },

    /** A text as bash and zsh take it for one argument. */
    quoted(text) {
      if (/^[\w./][\w./-]*$/.test(text)) {
        return text;
      }
      const escaped = text.replaceAll("'", "'\\''");
      return characters.visibleText(text) === text ? `'${escaped}'`
        : `$'${Array.from(text.replaceAll('\\', '\\\\').replaceAll("'", "\\'"), (c) =>
          (characters.visibleText(c) === c ? c
            : `\\U${c.codePointAt(0).toString(16).padStart(8, '0')}`)).join('')}'`;
    },

    /** The name of a file for the list. */
    fileName: () =>
      api.choice === 'given' ? api.name : `${api.choice === 'own' ? 'list' : api.choice}.txt`,

    /** Chooses a list of the page by its name. */
    choose: (choice) => address.set({list: choice, z: ''}),

    /** Studies a list that a reader pasted or dropped. It is in the address once it was read. */
    async setOwn(text, name = OWN) {
      const read = {choice: 'own', kind: 'list', name, text, packed: ''};
      if (await load(async () => read)) {
        const packed = await pack(text);
        read.packed = packed.length <= PARTS_OF_LINK ? packed : '';
        if (api.source === text) { // and there is no newer one yet
          own = read;
          address.set({list: 'own', z: own.packed});
        }
      }
    },

    /** Whether a link can hold the list. */
    fitsLink: () => api.choice !== 'own' || address.get('z') !== '',

    /** The costs of all items under the counted model, in nats, ascending. */
    async costs() {
      if (readThere !== api.source) {
        await readInWorker(api.source);
      }
      return (await reader.ask('costs', {smoothing: api.smoothing()})).sort();
    },

    setNet(net) {
      api.net = net;
      api.netChanged.tell();
    },

    start: () => load(chosen),
  };

  /** The source that the address names: {choice, kind, name, text}. */
  async function chosen() {
    const choice = address.get('list');
    if (choice === 'own') {
      const packed = address.get('z');
      if (packed !== own?.packed) {
        if (packed === '') {
          throw new Error('this link does not hold the list; paste the list here');
        }
        own = {choice, kind: 'list', name: OWN, text: await unpack(packed), packed};
      }
      return own;
    }
    return given && choice === 'given' ? {...given, choice} : ofPage(choice);
  }

  function ofPage(choice) {
    const name = LISTS.includes(choice) ? choice : LISTS[0];
    return {choice: name, kind: 'list', name, text: byId(`list-${name}`).textContent};
  }

  /** Reads a source and studies it. Promises whether that could be done, and nothing was newer. */
  async function load(find) {
    const mine = ++question;
    api.begun.tell();
    let found;
    try {
      const source = await find();
      const read = source.kind === 'model' ? readModel(source) : await readList(source);
      found = {...read, choice: source.choice, kind: source.kind, name: source.name,
        source: source.text, net: null};
    } catch (error) {
      if (mine === question) {
        await failed(error.message);
      }
      return false;
    }
    if (mine !== question) {
      return false;
    }
    Object.assign(api, found); // outside of try: a fault of the page is no problem of the list
    api.size = api.codePoints.length + 1;
    api.changed.tell();
    remodel();
    api.netChanged.tell();
    return true;
  }

  /** The page never stays empty: if it has nothing to show yet, it shows the names. */
  async function failed(message) {
    if (!api.model) {
      await load(async () => ofPage(LISTS[0]));
    }
    api.failed.tell(message);
  }

  function readModel({text}) {
    const model = engine.load(text);
    const counts = model.counts();
    return {codePoints: model.codePoints(), counts, cells: counts ? counts.cells() : null,
      items: counts ? counts.items() : 0, emptyLines: 0, loaded: model};
  }

  async function readList({text}) {
    if (text.length > MOST_TEXT || new Blob([text]).size > MOST_TEXT) {
      throw new Error('the list has more than 4 MB, the most that this page takes; the command'
        + ' takes lists of any size: makemore generate -i FILE');
    }
    if (!text.isWellFormed?.() && /\p{Surrogate}/u.test(text)) {
      throw new Error('the list holds half of a character (a lone surrogate); save it as UTF-8'
        + ' again, or remove that character');
    }
    if (text.length <= AT_ONCE) {
      const list = engine.read(new Int8Array(new TextEncoder().encode(text)));
      const counts = list.counts();
      return {items: list.items(), emptyLines: list.emptyLines(), codePoints: counts.codePoints(),
        cells: counts.cells(), counts, loaded: null};
    }
    const read = await readInWorker(text);
    return {...read, counts: engine.counts(read.codePoints, read.cells), loaded: null};
  }

  /** The worker does one thing after the other: what is asked next is about this list. */
  function readInWorker(text) {
    readThere = text;
    return reader.ask('read', {text});
  }

  function remodel() {
    api.model = api.loaded ?? api.counts.model(api.smoothing());
    api.modelChanged.tell();
  }

  address.watch(['list', 'z'], () => {
    const isShown = address.get('list') === 'own' && api.source === own?.text
      && address.get('z') === own.packed;
    if (!isShown) { // else it has just been read, and is in the address now
      load(chosen);
    }
  });
  address.watch(['smoothing'], () => api.model && remodel());

  // ---- A list in a link: compressed, and in letters that an address may have.

  async function pack(text) {
    const bytes = await streamed(new TextEncoder().encode(text), new CompressionStream('deflate-raw'));
    let binary = '';
    for (const byte of bytes) {
      binary += String.fromCharCode(byte);
    }
    return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  }

  async function unpack(packed) {
    try {
      const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
      const bytes = Uint8Array.from(binary, (c) => c.charCodeAt(0));
      const text = await streamed(bytes, new DecompressionStream('deflate-raw'), MOST_TEXT);
      return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(text);
    } catch {
      throw new Error('the list in this link is damaged; ask for the link again');
    }
  }

  /** All bytes of a stream of bytes that went through another; at most so many. */
  async function streamed(bytes, through, most = Infinity) {
    const reading = new Blob([bytes]).stream().pipeThrough(through).getReader();
    const chunks = [];
    let length = 0;
    for (let chunk = await reading.read(); !chunk.done; chunk = await reading.read()) {
      chunks.push(chunk.value);
      length += chunk.value.length;
      if (length > most) {
        throw new Error('too long');
      }
    }
    return new Uint8Array(await new Blob(chunks).arrayBuffer());
  }

  return api;
})();
