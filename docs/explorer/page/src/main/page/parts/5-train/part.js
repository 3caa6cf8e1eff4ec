// Part 5: training. Its start and end, and what is shown and said of it.

(() => {
  const MOST_TOKENS = 1024; // of a net
  address.declare('step', ''); // the one that is shown: the last

  const result = byId('train-result');
  let run = null;
  let before = null; // the run before, on the same list
  let ready = false; // there is a list to learn from
  let loading = true; // there will be another list soon
  let atOnce = address.part() === 'train'; // whoever opens the page here wants to see the result
  let drawn = 0; // the animation frame that is asked for, or 0
  let grown = false; // there are steps that the curves do not show
  let net = -1; // the step whose net is shown

  // ---- Start and end

  /** Another list or smoothing: whatever was learned is learned no more. */
  function begin() {
    drop();
    before = null;
    const size = numbers.count(study.size - 1);
    byId('train-nothing').textContent = !study.counts
      ? 'This model is a net that was trained elsewhere. It does not say what it learned from, so '
        + 'there is nothing here to learn from. Choose a list in part 1.'
      : study.size > MOST_TOKENS
        ? `This list has ${size} different characters. A net holds at most 1,024 tokens, which are `
          + '1,023 characters and the boundary: its weights all stand on one tape. Counting '
          + 'has no such limit.'
        : '';
    ready = byId('train-nothing').textContent === '';
    byId('train-all').hidden = !ready;
    if (ready) {
      trainingSettings.show();
      if (atOnce) {
        start(false);
      }
    }
  }

  /** Stops what runs, and forgets it. */
  function drop() {
    run?.stop();
    trainingNets.forget();
    trainingClock.pause();
    before = run && run.last() > 0 ? run : before;
    run = null;
    net = -1;
    byId('train-played').hidden = true;
    byId('train-problem').textContent = '';
    byId('train-start').textContent = 'Train and watch';
    result.textContent = 'Not trained yet.';
    if (study.net) {
      study.setNet(null);
    }
  }

  /**
   * @param byHand a reader asked for it, and so wants to watch
   * @param diverges a reader asked to see how it diverges
   */
  function start(byHand, diverges = false) {
    atOnce = !ready || loading; // it starts as soon as there is a list
    if (atOnce) {
      return;
    }
    drop();
    if (byHand) {
      address.set({step: ''});
    }
    const watch = byHand && !reducedMotion.matches;
    trainingClock.reset({follow: !watch});
    result.textContent = 'Training runs...';
    byId('train-start').textContent = 'Stop training';
    byId('train-save').disabled = true;
    byId('train-save').textContent = 'Save the net as a file';
    run = trainingRun.start(trainingSettings.all(), told);
    run.watch = watch;
    run.byHand = byHand;
    run.diverges = diverges;
  }

  /** There are more steps, or it has stopped. */
  function told() {
    if (run.last() < 0) {
      finish(); // it failed before the first step
      return;
    }
    if (byId('train-played').hidden) {
      byId('train-played').hidden = false;
      trainingTables.begin();
      trainingClock.recorded(run.last(), true);
      if (run.watch) {
        trainingClock.play();
      }
    }
    grown = true;
    trainingClock.recorded(run.last(), run.state === 'runs');
    if (run.state !== 'runs') {
      finish();
    }
  }

  function finish() {
    byId('train-start').textContent = 'Train and watch';
    byId('train-save').disabled = !run.result;
    byId('train-save').textContent = trainingSave(run);
    byId('train-problem').textContent = trainingProblem(run);
    result.textContent = trainingOutcome(run);
    if (!run.byHand && address.get('step') !== '') {
      toAddress();
    }
  }

  // ---- What is shown of a step

  function drawSoon() {
    drawn ||= requestAnimationFrame(() => {
      drawn = 0;
      if (run && run.last() >= 0) {
        draw(trainingClock.step());
      }
    });
  }

  function draw(step) {
    if (grown) {
      grown = false;
      trainingCurves.draw(run, before);
      byId('train-before').hidden = !before;
    }
    trainingCurves.mark(step);
    if (!trainingClock.playing()) {
      trainingCurves.describe(step);
    }
    byId('train-loss').textContent = run.losses[step].toFixed(5);
    byId('train-excess').textContent = smallNumber(Math.max(0, run.losses[step] - run.lowest));
    byId('train-distance').textContent = smallNumber(run.distances[step]);
    showNet(run.kept(step));
  }

  function showNet(step) {
    if (step !== net) {
      net = step;
      trainingNets.show(study.codePoints, run.weights.get(step), (made) => {
        study.setNet(made);
        trainingTables.show(made, step);
      });
    }
  }

  trainingClock.shown.add(drawSoon);
  trainingCurves.onPoint((step) => {
    trainingClock.pause();
    trainingClock.goTo(step);
  });
  new ResizeObserver(() => {
    grown = true;
    drawSoon();
  }).observe(trainingCurves.figure);

  // ---- The address: the step that is shown at rest

  const noteStep = debounced(300, () => { // a browser refuses an address that changes too often
    if (run && run.state !== 'runs' && !trainingClock.playing()) {
      address.set({step: trainingClock.atEnd() ? '' : trainingClock.step()});
    }
  });
  trainingClock.rested.add(() => {
    drawSoon();
    noteStep();
  });

  function toAddress() {
    const asked = Math.floor(address.number('step', 0, run.last()));
    const step = address.get('step') === '' ? run.last() : asked;
    if (step !== trainingClock.step()) {
      trainingClock.goTo(step);
    }
  }
  address.watch(['step'], () => {
    if (run && run.last() >= 0 && !trainingClock.playing()) {
      toAddress();
    }
  });

  trainingSettings.changed.add(() => {
    if (ready) {
      drop();
      trainingSettings.show();
    }
  });

  // ---- Buttons

  byId('train-start').addEventListener('click', () => {
    if (run?.state === 'runs') {
      run.stop();
      told();
    } else {
      start(true);
    }
  });
  byId('train-diverge').addEventListener('click', () => {
    trainingSettings.diverge();
    start(true, true);
  });
  byId('train-picture').addEventListener('click', () =>
    downloadPicture('training.svg', trainingCurves.picture()));
  byId('train-save').addEventListener('click', async () => {
    const name = trainingSettings.fileName();
    const file = await trainingNets.file(study.codePoints, run.result.weights);
    download(name, 'text/plain', file);
  });

  // ---- What is learned from

  study.begun.add(() => {
    loading = true;
  });
  study.changed.add(() => {
    loading = false;
  });
  study.failed.add(() => {
    loading = false;
  });
  study.modelChanged.add(begin);
  address.shown.add((part) => {
    if (part === 'train' && !run) {
      start(false);
    }
  });
})();
