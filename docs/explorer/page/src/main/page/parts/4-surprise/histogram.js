// How the average costs of all items are spread, and where one text lies among them.

const surpriseHistogram = (() => {
  const HEIGHT = 210;
  const MARGIN = {left: 44, right: 14, top: 26, bottom: 36};

  /** The bars up to a place are filled, those beyond it are outlined; one bar may be cut in two. */
  function pieces(bins, place) {
    return bins.flatMap(({x0, x1, length}) => [
      {x0, x1: Math.min(x1, place), length, side: 'below'},
      {x0: Math.max(x0, place), x1, length, side: 'above'},
    ]).filter((piece) => piece.x1 > piece.x0 && piece.length > 0);
  }

  function axes(svg, x, y, width) {
    svg.append('g').attr('class', 'axis')
      .attr('transform', `translate(0,${HEIGHT - MARGIN.bottom})`)
      .call(d3.axisBottom(x).ticks(Math.max(3, width / 80)));
    svg.append('g').attr('class', 'axis').attr('transform', `translate(${MARGIN.left},0)`)
      .call(d3.axisLeft(y).ticks(4, '~s'));
    svg.append('text').attr('x', width - MARGIN.right).attr('y', HEIGHT - 3)
      .attr('text-anchor', 'end').attr('font-size', 12).text('average cost of an item, in nats');
  }

  function mark(svg, place, outside, label, width) {
    const right = place > width / 2;
    svg.append('line').attr('class', 'mark').attr('x1', place).attr('x2', place)
      .attr('y1', 8).attr('y2', HEIGHT - MARGIN.bottom);
    svg.append('text').attr('class', 'mark-text').attr('x', place + (right ? -8 : 8)).attr('y', 18)
      .attr('text-anchor', right ? 'end' : 'start').attr('font-size', 14)
      .text(outside ? `${label} →` : label);
  }

  /**
   * Draws into an element.
   *
   * @param costs ascending
   * @param cost of the text; beyond the right end it is marked there, with an arrow
   */
  function draw(parent, costs, cost, description) {
    const width = Math.max(240, parent.clientWidth);
    const finite = costs.subarray(0, d3.bisectLeft(costs, Infinity));
    const [least, most] = [finite[0], finite[finite.length - 1]];
    const spread = most - least || 1;
    const outside = !(cost <= most + spread);
    const low = Math.min(least, cost);
    const high = Math.max(most, outside ? low : cost);
    const x = d3.scaleLinear([low, high > low ? high : low + 1],
      [MARGIN.left, width - MARGIN.right]).nice();
    const bins = d3.bin().domain(x.domain()).thresholds(x.ticks(Math.min(60, width / 9)))(finite);
    const y = d3.scaleLinear([0, d3.max(bins, (bin) => bin.length)],
      [HEIGHT - MARGIN.bottom, MARGIN.top]).nice();

    const svg = d3.create('svg').attr('viewBox', `0 0 ${width} ${HEIGHT}`)
      .attr('height', HEIGHT).attr('role', 'img').attr('aria-label', description);
    svg.append('g').selectAll('rect').data(pieces(bins, outside ? Infinity : cost)).join('rect')
      .attr('class', (piece) => piece.side)
      .attr('x', (piece) => x(piece.x0)).attr('width', (piece) => x(piece.x1) - x(piece.x0))
      .attr('y', (piece) => y(piece.length)).attr('height', (piece) => y(0) - y(piece.length));
    axes(svg, x, y, width);
    mark(svg, outside ? width - MARGIN.right : x(cost), outside, numbers.cost(cost), width);
    fill(parent, svg.node());
  }

  return {draw};
})();
