// Finds words in the sections of all pages, and shows the best places. A section is
// [address, title of its page, its own heading or "", text], as search-index.js has them.
"use strict";

const MOST_RESULTS = 20;
const AROUND = 70; // characters before and after the first word found

const letter = /[\p{L}\p{N}]/u;

// What a place of a word counts for. Inside of another word, as "code" in "Unicode", it is mostly chance.
const WHOLE = 1;
const START = 0.6;
const INSIDE = 0.05;

/** The sections that hold all words, the best first. A place in a heading is better than one in the text. */
function findSections(query) {
  const words = query.toLowerCase().split(/\s+/).filter((word) => word !== "").map(withoutPlural);
  if (words.length === 0) {
    return [];
  }
  const phrase = phraseOf(words);
  const found = [];
  sections.forEach(([address, title, heading, text], order) => {
    const own = heading || title;
    let score = 0;
    for (const word of words) {
      const here = scoreOf(word, title, own, text);
      if (here === 0) {
        return;
      }
      score += here;
    }
    if (words.length > 1) {
      score += (phrase.test(own) ? 30 : 0) + (phrase.test(text) ? 8 : 0);
    }
    found.push({address, title, heading, text, words, phrase, score, order});
  });
  return found.sort((a, b) => b.score - a.score || a.order - b.order);
}

/** A word without the s of its plural, so that each of both finds the other. */
function withoutPlural(word) {
  return word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

/** What finds the words one right after the other, each in the singular or the plural. */
function phraseOf(words) {
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\\/]/g, "\\$&"));
  return new RegExp("(?:^|[^\\p{L}\\p{N}])" + escaped.join("s?[^\\p{L}\\p{N}]+"), "iu");
}

function scoreOf(word, title, own, text) {
  const inOwn = placesOf(own, word);
  const inText = placesOf(text, word);
  const inTitle = own === title ? [] : placesOf(title, word);
  const alone = withoutPlural(own.toLowerCase()) === word ? 20 : 0;
  return 20 * best(inOwn) + 4 * best(inText) + Math.min(3, sum(inText) / 5) + 2 * best(inTitle) + alone;
}

function best(places) {
  return places.reduce((most, place) => Math.max(most, place.weight), 0);
}

function sum(places) {
  return places.reduce((total, place) => total + place.weight, 0);
}

/** Where a word is in a text. Places inside of other words count only if there are no better ones. */
function placesOf(text, word) {
  const lower = text.toLowerCase();
  const places = [];
  for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) {
    const plural = lower[at + word.length] === "s" && !letter.test(lower[at + word.length + 1] ?? "");
    const end = at + word.length + (plural ? 1 : 0);
    const starts = !letter.test(word[0]) || !letter.test(lower[at - 1] ?? "");
    const ends = !letter.test(lower[end] ?? "");
    places.push({word, at, end, weight: !starts ? INSIDE : ends ? WHOLE : START});
  }
  const better = places.filter((place) => place.weight > INSIDE);
  return better.length > 0 ? better : places;
}

/** The places of all words in a text, in the order of the text; of two at one place, the longer first. */
function allPlaces(text, words) {
  return words
    .flatMap((word) => placesOf(text, word))
    .sort((a, b) => a.at - b.at || b.end - a.end);
}

/** Appends text to an element, with the words in it marked. */
function appendMarked(element, text, words) {
  let end = 0;
  for (const place of allPlaces(text, words)) {
    if (place.at >= end) {
      element.append(text.slice(end, place.at));
      const mark = document.createElement("mark");
      mark.textContent = text.slice(place.at, place.end);
      element.append(mark);
      end = place.end;
    }
  }
  element.append(text.slice(end));
}

/** The part of a text that has the most of the words close to each other. */
function excerpt({text, words, phrase}) {
  const at = densest(text, words, phrase);
  const space = text.indexOf(" ", at - AROUND);
  const from = at <= AROUND ? 0 : space < 0 || space + 1 > at ? at : space + 1;
  const after = text.indexOf(" ", at + 2 * AROUND);
  const end = after < 0 ? text.length : after;
  return (from > 0 ? "… " : "") + text.slice(from, end) + (end < text.length ? " …" : "");
}

/** Where that part begins: different words count more than one of them again. */
function densest(text, words, phrase) {
  const places = allPlaces(text, words);
  const together = words.length > 1 && phrase.test(text);
  let most = 0;
  let found = 0;
  places.forEach((first, i) => {
    const weights = new Map();
    let again = 0;
    for (let j = i; j < places.length && places[j].at < first.at + AROUND; j++) {
      const {word, weight} = places[j];
      weights.set(word, Math.max(weights.get(word) ?? 0, weight));
      again += weight / 10;
    }
    let score = again;
    weights.forEach((weight) => (score += weight));
    if (together && phrase.test(text.slice(Math.max(first.at - 1, 0), first.at + AROUND))) {
      score += 1;
    }
    if (score > most) {
      most = score;
      found = first.at;
    }
  });
  return found;
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
