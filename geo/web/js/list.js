// The list beside the map: pages of incidents, in step with the filter and the selection.
const PAGE = 50;

const ICONS = {
  play: "M8 5.5L19 12L8 18.5Z", pause: "M7 5.5L10.4 5.5L10.4 18.5L7 18.5ZM13.6 5.5L17 5.5L17 18.5L13.6 18.5Z",
  prev: "M15.5 5L8.5 12L15.5 19", next: "M8.5 5L15.5 12L8.5 19", close: "M6 6L18 18M18 6L6 18",
  theme: "M12 3.5C7.3 3.5 3.5 7.3 3.5 12C3.5 16.7 7.3 20.5 12 20.5Z", home: "M4 11L12 4.5L20 11M6.5 9.5L6.5 19L17.5 19L17.5 9.5",
  edited: "M5 19L6 14.5L16.5 4L20 7.5L9.5 18L5 19M14 6.5L17.5 10", more: "M5 9L12 16L19 9", down: "M12 4L12 15M7 10.5L12 15.5L17 10.5M5 19.5L19 19.5",
};

function icon(name) {
  const solid = name === "play" || name === "pause" || name === "theme";
  const parts = [svg("path", { d: ICONS[name], fill: solid ? "currentColor" : "none", stroke: solid ? "none" : "currentColor",
    "stroke-width": 2, "stroke-linecap": "round", "stroke-linejoin": "round" })];
  if (name === "theme") parts.push(svg("circle", { cx: 12, cy: 12, r: 8.5, fill: "none", stroke: "currentColor", "stroke-width": 2 }));
  return svg("svg", { viewBox: "0 0 24 24", width: 20, height: 20, "aria-hidden": "true", class: `im-i im-i-${name}` }, ...parts);
}

// A kind's symbol as markup, for lists and legends.
function symbolOf(data, kindNumber, precision, theme) {
  const kind = data.kinds[kindNumber], outline = data.header.outlines[kind.outline];
  const badge = precision ? data.header.precisions[Math.min(6, precision - 1)].badge : "solid";
  const node = svg("svg", { viewBox: "-3 -3 30 30", width: 24, height: 24, "aria-hidden": "true", class: "im-symbol" });
  const colour = theme.dark ? lighter(kind.colour) : kind.colour, white = theme.dark ? theme.paper : "#ffffff";
  const add = (d, scale, attributes) => node.append(svg("path", { d, ...attributes,
    transform: `translate(12 12) scale(${scale}) translate(-12 -12)` }));
  if (badge === "solid") {
    add(outline, 1, { fill: colour });
    add(kind.glyph, 0.85, { fill: white });
  } else if (badge === "ring") {
    add(outline, 1.02, { fill: "none", stroke: colour, "stroke-width": 1.5 });
    add(outline, 0.8, { fill: colour });
    add(kind.glyph, 0.68, { fill: white });
  } else {
    add(outline, 1, { fill: "none", stroke: colour, "stroke-width": 1.9, "stroke-dasharray": "3 2.2" });
    add(kind.glyph, 0.82, { fill: colour });
  }
  return node;
}

// Rows out of sight wait for a moment of rest.
const LATER = 120;

class List {
  constructor(app, box) {
    this.app = app;
    this.box = box;
    this.page = 0;
    this.rows = [];
    const w = app.words, redraw = () => { this.page = 0; this.draw(true); };
    this.count = el("span", { role: "status", "aria-live": "polite", "aria-atomic": "true" });
    this.order = el("select", { class: "im-select", "aria-label": w.say("sort"), onchange: redraw },
      ...["newest", "oldest", "report"].map((key) => el("option", { value: key, text: w.say(`sort_${key}`) })));
    this.viewOnly = el("input", { type: "checkbox", onchange: redraw });
    this.items = el("ol", { class: "im-items" });
    this.pages = el("div", { class: "im-pages" });
    box.append(el("div", { class: "im-listhead" }, el("h2", { class: "im-count" }, this.count),
      el("div", { class: "im-listtools" }, this.order,
        el("label", { class: "im-check" }, this.viewOnly, w.say("in_view")))), this.items, this.pages);
    this.order.value = app.data.n > 1 ? "newest" : "report";
    this.inSight = new Set();
    this.watch = new IntersectionObserver((entries) => {
      for (const entry of entries) if (entry.isIntersecting) this.inSight.add(entry.target); else this.inSight.delete(entry.target);
    });
    app.data.textsReady.then(() => this.draw(true));
  }

  // All rows in the chosen order, sorted once; the undated come last, whichever way the rest goes.
  sorted(name) {
    const d = this.app.data, order = new Int32Array(d.n);
    if (name === "report") { for (let i = 0; i < d.n; i++) order[i] = i; return order; }
    const sign = name === "newest" ? -1 : 1, base = 2 ** 21, key = new Float64Array(d.n);
    for (let i = 0; i < d.n; i++) key[i] = (d.end[i] === UNDATED ? 1e7 : sign * d.end[i]) * base + i;
    key.sort();
    for (let i = 0; i < d.n; i++) order[i] = key[i] - Math.floor(key[i] / base) * base;
    return order;
  }

  order_() {
    const name = this.order.value;
    if (!this.orders) this.orders = {};
    return this.orders[name] || (this.orders[name] = this.sorted(name));
  }

  passes() {
    const d = this.app.data, shown = this.app.filter.shown;
    if (!this.viewOnly.checked) return (row) => shown[row] === 1;
    const seen = this.app.regionsInView();
    return (row) => shown[row] === 1 && d.region[row] >= 0 && seen.has(d.region[row]);
  }

  // The count at once, and the rows that can be seen; the rest of the page a little later, or with `all` now.
  draw(all) {
    const w = this.app.words, f = this.app.filter, order = this.order_(), passes = this.passes();
    const said = w.count(f.count, ...f.events());
    if (this.count.textContent !== said) this.count.textContent = said;
    let total = f.count;
    if (this.viewOnly.checked) {
      total = 0;
      for (let i = 0; i < order.length; i++) if (passes(order[i])) total++;
    }
    const pages = Math.max(1, Math.ceil(total / PAGE));
    this.page = Math.min(this.page, pages - 1);
    const rows = [];
    let skip = this.page * PAGE;
    for (let i = 0; i < order.length && rows.length < PAGE; i++) {
      if (!passes(order[i])) continue;
      if (skip > 0) skip--; else rows.push(order[i]);
    }
    this.rows = rows;
    this.total = total;
    this.lastPage = pages;
    if (all || rows.length <= 12) { this.fill(true); return; }
    this.fill(false);
    if (!this.waiting) this.waiting = setTimeout(() => { this.waiting = 0; this.fill(true); }, LATER);
  }

  fill(all) {
    const { rows, items } = this, nodes = items.children, w = this.app.words;
    const key = `${this.app.themeName()}|${this.app.data.texts ? 1 : 0}`;
    for (let i = 0; i < rows.length; i++) {
      const li = nodes[i];
      if (!li && !all) break;
      if (li && !all && !this.inSight.has(li)) continue;
      const row = rows[i], chosen = this.app.selected === row, same = `${row}|${chosen}|${key}`;
      if (li && li.dataset.is === same) continue;
      const node = li && !li.classList.contains("im-empty") ? li : el("li", {});
      node.replaceChildren(this.item(row, chosen));
      node.dataset.is = same;
      if (li && node !== li) li.replaceWith(node); else if (!li) items.append(node);
      if (node !== li) this.watch.observe(node);
    }
    if (!all) return;
    while (nodes.length > rows.length) { this.inSight.delete(nodes[rows.length]); this.watch.unobserve(nodes[rows.length]); nodes[rows.length].remove(); }
    items.setAttribute("start", this.page * PAGE + 1);
    if (!this.total) items.append(el("li", { class: "im-empty", text: w.say("nothing") }));
    this.turns();
  }

  // Page by page.
  turns() {
    const w = this.app.words, pages = this.lastPage, key = `${this.page}|${pages}`;
    if (this.pagesKey === key) return;
    this.pagesKey = key;
    this.pages.replaceChildren();
    if (pages < 2) return;
    const button = (by, name) => el("button", { type: "button", class: "im-icon", "aria-label": w.say(name), disabled: this.page + by < 0 || this.page + by >= pages,
      onclick: () => { this.page += by; this.draw(true); this.box.scrollIntoView({ block: "start" }); this.focus(-1); } }, icon(by < 0 ? "prev" : "next"));
    this.pages.append(button(-1, "previous_page"), el("span", { text: w.say("page", { page: this.page + 1, pages }) }), button(1, "next_page"));
  }

  item(row, chosen) {
    const d = this.app.data, count = d.count_max[row] === 1 && d.count_min[row] === 1 ? "" : ` · ${d.words.events(d.count_min[row], d.count_max[row])}`;
    const button = el("button", { type: "button", class: `im-item${chosen ? " im-chosen" : ""}`, "aria-current": chosen ? "true" : null,
      onclick: () => this.app.select(row, { fly: true, focus: true }) },
      symbolOf(d, d.kind[row], d.drawn(row), this.app.theme()),
      el("span", { class: "im-itemtext" },
        el("strong", { text: d.kindName(row) + count }),
        el("span", { class: "im-place" }, el("bdi", { text: d.placeSaid(row) || d.words.say("no_place") })),
        this.app.dated ? el("span", { class: "im-when", text: this.app.when(row) }) : ""));
    button.dataset.row = row;
    return button;
  }

  // The row's button, or the first one.
  focus(row) {
    this.fill(true);
    const button = this.items.querySelector(row >= 0 ? `[data-row="${row}"]` : "button");
    if (button) button.focus({ preventScroll: row < 0 });
  }

  // Turn to the page that holds a row.
  show(row) {
    const order = this.order_(), passes = this.passes();
    let at = 0;
    for (let i = 0; i < order.length && order[i] !== row; i++) if (passes(order[i])) at++;
    if (row >= 0 && passes(row)) this.page = Math.floor(at / PAGE);
    this.draw(true);
  }

  neighbour(row, by) {
    const order = this.order_(), passes = this.passes(), n = order.length;
    let at = order.indexOf(row);
    for (let step = 0; step < n; step++) {
      at = (at + by + n) % n;
      if (passes(order[at])) return order[at];
    }
    return row;
  }
}
