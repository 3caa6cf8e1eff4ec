// What the table shows, and in which order: the buttons above it, and the sentences around it.

const tableControls = (() => {
  const MOST_SAVED = 100; // tokens of a table that can be saved as a picture
  const NAMES = {counts: 'Counts', probabilities: 'Probabilities', net: 'Net',
    difference: 'Net minus counting'};
  const ORDERS = {letter: 'By letter', frequency: 'By frequency'};
  const MEANINGS = {
    counts: 'How often a pair occurs. An empty cell: never.',
    probabilities: 'The probability of the letter after, given the letter before.',
    net: 'The probability that the net gives, with the colors of the counted ones.',
    difference: 'Below zero the net gives a pair less than counting does, above zero more. When a '
      + 'net has learned the table, the colors are gone.',
  };

  address.declare('view', 'counts');
  address.declare('order', 'letter');
  address.declare('cells', 'fit');

  /** The view of the address, if there is such a view now. */
  function view() {
    const asked = address.get('view');
    if (pairTable.VIEWS.includes(asked) && pairTable.isAvailable(asked)) {
      return asked;
    }
    const wantsNet = asked === 'net' || asked === 'difference';
    return study.counts && !wantsNet ? 'counts' : 'probabilities';
  }

  const order = () =>
    (address.get('order') === 'frequency' && study.counts ? 'frequency' : 'letter');

  const isLarge = () => address.get('cells') === 'large';

  function buttons(group, names, key, now, isEnabled) {
    const focused = group.contains(document.activeElement) && document.activeElement.dataset.name;
    fill(group, ...Object.entries(names).map(([name, text]) => element('button', {
      'aria-pressed': String(name === now), disabled: !isEnabled(name), 'data-name': name,
      'aria-describedby': 'table-hint', click: () => address.set({[key]: name}),
    }, text)));
    group.querySelector(`[data-name="${focused}"]`)?.focus();
  }

  function hint() {
    const sentences = [];
    if (!study.counts) {
      sentences.push('This model is a trained net: it has probabilities, but no counts.');
    } else if (!study.net) {
      sentences.push('Train a net in part 5 to compare it with counting.');
    }
    const shown = pairTable.tokens.length;
    if (shown < study.size) {
      sentences.push(`Of ${numbers.count(study.size)} tokens the table shows the `
        + `${study.counts ? `${shown} most frequent` : `first ${shown}`} ones. Under "Letter `
        + 'before" and "Letter after" you find all.');
    }
    return sentences.join(' ');
  }

  byId('table-large').addEventListener('click', () =>
    address.set({cells: isLarge() ? 'fit' : 'large'}));

  return {
    NAMES,
    view,
    order,
    isLarge,

    show() {
      buttons(byId('table-views'), NAMES, 'view', view(), pairTable.isAvailable);
      buttons(byId('table-orders'), ORDERS, 'order', order(),
        (name) => name === 'letter' || study.counts !== null);
      byId('table-large').setAttribute('aria-pressed', String(isLarge()));
      byId('table-hint').textContent = hint();
      byId('table-legend-says').textContent = MEANINGS[view()]
        + (view() === 'counts' || !study.counts ? ''
          : ' A small square: a pair that is not in the list.');
      const size = pairTable.tokens.length;
      heatMap.canvas.setAttribute('aria-label', `${NAMES[view()]}, ${size} rows and columns`);
      byId('table-save').disabled = size > MOST_SAVED;
      byId('table-save-says').textContent = size > MOST_SAVED
        ? `A table of more than ${MOST_SAVED} tokens is too large for an SVG picture.` : '';
    },
  };
})();
