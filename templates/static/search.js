// The search page: what is typed is found (finder.js), and shown. The notes are loaded when the
// field is first used. Nothing is built from HTML: a note is never markup.
"use strict";

(() => {
  const AT_ONCE = 25; // results shown at first, and with each "more"
  const REST = 400; // milliseconds without a key until the address keeps the query
  const BEFORE = 8; // words shown before the first one found
  const AROUND = 28; // words shown of a text

  const field = document.querySelector("[data-search]");
  const status = document.getElementById("search-status");
  const list = document.getElementById("search-results");
  const more = document.getElementById("search-more");
  const { words, isHit } = Finder;

  let finder;
  let loading;

  function getReady() {
    loading ??= Finder.load(field.dataset.search).then(
      (found) => {
        finder = found;
        show();
      },
      () => {
        status.textContent = "The notes could not be loaded. Build the site again, and reload.";
      },
    );
    if (!finder) status.textContent = "Getting ready …";
  }

  // --- showing --------------------------------------------------------------------------------

  function element(name, options = {}, ...inside) {
    const made = Object.assign(document.createElement(name), options);
    made.append(...inside);
    return made;
  }

  function marked(found, hits) {
    return found.flatMap((word, at) => {
      const shown = isHit(word, hits) ? element("mark", {}, word) : word;
      return at ? [" ", shown] : [shown];
    });
  }

  function snippet(text, hits) {
    const all = words(text);
    const first = all.findIndex((word) => isHit(word, hits));
    const from = Math.max(0, first - BEFORE);
    const until = from + AROUND;
    const shown = marked(all.slice(from, until), hits);
    return [from ? "… " : "", ...shown, until < all.length ? " …" : ""];
  }

  const DAYS = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

  function when(note) {
    const made = element("p", { className: "when" });
    const day = note.date && DAYS.format(new Date(note.date));
    if (day) made.append(element("time", { dateTime: note.date }, day));
    made.append(element("span", {}, note.kind));
    return made;
  }

  // The people, and the words of tags and facts that were found: these are in no text.
  function meta(note, hits) {
    const names = note.people.map((name) => element("bdi", {}, ...marked(words(name), hits)));
    const facts = new Set(words(note.beside).filter((word) => isHit(word, hits)));
    const parts = [...names, ...[...facts].map((word) => element("mark", {}, word))];
    return element("p", { className: "meta" }, ...parts.flatMap((part) => [" · ", part]).slice(1));
  }

  function result(note) {
    const { hits } = note;
    const href = `${field.dataset.root}${note.href}`;
    const link = element("a", { href }, ...marked(words(note.title), hits));
    const text = note.text.trim() ? snippet(note.text, hits) : [];
    const body = element(
      "div",
      {},
      element("h2", { dir: "auto" }, link),
      meta(note, hits),
      element("p", { className: "snippet", dir: "auto" }, ...text),
    );
    for (const part of body.querySelectorAll("p:empty")) part.remove();
    return element("li", { className: "entry" }, when(note), body);
  }

  function counted(count) {
    if (count) return `${count.toLocaleString("en-GB")} ${count === 1 ? "note" : "notes"} found.`;
    if (finder.isEverywhere(field.value)) return "Nearly every note has that. Add a rarer word.";
    return "Nothing found. Fewer letters, or fewer words, find more.";
  }

  let rest = [];

  function showMore() {
    const from = list.children.length;
    list.append(...rest.splice(0, AT_ONCE).map((one) => result(finder.note(one))));
    more.hidden = !rest.length;
    return list.children[from];
  }

  function show() {
    if (!finder) return;
    const isAsked = !finder.saysNothing(field.value);
    rest = isAsked ? finder.find(field.value) : [];
    status.textContent = isAsked ? counted(rest.length) : "Ready.";
    list.replaceChildren();
    showMore();
  }

  // --- the address keeps the query, so that the way back leads to the same results ------------

  function asked() {
    return new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
  }

  function keep() {
    if (field.value === asked()) return;
    const query = new URLSearchParams({ q: field.value });
    history.replaceState(null, "", field.value ? `#${query}` : location.pathname);
  }

  let resting;

  function typed() {
    getReady();
    show();
    clearTimeout(resting);
    resting = setTimeout(keep, REST);
  }

  function again() {
    field.value = asked();
    if (field.value) getReady();
    show();
  }

  // --- keys -----------------------------------------------------------------------------------

  // Down goes from the field through the results, up goes back.
  function step(event) {
    const stops = [field, ...list.querySelectorAll("h2 a")];
    const at = stops.indexOf(document.activeElement);
    const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  }

  function clear() {
    field.value = "";
    field.focus();
    typed();
  }

  field.addEventListener("focus", getReady, { once: true });
  field.addEventListener("input", typed);
  field.addEventListener("blur", keep);
  more.addEventListener("click", () => showMore()?.querySelector("a").focus());
  addEventListener("hashchange", again);
  addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") step(event);
    if (event.key === "Escape" && field.value) clear();
  });

  field.closest("search").hidden = false;
  again();
})();
