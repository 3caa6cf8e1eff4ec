// The two lists of letters below a pair, to choose it by.

const letterPicks = (() => {
  const AT_ONCE = 301; // options: a browser needs seconds for thousands that nobody may open

  const sides = [['table-before', 'start'], ['table-after', 'end']]
    .map(([id, boundary]) => ({select: byId(id), boundary, isWhole: false}));

  const option = ({boundary}, token) =>
    element('option', {value: token}, token === 0 ? `. (${boundary})` : study.text(token));

  /** Puts all letters into a list; the one that is chosen stays so. */
  function complete(side) {
    if (!side.isWhole && study.model) {
      const chosen = side.select.value;
      fill(side.select, ...d3.range(study.size).map((token) => option(side, token)));
      side.select.value = chosen;
      side.isWhole = true;
    }
  }

  for (const side of sides) {
    for (const opening of ['pointerdown', 'focus']) {
      side.select.addEventListener(opening, () => complete(side));
    }
  }

  return {
    /** Begins with the letters of another model. A long list is filled when it is opened. */
    begin() {
      for (const side of sides) {
        side.isWhole = false;
        if (study.size <= AT_ONCE || side.select === document.activeElement) {
          complete(side);
        }
      }
    },

    /** Shows a pair as the one that is chosen. */
    show({before, after}) {
      [before, after].forEach((token, i) => {
        if (!sides[i].isWhole) {
          fill(sides[i].select, option(sides[i], token));
        }
        sides[i].select.value = token;
      });
    },

    /** Calls an action with a pair that a reader chose. */
    onChoice(action) {
      sides.forEach(({select}) => select.addEventListener('change', () =>
        action({before: Number(sides[0].select.value), after: Number(sides[1].select.value)})));
    },
  };
})();
