// The picture of a graph: boxes of nodes, and edges with the slopes of the operations.

const graphPicture = (() => {
  const PER_PIXEL = 0.02; // what dragging a leaf by one pixel adds to its number
  const LEAST_SCALE = 0.72; // below this nobody can read it, so then the box scrolls
  const MOST_SCALE = 1.2;

  /** A smooth curve through the points of a route, level at each of them. */
  function curve(points) {
    const path = d3.path();
    path.moveTo(...points[0]);
    for (let i = 1; i < points.length; i++) {
      const [[x0, y0], [x1, y1]] = [points[i - 1], points[i]];
      path.bezierCurveTo((x0 + x1) / 2, y0, (x0 + x1) / 2, y1, x1, y1);
    }
    return path.toString();
  }

  const arrow = ([x, y], size) => `M${x},${y}l${-size},-5v10z`; // its tip is at the point

  function drawEdges(svg, shape, layout) {
    const edges = svg.append('g').selectAll('g').data(shape.edges).join('g').attr('class', 'edge');
    edges.append('path').attr('class', 'way').attr('fill', 'none')
      .attr('d', (edge, i) => curve(layout.routes[i]));
    edges.append('path').attr('class', 'arrow ahead')
      .attr('d', (edge, i) => arrow(layout.routes[i].at(-1), 9));
    edges.append('path').attr('class', 'arrow back')
      .attr('d', (edge, i) => arrow(layout.routes[i][0], -9));
    return edges;
  }

  /** The slopes stand above all edges, near the result; of two edges, above one and below one. */
  function drawPartials(svg, shape, layout) {
    return svg.append('g').selectAll('text').data(shape.edges).join('text')
      .attr('class', 'partial').attr('text-anchor', 'end').attr('paint-order', 'stroke')
      .attr('stroke-linejoin', 'round').attr('font-size', 12)
      .attr('x', (edge, i) => layout.routes[i].at(-1)[0] - 11)
      .attr('y', (edge, i) => {
        const y = layout.routes[i].at(-1)[1];
        return y > layout.nodes[edge.result].y ? y + 15 : y - 6;
      });
  }

  function drawNodes(svg, shape, layout) {
    const {width, height} = layout.box;
    const nodes = svg.append('g').selectAll('g').data(d3.range(shape.count)).join('g')
      .attr('class', (node) => `node ${shape.variableOf[node] >= 0 ? 'variable' : ''}`)
      .attr('transform', (node) => `translate(${layout.nodes[node].x},${layout.nodes[node].y})`);
    nodes.append('title').text((node) => graphWords.cut(shape.texts[node], 200));
    nodes.append('rect').attr('x', -width / 2).attr('y', -height / 2)
      .attr('width', width).attr('height', height).attr('rx', 9);
    nodes.append('text').attr('class', 'title').attr('y', -12).attr('text-anchor', 'middle')
      .attr('font-size', 16).text((node) => graphWords.title(shape, node));
    nodes.append('text').attr('class', 'data').attr('y', 6).attr('text-anchor', 'middle')
      .attr('font-size', 13);
    nodes.append('text').attr('class', 'slope').attr('y', 23).attr('text-anchor', 'middle')
      .attr('font-size', 13);
    nodes.filter('.variable').append('text').attr('class', 'grip').attr('x', width / 2 - 12)
      .attr('y', -13).attr('text-anchor', 'middle').attr('font-size', 14).text('↕');
    return nodes;
  }

  /** Dragging and arrow keys change the number of a leaf. */
  function move(nodes, shape, {moved, chosen, valueOf}) {
    let drag = null;
    const leaves = nodes.filter('.variable').attr('tabindex', 0).attr('role', 'slider')
      .attr('aria-orientation', 'vertical').attr('aria-valuemin', -1e6).attr('aria-valuemax', 1e6)
      .attr('aria-label', (node) => `variable ${shape.labels[node]}`);
    leaves.on('pointerdown', function down(event, node) {
      drag = {y: event.clientY, from: valueOf(shape.variableOf[node])};
      this.setPointerCapture(event.pointerId);
      this.focus({preventScroll: true});
      event.preventDefault();
    }).on('pointermove', (event, node) => {
      if (drag) {
        const number = drag.from + PER_PIXEL * (drag.y - event.clientY);
        moved(shape.variableOf[node], Number(number.toFixed(3)));
      }
    }).on('pointerup pointercancel lostpointercapture', () => {
      drag = null;
    }).on('focus', (event, node) => chosen(shape.variableOf[node])).on('keydown', (event, node) => {
      const sign = {ArrowUp: 1, ArrowRight: 1, PageUp: 10, ArrowDown: -1, ArrowLeft: -1,
        PageDown: -10}[event.key];
      if (sign && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        const variable = shape.variableOf[node];
        const number = valueOf(variable) + sign * (event.shiftKey ? 0.01 : 0.1);
        moved(variable, Number(number.toPrecision(12))); // 0.3, not 0.30000000000000004
      }
    });
  }

  /**
   * Draws a graph into a box that scrolls.
   *
   * @param on {moved(variable, number), chosen(variable), valueOf(variable)}
   * @returns {svg, update(now), reveal(node, behavior)}
   */
  function draw(box, shape, on) {
    const layout = graphLayout.of(shape.count, shape.edges);
    const svg = d3.create('svg').attr('viewBox', `0 0 ${layout.width} ${layout.height}`)
      .attr('role', 'group')
      .style('min-width', `${LEAST_SCALE * layout.width}px`)
      .style('max-width', `${MOST_SCALE * layout.width}px`);
    svg.append('rect').attr('class', 'ground').attr('width', layout.width)
      .attr('height', layout.height);
    const edges = drawEdges(svg, shape, layout);
    const nodes = drawNodes(svg, shape, layout);
    const partials = drawPartials(svg, shape, layout);
    move(nodes, shape, on);
    fill(box, svg.node());
    return {
      svg: svg.node(),
      update: (now) => update({svg, nodes, edges, partials}, shape, now),
      reveal: (node, behavior) => reveal(box, svg.node(), layout, node, behavior),
    };
  }

  /**
   * Shows the numbers of a step.
   *
   * @param now {data, gradients, edges, seen(node), passed(node), stage, selected, backward,
   *     description}; see part.js
   */
  function update({svg, nodes, edges, partials}, shape, now) {
    const {short} = graphWords;
    const current = now.stage.node;
    svg.attr('aria-label', now.description);
    nodes.classed('hidden', (node) => !now.seen(node))
      .classed('current', (node) => node === current)
      .classed('selected', (node) => shape.variableOf[node] === now.selected
        && shape.variableOf[node] >= 0);
    nodes.select('.data').text((node) => `data ${now.seen(node) ? short(now.data[node]) : '?'}`);
    nodes.select('.slope').text((node) => (now.backward
      ? `grad ${short(now.gradients[node])}` : ''));
    nodes.filter('.variable')
      .attr('aria-valuenow', (node) => (Number.isFinite(now.data[node]) ? now.data[node] : 0))
      .attr('aria-valuetext', (node) => short(now.data[node])
        + (now.backward ? `, gradient ${short(now.gradients[node])}` : ''));
    const active = ({result}) => result === current && now.stage.kind !== 'start';
    edges.classed('active', active)
      .classed('walked', ({result}) => now.backward && now.passed(result))
      .classed('hidden', ({result}) => !now.seen(result));
    partials.classed('active', active).classed('shown', now.backward)
      .text((edge, i) => short(now.edges[i].partial));
  }

  /** Scrolls the box until a node can be seen, and nothing but the box. */
  function reveal(box, svg, layout, node, behavior) {
    const scale = svg.getBoundingClientRect().width / layout.width;
    const {x, y} = layout.nodes[node];
    const at = {left: x * scale - box.clientWidth / 2, top: y * scale - box.clientHeight / 2};
    box.scrollTo({...at, behavior});
  }

  return {draw};
})();
