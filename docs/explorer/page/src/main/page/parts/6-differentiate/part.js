// Part 6: an expression, its graph, and the walk of its gradients.

(() => {
  const {FIRST, ALL: EXAMPLES} = graphExamples;

  address.declare('expression', FIRST);
  address.declare('at', ''); // the numbers of the variables, or nothing: those of the engine
  address.declare('walk', 'all'); // the number of steps, or all
  address.declare('along', 'b'); // the variable of the plot

  const field = byId('gradient-expression');
  const slider = byId('gradient-walk');
  const box = byId('gradient-box');

  let expression = ''; // the last one that could be read
  let graph = null; // at the present numbers
  let standard = []; // the engine's numbers
  let names = [];
  let shape = null; // what stays when numbers change
  let picture = null;
  let showRows = null;
  let step = 0;
  let selected = 0; // the variable of the plot
  let timer = 0; // of the play button

  function description() {
    const {short, cut} = graphWords;
    const [data, gradients, point] = [graph.data(), graph.gradients(), graph.point()];
    const told = names.slice(0, 8).map((name, variable) => `${cut(name, 20)} is `
      + `${short(point[variable])} with the gradient ${short(gradientOf(variable, gradients))}`);
    return `Graph of ${expression}: ${numbers.of(shape.count, 'node')}. The result is `
      + `${short(data[shape.count - 1])}. ${told.join(', ')}`;
  }

  const gradientOf = (variable, gradients = graph.gradients()) =>
    gradients[shape.variableOf.indexOf(variable)];

  // ---- Showing it.

  const steps = () => graphWalk.steps(shape);
  const present = () =>
    ({...graphWalk.present(shape, graph, step), selected, description: description()});

  let wanted = false;

  /** Shows all at the next frame, however often it is called before that. */
  function showSoon() {
    if (!wanted) {
      wanted = true;
      requestAnimationFrame(() => {
        wanted = false;
        show();
      });
    }
  }

  function show() {
    const now = present();
    picture.update(now);
    const sentence = byId('gradient-sentence');
    fill(sentence, ...graphWords.sentence(shape, now.stage, now));
    speak();
    slider.max = steps();
    slider.value = step;
    byId('gradient-step').textContent = `Step ${step} of ${steps()}`;
    const point = graph.point();
    const gradients = names.map((name, variable) => gradientOf(variable));
    showRows(point, gradients, selected);
    showPlot(point, gradients);
    if (byId('gradient-details').open) {
      graphAround.list(shape, now);
    }
  }

  const speak = debounced(500, () => {
    byId('gradient-spoken').textContent = byId('gradient-sentence').textContent;
  });

  function showPlot(point, gradients) {
    if (names.length === 0) {
      return;
    }
    graphAround.plot({graph, variable: selected, name: names[selected], at: point[selected],
      gradient: gradients[selected], result: graph.data()[shape.count - 1]});
  }

  // ---- What readers do.

  const keep = debounced(250, () => address.set(state()));

  function state() {
    const point = Array.from(graph.point());
    const elsewhere = point.some((number, i) => number !== standard[i]);
    return {expression, at: elsewhere ? point.join(',') : '',
      walk: step === steps() ? 'all' : step, along: names[selected] ?? 'b'};
  }

  /** The numbers of a text, or null if they are not one finite number for each variable. */
  function pointOf(text, count) {
    const found = text.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
    return found.length === count && found.every(Number.isFinite) ? Float64Array.from(found) : null;
  }

  /** Reads an expression; says what is wrong with it, if it can't be read. */
  function read(text) {
    const problem = byId('gradient-problem');
    let made = null;
    try {
      made = engine.expression(text);
      problem.textContent = '';
    } catch (error) {
      problem.textContent = `Not an expression: ${characters.visibleText(error.message)}. `
        + `The picture shows ${graph === null ? FIRST : expression}.`;
    }
    field.setAttribute('aria-invalid', String(made === null));
    box.classList.toggle('old', made === null);
    return made;
  }

  function begin(text, made, point, along) {
    const before = new Map(names.map((name, variable) => [name, graph.point()[variable]]));
    expression = text;
    names = Array.from(made.variables());
    standard = Array.from(made.point());
    graph = made.at(point
      ?? Float64Array.from(names, (name, i) => before.get(name) ?? standard[i]));
    shape = graphWalk.shapeOf(graph, names);
    selected = Math.max(0, names.indexOf(along));
    const on = {moved, chosen, valueOf: (variable) => graph.point()[variable]};
    picture = graphPicture.draw(box, shape, on);
    showRows = graphVariables.draw(byId('gradient-variables'), names, on);
    byId('gradient-examples').querySelectorAll('button').forEach((button, i) =>
      button.setAttribute('aria-pressed', String(EXAMPLES[i].expression === text)));
    const {said, attempt} = graphExamples.about(text, names.length);
    byId('gradient-said').textContent = said;
    byId('gradient-try').textContent = attempt;
    graphAround.begin(names);
  }

  /** Scrolls the picture to the node of the step, to the result, or to the leaves. */
  function reveal(behavior) {
    const {kind, node} = graphWalk.stage(shape, step);
    picture.reveal(node >= 0 ? node : kind === 'leaves' ? 0 : shape.count - 1, behavior);
  }

  function moved(variable, number) {
    const point = graph.point();
    point[variable] = number;
    graph = graph.at(point);
    selected = variable;
    showSoon();
    keep();
  }

  function chosen(variable) {
    if (variable !== selected) {
      selected = variable;
      showSoon();
      keep();
    }
  }

  function walk(to) {
    step = to;
    show();
    reveal(reducedMotion.matches ? 'instant' : 'smooth');
    keep();
  }

  function stop() {
    clearInterval(timer);
    timer = 0;
    byId('gradient-play').textContent = 'Play';
  }

  function play() {
    if (timer !== 0) {
      stop();
    } else if (reducedMotion.matches) {
      walk(steps());
    } else {
      walk(step === steps() ? 0 : step + 1);
      byId('gradient-play').textContent = 'Pause';
      timer = setInterval(() => {
        walk(Math.min(steps(), step + 1));
        if (step === steps()) {
          stop();
        }
      }, 1000);
    }
  }

  const byHand = (next) => () => {
    stop();
    walk(next());
  };
  byId('gradient-start').addEventListener('click', byHand(() => 0));
  byId('gradient-all').addEventListener('click', byHand(() => steps()));
  byId('gradient-play').addEventListener('click', play);
  // Each button begins its own pass if that was walked to its end.
  byId('gradient-forward').addEventListener('click', byHand(() =>
    (step < shape.inner.length ? step + 1 : Math.min(1, shape.inner.length))));
  byId('gradient-backward').addEventListener('click', byHand(() =>
    (step > shape.inner.length && step < steps() ? step + 1 : shape.inner.length + 1)));
  slider.addEventListener('input', byHand(() => slider.valueAsNumber));
  byId('gradient-save').addEventListener('click', () =>
    downloadPicture('gradient.svg', picture.svg));

  function setExpression(text, point, along) {
    stop();
    const made = read(text);
    if (made !== null) {
      begin(text, made, point, along);
      step = steps();
      show();
      reveal('instant');
      keep();
    }
  }

  const typed = debounced(150, () => setExpression(field.value, null, names[selected]));
  field.addEventListener('input', typed);
  fill(byId('gradient-examples'), ...EXAMPLES.map(({name, expression: text, along}) =>
    element('button', {click: () => {
      field.value = text;
      setExpression(text, Float64Array.from(engine.expression(text).point()), along);
    }}, name)));

  /** Takes everything from the address. */
  function adopt() {
    stop();
    const text = address.get('expression');
    field.value = text;
    const made = read(text);
    if (made === null && graph !== null) {
      return; // what was shown stays
    }
    const good = made ?? engine.expression(FIRST);
    const point = pointOf(address.get('at'), good.variables().length) ?? good.point();
    begin(made ? text : FIRST, good, point, address.get('along'));
    step = address.get('walk') === 'all' ? steps() : address.number('walk', 0, steps());
    step = Number.isInteger(step) ? step : steps();
    show();
    reveal('instant');
  }

  address.watch(['expression', 'at', 'walk', 'along'], () => {
    const own = state();
    if (Object.keys(own).some((key) => address.get(key) !== String(own[key]))) {
      adopt();
    }
  });
  byId('gradient-details').addEventListener('toggle', () =>
    graphAround.list(shape, present()));
  new ResizeObserver(() => showPlot(graph.point(), names.map((name, i) => gradientOf(i))))
    .observe(byId('gradient-variables-and-plot'));
  adopt();
})();
