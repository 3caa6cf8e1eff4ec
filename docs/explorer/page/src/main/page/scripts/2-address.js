// The state of the page is in its address, after the #: the part that is shown, and every setting
// that is not at its default, as in #names&seed=7&n=5. So a link shows what its sender saw.

const address = (() => {
  const defaults = new Map();
  const watchers = []; // {keys, action}
  let part = '';
  let values = new Map();

  function read() {
    const pieces = location.hash.slice(1).split('&');
    const found = new Map();
    part = '';
    for (const piece of pieces) {
      const equals = piece.indexOf('=');
      if (equals < 0) {
        part = part || decoded(piece);
      } else {
        found.set(decoded(piece.slice(0, equals)), decoded(piece.slice(equals + 1)));
      }
    }
    return found;
  }

  function decoded(text) {
    try {
      return decodeURIComponent(text.replaceAll('+', ' '));
    } catch {
      return text; // somebody cut the link in the middle of a character
    }
  }

  function hash() {
    const settings = [...values]
      .filter(([key, value]) => defaults.has(key) && value !== defaults.get(key))
      .map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
    return `#${[part || 'list', ...settings].join('&')}`;
  }

  function write() {
    history.replaceState(null, '', hash());
  }

  function tell(changed) {
    for (const {keys, action} of watchers) {
      if (keys.some((key) => changed.has(key))) {
        action();
      }
    }
  }

  values = read();

  window.addEventListener('hashchange', () => {
    const before = values;
    values = read();
    const all = new Set([...before.keys(), ...values.keys()]);
    tell(new Set([...all].filter((key) => before.get(key) !== values.get(key))));
    api.shown.tell(part);
  });

  const api = {
    /** Called with the name of the part that an address asks for. */
    shown: listeners(),

    /** Names a setting, with the text that it has when the address does not tell. */
    declare(key, fallback) {
      defaults.set(key, String(fallback));
    },

    part: () => part,

    /** The text of a setting. */
    get: (key) => values.get(key) ?? defaults.get(key),

    /** The text that a setting has when the address does not tell. */
    standard: (key) => defaults.get(key),

    /** The number of a setting, or its default if it is no number from least to most. */
    number(key, least = -Infinity, most = Infinity) {
      const text = api.get(key).trim();
      const given = text === '' ? NaN : Number(text);
      return given >= least && given <= most ? given : Number(defaults.get(key));
    },

    /** Changes settings, and tells those who watch them. */
    set(changes) {
      const changed = new Set();
      for (const [key, value] of Object.entries(changes)) {
        if (api.get(key) !== String(value)) {
          values.set(key, String(value));
          changed.add(key);
        }
      }
      if (changed.size > 0) {
        write();
        tell(changed);
      }
    },

    /** Names the part that is read now. */
    setPart(name) {
      if (part !== name) {
        part = name;
        write();
      }
    },

    /** Calls an action whenever one of some settings changes. */
    watch(keys, action) {
      watchers.push({keys, action});
    },

    /** The whole address. */
    link: () => location.href.split('#')[0] + hash(),
  };
  return api;
})();
