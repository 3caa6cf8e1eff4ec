// Numbers, names and sentences of a graph.

const graphWords = (() => {
  const INFIX = {plus: ' + ', minus: ' - ', times: ' * ', 'divided by': ' / ', pow: '^'};
  const SYMBOLS = {plus: '+', minus: '−', times: '×', 'divided by': '÷', negate: '−',
    pow: 'x^y'};
  const STRENGTH = {plus: 1, minus: 1, times: 2, 'divided by': 2, negate: 3, pow: 4,
    'pow constant': 4};

  /** A number with four digits. */
  function short(number) {
    if (!Number.isFinite(number)) {
      return Number.isNaN(number) ? 'NaN' : number > 0 ? '∞' : '-∞';
    }
    const size = Math.abs(number);
    return size !== 0 && (size < 1e-4 || size >= 1e6) ? number.toExponential(2)
      : String(Number(number.toPrecision(4)) + 0); // no minus zero
  }

  const cut = (text, most) => {
    const letters = Array.from(text);
    return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text;
  };

  /** An operation as it is written. A constant exponent is in the label of its node: ^2. */
  function written(operation, label, operands) {
    if (INFIX[operation]) {
      return operands.join(INFIX[operation]);
    }
    if (operation === 'negate') {
      return `-${operands[0]}`;
    }
    return operation === 'pow constant' ? operands[0] + exponent(label)
      : `${operation}(${operands.join(', ')})`;
  }

  const exponent = (label) => label || '^constant';

  /** The expression of each node. Nodes come after their operands. */
  function texts({labels, operations, operands}) {
    const found = [];
    operations.forEach((operation, node) => {
      const strength = STRENGTH[operation];
      const parts = operands[node].map((other, k) => {
        const inner = STRENGTH[operations[other]] ?? 9;
        const loose = inner < strength || (inner === strength && (k === 1 || strength > 2));
        return loose ? `(${found[other]})` : found[other];
      });
      found.push(operation === '' ? labels[node] : written(operation, labels[node], parts));
    });
    return found;
  }

  /** What stands in the box of a node. */
  function title({labels, operations}, node) {
    const operation = operations[node];
    return operation === '' ? cut(labels[node], 11)
      : operation === 'pow constant' ? cut(`x${exponent(labels[node])}`, 11)
        : SYMBOLS[operation] ?? operation;
  }

  const name = (shape, node) => element('bdi', {class: 'mono'}, cut(shape.texts[node], 32));

  /** What a step of the walk does, in numbers: parts of a sentence. */
  function sentence(shape, stage, now) {
    const result = shape.count - 1;
    switch (stage.kind) {
      case 'leaves':
        return ['The leaves have their numbers. Nothing is computed yet.'];
      case 'forward':
        return forward(shape, stage.node, now);
      case 'start':
        return ['The walk back begins at the result, ', name(shape, result), '. It moves exactly '
          + 'as fast as itself, so its gradient is 1.'];
      case 'backward':
        return backward(shape, stage.node, now);
      default:
        return ['The result is ', element('strong', {}, short(now.data[result])),
          Number.isFinite(now.data[result]) ? ', and one walk back found all gradients: each says '
            + 'how many times as fast as its node the result moves.'
            : '. So a number on the way is too large for a double, or is not defined, and the '
              + 'gradients say little.'];
    }
  }

  function forward(shape, node, {data}) {
    const numbers = shape.operands[node].map((operand, k) => {
      const text = short(data[operand]);
      const bare = !text.startsWith('-') || (STRENGTH[shape.operations[node]] ?? 0) === 0
        || (k === 0 && STRENGTH[shape.operations[node]] < 3);
      return bare ? text : `(${text})`;
    });
    return ['Forward: ', name(shape, node), ` = ${written(shape.operations[node],
      shape.labels[node], numbers)} = `, element('strong', {}, short(data[node])), '.'];
  }

  function backward(shape, node, {edges, gradients, before}) {
    const own = edges.filter(({result}) => result === node);
    const gradient = gradients[node];
    const title = graphWords.title(shape, node);
    if (gradient === 0) {
      return [`Backward: ${title} has the gradient 0, so it passes nothing on.`];
    }
    if (own.length === 1) {
      const [{operand, partial}] = own;
      return [`Backward: ${title} passes on ${short(partial)} times its gradient `
        + `${short(gradient)}: `, name(shape, operand), ' gets ',
      element('strong', {}, short(partial * gradient)), ...sum(operand), '.'];
    }
    const gains = own.map(({operand, partial}, k) => [k === 0 ? '' : '; ', name(shape, operand),
      ` gets ${short(partial)} times that, `, element('strong', {}, short(partial * gradient)),
      ...(k === own.length - 1 || own[1].operand !== operand ? sum(operand) : [])]);
    return [`Backward: ${title} passes on its gradient ${short(gradient)}. `, ...gains.flat(), '.'];

    // What was there already, from another use of the same value.
    function sum(operand) {
      const twice = own.length > 1 && own[0].operand === own[1].operand;
      return before[operand] === 0 && !twice ? []
        : [` (${twice ? 'both ways' : 'with what came before'}: ${short(gradients[operand])})`];
    }
  }

  return {short, cut, texts, title, name, sentence};
})();
