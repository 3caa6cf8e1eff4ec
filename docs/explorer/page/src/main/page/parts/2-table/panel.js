// What stands beside the table: all about one pair, and the bars of its row.

const pairPanel = (() => {
  const quoted = (token) => element('bdi', {}, study.text(token));

  let widthSeen = 0;
  let now = null;

  const minusLog = engine.expression('-log(p)'); // of the same Java as everything else
  const cost = (p) => `${numbers.cost(Math.abs(minusLog.resultWith(0, p)))} nats`; // no minus zero

  function facts({before, after}) {
    const counts = pairTable.countsAfter(before);
    const p = study.model.row(before)[after];
    const found = [];
    if (counts) {
      found.push(['Count', `${numbers.count(counts[after])} of ${numbers.count(d3.sum(counts))}`]);
    }
    found.push(['P', numbers.probability(p)], ['−ln P', cost(p)]);
    if (study.net) {
      const ofNet = study.net.row(before)[after];
      found.push(['P of the net', numbers.probability(ofNet)], ['−ln P of the net', cost(ofNet)]);
    }
    return found;
  }

  /** What is said of a token; the boundary is the start or the end. */
  const place = (token, atBoundary) => (token === 0 ? atBoundary : characters.spoken(token));

  function show(pair) {
    now = pair;
    const {before, after} = pair;
    fill(byId('table-pair'), before === 0 ? 'the start' : quoted(before), ' → ',
      after === 0 ? 'the end' : quoted(after));
    fill(byId('table-facts'), ...facts(pair).flatMap(([name, text]) =>
      [element('dt', {}, name), element('dd', {}, text)]));
    fill(byId('table-row-title'), before === 0 ? 'How items begin' : 'What follows ',
      before === 0 ? '' : quoted(before));
    drawRow(pair);
  }

  function drawRow({before, after}) {
    const probabilities = study.model.row(before);
    const most = 15;
    bars.draw(byId('table-bars'), {probabilities, others: study.net?.row(before) ?? null, most,
      marked: after, title: `After ${place(before, 'the start')}:`});
    const positive = probabilities.filter((p) => p > 0).length;
    byId('table-bars-says').textContent = (positive > most
      ? `The ${most} likeliest of ${numbers.count(positive)} tokens. ` : '')
      + (study.net ? 'The rings show what the net says.' : '');
  }

  // Only the width counts: the bars themselves change the height.
  new ResizeObserver(([entry]) => {
    if (now && Math.abs(entry.contentRect.width - widthSeen) > 1) {
      widthSeen = entry.contentRect.width;
      drawRow(now);
    }
  }).observe(byId('table-bars').parentElement);

  return {
    show,
    place,

    /** A sentence for screen readers. */
    spoken: (pair) => `${place(pair.before, 'the start')}, then ${place(pair.after, 'the end')}: `
      + facts(pair).map(([name, text]) => `${name} ${text}`).join(', '),
  };
})();
