// Their time now, from the time zone in data-tz; without this script the zone and its distance stand.
"use strict";

(() => {
  const MINUTE = 60000; // milliseconds

  function at(zone, now) {
    const written = { hour: "2-digit", minute: "2-digit", weekday: "long", hourCycle: "h23" };
    const parts = new Intl.DateTimeFormat("en-GB", { ...written, timeZone: zone }).formatToParts(now);
    const part = (type) => parts.find((each) => each.type === type).value;
    return { clock: `${part("hour")}:${part("minute")}`, weekday: part("weekday") };
  }

  function isQuiet({ clock, weekday }, { quietHours, quietDays }) {
    if (quietDays.split(" ").includes(weekday.slice(0, 3).toLowerCase())) return true;
    const [start, end] = quietHours.split("-");
    return start <= end ? clock >= start && clock < end : clock >= start || clock < end;
  }

  function tell(place) {
    const now = new Date();
    let there;
    try {
      there = at(place.dataset.tz, now);
    } catch {
      return; // a zone that this browser does not know
    }
    place.dataset.words ??= place.textContent;
    const day = there.weekday === at(undefined, now).weekday ? "" : ` ${there.weekday}`;
    const quiet = isQuiet(there, place.dataset) ? ", quiet hours" : "";
    place.textContent = `there it is ${there.clock}${day}${quiet} (${place.dataset.words})`;
  }

  function tellAll() {
    for (const place of document.querySelectorAll("[data-tz]")) tell(place);
  }

  tellAll();
  setTimeout(() => {
    tellAll();
    setInterval(tellAll, MINUTE);
  }, MINUTE - (Date.now() % MINUTE));
})();
