// Expressions to begin with, and what to try with them.

const graphExamples = (() => {
  const FIRST = 'tanh(w1*x1 + w2*x2 + b)';
  const ALL = [
    {name: 'a neuron', expression: FIRST, along: 'b',
      attempt: 'drag the box of b up or down in the picture, or move its slider below, until the '
        + 'gradient nearly vanishes: far from 0, tanh is flat.'},
    {name: 'a product', expression: '(a+b)*c^2', along: 'c',
      attempt: 'set c to 0: all gradients vanish. c^2 is flat there, and a and b are multiplied '
        + 'by 0.'},
    {name: 'relu', expression: 'relu(a*b + c)', along: 'c',
      attempt: 'move c down until a*b + c is below 0: relu is flat there, so no gradient passes.'},
    {name: 'log of a sum', expression: 'log(exp(a) + exp(b))', along: 'a',
      attempt: 'make a much greater than b: the gradient of a comes near 1, and that of b near 0. '
        + 'Their sum stays 1.'},
    {name: 'the loss of one bigram', along: 'n',
      expression: '-log(exp(n) / (exp(a) + exp(n) + exp(b)))',
      said: 'Three logits, one for each letter that might come next. The one that came is n. The '
        + 'gradients of a and b are their probabilities; that of n is its probability minus 1.',
      attempt: 'raise n: its probability grows, so the loss and all gradients come near 0.'},
  ];
  const OWN = 'move a variable by its slider below: its gradient says how many times as fast the '
    + 'result moves.';
  const CONSTANT = 'write a letter in place of a number: that makes it a variable, with a gradient.';

  return {
    FIRST,
    ALL,

    /** What is said of an expression: {said, attempt}. */
    about(expression, variables) {
      const known = ALL.find((example) => example.expression === expression);
      return {said: known?.said ?? '',
        attempt: known?.attempt ?? (variables > 0 ? OWN : CONSTANT)};
    },
  };
})();
