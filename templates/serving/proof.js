// Whoever answers at this address may be somebody else on this machine, who took the port when the
// server ended. Before a page sends its cookie, or what was typed, they have to prove that they are
// the server which the page came from; that question is asked without the cookie.
"use strict";

const Proof = (() => {
  const PATIENCE = 5000; // milliseconds for an answer
  const HOW = { name: "HMAC", hash: "SHA-256" };
  const own = document.currentScript.dataset;

  function bytes(hex) {
    return Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
  }

  async function proved() {
    const nonce = crypto.randomUUID();
    const signal = AbortSignal.timeout(PATIENCE);
    const options = { credentials: "omit", cache: "no-store", redirect: "error", signal };
    const answer = await fetch(`/-/proof?run=${own.run}&nonce=${nonce}`, options);
    const key = await crypto.subtle.importKey("raw", bytes(own.proof), HOW, false, ["verify"]);
    const said = new TextEncoder().encode(`${location.host} ${nonce}`);
    return answer.ok && crypto.subtle.verify("HMAC", key, bytes(await answer.text()), said);
  }

  return { isOurs: () => proved().catch(() => false) };
})();
