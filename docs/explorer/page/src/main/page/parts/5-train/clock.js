// Plays recorded steps at a human pace: which step is shown, and when the next one is.

const trainingClock = (() => {
  const JUMPS = 10; // for readers who want little motion: so many jumps, a second each

  const play = byId('train-play');
  const slider = byId('train-slider');
  const speed = byId('train-speed');

  let last = 0; // the last step that is recorded
  let more = false; // training still runs
  let position = 0; // the step that is shown, and the part of the way to the next one
  let playing = false;
  let follows = false; // shows the newest step as long as training runs
  let timer = 0;
  let frame = 0;
  let before = 0; // when the last frame was drawn, in milliseconds

  const api = {
    /** Called with the step that is to be shown. */
    shown: listeners(),
    /** Called when it comes to rest. */
    rested: listeners(),

    step: () => Math.floor(position),
    atEnd: () => api.step() === last && !more,
    playing: () => playing,

    /** Forgets the steps of another training. */
    reset({follow}) {
      playing = false;
      follows = follow;
      last = position = 0;
      more = true;
    },

    /** Tells how many steps are recorded, and whether there will be more. */
    recorded(step, running) {
      last = step;
      more = running;
      if (follows) {
        position = last;
        follows = running;
      }
      show();
    },

    goTo(step) {
      follows = false;
      position = Math.max(0, Math.min(step, last));
      show();
      if (!playing) {
        api.rested.tell();
      }
    },

    play() {
      follows = false;
      if (api.atEnd()) {
        position = 0;
      }
      playing = true;
      before = performance.now();
      show();
      wait();
    },

    pause() {
      if (playing) {
        playing = false;
        clearTimeout(timer);
        cancelAnimationFrame(frame);
        position = api.step();
        show();
        api.rested.tell();
      }
    },
  };

  function show() {
    play.textContent = playing ? 'Pause' : 'Play';
    slider.max = last;
    slider.value = api.step();
    slider.setAttribute('aria-valuetext', `step ${api.step()} of ${last}`);
    byId('train-shown').textContent =
      `${numbers.count(api.step())} of ${numbers.count(last)}${more ? ' so far' : ''}`;
    byId('train-back').disabled = api.step() === 0;
    byId('train-forward').disabled = api.step() === last;
    api.shown.tell(api.step());
  }

  function wait() {
    if (!playing) {
      return;
    }
    if (reducedMotion.matches) {
      timer = setTimeout(jump, 1000);
    } else {
      frame = requestAnimationFrame(advance);
    }
  }

  function advance(now) {
    const seconds = Math.min(0.25, Math.max(0, now - before) / 1000); // a hidden page has no frames
    before = now;
    moveTo(position + seconds * Number(speed.value));
    wait();
  }

  function jump() {
    moveTo(api.step() + Math.max(1, Math.ceil(last / JUMPS)));
    wait();
  }

  function moveTo(to) {
    const from = api.step();
    position = Math.min(to, last);
    if (api.atEnd()) {
      api.pause();
    } else if (api.step() !== from) {
      show();
    }
  }

  play.addEventListener('click', () => (playing ? api.pause() : api.play()));
  const oneStep = (by) => () => {
    api.pause();
    api.goTo(api.step() + by);
  };
  byId('train-back').addEventListener('click', oneStep(-1));
  byId('train-forward').addEventListener('click', oneStep(1));
  slider.addEventListener('input', () => {
    const step = Number(slider.value);
    api.pause();
    api.goTo(step);
  });

  return api;
})();
