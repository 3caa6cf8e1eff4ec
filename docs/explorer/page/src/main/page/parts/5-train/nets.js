// Nets of recorded weights. A table of 300 tokens takes a tenth of a second, so that a worker of
// its own makes them, one at a time: the newest one that is asked for is next.

const trainingNets = (() => {
  let worker = null;
  let busy = false;
  let wanted = null; // {codePoints, weights, action}

  /** Calls an action with the net of some weights, unless another one is asked for before. */
  function show(codePoints, weights, action) {
    wanted = {codePoints, weights, action};
    if (!busy) {
      next();
    }
  }

  async function next() {
    const {codePoints, weights, action} = wanted;
    wanted = null;
    busy = true;
    const table = await asked('netTable', {codePoints, weights});
    busy = false;
    action(netOf(codePoints, weights, table));
    if (wanted) {
      next();
    }
  }

  const asked = (call, args) => (worker ??= newWorker()).ask(call, args);

  /** The net as the engine has it, made only when it has to do more than show its table. */
  function netOf(codePoints, weights, table) {
    const size = codePoints.length + 1;
    const known = {
      table: () => table,
      row: (context) => table.subarray(context * size, (context + 1) * size),
      codePoints: () => codePoints,
    };
    let whole = null;
    return new Proxy(known, {
      get(target, name) {
        if (name in target) {
          return target[name];
        }
        whole ??= engine.net(codePoints, weights);
        return typeof whole[name] === 'function' ? whole[name].bind(whole) : whole[name];
      },
    });
  }

  /** Drops what was asked for and is not answered yet. */
  function forget() {
    wanted = null;
    if (busy) {
      worker.stop();
      worker = null;
      busy = false;
    }
  }

  return {show, forget, file: (codePoints, weights) => asked('netFile', {codePoints, weights})};
})();
