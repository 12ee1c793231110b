// Narrows a list down by the choices in [data-filters]: everything that has an attribute of a
// choice's name (data-role="mentor sponsor") is shown if it holds what was chosen. The choices stand
// in the address, so that a list can be kept. Without this script they are hidden, and all is shown.
"use strict";

(() => {
  const box = document.querySelector("[data-filters]");
  const choices = [...(box?.querySelectorAll("select") ?? [])];
  const said = box?.querySelector("[data-filters-said]");
  const clear = box?.querySelector("[data-filters-clear]");
  const items = () => [...document.querySelectorAll("main [data-item], main .reach")];
  const isChosen = () => choices.some((choice) => choice.value);

  function holds(item) {
    return choices.every(
      ({ name, value }) => !value || (item.dataset[name] ?? "").split(" ").includes(value),
    );
  }

  function count() {
    for (const section of document.querySelectorAll("[data-cards]")) {
      const rest = section.querySelector(".rest");
      if (rest) rest.hidden = isChosen();
      const named = isChosen() ? 0 : Number(section.dataset.rest);
      const number = section.querySelectorAll(".reach:not([hidden])").length + named;
      section.hidden = !number;
      for (const place of document.querySelectorAll(`[data-count="${section.id}"]`)) {
        place.textContent = number;
        const entry = place.closest("nav li");
        if (entry) entry.hidden = !number;
      }
    }
  }

  function apply() {
    let number = 0;
    for (const item of items()) {
      item.hidden = "lapsed" in item.dataset || !holds(item);
      number += !item.hidden;
    }
    count();
    if (!box) return;
    clear.hidden = !isChosen();
    said.textContent = isChosen() ? `${number} of ${said.dataset.total} shown` : "";
  }

  function keep() {
    const chosen = choices.filter((choice) => choice.value);
    const hash = chosen.map(({ name, value }) => `${name}=${value}`).join("&");
    history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
  }

  // An address that names a place on the page, and no choice, must lead there.
  function read() {
    const hash = location.hash.slice(1);
    if (hash.includes("=")) {
      const found = new Map(hash.split("&").map((pair) => pair.split("=", 2)));
      for (const choice of choices) {
        const wanted = found.get(choice.name) ?? "";
        choice.value = [...choice.options].some(({ value }) => value === wanted) ? wanted : "";
      }
      apply();
    } else if (hash && document.getElementById(hash)?.closest("[hidden]")) {
      for (const choice of choices) choice.value = "";
      apply();
      document.getElementById(hash).scrollIntoView();
    }
  }

  function chosen() {
    apply();
    keep();
  }

  for (const choice of choices) choice.addEventListener("change", chosen);
  clear?.addEventListener("click", () => {
    for (const choice of choices) choice.value = "";
    chosen();
    choices[0].focus();
  });
  if (box) box.hidden = false;
  document.addEventListener("cards-moved", apply);
  window.addEventListener("hashchange", read);
  apply();
  read();
})();
