// What stands around the picture: the plot, the list of nodes, and what a constant does not have.

const graphAround = (() => {
  const box = byId('gradient-box');

  const showWide = () => {
    byId('gradient-wide').hidden = box.scrollWidth <= box.clientWidth + 1;
  };

  new ResizeObserver(showWide).observe(box);

  return {
    /** Shows what an expression needs: without variables there is nothing to move or to plot. */
    begin(names) {
      const none = names.length === 0;
      byId('gradient-none').hidden = !none;
      byId('gradient-drag').hidden = none;
      byId('gradient-variables-and-plot').hidden = none;
      if (none) {
        ['gradient-plot-title', 'gradient-plot', 'gradient-numbers'].forEach((id) =>
          fill(byId(id)));
      }
      showWide();
    },

    /** Plots the result against a variable; what is as in graphPlot.draw. */
    plot(what) {
      fill(byId('gradient-plot-title'), 'The result against ',
        element('bdi', {class: 'mono'}, graphWords.cut(what.name, 20)));
      graphPlot.draw(byId('gradient-plot'), {...what, range: graphVariables.range(what.at)});
      graphPlot.compare(byId('gradient-numbers'), what.gradient, what.graph.slope(what.variable));
    },

    /** Lists all nodes, with the numbers of a step. */
    list(shape, {data, gradients, seen, backward}) {
      const {short, cut} = graphWords;
      fill(byId('gradient-list'), ...d3.range(shape.count).map((node) => element('li', {},
        element('bdi', {class: 'mono'}, cut(shape.texts[node], 60)),
        `: ${shape.operations[node] || (shape.variableOf[node] < 0 ? 'number' : 'variable')}, `
          + `data ${seen(node) ? short(data[node]) : 'not computed yet'}`
          + (backward ? `, gradient ${short(gradients[node])}` : ''))));
    },
  };
})();
