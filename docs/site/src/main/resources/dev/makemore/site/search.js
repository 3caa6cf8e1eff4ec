// Finds words in the sections of all pages, and shows the best places. A section is
// [address, title of its page, its own heading or "", text], as search-index.js has them.
"use strict";

const MOST_RESULTS = 20;
const AROUND = 70; // characters before and after the first word found

/** The sections that hold all words, the best first. A place in a heading is better than one in the text. */
function findSections(query) {
  const words = query.toLowerCase().split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) {
    return [];
  }
  const found = [];
  sections.forEach(([address, title, heading, text], order) => {
    let score = 0;
    for (const word of words) {
      const here = scoreOf(word, title, heading, text);
      if (here === 0) {
        return;
      }
      score += here;
    }
    found.push({address, title, heading, text, words, score, order});
  });
  return found.sort((a, b) => b.score - a.score || a.order - b.order);
}

function scoreOf(word, title, heading, text) {
  const own = (heading || title).toLowerCase();
  if (own.includes(word)) {
    return (startsWord(own, word) ? 20 : 10) + (own === word ? 20 : 0);
  }
  const inText = text.toLowerCase();
  const at = inText.indexOf(word);
  if (at >= 0) {
    return (startsWord(inText, word) ? 3 : 1) + Math.min(2, inText.split(word).length / 5);
  }
  return title.toLowerCase().includes(word) ? 1 : 0;
}

const letter = /[\p{L}\p{N}]/u;

function startsWord(text, word) {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !letter.test(text[at - 1])) {
      return true;
    }
  }
  return false;
}

/** Appends text to an element, with the words in it marked. */
function appendMarked(element, text, words) {
  const lower = text.toLowerCase();
  let end = 0;
  while (end < text.length) {
    let at = text.length;
    let length = 0;
    for (const word of words) {
      const place = lower.indexOf(word, end);
      if (place >= 0 && (place < at || (place === at && word.length > length))) {
        at = place;
        length = word.length;
      }
    }
    element.append(text.slice(end, at));
    if (length > 0) {
      const mark = document.createElement("mark");
      mark.textContent = text.slice(at, at + length);
      element.append(mark);
    }
    end = at + Math.max(length, 1);
  }
}

function excerpt({text, words}) {
  const lower = text.toLowerCase();
  const places = words.map((word) => lower.indexOf(word)).filter((at) => at >= 0);
  const at = places.length > 0 ? Math.min(...places) : 0;
  const from = at > AROUND ? text.indexOf(" ", at - AROUND) + 1 : 0;
  const space = text.indexOf(" ", at + 2 * AROUND);
  const end = space < 0 ? text.length : space;
  return (from > 0 ? "… " : "") + text.slice(from, end) + (end < text.length ? " …" : "");
}

function resultItem(section, root) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = root + section.address;
  const heading = document.createElement("strong");
  appendMarked(heading, section.heading || section.title, section.words);
  const text = document.createElement("small");
  if (section.heading) {
    text.append(section.title + ": ");
  }
  appendMarked(text, excerpt(section), section.words);
  link.append(heading, text);
  item.append(link);
  return item;
}

function startSearch(form, root) {
  const input = form.querySelector("input");
  const results = form.querySelector(".results");
  const list = results.querySelector("ol");
  const show = () => {
    const found = findSections(input.value);
    const shown = found.slice(0, MOST_RESULTS);
    list.replaceChildren(...shown.map((section) => resultItem(section, root)));
    document.getElementById("search.found").textContent =
      found.length === 0 ? "Nothing found"
      : found.length === 1 ? "1 place"
      : found.length > MOST_RESULTS ? `${found.length} places, the best ${MOST_RESULTS}`
      : `${found.length} places`;
    results.hidden = input.value.trim() === "";
  };
  input.addEventListener("input", show);
  input.addEventListener("focus", show);
  form.addEventListener("keydown", (event) => moveByKey(event, input, results));
  form.addEventListener("submit", () => list.querySelector("a")?.click());
  document.addEventListener("click", (event) => {
    // A place on the same page is reached without leaving it.
    if (!form.contains(event.target) || event.target.closest("a")) {
      results.hidden = true;
    }
  });
  form.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !form.contains(event.relatedTarget)) {
      results.hidden = true;
    }
  });
  show();
}

/** Arrows go through the results, Escape closes them. */
function moveByKey(event, input, results) {
  const stops = [input, ...results.querySelectorAll("a")];
  const at = stops.indexOf(document.activeElement);
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    const next = (at + (event.key === "ArrowDown" ? 1 : -1) + stops.length) % stops.length;
    stops[next].focus();
  } else if (event.key === "Escape") {
    input.focus(); // which shows them, if they were left
    results.hidden = true;
  }
}
