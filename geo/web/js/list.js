// The list beside the map: pages of incidents, in step with the filter and the selection.
const PAGE = 50;

const ICONS = {
  play: "M8 5.5L19 12L8 18.5Z", pause: "M7 5.5L10.4 5.5L10.4 18.5L7 18.5ZM13.6 5.5L17 5.5L17 18.5L13.6 18.5Z",
  prev: "M15.5 5L8.5 12L15.5 19", next: "M8.5 5L15.5 12L8.5 19", close: "M6 6L18 18M18 6L6 18",
  theme: "M12 3.5C7.3 3.5 3.5 7.3 3.5 12C3.5 16.7 7.3 20.5 12 20.5Z", home: "M4 11L12 4.5L20 11M6.5 9.5L6.5 19L17.5 19L17.5 9.5",
  more: "M5 9L12 16L19 9", down: "M12 4L12 15M7 10.5L12 15.5L17 10.5M5 19.5L19 19.5",
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

class List {
  constructor(app, box) {
    this.app = app;
    this.box = box;
    this.page = 0;
    const w = app.words;
    this.count = el("span", { role: "status", "aria-live": "polite", "aria-atomic": "true" });
    this.order = el("select", { class: "im-select", "aria-label": w.say("sort"), onchange: () => { this.page = 0; this.draw(); } },
      ...["newest", "oldest", "report"].map((key) => el("option", { value: key, text: w.say(`sort_${key}`) })));
    this.viewOnly = el("input", { type: "checkbox", onchange: () => { this.page = 0; this.draw(); } });
    this.items = el("ol", { class: "im-items" });
    this.pages = el("div", { class: "im-pages" });
    box.append(el("div", { class: "im-listhead" }, el("h2", { class: "im-count" }, this.count),
      el("div", { class: "im-listtools" }, this.order,
        el("label", { class: "im-check" }, this.viewOnly, w.say("in_view")))), this.items, this.pages);
    this.order.value = app.data.n > 1 ? "newest" : "report";
    app.data.textsReady.then(() => this.draw());
  }

  // All rows in the chosen order, sorted once; the undated come last, whichever way the rest goes.
  sorted(name) {
    const d = this.app.data, order = Int32Array.from({ length: d.n }, (_, i) => i);
    if (name !== "report") {
      const sign = name === "newest" ? -1 : 1;
      const key = Float64Array.from(d.end, (day, i) => (day === UNDATED ? 1e7 : sign * day) * 2 ** 21 + i);
      key.sort();
      const base = 2 ** 21;
      for (let i = 0; i < d.n; i++) order[i] = key[i] - Math.floor(key[i] / base) * base;
    }
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

  draw() {
    const w = this.app.words, f = this.app.filter, order = this.order_(), passes = this.passes();
    const said = w.count(f.count, ...f.events());
    if (this.count.textContent !== said) this.count.textContent = said;
    let total = f.count;
    if (this.viewOnly.checked) {
      total = 0;
      for (let i = 0; i < order.length; i++) if (passes(i)) total++;
    }
    const pages = Math.max(1, Math.ceil(total / PAGE));
    this.page = Math.min(this.page, pages - 1);
    const rows = [];
    let skip = this.page * PAGE;
    for (let i = 0; i < order.length && rows.length < PAGE; i++) {
      if (!passes(order[i])) continue;
      if (skip > 0) skip--; else rows.push(order[i]);
    }
    this.items.replaceChildren(...rows.map((row) => this.item(row)));
    this.items.setAttribute("start", this.page * PAGE + 1);
    if (!total) this.items.append(el("li", { class: "im-empty", text: w.say("nothing") }));
    this.pages.replaceChildren();
    if (pages > 1) {
      const button = (by, name) => el("button", { type: "button", class: "im-icon", "aria-label": w.say(name), disabled: this.page + by < 0 || this.page + by >= pages,
        onclick: () => { this.page += by; this.draw(); this.box.scrollIntoView({ block: "start" }); this.items.querySelector("button")?.focus({ preventScroll: true }); } }, icon(by < 0 ? "prev" : "next"));
      this.pages.append(button(-1, "previous_page"), el("span", { text: w.say("page", { page: this.page + 1, pages }) }), button(1, "next_page"));
    }
  }

  item(row) {
    const d = this.app.data, chosen = this.app.selected === row;
    const count = d.count_max[row] === 1 && d.count_min[row] === 1 ? "" : ` · ${d.words.events(d.count_min[row], d.count_max[row])}`;
    const button = el("button", { type: "button", class: `im-item${chosen ? " im-chosen" : ""}`, "aria-current": chosen ? "true" : null,
      onclick: () => this.app.select(row, { fly: true, focus: true }) },
      symbolOf(d, d.kind[row], d.drawn(row), this.app.theme()),
      el("span", { class: "im-itemtext" },
        el("strong", { text: d.kindName(row) + count }),
        el("span", { class: "im-place", dir: "auto", text: d.placeSaid(row) || d.words.say("no_place") }),
        el("span", { class: "im-when", text: d.dateSaid(row, "short") })));
    button.dataset.row = row;
    return el("li", {}, button);
  }

  // Turn to the page that holds a row.
  show(row) {
    const order = this.order_(), passes = this.passes();
    let at = 0;
    for (let i = 0; i < order.length && order[i] !== row; i++) if (passes(order[i])) at++;
    if (row >= 0 && passes(row)) this.page = Math.floor(at / PAGE);
    this.draw();
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
