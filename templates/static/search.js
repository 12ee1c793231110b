// Search as you type, in this page alone: the notes come with the site as one script, which is
// loaded when the field is first used. MiniSearch (vendor/) does the finding; this file reads the
// notes, asks it, and shows what it found. Built without innerHTML: a note is never markup.
"use strict";

(() => {
  const AT_ONCE = 25; // results shown at first, and with each "more"
  const CHUNK = 150; // notes between two breaths of the page
  const REST = 400; // milliseconds without a key until the address keeps the query
  const BEFORE = 8; // words shown before the first one found
  const AROUND = 28; // words shown of a text
  const MANY = 2000; // from so many notes on, words that are nearly everywhere are left aside
  const SAMPLE = 500; // notes that tell which words these are
  const EVERYWHERE = 0.3; // of the notes

  const FIELDS = ["title", "people", "beside", "text"];
  const NAMES = ["title", "people"];
  const SHORT = /^[a-z0-9]{1,2}$/; // as the beginning of a word, it says something in names alone

  const field = document.querySelector("[data-search]");
  const status = document.getElementById("search-status");
  const list = document.getElementById("search-results");
  const more = document.getElementById("search-more");

  // --- reading the notes; journal/site/search.py says how they are written ---------------------

  async function unpacked(base64) {
    const packed = atob(base64);
    const bytes = new Uint8Array(packed.length);
    for (let at = 0; at < packed.length; at++) bytes[at] = packed.charCodeAt(at);
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Response(stream).json();
  }

  function read([kind, href, date, people, title, beside, text], place) {
    return { place, kind, href, date, people, title, beside, text };
  }

  // Letters that Unicode does not take apart.
  const SPELT = { ł: "l", ø: "o", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ı: "i", ħ: "h", ß: "ss" };

  function folded(word) {
    const plain = word.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
    return plain
      .replace(/[łøđðþæœıħß]/g, (letter) => SPELT[letter])
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);
  }

  function words(text) {
    return text.split(/\s+/u).filter(Boolean);
  }

  // Each word is folded once, however often it was written.
  const FOLDED = new Map();

  function termsOf(word) {
    let found = FOLDED.get(word);
    if (!found) FOLDED.set(word, (found = folded(word)));
    return found;
  }

  function terms(text) {
    const found = [];
    for (const word of words(text)) found.push(...termsOf(word));
    return found;
  }

  // --- finding --------------------------------------------------------------------------------

  let notes;
  let common;
  let index;
  let ready;

  function script(src) {
    return new Promise((done, failed) => {
      const element = document.createElement("script");
      Object.assign(element, { src, onload: done, onerror: failed });
      document.head.append(element);
    });
  }

  function everywhere() {
    if (notes.length < MANY) return new Set();
    const counts = new Map();
    const apart = Math.floor(notes.length / SAMPLE);
    const sample = notes.filter((_, place) => place % apart === 0);
    for (const { text } of sample) {
      for (const term of new Set(terms(text))) counts.set(term, (counts.get(term) ?? 0) + 1);
    }
    const often = [...counts].filter(([, count]) => count > EVERYWHERE * sample.length);
    return new Set(often.map(([term]) => term));
  }

  function sought(found) {
    return found.filter((term) => !common.has(term));
  }

  async function prepare() {
    await script(field.dataset.search);
    notes = (await unpacked(window.journalSearch)).map(read);
    delete window.journalSearch;
    common = everywhere();
    const made = new MiniSearch({
      idField: "place",
      fields: FIELDS,
      stringifyField: (found) => (Array.isArray(found) ? found.join(" ") : found),
      tokenize: (found, name) => (name === "text" ? sought(terms(found)) : terms(found)),
      processTerm: (term) => term,
    });
    await made.addAllAsync(notes, { chunkSize: CHUNK });
    index = made;
  }

  function getReady() {
    ready ??= prepare().then(show, () => {
      status.textContent = "The notes could not be loaded. Build the site again, and reload this page.";
    });
    if (!index) status.textContent = "Getting ready …";
  }

  // Without words that are everywhere, and without one that has only been begun.
  function query(typed) {
    const all = terms(typed);
    const isBegun = all.length > 1 && !/\s$/.test(typed) && SHORT.test(all.at(-1));
    const found = sought(isBegun ? all.slice(0, -1) : all);
    return (found.length ? found : all).join(" ");
  }

  function find(typed) {
    const asked = { queries: [query(typed)], combineWith: "AND" };
    const options = {
      combineWith: "OR",
      prefix: (term) => !SHORT.test(term),
      boost: { title: 6, people: 4, beside: 2 },
      boostDocument: (place) => (notes[place].kind === "Person" ? 2 : 1),
    };
    const names = { ...asked, fields: NAMES, prefix: true };
    let found = index.search({ queries: [asked, names] }, options);
    if (!found.length) found = index.search({ queries: [asked] }, { ...options, fuzzy: spelling });
    return found.sort((one, other) => other.score - one.score || one.id - other.id);
  }

  // How many letters of a word may be wrong.
  function spelling(term) {
    return term.length < 4 ? 0 : term.length < 8 ? 1 : 2;
  }

  // --- showing --------------------------------------------------------------------------------

  function element(name, options = {}, ...inside) {
    const made = Object.assign(document.createElement(name), options);
    made.append(...inside);
    return made;
  }

  function isHit(word, hits) {
    return termsOf(word).some((term) => hits.has(term));
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

  function result({ id, terms: matched }) {
    const note = notes[id];
    const hits = new Set(matched);
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
    if (!sought(terms(field.value)).length) return "Nearly every note has that. Add a rarer word.";
    return "Nothing found. Fewer letters, or fewer words, find more.";
  }

  let rest = [];

  function showMore() {
    const from = list.children.length;
    list.append(...rest.splice(0, AT_ONCE).map(result));
    more.hidden = !rest.length;
    return list.children[from];
  }

  function show() {
    if (!index) return;
    const isAsked = terms(field.value).length > 0;
    rest = isAsked ? find(field.value) : [];
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
