// The result against one variable, and its tangent, whose slope is the gradient.

const graphPlot = (() => {
  const HEIGHT = 260;
  const MARGIN = {left: 52, right: 14, top: 14, bottom: 38};
  const SAMPLES = 120;
  const TANGENT = 95; // pixels to each side
  const FAR = 10_000; // pixels outside of the frame, where a curve may be cut
  const HUGE = 1e150; // what is farther from zero is not drawn

  const drawable = (y) => Math.abs(y) < HUGE;

  /** Heights that show the curve: all of it, or without its steepest ends if these are much. */
  function heights(samples, y) {
    const all = samples.map((sample) => sample[1]).filter(drawable).sort(d3.ascending);
    if (all.length === 0) {
      return null;
    }
    const middle = [d3.quantileSorted(all, 0.05), d3.quantileSorted(all, 0.95)];
    const whole = [all[0], all[all.length - 1]];
    const much = whole[1] - whole[0] > 6 * (middle[1] - middle[0]) && middle[1] > middle[0];
    const [low, high] = d3.extent([...(much ? middle : whole), ...(drawable(y) ? [y] : [])]);
    const space = (high - low) * 0.08 || Math.max(Math.abs(high), 1) * 0.1;
    return [low - space, high + space];
  }

  function axes(svg, x, y, width, name) {
    svg.append('g').attr('class', 'axis')
      .attr('transform', `translate(0,${HEIGHT - MARGIN.bottom})`)
      .call(d3.axisBottom(x).ticks(Math.max(3, width / 70)));
    svg.append('g').attr('class', 'axis').attr('transform', `translate(${MARGIN.left},0)`)
      .call(d3.axisLeft(y).ticks(5));
    svg.append('text').attr('x', width - MARGIN.right).attr('y', HEIGHT - 4)
      .attr('text-anchor', 'end').attr('font-size', 13).text(graphWords.cut(name, 20));
  }

  function tangent(svg, x, y, at, result, gradient) {
    const across = x(1) - x(0);
    const up = (y(1) - y(0)) * gradient;
    const length = Math.hypot(across, up);
    if (Number.isFinite(length) && drawable(result)) {
      const [dx, dy] = [TANGENT * across / length, TANGENT * up / length];
      svg.append('line').attr('class', 'tangent').attr('x1', x(at) - dx).attr('y1', y(result) - dy)
        .attr('x2', x(at) + dx).attr('y2', y(result) + dy);
    }
    if (drawable(result)) {
      svg.append('circle').attr('class', 'here').attr('cx', x(at)).attr('cy', y(result))
        .attr('r', 6);
    }
  }

  /**
   * Draws into an element.
   *
   * @param what {graph, variable, name, at, result, gradient, range: [least, most]}
   */
  function draw(parent, {graph, variable, name, at, result, gradient, range}) {
    const width = Math.max(240, parent.clientWidth);
    const samples = d3.range(SAMPLES + 1).map((i) => {
      const number = range[0] + (range[1] - range[0]) * i / SAMPLES;
      return [number, graph.resultWith(variable, number)];
    });
    const height = heights(samples, result);
    if (height === null) {
      fill(parent, element('p', {class: 'note'}, 'The result is no number anywhere near here.'));
      return;
    }
    const x = d3.scaleLinear(range, [MARGIN.left, width - MARGIN.right]);
    const y = d3.scaleLinear(height, [HEIGHT - MARGIN.bottom, MARGIN.top]);
    const {short} = graphWords;
    const svg = d3.create('svg').attr('viewBox', `0 0 ${width} ${HEIGHT}`).attr('height', HEIGHT)
      .attr('role', 'img').attr('aria-label', `The result for ${name} from ${short(range[0])} to `
        + `${short(range[1])}. At ${short(at)} it is ${short(result)}, and the tangent has the `
        + `slope ${short(gradient)}.`);
    axes(svg, x, y, width, name);
    svg.append('clipPath').attr('id', 'gradient-plot-frame').append('rect')
      .attr('x', MARGIN.left).attr('y', 0).attr('width', width - MARGIN.left - MARGIN.right)
      .attr('height', HEIGHT - MARGIN.bottom);
    const inside = svg.append('g').attr('clip-path', 'url(#gradient-plot-frame)');
    const line = d3.line((s) => x(s[0]), (s) => Math.max(-FAR, Math.min(FAR, y(s[1]))))
      .defined((s) => drawable(s[1]));
    inside.append('path').attr('class', 'curve').attr('fill', 'none').attr('d', line(samples));
    tangent(inside, x, y, at, result, gradient);
    fill(parent, svg.node());
  }

  /** Puts a gradient beside the slope that was measured. */
  function compare(parent, gradient, slope) {
    const {short} = graphWords;
    const exact = (number) => (Number.isFinite(number) ? number.toPrecision(10) : short(number));
    const difference = Math.abs(gradient - slope);
    const pairs = {'Gradient, from the tape': exact(gradient), 'Slope, measured': exact(slope),
      Difference: difference === 0 ? '0' : Number.isFinite(difference)
        ? difference.toExponential(1) : short(difference)};
    fill(parent, ...Object.entries(pairs).flatMap(([term, number]) =>
      [element('dt', {}, term), element('dd', {}, number)]));
  }

  return {draw, compare};
})();
