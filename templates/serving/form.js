// What was typed is sent to the server that this page came from, and to nobody else.
"use strict";

(() => {
  const LOST = "The server does not answer. Nothing was sent: what you typed is still here.";
  const ANEW =
    "The server was started anew. Open the address that it printed in another tab, then send this again.";

  // Why it is not sent now, or nothing.
  async function reason() {
    if (!(await Proof.isOurs())) return LOST;
    const asked = fetch("/-/form.js", { method: "HEAD", cache: "no-store" });
    const answer = await asked.catch(() => null);
    return answer?.ok ? "" : ANEW;
  }

  function tell(form, text) {
    const said = form.querySelector("[role=alert]") ?? document.createElement("p");
    Object.assign(said, { className: "banner", role: "alert", textContent: text });
    form.prepend(said);
  }

  // A form that a script sends says by itself which button was pressed.
  function sendAs(form, pressed) {
    if (pressed?.name) {
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name: pressed.name, value: pressed.value });
      form.append(field);
    }
    form.submit();
  }

  async function send(event) {
    event.preventDefault();
    const form = event.target;
    const pressed = event.submitter;
    const text = await reason();
    if (text) tell(form, text);
    else sendAs(form, pressed);
  }

  for (const form of document.querySelectorAll("form.serving-form")) {
    form.addEventListener("submit", send);
  }
})();
