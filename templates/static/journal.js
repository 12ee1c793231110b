// Copy buttons. Each names, in data-copy, the id of the text that it copies; without this
// script, or where the browser lends no clipboard, they stay hidden and nothing is missing.
"use strict";

(() => {
  const RESTS = 2000; // milliseconds until a button says again what it does

  async function copy(button) {
    const said = button.textContent;
    try {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
      button.textContent = "copied";
    } catch {
      button.textContent = "not copied: select it by hand";
    }
    setTimeout(() => (button.textContent = said), RESTS);
  }

  if (navigator.clipboard) {
    for (const button of document.querySelectorAll("button[data-copy]")) {
      button.setAttribute("aria-live", "polite");
      button.addEventListener("click", () => copy(button));
      button.hidden = false;
    }
  }
})();
