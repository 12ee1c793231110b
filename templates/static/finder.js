// Finding notes by what is typed. The notes come with the site as one script, written by
// journal/site/search.py; MiniSearch (vendor/) does the finding.
"use strict";

// A reader of notes: `await Finder.load(address)`, then `find(typed)`.
const Finder = (() => {
  const CHUNK = 150; // notes between two breaths of the page
  const MANY = 2000; // from so many notes on, words that are nearly everywhere are left aside
  const SAMPLE = 500; // notes that tell which words these are
  const EVERYWHERE = 0.3; // of the notes
  const FIELDS = ["title", "people", "beside", "text"];
  const NAMES = ["title", "people"];
  const SHORT = /^[a-z0-9]{1,2}$/; // as the beginning of a word, it says something in names alone

  function script(src) {
    return new Promise((done, failed) => {
      const element = document.createElement("script");
      Object.assign(element, { src, onload: done, onerror: failed });
      document.head.append(element);
    });
  }

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

  // The one folding, in the steps of journal/folding.py; a test holds the two together.
  const LETTERS =
    "a-zß-öø-ʯͰ-ϡϰ-ҁҊ-ԯ\u1c80-\u1c8f\u1d00-\u1dbf\u1e00-\u1fff\u2c60-\u2c7f" +
    "\ua640-\ua66d\ua680-\ua69d\ua722-\ua7ff\uab30-\uab69";
  const ACCENTS = "\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\ufe20-\ufe2f";
  const ACCENTED = new RegExp(`([${LETTERS}])[${ACCENTS}]+`, "gu");
  const SPELT = {
    ł: "l", ø: "o", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ħ: "h", ß: "ss", ς: "σ",
  };
  const BETWEEN = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000_-]+/gu;
  const TERM = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu; // signs of a script are part of its letters

  function folded(text) {
    const small = text.normalize("NFKD").toUpperCase().toLowerCase();
    const plain = small
      .replace(ACCENTED, "$1")
      .replace(/[łøđðþæœħßς]/g, (letter) => SPELT[letter])
      .normalize("NFC");
    return plain.replace(BETWEEN, " ").replace(/^ | $/g, "");
  }

  function words(text) {
    return text.split(/\s+/u).filter(Boolean);
  }

  // Each word is folded once, however often it was written.
  const FOLDED = new Map();

  function termsOf(word) {
    let found = FOLDED.get(word);
    if (!found) FOLDED.set(word, (found = folded(word).match(TERM) ?? []));
    return found;
  }

  function terms(text) {
    const found = [];
    for (const word of words(text)) found.push(...termsOf(word));
    return found;
  }

  function everywhere(notes) {
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

  // How many letters of a word may be wrong.
  function spelling(term) {
    return term.length < 4 ? 0 : term.length < 8 ? 1 : 2;
  }

  return class {
    static async load(src) {
      await script(src);
      const notes = (await unpacked(window.journalSearch)).map(read);
      delete window.journalSearch;
      const finder = new this(notes);
      await finder.index.addAllAsync(notes, { chunkSize: CHUNK });
      return finder;
    }

    static words = words;
    static folded = folded;

    static isHit(word, hits) {
      return termsOf(word).some((term) => hits.has(term));
    }

    constructor(notes) {
      this.notes = notes;
      this.common = everywhere(notes);
      this.index = new MiniSearch({
        idField: "place",
        fields: FIELDS,
        stringifyField: (found) => (Array.isArray(found) ? found.join(" ") : found),
        tokenize: (text, name) => (name === "text" ? this.rare(terms(text)) : terms(text)),
        processTerm: (term) => term,
      });
    }

    rare(found) {
      return found.filter((term) => !this.common.has(term));
    }

    // What is typed may say nothing yet, or nothing that sets one note apart from another.
    saysNothing(typed) {
      return !terms(typed).length;
    }

    isEverywhere(typed) {
      return !this.rare(terms(typed)).length;
    }

    // What has all that was typed, the best first; `note` tells more of each.
    find(typed) {
      const asked = { queries: [this.query(typed)], combineWith: "AND" };
      const names = { ...asked, fields: NAMES, prefix: true };
      const options = {
        combineWith: "OR",
        prefix: (term) => !SHORT.test(term),
        boost: { title: 6, people: 4, beside: 2 },
        boostDocument: (place) => (this.notes[place].kind === "Person" ? 2 : 1),
      };
      let found = this.index.search({ queries: [asked, names] }, options);
      if (!found.length) {
        found = this.index.search({ queries: [asked] }, { ...options, fuzzy: spelling });
      }
      return found.sort((one, other) => other.score - one.score || one.id - other.id); // the latest
    }

    // A note that was found, and the terms in it that were hit.
    note({ id, terms: found }) {
      return { ...this.notes[id], hits: new Set(found) };
    }

    // Without words that are everywhere, and without one that has only been begun.
    query(typed) {
      const all = terms(typed);
      const isBegun = all.length > 1 && !/\s$/.test(typed) && SHORT.test(all.at(-1));
      const found = this.rare(isBegun ? all.slice(0, -1) : all);
      return (found.length ? found : all).join(" ");
    }
  };
})();
