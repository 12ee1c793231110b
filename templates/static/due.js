// What was worked out on one day, kept true on the days after it: phrases such as "in 3 days" are
// counted from today, reasons whose day is over are left out, and cards move to the section that
// their day now asks for. Without this script the page stands as of the day that it names.
"use strict";

(() => {
  const DAY = 86400000; // milliseconds
  const WEEK = 7; // days that are "this week"
  const SOON = 42; // days that are "soon"
  const UNITS = [[730, 365, "years"], [60, 30, "months"], [14, 7, "weeks"], [2, 1, "days"]];
  const BACK_FOR = 14; // days after a snooze or a rest in which nobody is overdue
  const AHEAD = new Set(["opportunity", "trip"]); // reasons whose day is today once it has passed
  const TONES = { overdue: "due", "this-week": "warm", soon: "near" };

  const iso = (date) =>
    [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
  const between = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / DAY);
  const spelled = (day) =>
    new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(Date.parse(day));

  function distance(day, today) {
    const days = between(today, day);
    const far = Math.abs(days);
    if (far < 2) return ["yesterday", "today", "tomorrow"][days + 1];
    const [, length, unit] = UNITS.find(([least]) => far >= least);
    const words = `${Math.floor(far / length)} ${unit}`;
    return days > 0 ? `in ${words}` : `${words} ago`;
  }

  function byDistance(due, today) {
    const days = between(today, due);
    if (days < 0) return "overdue";
    if (days <= WEEK) return "this-week";
    return days <= SOON ? "soon" : "later";
  }

  // The reasons that still hold, each with its day; what has no day is only something to say.
  function openReasons(card, today) {
    const dated = [];
    for (const reason of card.querySelectorAll(".reasons > li")) {
      const { kind, due, lapses } = reason.dataset;
      reason.hidden = Boolean(lapses) && lapses < today;
      if (due && !reason.hidden) {
        const neverPast = AHEAD.has(kind) || (kind === "cadence" && "anyDay" in card.dataset);
        dated.push({ kind, due: neverPast && due < today ? today : due });
      }
    }
    return dated;
  }

  function sectionOf(card, reasons, due, today) {
    if (card.dataset.section === "paused") return "paused";
    if (due > today && due === card.dataset.snoozed) return "snoozed";
    if (due > today && due === card.dataset.rests) return "resting";
    const cadenceOnly = reasons.every((reason) => reason.kind === "cadence");
    if (card.dataset.phase === "dormant" && cadenceOnly) return "dormant";
    const wasPutOff = due === card.dataset.snoozed || due === card.dataset.rests;
    const isBack = due < today && wasPutOff && between(due, today) <= BACK_FOR;
    return isBack ? "this-week" : byDistance(due, today);
  }

  function place(card, section) {
    const name = (each) => each.querySelector("h3").textContent.toLowerCase();
    const key = (each) => `${each.dataset.due} ${name(each)}`;
    const cards = [...section.querySelectorAll(".reach")].filter((each) => each !== card);
    const after = cards.find((each) => key(each) > key(card));
    const rest = section.querySelector(".rest");
    section.insertBefore(card, after ?? rest);
  }

  function move(card, today) {
    if (card.dataset.section === "begin") return; // it asks for no day
    const reasons = openReasons(card, today);
    if (!reasons.length) {
      card.dataset.lapsed = "";
      return;
    }
    const first = reasons.map((reason) => reason.due).sort()[0];
    const snoozed = card.dataset.snoozed ?? "";
    const due = snoozed > first ? snoozed : first;
    const section = sectionOf(card, reasons, due, today);
    const by = card.querySelector("[data-reach-by]");
    if (due === card.dataset.due && section === card.dataset.section) return;
    by.textContent = spelled(due);
    by.dateTime = card.querySelector(".when .state").dataset.day = card.dataset.due = due;
    card.dataset.section = section;
    card.dataset.tone = TONES[section] ?? "quiet";
    place(card, document.getElementById(section));
  }

  function countDays(today) {
    for (const phrase of document.querySelectorAll("[data-day]")) {
      const words = distance(phrase.dataset.day, today);
      if (phrase.textContent !== words) phrase.textContent = words;
      const card = phrase.closest(".reach");
      if (phrase.matches(".state")) {
        phrase.dataset.tone = card
          ? card.dataset.tone
          : (TONES[byDistance(phrase.dataset.day, today)] ?? "quiet");
      }
    }
  }

  let shown = "";

  function refresh() {
    const note = document.querySelector("[data-as-of]");
    const today = iso(new Date());
    // A page of a day to come is left as it is: nothing on it has happened yet.
    if (!note || today <= note.dataset.asOf || today === shown) return;
    shown = today;
    for (const card of document.querySelectorAll(".reach")) move(card, today);
    countDays(today);
    note.textContent = `From the notes as of ${spelled(note.dataset.asOf)}; days are counted from today, ${spelled(today)}.`;
    document.dispatchEvent(new Event("cards-moved"));
  }

  refresh();
  document.addEventListener("visibilitychange", refresh);
  setInterval(refresh, 60000);
})();
