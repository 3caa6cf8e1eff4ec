// Two small tables of probabilities: the net's at the step that is shown, and the counted one.

const trainingTables = (() => {
  const MOST = 60; // tokens; of larger vocabularies the most frequent ones are shown
  const COLORS = 256;
  const LEAST_CELL = 8; // pixels, from which on there are letters at the sides

  const net = byId('train-net');
  const counted = byId('train-counted');
  const cell = byId('train-cell');

  let tokens = []; // that are shown, ascending
  let tables = {}; // the probabilities of these, row by row: {net, counted}
  let colors = [];

  /** Chooses the tokens of the list that is studied, and draws its counted table. */
  function begin() {
    tokens = d3.range(study.size);
    if (study.size > MOST) {
      const frequency = new Float64Array(study.size);
      for (let i = 0; i < study.cells.length; i += 3) {
        frequency[study.cells[i]] += study.cells[i + 2];
      }
      tokens = tokens.sort((a, b) => frequency[b] - frequency[a]).slice(0, MOST)
        .sort((a, b) => a - b);
    }
    byId('train-which').textContent = (study.size > MOST
      ? `The ${MOST} most frequent of the ${numbers.count(study.size)} tokens. ` : '')
      + 'A row for each token, a column for each next token: the stronger the color, the likelier. '
      + 'The dot is the start and the end.';
    cell.textContent = '';
    tables = {counted: picked((token) => study.model.row(token))};
    recolor();
  }

  function picked(row) {
    return tokens.flatMap((context) => {
      const probabilities = row(context);
      return tokens.map((next) => probabilities[next]);
    });
  }

  /** Shows a net. */
  function show(model, step) {
    tables.net = picked((token) => model.row(token));
    byId('train-net-title').textContent = `Net, step ${numbers.count(step)}`;
    paint(net, tables.net);
    net.setAttribute('aria-label', `The net's table after ${numbers.of(step, 'step')}, `
      + 'as colors. Part 2 of this page has its numbers.');
  }

  function recolor() {
    const scale = d3.interpolateRgb(style('--low'), style('--accent'));
    colors = d3.range(COLORS).map((i) => d3.rgb(scale(i / (COLORS - 1))));
    redraw();
  }

  function redraw() {
    for (const [canvas, table] of [[net, tables.net], [counted, tables.counted]]) {
      if (table) {
        paint(canvas, table);
      }
    }
    counted.setAttribute('aria-label', 'The counted table, as colors.');
  }

  /** The size of a canvas in CSS pixels, and of the cells in it. */
  function measures(canvas) {
    const side = canvas.clientWidth;
    const letters = side / (tokens.length + 1) >= LEAST_CELL;
    const size = side / (tokens.length + (letters ? 1 : 0));
    return {side, size, margin: letters ? size : 0};
  }

  function paint(canvas, table) {
    const {side, size, margin} = measures(canvas);
    if (side === 0) {
      return; // not to be seen
    }
    const pixels = Math.round(side * devicePixelRatio);
    if (canvas.width !== pixels) {
      canvas.width = canvas.height = pixels;
    }
    const context = canvas.getContext('2d');
    context.setTransform(pixels / side, 0, 0, pixels / side, 0, 0);
    context.clearRect(0, 0, side, side);
    context.imageSmoothingEnabled = false;
    context.drawImage(image(table), margin, margin, side - margin, side - margin);
    if (margin > 0) {
      letters(context, size);
    }
  }

  /** A picture with one pixel for each probability. Roots make small ones visible. */
  function image(table) {
    const small = new OffscreenCanvas(tokens.length, tokens.length);
    const data = new ImageData(tokens.length, tokens.length);
    table.forEach((probability, i) => {
      const {r, g, b} = colors[Math.round(Math.sqrt(probability) * (COLORS - 1))];
      data.data.set([r, g, b, 255], 4 * i);
    });
    small.getContext('2d').putImageData(data, 0, 0);
    return small;
  }

  function letters(context, size) {
    context.fillStyle = style('--soft-ink');
    context.font = `${Math.min(14, 0.95 * size)}px ${style('--sans')}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    tokens.forEach((token, i) => {
      const middle = (i + 1.5) * size;
      context.fillText(study.text(token), size / 2, middle, size);
      context.fillText(study.text(token), middle, size / 2, size);
    });
  }

  function point(event) {
    const {size, margin} = measures(event.target);
    const column = Math.floor((event.offsetX - margin) / size);
    const row = Math.floor((event.offsetY - margin) / size);
    const inside = (i) => i >= 0 && i < tokens.length;
    if (tables.net && inside(row) && inside(column)) {
      const i = row * tokens.length + column;
      fill(cell, element('bdi', {}, study.text(tokens[row])), ' then ',
        element('bdi', {}, study.text(tokens[column])),
        `: net ${numbers.probability(tables.net[i])}, `
        + `counting ${numbers.probability(tables.counted[i])}`);
    }
  }

  for (const canvas of [net, counted]) {
    canvas.addEventListener('pointermove', point);
    canvas.addEventListener('pointerdown', point);
  }
  darkScheme.addEventListener('change', recolor);
  new ResizeObserver(redraw).observe(net);

  return {begin, show};
})();
