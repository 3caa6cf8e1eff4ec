// A row for each variable: a button that selects it for the plot, a slider, a number, its gradient.

const graphVariables = (() => {
  const REACH = 5; // of a slider, to both sides of zero, unless the number is farther away

  /** The range of a variable's slider and plot. */
  function range(number) {
    const reach = Number.isFinite(number) ? Math.max(REACH, Math.ceil(Math.abs(number))) : REACH;
    return [-reach, reach];
  }

  function row(name, variable, {moved, chosen}) {
    const given = (event) => {
      const number = event.target.valueAsNumber;
      if (Number.isFinite(number)) {
        moved(variable, number);
      }
    };
    const made = {
      button: element('button', {'aria-label': `plot the result against ${name}`,
        click: () => chosen(variable)}, name),
      slider: element('input', {type: 'range', step: '0.01', 'aria-label': name, input: given,
        focus: () => chosen(variable)}),
      number: element('input', {type: 'number', step: 'any', 'aria-label': `${name} as a number`,
        input: given, focus: () => chosen(variable)}),
      gradient: element('output', {}),
    };
    made.whole = element('div', {class: 'row'}, made.button, made.slider, made.number,
      made.gradient);
    return made;
  }

  /**
   * Puts the rows into an element.
   *
   * @param on {moved(variable, number), chosen(variable)}
   * @returns a function that shows numbers: update(point, gradients, selected)
   */
  function draw(parent, names, on) {
    const rows = names.map((name, variable) => row(name, variable, on));
    fill(parent, ...rows.map(({whole}) => whole));
    return (point, gradients, selected) => rows.forEach((one, variable) => {
      const number = point[variable];
      [one.slider.min, one.slider.max] = range(number);
      one.slider.value = number;
      if (one.number.valueAsNumber !== number) { // or typing 1. would become 1
        one.number.value = number;
      }
      one.gradient.textContent = `gradient ${graphWords.short(gradients[variable])}`;
      one.button.setAttribute('aria-pressed', String(variable === selected));
    });
  }

  return {draw, range};
})();
