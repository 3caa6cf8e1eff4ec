// The curves of a training: the loss, and below it the distance from the counted table.

const trainingCurves = (() => {
  const LEFT = 54;
  const RIGHT = 14;
  const UPPER = {top: 24, bottom: 214};
  const LOWER = {top: 262, bottom: 372};
  const HEIGHT = 404;
  const SMALLEST = 1e-16; // a distance of 0 has no place on a logarithmic scale

  const figure = byId('train-curves');
  const svg = d3.create('svg').attr('role', 'img').attr('height', HEIGHT);
  figure.prepend(svg.node());
  const clip = svg.append('clipPath').attr('id', 'train-clip').append('rect');
  const axes = svg.append('g');
  const lines = svg.append('g').attr('clip-path', 'url(#train-clip)');
  const marks = svg.append('g');

  let drawn = null; // what is drawn: {run, x, panels}

  /** Draws all that is recorded. */
  function draw(run, before) {
    const width = Math.max(240, figure.clientWidth);
    svg.attr('width', width).attr('viewBox', `0 0 ${width} ${HEIGHT}`);
    clip.attr('x', LEFT).attr('y', UPPER.top - 4)
      .attr('width', Math.max(0, width - LEFT - RIGHT + 4))
      .attr('height', LOWER.bottom - UPPER.top + 8);
    const x = d3.scaleLinear([0, Math.max(1, run.last())], [LEFT, width - RIGHT]);
    const panels = [lossPanel(run), distancePanel(run)];
    axes.selectAll('*').remove();
    lines.selectAll('*').remove();
    marks.selectAll('*').remove();
    panels.forEach((panel) => drawPanel(panel, x, width));
    if (before) {
      path(lines, 'before', line(panels[0], x)(before.losses));
    }
    axes.append('text').attr('x', width - RIGHT).attr('y', HEIGHT - 2).attr('text-anchor', 'end')
      .text('steps');
    drawn = {run, x, panels};
  }

  function lossPanel(run) {
    const goal = run.lowest;
    const first = run.losses[0];
    const most = d3.max(run.losses);
    const range = [UPPER.bottom, UPPER.top];
    const left = most > 1.5 * first; // the loss has left upward: only a logarithm has room for it
    const y = left
      ? d3.scaleLog([0.6 * Math.max(goal, first / 100), 1.1 * most], range)
      : d3.scaleLinear([goal - 0.12 * (first - goal), most], range).nice();
    return {...UPPER, y: y.clamp(true), values: run.losses, goal, ticks: left ? 4 : 5,
      format: left ? d3.format('~g') : d3.format('.3~f'),
      title: `loss, in nats${left ? ', on a logarithmic scale' : ''}`,
      goalText: `counting: ${goal.toFixed(4)}`};
  }

  function distancePanel(run) {
    const {target} = run.settings;
    const values = run.distances.map((distance) => Math.max(distance, SMALLEST));
    const least = Math.min(d3.min(values), target || 1);
    const y = d3.scaleLog([least / 6, 1], [LOWER.bottom, LOWER.top]);
    return {...LOWER, y, values, goal: target || null, ticks: 3, format: d3.format('~g'),
      title: 'certified distance', goalText: `target: ${target}`};
  }

  const line = ({y}, x) => d3.line((value, step) => x(step), y);

  const path = (where, kind, d) =>
    where.append('path').attr('class', `train-curve ${kind}`).attr('fill', 'none').attr('d', d);

  function drawPanel(panel, x, width) {
    const axis = (made, dx, dy) =>
      axes.append('g').attr('class', 'axis').attr('transform', `translate(${dx},${dy})`).call(made);
    axis(d3.axisBottom(x).ticks(Math.max(2, width / 90)).tickFormat(wholeSteps), 0, panel.bottom);
    axis(d3.axisLeft(panel.y).ticks(panel.ticks, panel.format), LEFT, 0);
    axes.append('text').attr('x', 4).attr('y', panel.top - 10).text(panel.title);
    path(lines, 'ahead', line(panel, x)(panel.values));
    if (panel.goal !== null) {
      const y = panel.y(panel.goal);
      lines.append('line').attr('class', 'train-goal').attr('x1', LEFT).attr('x2', width - RIGHT)
        .attr('y1', y).attr('y2', y);
      const below = y + 16 < panel.bottom; // otherwise it would lie on the axis
      marks.append('text').attr('class', 'train-goal-text').attr('x', width - RIGHT)
        .attr('text-anchor', 'end').attr('y', below ? y + 16 : y - 6).text(panel.goalText);
    }
    panel.played = path(lines, 'played', '');
    panel.here = marks.append('line').attr('class', 'train-here').attr('y1', panel.top)
      .attr('y2', panel.bottom);
    panel.dot = marks.append('circle').attr('class', 'train-dot').attr('r', 5);
  }

  const wholeSteps = (step) => (Number.isInteger(step) ? numbers.count(step) : '');

  /** Marks the step that is shown. */
  function mark(step) {
    for (const panel of drawn.panels) {
      const at = drawn.x(step);
      panel.played.attr('d', line(panel, drawn.x)(panel.values.slice(0, step + 1)));
      panel.here.attr('x1', at).attr('x2', at);
      panel.dot.attr('cx', at).attr('cy', panel.y(panel.values[step]));
    }
  }

  /** Says what is drawn. */
  function describe(step) {
    const {run: {losses, distances, settings}, panels: [{goal}]} = drawn;
    const last = losses.length - 1;
    svg.attr('aria-label', `Two curves over ${last} steps. The loss goes from `
      + `${losses[0].toFixed(4)} to ${losses[last].toFixed(4)}; the line of counting is at `
      + `${goal.toFixed(4)}. The certified distance goes from ${numbers.probability(distances[0])} `
      + `to ${numbers.probability(distances[last])}; the target is `
      + `${settings.target}. Step ${step} is marked.`);
  }

  /** Calls an action with the step at which a reader points. */
  function onPoint(action) {
    const point = (event) => {
      if (drawn && event.buttons === 1) {
        const [x] = d3.pointer(event, svg.node());
        action(Math.round(drawn.x.invert(x)));
      }
    };
    svg.on('pointerdown', point).on('pointermove', point);
  }

  return {draw, mark, describe, onPoint, picture: () => svg.node(), figure};
})();
