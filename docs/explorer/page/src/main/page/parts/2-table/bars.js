// Bars of the likeliest next tokens. Other parts use them, too.

const bars = (() => {
  const STEP = 22; // from one bar to the next
  const LABELS = 72; // where the bars begin
  const NUMBERS = 62; // the room for a number behind the longest bar

  /** The tokens in the order of their probabilities; of equal ones the lower comes first. */
  const likeliest = (probabilities) => Array.from(probabilities.keys())
    .sort((a, b) => probabilities[b] - probabilities[a] || a - b);

  /** The tokens that have a bar: the likeliest, and the marked one. */
  function chosen(probabilities, most, marked) {
    const tokens = likeliest(probabilities).slice(0, most)
      .filter((token) => probabilities[token] > 0 || token === marked);
    if (marked >= 0 && !tokens.includes(marked)) {
      tokens.push(marked);
    }
    return tokens;
  }

  /**
   * Draws the bars into an SVG element.
   *
   * probabilities: of all tokens; others: the same of another model, drawn as dots, or null
   * marked: the token of a bar that stands out, or -1; most: how many bars are drawn
   * greatest: the probability of the longest possible bar; title: what a screen reader says first
   */
  function draw(svg, {probabilities, others = null, marked = -1, most = 15, greatest, title}) {
    const tokens = chosen(probabilities, most, marked);
    const width = svg.clientWidth || 300;
    const height = tokens.length * STEP;
    const longest = greatest ?? Math.max(...tokens.map((t) => probabilities[t]),
      ...tokens.map((t) => others?.[t] ?? 0));
    const along = d3.scaleLinear([0, longest], [0, width - LABELS - NUMBERS]);
    const row = d3.select(svg).attr('width', width).attr('height', height)
      .attr('viewBox', `0 0 ${width} ${height}`)
      .attr('aria-label', `${title} ${spoken(tokens, probabilities)}`)
      .selectAll('g').data(tokens).join(add)
      .attr('transform', (token, i) => `translate(0, ${i * STEP})`)
      .classed('marked', (token) => token === marked);
    row.select('.token').text((token) => study.text(token));
    row.select('rect').attr('width', (token) => Math.max(along(probabilities[token]), 1));
    row.select('.number')
      .attr('x', (t) => LABELS + along(Math.max(probabilities[t], others?.[t] ?? 0)) + 9)
      .text((token) => numbers.probability(probabilities[token]));
    row.select('circle').attr('cx', (token) => LABELS + along(others?.[token] ?? 0))
      .attr('display', others ? null : 'none');
  }

  function add(enter) {
    const row = enter.append('g');
    const middle = STEP / 2;
    row.append('text').attr('class', 'token').attr('x', LABELS - 8).attr('y', middle)
      .attr('text-anchor', 'end').attr('dominant-baseline', 'central');
    row.append('rect').attr('x', LABELS).attr('y', 3).attr('height', STEP - 6);
    row.append('circle').attr('class', 'other').attr('cy', middle).attr('r', 4);
    row.append('text').attr('class', 'number').attr('y', middle)
      .attr('dominant-baseline', 'central');
    return row;
  }

  function spoken(tokens, probabilities) {
    const first = tokens.slice(0, 5)
      .map((t) => `${t === 0 ? 'the end' : characters.spoken(t)} `
        + numbers.probability(probabilities[t]));
    return `${first.join(', ')}${tokens.length > 5 ? ', and others' : ''}`;
  }

  return {draw, likeliest};
})();
