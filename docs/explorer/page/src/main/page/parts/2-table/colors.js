// The colors of the table. They follow a root of a number, so that small ones are seen.

const tableColors = (() => {
  const STEPS = 255;
  const BAR = 220; // the width of the legend's bar
  const made = new Map(); // the colors of a kind of scale, as long as the scheme is the same

  darkScheme.addEventListener('change', () => made.clear());

  /** From a number near 0 to the greatest. 0 itself has the color of the ground. */
  function sequential(t) { // the more, the farther from the paper; yellow, green, blue
    return d3.interpolateYlGnBu(darkScheme.matches ? 0.9 - 0.9 * t : 0.17 + 0.83 * t);
  }

  function colors(kind) {
    if (!made.has(kind)) {
      const interpolate = kind === 'sequential' ? sequential : d3.piecewise(d3.interpolateLab,
        [style('--warm'), style('--low'), style('--accent')]);
      made.set(kind, d3.quantize(interpolate, STEPS + 1));
    }
    return made.get(kind);
  }

  /**
   * The scale of a view. Net and difference have the scale of the probabilities, so that one sees
   * a net arrive there.
   *
   * place: from 0 to 1, where a number is on the scale; color: of a number
   */
  function scale(view) {
    const greatest = view === 'counts' ? pairTable.greatestCount : pairTable.greatestProbability;
    const diverging = view === 'difference';
    const all = colors(diverging ? 'diverging' : 'sequential');
    const low = style('--low');
    const part = (value) => Math.min(Math.abs(value) / greatest, 1);
    const place = diverging ? (value) => (1 + Math.sign(value) * Math.cbrt(part(value))) / 2
      : (value) => Math.sqrt(part(value));
    const color = (value) => (value === 0 ? low : all[Math.round(place(value) * STEPS)]);
    return {view, greatest, diverging, all, place, color};
  }

  /** Powers of ten, and the ends; none so near to the one before that both can't be read. */
  function ticks({view, greatest, diverging, place}) {
    const powers = d3.range(-4, 8).map((n) => 10 ** n).filter((tick) => tick < greatest);
    const positive = [greatest];
    for (const tick of view === 'counts' ? powers.filter((p) => p >= 1) : powers.reverse()) {
      const room = positive.every((other) => Math.abs(place(other) - place(tick)) > 0.12);
      if (room && place(tick) > (diverging ? 0.65 : 0.1)) {
        positive.push(tick);
      }
    }
    const negative = diverging ? positive.map((tick) => -tick).reverse() : [];
    return [...positive, 0, ...negative];
  }

  /** Draws the scale with its numbers; where 0 is the least number, it has a field of its own. */
  function drawLegend(svg, scaleNow) {
    const {all, diverging, place} = scaleNow;
    const left = diverging ? 20 : 36;
    const fields = all.map((color, i) => ({color, x: left + i / all.length * BAR,
      width: BAR / all.length + 0.5}));
    const zero = diverging ? [] : [{color: style('--low'), x: 4, width: 18}];
    d3.select(svg).selectAll('rect').data([...fields, ...zero]).join('rect')
      .attr('x', ({x}) => x).attr('y', 2).attr('height', 14)
      .attr('width', ({width}) => width).attr('fill', ({color}) => color);
    const tick = d3.select(svg).selectAll('text').data(ticks(scaleNow)).join('text')
      .attr('x', (value) => (value === 0 && !diverging ? 13 : left + place(value) * BAR))
      .attr('y', 34).attr('text-anchor', 'middle')
      .text((value) => written(scaleNow.view, value));
    svg.setAttribute('aria-label', `Scale of colors, from the least to the most: ${tick.nodes()
      .map((node) => node.textContent).reverse().join(', ')}`);
  }

  /** A number of the scale, short. */
  function written(view, value) {
    const short = view === 'counts' ? numbers.count(value)
      : String(Number(Math.abs(value).toPrecision(2)));
    return view !== 'difference' || value === 0 ? short : `${value < 0 ? '−' : '+'}${short}`;
  }

  return {scale, drawLegend};
})();
