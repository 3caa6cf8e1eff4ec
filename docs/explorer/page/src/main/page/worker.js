'use strict';
// Runs beside the page, after the engine, so that the page never waits. Each question has a number,
// the name of a call and its arguments. It is answered once, by a result or an error; a call may
// report progress before that.

let list = null; // the one that was read last

const calls = {
  read({text}) {
    list = engine.read(new Int8Array(new TextEncoder().encode(text)));
    const counts = list.counts();
    return {
      items: list.items(),
      emptyLines: list.emptyLines(),
      codePoints: counts.codePoints(),
      cells: counts.cells(),
    };
  },

  // The average cost of each item, under the counted model.
  costs({smoothing}) {
    return list.costs(smoothing);
  },

  // Reports the lowest loss that there is, all steps, and the weights of every so many of them: of
  // every step at first, of every second one as soon as there are more than `most`, and so on.
  // Steps come in bundles, since small vocabularies make thousands of them in a second.
  train({codePoints, cells, descent, rate, smoothing, maxSteps, target, most}, progress) {
    const counts = engine.counts(codePoints, cells);
    const lowest = counts.lowestLoss(smoothing);
    let every = 1;
    let kept = 0;
    let steps = [];
    let reported = performance.now();
    const report = () => {
      progress({lowest, every, steps});
      steps = [];
      reported = performance.now();
    };
    const observer = (step, loss, totalVariation, weights) => {
      const keep = step % every === 0;
      steps.push({step, loss, totalVariation, weights: keep ? weights.get() : null});
      if (keep && ++kept > most) {
        every *= 2;
        kept = Math.ceil(kept / 2); // whoever is told drops the others
      }
      if (performance.now() - reported > 150) {
        report();
      }
    };
    try {
      const net = counts.train(descent, rate, smoothing, maxSteps, target, observer);
      return {
        steps: net.steps(),
        loss: net.loss(),
        totalVariation: net.totalVariation(),
        stop: net.stop(),
        weights: net.weights(),
      };
    } finally {
      report();
    }
  },

  // All probabilities of a net, V x V.
  netTable({codePoints, weights}) {
    return engine.net(codePoints, weights).table();
  },

  // The model file of a net.
  netFile({codePoints, weights}) {
    return engine.net(codePoints, weights).file();
  },
};

onmessage = ({data: {id, call, args}}) => {
  try {
    const result = calls[call](args, (progress) => postMessage({id, progress}));
    postMessage({id, result});
  } catch (error) {
    postMessage({id, error: error.message || String(error)});
  }
};
