// The table as a picture on a canvas. The canvas is never larger than its box: of a large table it
// draws the part to which the box is scrolled, with the labels of these rows and columns.

const heatMap = (() => {
  const LARGEST = 22; // pixels of a cell that has all the room it wants
  const SMALLEST = 10; // smaller cells are not read; the box scrolls instead
  const SCROLLED = 14; // cells of a table that scrolls
  const TOUCHED = 24; // cells that a finger hits
  const LONGEST_LABEL = 60;

  const figure = byId('table-figure');
  const box = byId('table-box');
  const sheet = byId('table-sheet');
  const canvas = byId('table-map');
  const pen = canvas.getContext('2d');

  let shown = null; // {tokens, values, isSeen, scale}
  let marked = null; // the pair that is selected: {row, column}
  let pointed = null; // the pair under the pointer
  let large = false;
  let cell = LARGEST;
  let side = 0; // the width of the labels of the rows
  let top = 0; // the height of the labels of the columns
  let fontSize = 14;
  let look = null; // colors and font of the styles
  let asked = false;

  const isSame = (one, other) => one?.row === other?.row && one?.column === other?.column;

  function drawSoon() {
    if (shown && !asked) {
      asked = true;
      requestAnimationFrame(() => {
        asked = false;
        draw();
      });
    }
  }

  /** Finds the size of a cell, and sizes everything. */
  function fit() {
    if (!shown) {
      return;
    }
    const size = shown.tokens.length;
    measureLabels(SMALLEST);
    const fitting = (figure.clientWidth - side) / size;
    const scrolls = large || fitting < SMALLEST;
    cell = large ? TOUCHED : scrolls ? SCROLLED : Math.floor(Math.min(fitting, LARGEST) * 4) / 4;
    measureLabels(cell);
    sheet.style.width = `${side + size * cell + 1}px`;
    sheet.style.height = `${top + size * cell + 1}px`;
    box.classList.toggle('scrolls', scrolls);
    sizeCanvas();
    drawSoon();
  }

  function sizeCanvas() {
    const ratio = devicePixelRatio;
    const width = Math.min(box.clientWidth, sheet.offsetWidth);
    const height = Math.min(box.clientHeight, sheet.offsetHeight);
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }

  /** The room for the labels: of the longest one, in the font for cells of a size. */
  function measureLabels(size) {
    fontSize = Math.max(9, Math.min(14, size));
    pen.font = `${fontSize}px ${style('--sans')}`;
    const widths = shown.labels.map((label) => pen.measureText(label).width);
    const longest = Math.min(d3.max(widths), LONGEST_LABEL);
    shown.isLong = widths.map((width) => width > 1.4 * size);
    side = Math.ceil(longest) + 8;
    top = Math.ceil(shown.isLong.includes(true) ? Math.max(longest, fontSize) : fontSize) + 8;
  }

  /** The rows or columns that are in sight: from the first to before the last. */
  function inSight(scrolled, room) {
    const first = Math.floor(scrolled / cell);
    return [first, Math.min(shown.tokens.length, Math.ceil((scrolled + room) / cell))];
  }

  /** The styles are asked once for a drawing: each question takes the browser some time. */
  const looks = () => ({card: style('--card'), ink: style('--ink'), soft: style('--soft-ink'),
    focus: style('--focus'), low: style('--low'), lit: style('--accent-soft'),
    font: style('--sans')});

  function draw() {
    look = looks();
    const width = canvas.width / devicePixelRatio;
    const height = canvas.height / devicePixelRatio;
    pen.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    pen.fillStyle = look.card;
    pen.fillRect(0, 0, width, height);
    const rows = inSight(box.scrollTop, height - top);
    const columns = inSight(box.scrollLeft, width - side);
    pen.save();
    pen.beginPath();
    pen.rect(side, top, width - side, height - top);
    pen.clip();
    pen.translate(side - box.scrollLeft, top - box.scrollTop);
    drawCells(rows, columns);
    outline(marked, look.ink, 2.5);
    outline(pointed, look.focus, 2);
    pen.restore();
    drawLabels(rows, columns, width, height);
  }

  /** A pair that occurs fills its cell; one that does not, but has a probability, half of it. */
  function drawCells(rows, columns) {
    const size = shown.tokens.length;
    const {values, isSeen, scale} = shown;
    pen.fillStyle = look.low;
    pen.fillRect(columns[0] * cell, rows[0] * cell, (columns[1] - columns[0]) * cell,
      (rows[1] - rows[0]) * cell);
    const gap = cell >= 8 ? 1 : 0.5;
    const inset = Math.round(cell / 3.2);
    for (let row = rows[0]; row < rows[1]; row++) {
      for (let column = columns[0]; column < columns[1]; column++) {
        const i = row * size + column;
        if (values[i] !== 0) {
          const edge = isSeen(i) ? 0 : inset;
          pen.fillStyle = scale.color(values[i]);
          pen.fillRect(column * cell + edge, row * cell + edge, cell - gap - 2 * edge,
            cell - gap - 2 * edge);
        }
      }
    }
  }

  function outline(pair, color, width) {
    if (pair) {
      pen.strokeStyle = look.card; // a light line inside of a dark one is seen on any color
      pen.lineWidth = width + 2;
      const place = [pair.column * cell - 0.5, pair.row * cell - 0.5, cell, cell];
      pen.strokeRect(...place);
      pen.strokeStyle = color;
      pen.lineWidth = width;
      pen.strokeRect(...place);
    }
  }

  function drawLabels(rows, columns, width, height) {
    const lit = pointed ?? marked;
    pen.textBaseline = 'middle';
    clipped(0, top, side, height - top, () => {
      for (let row = rows[0]; row < rows[1]; row++) {
        const y = top - box.scrollTop + row * cell;
        pen.textAlign = 'right';
        label(row, row === lit?.row, [0, y, side - 1, cell], [side - 5, y + cell / 2], false);
      }
    });
    clipped(side, 0, width - side, top, () => {
      for (let column = columns[0]; column < columns[1]; column++) {
        const x = side - box.scrollLeft + column * cell;
        const turned = shown.isLong[column];
        pen.textAlign = turned ? 'left' : 'center';
        label(column, column === lit?.column, [x, 0, cell, top - 1],
          [x + cell / 2, turned ? top - 5 : top - 5 - fontSize / 2], turned);
      }
    });
  }

  function clipped(x, y, width, height, action) {
    pen.save();
    pen.beginPath();
    pen.rect(x, y, width, height);
    pen.clip();
    action();
    pen.restore();
  }

  function label(place, isLit, ground, [x, y], turned) {
    if (isLit) {
      pen.fillStyle = look.lit;
      pen.fillRect(...ground);
    }
    pen.font = `${isLit ? '700 ' : ''}${fontSize}px ${look.font}`;
    pen.fillStyle = isLit ? look.ink : look.soft;
    pen.save();
    pen.translate(x, y);
    pen.rotate(turned ? -Math.PI / 2 : 0);
    pen.fillText(shown.labels[place], 0, 0, LONGEST_LABEL);
    pen.restore();
  }

  box.addEventListener('scroll', drawSoon, {passive: true});
  darkScheme.addEventListener('change', drawSoon);
  new ResizeObserver(fit).observe(figure);

  return {
    canvas,

    /**
     * Shows numbers.
     *
     * tokens: in the order of the rows; values: row by row; isSeen: of a place among the values,
     * whether that pair occurs in the list; scale: of the colors
     */
    show({tokens, values, isSeen, scale}) {
      const isNew = shown?.tokens !== tokens;
      const labels = isNew ? tokens.map(study.text) : shown.labels;
      shown = {...shown, tokens, values, isSeen, scale, labels};
      if (isNew) {
        fit();
      }
      drawSoon();
    },

    mark(pair) {
      marked = pair;
      drawSoon();
    },

    point(pair) {
      if (!isSame(pair, pointed)) {
        pointed = pair;
        drawSoon();
      }
    },

    setLarge(isLarge) {
      large = isLarge;
      fit();
    },

    /** Scrolls the box, not the page, until a pair is in sight. */
    reveal({row, column}) {
      const scrolled = (now, place, room) =>
        Math.max(Math.min(now, place * cell), (place + 1) * cell - room);
      box.scrollTop = scrolled(box.scrollTop, row, box.clientHeight - top);
      box.scrollLeft = scrolled(box.scrollLeft, column, box.clientWidth - side);
    },

    /** The pair at a point of the window, or null. */
    pairAt({clientX, clientY}) {
      const {left, top: above} = canvas.getBoundingClientRect();
      const x = clientX - left - side;
      const y = clientY - above - top;
      const row = Math.floor((y + box.scrollTop) / cell);
      const column = Math.floor((x + box.scrollLeft) / cell);
      const size = shown?.tokens.length ?? 0;
      return x >= 0 && y >= 0 && row < size && column < size ? {row, column} : null;
    },
  };
})();
