// One training: the worker that makes the steps, and what is recorded of them.

const trainingRun = (() => {
  const MOST_MEMORY = 64e6; // bytes of weights that are kept

  /**
   * Starts a training in a worker of its own.
   *
   * @param settings descent, rate, smoothing, maxSteps, target
   * @param told is called whenever there are more steps, and when training has stopped
   */
  function start(settings, told) {
    const worker = newWorker();
    const size = study.size;
    const run = {
      settings,
      losses: [], // of each step
      distances: [], // of each step: the largest total variation of a row
      weights: new Map(), // of some steps
      lowest: 0, // the loss of counting, which no net goes below
      every: 1, // how many steps lie between those whose weights are kept
      state: 'runs', // then: certified, steps, diverged or stopped
      result: null,
      best: -1, // then: the step whose weights are the result
      problem: '',

      last: () => run.losses.length - 1,

      /** The newest step, up to the given one, whose weights are kept. */
      kept: (step) => (run.weights.has(step) ? step : Math.floor(step / run.every) * run.every),

      stop() {
        worker.stop();
        if (run.state === 'runs') {
          run.state = 'stopped';
        }
      },
    };

    function record({lowest, every, steps}) {
      for (const {step, loss, totalVariation, weights} of steps) {
        run.losses.push(loss);
        run.distances.push(totalVariation);
        if (weights) {
          run.weights.set(step, weights);
        }
      }
      run.lowest = lowest;
      run.every = every;
      for (const step of run.weights.keys()) {
        if (step % every !== 0) {
          run.weights.delete(step);
        }
      }
      told();
    }

    function finish(result) {
      run.result = result;
      run.state = result.stop;
      // When the steps run out, the result is the first step with the least loss.
      run.best = result.stop === 'certified' ? result.steps : run.losses.indexOf(result.loss);
      run.weights.set(run.best, result.weights);
    }

    const most = Math.max(2, Math.floor(MOST_MEMORY / (8 * size * size)));
    worker.ask('train',
      {...settings, most, codePoints: study.codePoints, cells: study.cells}, record)
      .then(finish, (error) => {
        run.state = 'diverged';
        run.problem = error.message;
      })
      .then(() => {
        worker.stop();
        told();
      });
    return run;
  }

  return {start};
})();
