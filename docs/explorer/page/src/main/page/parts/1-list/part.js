// Part 1: the list. Choose, paste, drop, read; share and save.

(() => {
  const SHOWN = 20_000; // characters of a list in the text field: more of it makes typing slow
  const NAMES = {names: 'names', towns: 'towns', dinosaurs: 'dinosaurs', words: 'words'};

  const field = byId('list-text');
  const problem = byId('list-problem');
  const said = byId('list-said');
  let cut = false; // the field shows only the beginning

  function choices() {
    const all = {...NAMES};
    if (byId('given').textContent !== 'null') {
      all.given = JSON.parse(byId('given').textContent).name;
    }
    fill(byId('list-choices'), ...Object.entries(all).map(([choice, name]) =>
      element('button', {'aria-pressed': String(study.choice === choice), 'data-choice': choice,
        click: () => study.choose(choice)}, characters.visibleText(name))));
  }

  function show() {
    problem.textContent = '';
    choices();
    cut = study.source.length > SHOWN;
    field.value = cut ? study.source.slice(0, study.source.lastIndexOf('\n', SHOWN) + 1 || SHOWN)
      : study.source;
    field.readOnly = study.kind === 'model';
    byId('list-read').disabled = true;
    byId('list-save').hidden = study.kind === 'model';
    byId('list-command').textContent = (study.kind === 'model' ? ''
      : `makemore generate -i ${study.quoted(study.fileName())}\n`)
      + `makemore generate -m ${study.quoted(modelName())}`;
    const letters = numbers.of(study.size - 1, 'character');
    byId('list-facts').textContent = study.counts
      ? `${numbers.of(study.items, 'item')}, ${letters}, ${numbers.of(study.counts.total(), 'pair')}`
      : `A model of ${letters}`;
    const seen = study.cells ? study.cells.length / 3 : 0;
    byId('list-pairs').textContent = study.counts
      ? `The characters, and a dot that starts and ends every item, are ${numbers.count(study.size)} `
        + `tokens. Of the ${numbers.count(study.size * study.size)} pairs of two tokens, `
        + `${numbers.count(seen)} occur.`
        + (study.emptyLines > 0 ? ` ${numbers.of(study.emptyLines, 'empty line')} left out.` : '')
        + (cut ? ' The field shows the beginning of the list only.' : '')
      : 'A trained net: the page knows its probabilities, but not what it was trained on.';
  }

  const read = () => {
    if (!field.readOnly) {
      study.setOwn(field.value);
    }
  };

  field.addEventListener('input', () => {
    byId('list-read').disabled = false;
    readSoon();
  });
  const readSoon = debounced(600, () => {
    if (!cut) { // typing in the beginning of a long list does not throw the rest away
      read();
    }
  });
  field.addEventListener('paste', (event) => {
    cut = false; // what is pasted is the new list
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.length > SHOWN && !field.readOnly) { // a browser lays a long text out for minutes
      event.preventDefault();
      const {value, selectionStart, selectionEnd} = field;
      study.setOwn(value.slice(0, selectionStart) + text + value.slice(selectionEnd));
    }
  });
  byId('list-read').addEventListener('click', read);

  field.addEventListener('dragover', (event) => event.preventDefault());
  field.addEventListener('drop', async (event) => {
    const file = event.dataTransfer.files[0];
    if (file) {
      event.preventDefault();
      const bytes = await file.arrayBuffer();
      try {
        const text = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
        study.setOwn(text, file.name);
      } catch {
        problem.textContent = `${characters.visibleText(file.name)} is not valid UTF-8; save it as `
          + 'UTF-8 and drop it again';
      }
    }
  });

  const smoothing = byId('list-smoothing');
  smoothing.value = study.smoothing();
  smoothing.addEventListener('input', () => {
    const k = Number(smoothing.value);
    const isNumber = smoothing.value !== '' && k >= 0 && k <= 1e9;
    problem.textContent = isNumber ? '' : 'the smoothing is a number from 0 to 1,000,000,000';
    if (isNumber) {
      address.set({smoothing: k});
    }
  });
  address.watch(['smoothing'], () => {
    if (Number(smoothing.value) !== study.smoothing()) {
      smoothing.value = study.smoothing();
    }
  });

  copies(byId('list-link'), address.link, said, () => (study.fitsLink() ? 'The link is copied.'
    : 'The link is copied, but the list is too long for it: send the list, too.'),
  'The browser does not allow copying; the link is in its address bar.');
  const modelName = () => (study.kind === 'model' ? study.name
    : `${study.fileName().replace(/\.[^.]*$/, '')}.model`);
  byId('list-model').addEventListener('click', () =>
    download(modelName(), 'text/plain', study.model.file()));
  byId('list-save').addEventListener('click', () =>
    download(study.fileName(), 'text/plain', study.source));

  study.begun.add(() => byId('list').setAttribute('aria-busy', 'true'));
  study.changed.add(() => {
    byId('list').removeAttribute('aria-busy');
    show();
  });
  study.failed.add((message) => {
    byId('list').removeAttribute('aria-busy');
    problem.textContent = message;
  });
})();
