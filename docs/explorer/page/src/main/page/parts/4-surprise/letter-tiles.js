// The tiles of a text: a prediction in each.

const surpriseTiles = (() => {
  /** A letter that can be seen; null is the boundary. */
  const shown = (letter) => (letter === null ? '.' : characters.visible(letter.codePointAt(0)));
  const spoken = (letter, boundary) => (letter === null ? boundary : shown(letter));

  /** A tile of a prediction; blind: the cost of a blind guess. */
  function tile({before, next, probability, cost}, blind) {
    const unknown = probability < 0;
    const said = `${spoken(next, 'the end')} after ${spoken(before, 'the start')}: `
      + (unknown ? 'not in the vocabulary' : `probability ${numbers.probability(probability)}`)
      + `, cost ${cost === Infinity ? 'infinite' : numbers.cost(cost)}`;
    const made = element('li', {},
      element('span', {class: 'unseen'}, said),
      element('span', {class: 'pair', 'aria-hidden': 'true', dir: 'ltr'},
        element('bdi', {}, shown(before)), ' → ', element('bdi', {}, shown(next))),
      element('span', {class: 'p', 'aria-hidden': 'true'},
        unknown ? 'not known' : `P = ${numbers.probability(probability)}`),
      element('span', {class: 'cost', 'aria-hidden': 'true'}, numbers.cost(cost)));
    made.className = cost === Infinity ? 'endless' : cost > blind ? 'dear' : 'cheap';
    // The color grows with the distance from a blind guess, to a share that text can be read on.
    const share = Math.min(1, Math.abs(cost - blind) / blind);
    made.style.setProperty('--share', `${Number.isFinite(share) ? 40 * share : 40}%`);
    return made;
  }

  return {tile, shown};
})();
