// Sorts tables by a column: each header of [data-sortable] becomes a button, and each cell says in
// data-key by what it is sorted. What is not known comes last, both ways. Without this script the
// table stays in the order in which it was written.
"use strict";

(() => {
  const OTHER = { ascending: "descending", descending: "ascending" };

  function compare(one, other, column, way) {
    const [a, b] = [one, other].map((row) => row.cells[column].dataset.key);
    if (!a || !b) return !a - !b;
    return way === "ascending" ? a.localeCompare(b) : b.localeCompare(a);
  }

  function sort(table, header) {
    const way = OTHER[header.getAttribute("aria-sort")] ?? "ascending";
    for (const each of header.parentElement.cells) each.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", way);
    const body = table.tBodies[0];
    body.append(...[...body.rows].sort((a, b) => compare(a, b, header.cellIndex, way)));
  }

  for (const table of document.querySelectorAll("[data-sortable]")) {
    for (const header of table.tHead.rows[0].cells) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = header.textContent;
      button.addEventListener("click", () => sort(table, header));
      header.replaceChildren(button);
    }
    table.tHead.rows[0].cells[0].setAttribute("aria-sort", "ascending");
    table.dataset.sortable = "ready";
  }
})();
