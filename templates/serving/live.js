// While the page is served: it is loaded anew when a note was saved, a changed stylesheet is put in
// its place, and “e” opens the note that is being read in the editor. The server sends two numbers,
// and only to a page that is in sight.
"use strict";

(() => {
  const RETRY = 1000; // milliseconds until a lost server is looked for again
  const own = document.currentScript.dataset;
  let style = own.style;
  let stream = null;
  let waiting = 0;
  let asking = false;

  function restyle() {
    for (const link of document.querySelectorAll('link[rel="stylesheet"]')) {
      const fresh = link.cloneNode();
      const address = new URL(link.href);
      address.searchParams.set("v", style);
      fresh.href = address;
      fresh.addEventListener("load", () => link.remove());
      fresh.addEventListener("error", () => fresh.remove());
      link.after(fresh);
    }
  }

  function hear(event) {
    const [page, newStyle] = event.data.split(" ");
    if (page !== own.page) {
      hushed();
      location.reload();
    } else if (newStyle !== style) {
      style = newStyle;
      restyle();
    }
  }

  async function listen() {
    clearTimeout(waiting);
    if (stream || asking || document.hidden) return;
    asking = true;
    const found = await Proof.isOurs();
    asking = false;
    if (document.hidden) return;
    if (found) {
      stream = new EventSource("/-/events");
      stream.addEventListener("message", hear);
      stream.addEventListener("error", again);
    } else {
      again();
    }
  }

  function again() {
    hushed();
    waiting = setTimeout(listen, RETRY);
  }

  function hushed() {
    clearTimeout(waiting);
    stream?.close();
    stream = null;
  }

  // The edit link of the note that was jumped to, else of the one nearest the top of the window.
  function editLink() {
    const links = [...document.querySelectorAll("main a.edit[href]")];
    const target = document.querySelector(":target");
    const inside = links.find((link) => target?.contains(link));
    const top = (link) => (link.closest("article, section") ?? link).getBoundingClientRect();
    return inside ?? links.find((link) => top(link).bottom > 0) ?? links[0];
  }

  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "e" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
    const link = editLink();
    if (link) location.href = link.href;
  });
  document.addEventListener("visibilitychange", () => (document.hidden ? hushed() : listen()));
  addEventListener("pagehide", hushed);
  addEventListener("pageshow", listen);
  listen();
})();
