// The table in other forms: as an SVG picture to save, and as an HTML table.

const tableForms = (() => {
  const SVG = 'http://www.w3.org/2000/svg';
  const CELL = 16;
  const MOST_ROWS = 300; // a browser needs seconds for a table of thousands

  function picturePart(tag, attributes, text = '') {
    const made = document.createElementNS(SVG, tag);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
    made.textContent = text;
    return made;
  }

  /** The cells of the picture; pairs that do not occur are small, as on the page. */
  function rects({tokens, values, isSeen, scale}, side) {
    const made = [];
    values.forEach((value, i) => {
      if (value !== 0) {
        const edge = isSeen(i) ? 0 : 5;
        made.push(picturePart('rect', {
          x: side + i % tokens.length * CELL + edge,
          y: side + Math.floor(i / tokens.length) * CELL + edge,
          width: CELL - 1 - 2 * edge, height: CELL - 1 - 2 * edge, fill: scale.color(value),
        }));
      }
    });
    return made;
  }

  function labels(tokens, side) {
    const font = {'font-family': style('--sans'), 'font-size': 12, fill: style('--ink')};
    return tokens.flatMap((token, place) => {
      const text = study.text(token);
      const middle = side + (place + 0.5) * CELL;
      const isLong = text.startsWith('U+');
      const ofColumn = isLong ? {transform: `translate(${middle + 4} ${side - 4}) rotate(-90)`}
        : {x: middle, y: side - 5, 'text-anchor': 'middle'};
      const ofRow = {x: side - 5, y: middle + 4, 'text-anchor': 'end'};
      return [picturePart('text', {...font, ...ofRow}, text),
        picturePart('text', {...font, ...ofColumn}, text)];
    });
  }

  return {
    MOST_ROWS,

    /** Saves what the heat map shows. */
    savePicture(name, shown) {
      const {tokens} = shown;
      const isLong = tokens.some((token) => study.text(token).startsWith('U+'));
      const side = isLong ? 60 : 22;
      const width = side + tokens.length * CELL + 4;
      const picture = picturePart('svg', {width, height: width, viewBox: `0 0 ${width} ${width}`});
      picture.append(
        picturePart('rect', {width, height: width, fill: style('--card')}),
        picturePart('rect', {x: side, y: side, width: tokens.length * CELL,
          height: tokens.length * CELL, fill: style('--low')}),
        ...rects(shown, side), ...labels(tokens, side));
      download(name, 'image/svg+xml', new XMLSerializer().serializeToString(picture));
    },

    /** All numbers of a view as an HTML table. */
    whole(view, {tokens, values}) {
      const head = element('tr', {}, element('th', {scope: 'col'}, 'before \\ after'),
        ...tokens.map((token) => element('th', {scope: 'col'}, study.text(token))));
      const rows = tokens.map((token, row) => element('tr', {},
        element('th', {scope: 'row'}, study.text(token)),
        ...tokens.map((next, column) =>
          element('td', {}, pairTable.text(view, values[row * tokens.length + column])))));
      return element('table', {}, element('thead', {}, head), element('tbody', {}, ...rows));
    },

    /** All that is known of one row, the likeliest token first; of many tokens the first ones. */
    row(before) {
      const counts = pairTable.countsAfter(before);
      const probabilities = study.model.row(before);
      const net = study.net?.row(before);
      const columns = [['next', study.text], ['P', (t) => numbers.probability(probabilities[t])]];
      if (counts) {
        columns.splice(1, 0, ['count', (t) => numbers.count(counts[t])]);
      }
      if (net) {
        columns.push(['P of the net', (t) => numbers.probability(net[t])]);
      }
      const head = columns.map(([name]) => element('th', {scope: 'col'}, name));
      const likeliest = bars.likeliest(probabilities).slice(0, MOST_ROWS);
      const rows = likeliest.map((token) => element('tr', {},
        ...columns.map(([, text], i) =>
          element(i === 0 ? 'th' : 'td', i === 0 ? {scope: 'row'} : {}, text(token)))));
      return element('table', {}, element('thead', {}, element('tr', {}, ...head)),
        element('tbody', {}, ...rows));
    },
  };
})();
