// The walk over a graph: forward through the operations, to the gradient 1 of the result, and back.

const graphWalk = (() => {
  function edgesOf(graph) {
    const flat = graph.edges();
    return d3.range(flat.length / 3).map((i) =>
      ({result: flat[3 * i], operand: flat[3 * i + 1], partial: flat[3 * i + 2]}));
  }

  /** What stays of a graph when its numbers change. */
  function shapeOf(graph, names) {
    const labels = graph.labels();
    const operations = graph.operations();
    const edges = edgesOf(graph);
    const operands = labels.map(() => []);
    edges.forEach(({result, operand}) => operands[result].push(operand));
    const shape = {count: labels.length, labels, operations, edges, operands,
      inner: d3.range(labels.length).filter((node) => operations[node] !== ''),
      variableOf: labels.map((label, node) =>
        (operations[node] === '' ? names.indexOf(label) : -1)),
    };
    return {...shape, texts: graphWords.texts(shape)};
  }

  const steps = (shape) => 2 * shape.inner.length + 2;

  /** The kind of a step, and the node that it is about, or -1. */
  function stage(shape, step) {
    const many = shape.inner.length;
    if (step === 0 || step === steps(shape)) {
      return {kind: step === 0 ? 'leaves' : 'end', node: -1};
    }
    return step <= many ? {kind: 'forward', node: shape.inner[step - 1]}
      : step === many + 1 ? {kind: 'start', node: shape.count - 1}
        : {kind: 'backward', node: shape.inner[2 * many + 1 - step]};
  }

  /**
   * All that is seen at a step.
   *
   * @returns {stage, data, edges; backward: whether the walk back has begun; gradients, and before:
   *     those of the step before; seen(node): whether its data is computed; passed(node): whether
   *     it has passed its gradient on}
   */
  function present(shape, graph, step) {
    const at = stage(shape, step);
    const last = shape.count - 1;
    const backward = step > shape.inner.length;
    // The engine counts all nodes from the last one, also the leaves, which pass nothing on.
    const after = at.kind === 'end' ? shape.count : at.kind === 'backward' ? last - at.node + 1 : 0;
    return {
      stage: at, backward, data: graph.data(), edges: edgesOf(graph),
      gradients: graph.gradientsAfter(after),
      before: graph.gradientsAfter(Math.max(0, after - 1)),
      seen: (node) => backward || shape.operations[node] === '' || step > shape.inner.indexOf(node),
      passed: (node) => node > last - after,
    };
  }

  return {shapeOf, steps, stage, present};
})();
