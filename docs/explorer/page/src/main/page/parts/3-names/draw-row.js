// Two pictures of a row of probabilities: a line on which the die falls, and bars.

const rowPictures = (() => {
  const LINE = {top: 30, height: 40};
  const LEFT = 48; // room for the numbers beside the bars
  const MOST_BARS = 60; // more would be too thin to read

  const width = (svg) => Math.max(200, svg.getBoundingClientRect().width);

  /** The possible tokens of a row with the ends of their pieces of the line from 0 to 1. */
  function pieces(row) {
    const found = [];
    let left = 0;
    row.forEach((p, token) => {
      if (p > 0) {
        found.push({token, left, right: left + p});
        left += p;
      }
    });
    return found;
  }

  /** Draws the line, and the die where it fell; position is null before the throw. */
  function line(svg, row, chosen, position) {
    const x = d3.scaleLinear([0, 1], [10, width(svg) - 10]);
    const accent = d3.interpolateRgb(style('--low'), style('--accent'));
    const color = d3.scaleSequential([0, d3.max(row)], (share) => accent(0.45 * share));
    const picture = d3.select(svg);
    picture.selectAll('*').remove();
    const piece = picture.selectAll('g').data(pieces(row)).join('g');
    piece.append('rect')
      .attr('class', ({token}) => (token === chosen ? 'piece chosen' : 'piece'))
      .attr('x', ({left}) => x(left))
      .attr('width', ({left, right}) => Math.max(0.5, x(right) - x(left)))
      .attr('y', LINE.top).attr('height', LINE.height)
      .style('fill', ({token}) => (token === chosen ? style('--warm-soft') : color(row[token])));
    piece.filter(({token, left, right}) => x(right) - x(left) > 9 + 7 * study.text(token).length)
      .append('text')
      .attr('x', ({left, right}) => x((left + right) / 2))
      .attr('y', LINE.top + LINE.height / 2 + 5).attr('text-anchor', 'middle')
      .text(({token}) => study.text(token));
    picture.append('g').attr('class', 'axis')
      .attr('transform', `translate(0,${LINE.top + LINE.height})`)
      .call(d3.axisBottom(x).ticks(width(svg) < 500 ? 4 : 10).tickSizeOuter(0));
    if (position !== null) {
      die(picture, x(position));
    }
    const likeliest = d3.sort(pieces(row), ({left, right}) => left - right).slice(0, 3)
      .map(({token}) => `${characters.spoken(token)} ${numbers.probability(row[token])}`);
    svg.setAttribute('aria-label', `The row on a line. The likeliest: ${likeliest.join(', ')}.`
      + (position === null ? '' : ` The die fell at ${position.toFixed(4)}, on `
        + `${characters.spoken(chosen)}.`));
  }

  function die(picture, at) {
    const falling = picture.append('g').attr('transform', `translate(${at},0)`);
    falling.append('line').attr('class', 'drop').attr('y1', 12).attr('y2', LINE.top + LINE.height);
    falling.append('circle').attr('class', 'die').attr('r', 7).attr('cy', 9);
    if (!reducedMotion.matches) {
      falling.attr('transform', `translate(${at},-40)`).transition().duration(250)
        .ease(d3.easeBounceOut).attr('transform', `translate(${at},0)`);
    }
  }

  /** Draws the row as bars, with the outline of the row that the model itself has. */
  function bars(svg, row, own, chosen) {
    const likely = d3.range(row.length).filter((token) => own[token] > 0);
    const shown = likely.length <= MOST_BARS ? likely
      : d3.sort(d3.sort(likely, (token) => -own[token]).slice(0, MOST_BARS), (token) => token);
    const height = 190;
    const x = d3.scaleBand(shown, [LEFT, width(svg)]).padding(0.15);
    const y = d3.scaleLinear([0, Math.max(d3.max(row), d3.max(own))], [height - 24, 8]);
    const picture = d3.select(svg);
    picture.selectAll('*').remove();
    const rects = (kind, values) => picture.append('g').selectAll('rect').data(shown).join('rect')
      .attr('class', (token) => (token === chosen && kind === 'shaped' ? 'chosen' : kind))
      .attr('x', (token) => x(token)).attr('width', x.bandwidth())
      .attr('y', (token) => y(values[token]))
      .attr('height', (token) => y(0) - y(values[token]));
    rects('shaped', row);
    rects('own', own);
    picture.append('g').attr('class', 'axis').attr('transform', `translate(${LEFT},0)`)
      .call(d3.axisLeft(y).ticks(4));
    picture.append('g').selectAll('text').data(shown.filter(() => x.bandwidth() > 7)).join('text')
      .attr('x', (token) => x(token) + x.bandwidth() / 2).attr('y', height - 8)
      .attr('text-anchor', 'middle').attr('font-size', 13).text((token) => study.text(token));
    svg.setAttribute('aria-label', `The row as bars, ${numbers.of(likely.length, 'possible letter')}`
      + (shown.length < likely.length ? `, of which the ${MOST_BARS} likeliest are drawn.` : '.'));
  }

  return {line, bars};
})();
