// Part 2: the table, and which pair of it is looked at.

(() => {
  const MOST_CELLS = 60; // a larger table is not written as HTML but row by row

  address.declare('pair', '');

  let selected = {before: 0, after: 0};
  let shown = null; // what the heat map shows
  let inSight = false;
  let stale = false; // the net has changed while the table was out of sight

  // ---- What is shown

  function showMap() {
    const counts = pairTable.counts;
    const now = tableControls.view();
    shown = {tokens: pairTable.tokens, values: pairTable.values(now), scale: tableColors.scale(now),
      isSeen: (i) => counts === null || counts[i] > 0};
    heatMap.show(shown);
    stale = false;
  }

  function showAll() {
    tableControls.show();
    showMap();
    tableColors.drawLegend(byId('table-legend'), shown.scale);
    heatMap.mark(placeOf(selected));
    pairPanel.show(selected);
    showHtmlSoon();
  }

  // ---- Which pair

  const placeOf = ({before, after}) => {
    const place = {row: pairTable.places[before], column: pairTable.places[after]};
    return place.row >= 0 && place.column >= 0 ? place : null;
  };

  const pairOf = ({row, column}) =>
    ({before: pairTable.tokens[row], after: pairTable.tokens[column]});

  // In the address the boundary is 0, and a character is its code point; U+0000 is 00.
  const written = (token) => (token === 0 ? '0' : String(study.codePoints[token - 1] || '00'));

  const token = (text) => (text === '0' ? 0 : study.token(Number(text)));

  function pairOfAddress() {
    const [, before, after] = /^(\d+)-(\d+)$/.exec(address.get('pair')) ?? [];
    const pair = before && {before: token(before), after: token(after)};
    return pair && pair.before >= 0 && pair.after >= 0 ? pair : pairTable.mostFrequent();
  }

  // Not at once: browsers allow only so many changes of the address in a time.
  const keepInAddress = debounced(300, () =>
    address.set({pair: `${written(selected.before)}-${written(selected.after)}`}));
  const saySoon = debounced(150, () => {
    byId('table-said').textContent = pairPanel.spoken(selected);
  });

  function mark(pair) {
    selected = pair;
    heatMap.mark(placeOf(pair));
    letterPicks.show(pair);
    pairPanel.show(pair);
    showHtmlSoon();
  }

  function select(pair) {
    mark(pair);
    if (placeOf(pair)) {
      heatMap.reveal(placeOf(pair));
    }
    saySoon();
    keepInAddress();
  }

  letterPicks.onChoice(select);

  // ---- Pointer and keys

  const map = heatMap.canvas;
  let pointed = null; // only a mouse points without touching

  function point(place) {
    if (place?.row !== pointed?.row || place?.column !== pointed?.column) {
      pointed = place;
      heatMap.point(place);
      pairPanel.show(place ? pairOf(place) : selected);
    }
  }

  map.addEventListener('pointermove', (event) => {
    if (event.pointerType === 'mouse') {
      point(heatMap.pairAt(event));
    }
  });
  map.addEventListener('pointerleave', () => point(null));
  map.addEventListener('click', (event) => {
    const place = heatMap.pairAt(event);
    if (place) {
      select(pairOf(place));
    }
  });
  map.addEventListener('keydown', (event) => {
    const from = placeOf(selected) ?? {row: 0, column: 0};
    const last = pairTable.tokens.length - 1;
    const to = moved(event.key, from, last);
    if (to && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      point(null);
      select(pairOf({row: Math.max(0, Math.min(last, to.row)),
        column: Math.max(0, Math.min(last, to.column))}));
    }
  });

  const moved = (key, {row, column}, last) => ({
    ArrowUp: {row: row - 1, column},
    ArrowDown: {row: row + 1, column},
    ArrowLeft: {row, column: column - 1},
    ArrowRight: {row, column: column + 1},
    Home: {row, column: 0},
    End: {row, column: last},
    PageUp: {row: row - 10, column},
    PageDown: {row: row + 10, column},
  })[key];

  // ---- Other forms

  function showHtml() {
    if (!byId('table-details').open || !shown) {
      return;
    }
    const isWhole = shown.tokens.length <= MOST_CELLS;
    const now = tableControls.view();
    byId('table-html-says').textContent = isWhole ? `${tableControls.NAMES[now]} of all pairs.`
      : `The table has more than ${MOST_CELLS} tokens, so this is the row of the selected pair `
        + `only: what follows ${pairPanel.place(selected.before, 'the start')}`
        + `${study.size > tableForms.MOST_ROWS ? `, the ${tableForms.MOST_ROWS} likeliest of `
          + `${numbers.count(study.size)} tokens` : ''}.`;
    fill(byId('table-html'), isWhole ? tableForms.whole(now, shown)
      : tableForms.row(selected.before));
  }

  const showHtmlSoon = debounced(200, showHtml);

  byId('table-details').addEventListener('toggle', showHtml);
  byId('table-save').addEventListener('click', () => tableForms.savePicture('table.svg', shown));
  byId('table-save-bars').addEventListener('click', () =>
    downloadPicture('row.svg', byId('table-bars')));

  // ---- What happens elsewhere

  study.modelChanged.add(() => {
    pointed = null;
    heatMap.point(null);
    pairTable.update(tableControls.order());
    letterPicks.begin();
    mark(pairOfAddress());
    showAll();
  });

  let hadNet = false;
  let frame = 0;
  study.netChanged.add(() => {
    if (!study.model) {
      return;
    }
    if (hadNet !== (study.net !== null)) {
      hadNet = study.net !== null;
      showAll();
    } else if (inSight) { // a net that trains changes often
      frame = frame || requestAnimationFrame(showNet);
    } else {
      stale = true;
    }
  });

  function showNet() {
    frame = 0;
    if (['net', 'difference'].includes(tableControls.view())) {
      showMap();
    }
    pairPanel.show(pointed ? pairOf(pointed) : selected);
    showHtmlSoon();
  }

  new IntersectionObserver(([entry]) => {
    inSight = entry.isIntersecting;
    if (inSight && stale) {
      showNet();
    }
  }).observe(byId('table'));

  address.watch(['view'], () => study.model && showAll());
  address.watch(['order'], () => {
    if (study.model) {
      pairTable.update(tableControls.order());
      showAll();
    }
  });
  address.watch(['cells'], () => {
    heatMap.setLarge(tableControls.isLarge());
    tableControls.show();
  });
  address.watch(['pair'], () => {
    const pair = study.model && pairOfAddress();
    if (pair && (pair.before !== selected.before || pair.after !== selected.after)) {
      mark(pair);
    }
  });
  darkScheme.addEventListener('change', () => study.model && showAll());
  heatMap.setLarge(tableControls.isLarge());
})();
