// The page is whole without this script. It adds the switch between light and dark, the search, and
// lets the keyboard scroll what is too wide.
"use strict";

(() => {
  const root = document.currentScript.dataset.root;
  const page = document.documentElement;

  // Where a browser keeps nothing, as on some disks, the choice lasts for the page.
  const memory = {
    read() {
      try {
        return localStorage.getItem("makemore-theme");
      } catch {
        return null;
      }
    },
    write(theme) {
      try {
        localStorage.setItem("makemore-theme", theme);
      } catch {
        // nothing is kept
      }
    },
  };

  // Before the page is drawn, so that it does not flash.
  const stored = memory.read();
  if (stored === "light" || stored === "dark") {
    page.style.colorScheme = stored;
  }

  const isDark = () =>
    page.style.colorScheme
      ? page.style.colorScheme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;

  function prepareTheme() {
    const button = document.querySelector("button.theme");
    const name = () => {
      button.textContent = isDark() ? "Light" : "Dark";
      button.setAttribute("aria-label", isDark() ? "Light colors" : "Dark colors");
    };
    button.addEventListener("click", () => {
      page.style.colorScheme = isDark() ? "light" : "dark";
      memory.write(page.style.colorScheme);
      name();
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", name);
    name();
    button.hidden = false;
  }

  // Not all browsers let the keyboard into something that scrolls.
  function prepareScrolling() {
    for (const part of document.querySelectorAll("pre, .table, .chart, .formula")) {
      if (part.scrollWidth > part.clientWidth) {
        part.tabIndex = 0;
      }
    }
  }

  // On a wide screen styles show the navigation and the table of contents, closed or not. For those
  // who hear the page, and where styles can't do it, they are opened as well.
  function openColumns() {
    if (matchMedia("(min-width: 60.01rem)").matches) {
      document.querySelector(".menu").open = true;
    }
    const contents = document.querySelector(".contents");
    if (contents && matchMedia("(min-width: 90rem)").matches) {
      contents.open = true;
    }
    const menu = document.querySelector(".menu");
    const current = menu.querySelector("[aria-current]");
    if (current && current.offsetTop > menu.clientHeight - 60) {
      menu.scrollTop = current.offsetTop - menu.clientHeight / 2;
    }
  }

  function load(file) {
    return new Promise((loaded) => {
      const script = document.createElement("script");
      script.src = root + file;
      script.addEventListener("load", loaded);
      document.head.append(script);
    });
  }

  // The index is large, so it is loaded when somebody begins to search.
  function prepareSearch() {
    const form = document.querySelector("form.search");
    const begin = async () => {
      await Promise.all([load("search-index.js"), load("search.js")]);
      startSearch(form, root);
    };
    form.querySelector("input").addEventListener("focus", begin, {once: true});
    form.addEventListener("submit", (event) => event.preventDefault());
    document.addEventListener("keydown", (event) => {
      const typing = event.target.matches("input, textarea, [contenteditable]");
      if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        form.querySelector("input").focus();
      }
    });
    form.hidden = false;
  }

  document.addEventListener("DOMContentLoaded", () => {
    prepareTheme();
    prepareSearch();
    prepareScrolling();
    openColumns();
  });
})();
