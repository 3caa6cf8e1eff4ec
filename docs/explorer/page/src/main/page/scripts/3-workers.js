// Workers run the engine beside the page. Each is made of the page's own text.

function newWorker() {
  const source = new Blob([byId('engine-script').textContent, byId('worker-script').textContent],
    {type: 'text/javascript'});
  const url = URL.createObjectURL(source);
  const worker = new Worker(workers.trusted(url));
  const pending = new Map();
  let next = 0;
  worker.onmessage = ({data: {id, progress, result, error}}) => {
    const question = pending.get(id);
    if (progress !== undefined) {
      question.progress(progress);
      return;
    }
    pending.delete(id);
    if (error === undefined) {
      question.resolve(result);
    } else {
      question.reject(new Error(error));
    }
  };
  return {
    /** Promises the result of a call; see the worker's own script for what there is. */
    ask(call, args, progress = () => {}) {
      return new Promise((resolve, reject) => {
        pending.set(next, {resolve, reject, progress});
        worker.postMessage({id: next++, call, args});
      });
    },

    /** Stops whatever it does. Its promises are never kept. */
    stop() {
      worker.terminate();
      URL.revokeObjectURL(url);
    },
  };
}

const workers = (() => {
  // Browsers that know Trusted Types demand that somebody vouches for the address of a script.
  const policy = window.trustedTypes?.createPolicy('makemore', {
    createScriptURL(url) {
      if (!url.startsWith('blob:')) {
        throw new TypeError('a worker is made of the text of this page');
      }
      return url;
    },
  });
  return {trusted: (url) => (policy ? policy.createScriptURL(url) : url)};
})();
