// Light, dark, or as the system has it: the reader's choice, kept in this browser. Loaded before the
// page is shown, so that it does not flash; without it, the system's choice holds.
"use strict";

(() => {
  const KEY = "journal-theme";
  const CHOICES = ["", "light", "dark"];
  const WORDS = { "": "as the system", light: "light", dark: "dark" };

  function kept() {
    try {
      const found = localStorage.getItem(KEY) ?? "";
      return CHOICES.includes(found) ? found : "";
    } catch {
      return ""; // storage can be switched off
    }
  }

  function show(choice) {
    if (choice) document.documentElement.dataset.theme = choice;
    else delete document.documentElement.dataset.theme;
  }

  function keep(choice) {
    try {
      localStorage.setItem(KEY, choice);
    } catch {
      // it then holds for this page only
    }
  }

  show(kept());

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-theme-switch]");
    let choice = kept();
    const say = () => (button.textContent = `Colours: ${WORDS[choice]}`);
    button.addEventListener("click", () => {
      choice = CHOICES[(CHOICES.indexOf(choice) + 1) % CHOICES.length];
      show(choice);
      keep(choice);
      say();
    });
    say();
    button.parentElement.hidden = false;
  });
})();
