// What is checked on the page that is open. Each check returns a line for each fault.
(() => {
  const said = (words, e) => `${words}: ${e.outerHTML.slice(0, 120)}`;

  // What colours and sizes decide, and takes more time than all the rest.
  const SEEN = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"];

  const SIZED = ["target-size", "scrollable-region-focusable"];

  const axe = async (options, context = document) => {
    const quick = {
      resultTypes: ["violations"], elementRef: false, selectors: false, ancestry: false, xpath: false,
      preload: false, iframes: false, performanceTimer: false,
    };
    const found = await window.axe.run(context, { ...quick, ...options });
    return found.violations.map((v) => `${v.id}: ${v.nodes[0].html.slice(0, 120)} (${v.nodes.length})`);
  };

  // Every rule that axe has switched on, and the size of what a finger has to hit.
  const whole = () => axe({ rules: { "target-size": { enabled: true } } });
  const rest = () => axe({ rules: Object.fromEntries(SEEN.map((rule) => [rule, { enabled: false }])) });

  // All that a style sheet goes by: the names, classes and states of an element and of those around it.
  const STATE = /^(class|role|type|hidden|open|dir|data-|aria-)/;
  const own = (e) => e.localName + [...e.attributes].filter(({ name }) => STATE.test(name))
    .map(({ name, value }) => (value.length < 13 && !/\d\d/.test(value) ? `[${name}=${value}]` : `[${name}]`))
    .sort().join("");
  const hashed = (text, start) => {
    let sum = start;
    for (let i = 0; i < text.length; i++) sum = (Math.imul(sum, 31) + text.charCodeAt(i)) | 0;
    return sum;
  };
  const kinds = (start) => {
    const found = new Map([[null, start]]);
    for (const e of document.querySelectorAll("*")) found.set(e, hashed(own(e), found.get(e.parentElement) * 37));
    found.delete(null);
    return found;
  };

  // One of each kind of element that nobody has looked at for this; adds what is seen now.
  const [COLOUR, FOCUS] = [7, 11];
  const fresh = (seen, what) => {
    const known = new Set(seen), found = [];
    for (const [e, kind] of kinds(what)) {
      if (known.has(kind)) continue;
      known.add(kind);
      found.push(e);
    }
    seen.splice(0, seen.length, ...known);
    return found;
  };
  const kindByKind = async (seen) => {
    const found = fresh(seen, COLOUR);
    return found.length ? axe({ runOnly: SEEN }, { include: found }) : [];
  };

  // Looks with all that folds away opened.
  const unfolded = async (look) => {
    const closed = [...document.querySelectorAll("details:not([open])")];
    for (const one of closed) one.open = true;
    const found = await look();
    for (const one of closed) one.open = false;
    return found;
  };

  const STOP = "a[href], button, input, select, textarea, summary, [tabindex]";
  const stops = (seen) => fresh(seen, FOCUS).filter((e) => e.matches(STOP))
    .filter((stop) => (stop.focus({ preventScroll: true }), stop === document.activeElement));
  const isOutlined = (stop) => {
    stop.focus({ preventScroll: true });
    const { outlineStyle, outlineWidth } = getComputedStyle(stop);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && stop.checkVisibility();
  };

  const breadth = (most) => {
    const width = document.documentElement.scrollWidth;
    return width > most ? [`${width} px wide on a screen of ${most}`] : [];
  };

  return {
    whole,

    // In the light; and every kind of stop of the keyboard.
    async wide(seen) {
      const found = [...(await rest()), ...(await kindByKind(seen))];
      const unseen = await unfolded(() => stops(seen).filter((stop) => !isOutlined(stop)));
      return [[...found, ...unseen.map((stop) => said("focus cannot be seen", stop))], seen];
    },

    // In the dark on a small screen, folded and not.
    async narrow(seen) {
      const folded = breadth(innerWidth);
      document.documentElement.dataset.theme = "dark";
      const found = await unfolded(async () => [...breadth(innerWidth), ...(await kindByKind(seen))]);
      delete document.documentElement.dataset.theme;
      return [[...folded, ...found.map((line) => `dark and unfolded: ${line}`)], seen];
    },

    // What depends on the fonts that a system has, unfolded: in each of these voices, by name.
    async sizes(families) {
      const found = [];
      for (const [name, voices] of Object.entries(families)) {
        for (const [voice, font] of Object.entries(voices)) {
          document.documentElement.style.setProperty(`--${voice}`, `"${font}"`);
        }
        const look = async () => [...breadth(innerWidth), ...(await axe({ runOnly: SIZED }))];
        found.push(...(await unfolded(look)).map((line) => `${name}: ${line}`));
      }
      return found;
    },

    // Laid out as columns of the window's size, which break where sheets of paper do: what would fit
    // on one of them is on one, and no word lies beside them.
    paper() {
      const isAcross = getComputedStyle(document.body).page === "across";
      const [width, height] = isAcross ? [innerHeight, innerWidth] : [innerWidth, innerHeight];
      document.body.style.cssText = `width: ${width}px; height: ${height}px; max-width: none; margin: 0;
        columns: 1; column-gap: 0; column-fill: auto`;
      const cards = ".entry, .finding, .room, li, tbody tr, figure, .days table, blockquote, pre, h2, h3";
      const cut = [...document.querySelectorAll(`main :is(${cards})`)].filter((card) => {
        const parts = [...card.getClientRects()];
        return parts.length > 1 && parts.reduce((sum, part) => sum + part.height, 0) < height;
      });
      const beside = [...document.querySelectorAll("main :is(a, p, h1, h2, h3, time, li, dd, dt, small)")]
        .filter((e) => [...e.getClientRects()].some(({ left, right }) => right - left > 1
          && (left < -1 || Math.floor((left + 1) / width) !== Math.floor((right - 1) / width))));
      const framed = [...document.querySelectorAll("main .wide")].filter((e) => e.scrollWidth > e.clientWidth + 1);
      return [
        ...cut.map((card) => said("cut in two", card)),
        ...beside.slice(0, 3).map((e) => said("beside the sheet", e)),
        ...framed.map((e) => said("wider than the sheet", e)),
      ];
    },

    // With script off: the page says what it is, and offers nothing in vain.
    bare() {
      const [main, title] = [document.querySelector("main"), document.querySelector("main h1")];
      const controls = main.querySelectorAll(":is(button, select, input, textarea):not(:disabled)");
      const found = [...controls].filter((e) => e.checkVisibility()).map((e) => said("does nothing", e));
      if (!title.checkVisibility()) found.push("has no title");
      if (main.innerText.length <= title.innerText.length) found.push("says nothing");
      return found;
    },
  };
})()
