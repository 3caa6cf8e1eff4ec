// The numbers of the table: which tokens it shows, in which order, and a number for each pair.

const pairTable = (() => {
  const MOST = 301; // tokens that the table shows

  const api = {
    VIEWS: ['counts', 'probabilities', 'net', 'difference'],

    /** The tokens that are shown, in the order of the rows and of the columns. */
    tokens: [],
    /** The place of each token in that order, or -1 if it is not shown. */
    places: new Int32Array(0),
    /** The counts of the pairs that are shown, row by row; or null: a loaded net has none. */
    counts: null,
    /** The probabilities of these pairs that the model gives. */
    probabilities: new Float64Array(0),
    greatestCount: 0,
    greatestProbability: 0,

    isAvailable: (view) => view === 'probabilities'
      || (view === 'counts' ? study.counts !== null : study.net !== null),

    /** Takes the numbers of the model, in the order 'letter' or 'frequency'. */
    update(order) {
      api.tokens = arranged(order);
      api.places = new Int32Array(study.size).fill(-1);
      api.tokens.forEach((token, place) => {
        api.places[token] = place;
      });
      api.counts = study.counts && square(countsOfPairs);
      api.probabilities = square((fill) => fillRows(study.model, fill));
      api.greatestCount = api.counts ? d3.max(api.counts) : 0;
      api.greatestProbability = d3.max(api.probabilities);
    },

    /** The numbers of a view, row by row. */
    values(view) {
      if (view === 'counts' || view === 'probabilities') {
        return api[view];
      }
      const net = square((fill) => fillRows(study.net, fill));
      return view === 'net' ? net : net.map((p, i) => p - api.probabilities[i]);
    },

    /** How often each token follows a token; null without counts. */
    countsAfter(context) {
      if (!study.counts) {
        return null;
      }
      const counts = new Float64Array(study.size);
      forEachCount((before, after, count) => {
        if (before === context) {
          counts[after] = count;
        }
      });
      return counts;
    },

    /** The pair that occurs most often; without counts, the likeliest beginning. */
    mostFrequent() {
      let found = {before: 0, after: bars.likeliest(study.model.row(0))[0]};
      let most = 0;
      forEachCount((before, after, count) => {
        if (count > most) {
          most = count;
          found = {before, after};
        }
      });
      return found;
    },

    /** A number of a view as text. */
    text(view, value) {
      return view === 'counts' ? numbers.count(value)
        : view === 'difference' ? signed(value) : numbers.probability(value);
    },
  };

  const signed = (value) =>
    (value > 0 ? '+' : value < 0 ? '−' : '') + numbers.probability(Math.abs(value));

  function forEachCount(action) {
    const cells = study.cells ?? [];
    for (let i = 0; i < cells.length; i += 3) {
      action(cells[i], cells[i + 1], cells[i + 2]);
    }
  }

  /** The tokens to show: all, or of too many the most frequent; the first ones without counts. */
  function arranged(order) {
    const frequencies = new Float64Array(study.size);
    forEachCount((before, after, count) => {
      frequencies[before] += count; // each token of the list is once the one before
    });
    const byFrequency = bars.likeliest(frequencies).slice(0, MOST);
    return order === 'frequency' ? byFrequency : byFrequency.sort((a, b) => a - b);
  }

  /** A number for each pair that is shown. The action calls its function with all it knows. */
  function square(action) {
    const size = api.tokens.length;
    const numbersOfPairs = new Float64Array(size * size);
    action((before, after, number) => {
      const row = api.places[before];
      const column = api.places[after];
      if (row >= 0 && column >= 0) {
        numbersOfPairs[row * size + column] = number;
      }
    });
    return numbersOfPairs;
  }

  const countsOfPairs = (fill) => forEachCount(fill);

  function fillRows(model, fill) {
    for (const before of api.tokens) {
      const row = model.row(before);
      for (const after of api.tokens) {
        fill(before, after, row[after]);
      }
    }
  }

  return api;
})();
