"use strict";
(() => {
  const main = document.querySelector("main");
  const tip = document.getElementById("tip");
  const byId = (id) => document.getElementById(id);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  // Letters that writers choose differently count as one, as do letters with and without marks.
  const fold = (text) =>
    text.normalize("NFKD").replace(/[\p{Mn}\u0640]/gu, "").toLowerCase()
      .replace(/ة/g, "ه").replace(/[ىی]/g, "ي").replace(/ک/g, "ك").replace(/\s+/g, " ");

  // The ranking: search, filters, order.
  const body = document.querySelector(".rank tbody");
  if (body) {
    const details = new Map(all("details.article").map((one) => [one.dataset.n, one]));
    const rows = all("tr", body).map((row) => ({
      row,
      text: null,
      detail: details.get(row.dataset.n),
      kinds: row.dataset.k.split(" "),
      keys: row.dataset.s.split(" ").map((key) => (key === "-" ? null : Number(key))),
    }));
    const events = all(".event");
    const text = (one) =>
      (one.text ??= fold(one.row.textContent + " " + (one.detail?.querySelector(".text")?.textContent ?? "")));

    const filter = () => {
      const words = fold(byId("find").value).split(" ").filter(Boolean);
      const [verdict, kind, outlet, event] = ["verdict", "kind", "outlet", "event"].map((name) => byId("by-" + name).value);
      let shown = 0;
      for (const one of rows) {
        const data = one.row.dataset;
        const fits =
          (!verdict || data.v === verdict) && (!outlet || data.o === outlet) && (!event || data.e === event) &&
          (!kind || one.kinds.includes(kind)) && words.every((word) => text(one).includes(word));
        one.row.hidden = !fits;
        if (one.detail) one.detail.hidden = !fits;
        shown += fits;
      }
      for (const one of events) one.hidden = !one.querySelector("details:not([hidden])");
      byId("shown").textContent = main.dataset.shown.replace("{n}", shown).replace("{all}", rows.length);
    };

    const heads = all(".rank thead button");
    const sort = (key, way) => {
      rows.sort((a, b) => {
        const [x, y] = [a.keys[key], b.keys[key]];
        if (x === null || y === null) return (x === null) - (y === null) || a.keys[0] - b.keys[0];
        return way * (x - y) || a.keys[0] - b.keys[0];
      });
      const table = body.parentElement;
      body.remove(); // moved one by one in place, thousands of rows would take minutes
      body.append(...rows.map((one) => one.row));
      table.append(body);
      for (const head of heads) {
        const cell = head.closest("th");
        if (Number(head.dataset.key) === key) cell.setAttribute("aria-sort", way > 0 ? "ascending" : "descending");
        else cell.removeAttribute("aria-sort");
      }
      byId("by-key").value = String(key);
      byId("by-way").value = String(way);
    };
    for (const head of heads)
      head.addEventListener("click", () =>
        sort(Number(head.dataset.key), head.closest("th").getAttribute("aria-sort") === "ascending" ? -1 : 1));
    for (const id of ["by-key", "by-way"])
      byId(id).addEventListener("change", () => sort(Number(byId("by-key").value), Number(byId("by-way").value)));
    for (const id of ["by-verdict", "by-kind", "by-outlet", "by-event"]) byId(id).addEventListener("change", filter);
    let soon = 0;
    byId("find").addEventListener("input", () => {
      clearTimeout(soon);
      soon = setTimeout(filter, 120);
    });
    document.querySelector("form[role=search]").addEventListener("submit", (event) => event.preventDefault());
    filter();
  }

  // Marks become buttons when their article is first opened: most articles never are.
  const prepare = (detail) => {
    for (const mark of all(".text mark[data-f]", detail)) {
      if (mark.tabIndex === 0) continue;
      mark.tabIndex = 0;
      mark.setAttribute("role", "button");
      mark.setAttribute("aria-describedby", ids(mark).join(" "));
    }
  };
  const ids = (mark) => {
    const article = mark.closest("details").dataset.n;
    return mark.dataset.f.split(" ").map((number) => "f" + article + "-" + number);
  };
  const light = (mark, on) => {
    for (const card of ids(mark).map(byId)) card.classList.toggle("lit", on);
    const numbers = mark.dataset.f.split(" ");
    for (const one of all(".text mark[data-f]", mark.closest("details")))
      if (one.dataset.f.split(" ").some((number) => numbers.includes(number))) one.classList.toggle("lit", on);
  };
  let current = null;
  let pinned = false;
  const hide = () => {
    if (current) light(current, false);
    current = null;
    pinned = false;
    tip.hidden = true;
  };
  const show = (mark) => {
    hide();
    current = mark;
    light(mark, true);
    const cards = ids(mark).map((id) => byId(id).cloneNode(true));
    for (const card of cards) {
      card.removeAttribute("id");
      card.classList.remove("lit");
    }
    tip.replaceChildren(...cards);
    tip.hidden = false;
    const place = mark.getClientRects()[0];
    const room = document.documentElement.clientWidth - tip.offsetWidth - 8;
    const below = place.bottom + tip.offsetHeight + 8 < innerHeight || place.top < tip.offsetHeight + 8;
    tip.style.left = scrollX + Math.max(8, Math.min(place.left, room)) + "px";
    tip.style.top = scrollY + (below ? place.bottom + 6 : place.top - tip.offsetHeight - 6) + "px";
  };
  const markOf = (event) => event.target.closest?.(".text mark[data-f]");
  document.addEventListener("mouseover", (event) => {
    const mark = markOf(event);
    if (mark && !pinned && mark !== current) show(mark);
    else if (!mark && !pinned && current && !tip.contains(event.target)) hide();
  });
  document.addEventListener("focusin", (event) => {
    const mark = markOf(event);
    if (mark) show(mark);
    else if (!tip.contains(event.target)) hide();
  });
  const pin = (mark) => {
    show(mark);
    pinned = true;
  };
  document.addEventListener("click", (event) => {
    const mark = markOf(event);
    if (mark) pin(mark);
    else if (!tip.contains(event.target)) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
    const mark = markOf(event);
    if (mark && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      byId(ids(mark)[0]).scrollIntoView({ block: "center" });
      pin(mark);
    }
  });

  // Whole articles sentence by sentence: both texts are on the page, so nothing is stored twice.
  const sentence = (article, number) => {
    const found = document.querySelector('details[data-n="' + article + '"] .text [data-i="' + number + '"]');
    const copy = found?.cloneNode(true);
    copy?.removeAttribute("data-i");
    for (const mark of copy ? all("mark", copy) : [])
      for (const name of ["tabindex", "role", "aria-describedby", "data-f"]) mark.removeAttribute(name);
    return copy;
  };
  const cell = (article, number) => {
    const made = document.createElement("td");
    const text = document.querySelector('details[data-n="' + article + '"] .text');
    const copy = number === undefined ? null : sentence(article, number);
    if (copy) {
      made.append(copy);
      made.lang = text.lang;
      made.dir = text.dir;
    } else {
      made.className = "gap";
      made.textContent = main.dataset.unmatched;
    }
    return made;
  };
  const align = (button) => {
    const detail = button.closest("details");
    const grid = detail.querySelector(".aligned");
    const other = button.dataset.beside;
    const again = grid.dataset.with === other && !grid.hidden;
    grid.hidden = again;
    grid.dataset.with = other;
    if (again) return;
    const pairs = new Map(button.dataset.pairs.trim().split(" ").map((pair) => pair.split(":")));
    const table = document.createElement("table");
    const head = table.createTHead().insertRow();
    for (const name of [main.dataset.ours, button.textContent]) {
      const made = document.createElement("th");
      made.textContent = name;
      head.append(made);
    }
    const lines = table.createTBody();
    for (const own of all(".text [data-i]", detail)) {
      const number = own.dataset.i;
      lines.insertRow().append(cell(detail.dataset.n, number), cell(other, pairs.get(number)));
    }
    grid.replaceChildren(table);
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button[data-beside], button[data-open]");
    if (button?.dataset.beside) align(button);
    else if (button) for (const one of all("details.article:not([hidden])")) one.open = button.dataset.open === "1";
  });

  document.addEventListener("toggle", (event) => {
    if (event.target.open && event.target.matches("details.article")) prepare(event.target);
  }, true);
  const reveal = () => {
    const target = /^#a\d+$/.test(location.hash) && byId(location.hash.slice(1));
    if (!target) return;
    const detail = target.closest("details");
    detail.open = true;
    detail.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  for (const one of all("details.article[open]")) prepare(one);
  reveal();
})();
