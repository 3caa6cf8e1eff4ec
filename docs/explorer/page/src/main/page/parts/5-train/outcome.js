// How a training ended, in words.

const smallNumber = (x) => (x === 0 ? '0' : x < 0.01 ? x.toPrecision(3) : x.toFixed(4));

/** How it ended; the last words are the steps and the loss of the result, with all digits. */
function trainingOutcome(run) {
  const {state, losses} = run;
  if (losses.length === 0) {
    return `Training made no step. ${run.diverges ? trainingReason(run) : ''}`;
  }
  if (state === 'diverged') { // the engine says after how many steps, and tells of those before
    const why = run.diverges ? `, as was to be seen. ${trainingReason(run)}` : '.';
    return `Training diverged${why} The steps before that can be played.`;
  }
  const {steps, loss} = run.result ?? {steps: run.last(), loss: losses.at(-1)};
  const said = {
    certified: 'Certified, which means proved by the slope: every row is within '
      + `${run.settings.target} of the counted one.`,
    steps: run.result && stepsRanOut(run),
    stopped: 'Training was stopped. The steps up to there can be played.',
  }[state];
  return `${said} ${steps} ${steps === 1 ? 'step' : 'steps'}, average NLL ${loss}`;
}

/** What stands as a problem: nothing if a reader asked to see how it diverges. */
function trainingProblem(run) {
  return run.diverges ? '' : trainingReason(run);
}

/** Why it failed, as a sentence of its own. */
function trainingReason({problem}) {
  const why = problem.replace(/^training diverges: /, '');
  return why && `${why[0].toUpperCase()}${why.slice(1)}${/[.!?]$/.test(why) ? '' : '.'}`;
}

/** The best net may be that of an earlier step, and it is the result. */
function stepsRanOut({result, best, losses, last}) {
  const away =
    `a row may still be ${smallNumber(result.totalVariation)} away from the counted one.`;
  return best === last()
    ? `The steps ran out: ${away}`
    : `The steps ran out. Step ${numbers.count(best)} was the best: its loss is `
      + `${result.loss.toFixed(4)}, and ${away} The last step has a loss of `
      + `${losses.at(-1).toFixed(4)}. Best of`;
}

/** What the button that saves the net says: which net that is. */
function trainingSave({result, best, last}) {
  return !result
    ? 'Save the net as a file'
    : `Save the net of step ${numbers.count(best)}${best < last() ? ', the best,' : ''} as a file`;
}
