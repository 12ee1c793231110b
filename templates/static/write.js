// The message follows the ticks. Every choice lies ready in the page, as its template made it;
// without this script no box is shown, and a message that says one thing stands there.
"use strict";

(() => {
  const slots = [...document.querySelectorAll("input[data-slot]")];
  const variants = [...document.getElementById("variants").content.children];
  const mail = document.getElementById("mail");
  const form = document.getElementById("log-form");

  function chosen() {
    const said = slots.filter((slot) => slot.checked).map((slot) => slot.dataset.slot);
    return variants.find((variant) => variant.dataset.said === said.join(" "));
  }

  function address(subject, text) {
    const fields = { subject, body: text.replaceAll("\n", "\r\n") };
    const written = Object.entries(fields).filter(([, value]) => value);
    const query = written.map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    return [mail.dataset.to, query.join("&")].filter(Boolean).join("?");
  }

  function show() {
    const variant = chosen();
    const [subject, text, command] = [...variant.children].map((part) => part.textContent);
    document.getElementById("subject").textContent = subject;
    document.getElementById("message").textContent = text;
    document.getElementById("log").textContent = command;
    if (form) form.href = variant.dataset.form;
    if (mail) mail.href = address(subject, text);
  }

  for (const slot of slots) {
    slot.hidden = false;
    slot.addEventListener("change", show);
  }
  show(); // a browser may remember the ticks of the last visit
})();
