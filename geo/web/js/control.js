// Layers and facets: grouped, counted, each a checkbox, all of them one filter.
const MANY_VALUES = 8;

class Control {
  constructor(app, box) {
    this.app = app;
    this.box = box;
    this.rows = [];
    const w = app.words, d = app.data;
    this.search = el("input", { type: "search", class: "im-search", placeholder: w.say("search"), "aria-label": w.say("search"), dir: "auto" });
    this.search.addEventListener("input", debounce(() => app.filter.search(this.search.value), 120));
    this.reset = el("button", { type: "button", class: "im-text", text: w.say("reset"), onclick: () => { this.search.value = ""; app.filter.reset(); } });
    box.append(el("div", { class: "im-searchrow" }, this.search, this.reset));
    const key = d.header.layers_by;
    this.first = key;
    box.append(key === "kind" ? this.layers() : this.facet(app.filter.facets[key], true));
    const rest = Object.values(app.filter.facets).filter((f) => f.key !== key && f.totals.reduce((n, c) => n + (c > 0), 0) > 1);
    if (rest.length) {
      this.more = el("details", { class: "im-more" }, el("summary", {}, el("span", { text: w.say("more_filters") })), ...rest.map((f) => this.facet(f, false)));
      box.append(this.more);
    }
  }

  layers() {
    const d = this.app.data, f = this.app.filter.facets.kind, w = d.words, section = el("fieldset", { class: "im-layers" }, el("legend", { text: w.say("layers") }));
    const groups = new Map();
    d.kinds.forEach((kind, i) => groups.set(kind.group, [...(groups.get(kind.group) || []), i]));
    for (const [group, kinds] of groups) {
      const boxes = kinds.map((i) => this.row(f, i, symbolOf(d, i, 1, this.app.theme()), d.kinds[i].many, true));
      if (groups.size > 1 || kinds.length > 1) {
        const all = el("input", { type: "checkbox", checked: true, onchange: () => {
          for (const i of kinds) f.on[i] = all.checked ? 1 : 0;
          this.app.filter.apply();
        } });
        this.rows.push({ group: all, facet: f, values: kinds });
        section.append(el("label", { class: "im-group" }, all, el("span", { text: d.header.groups[group] || group })));
      }
      section.append(...boxes);
    }
    return section;
  }

  facet(f, open) {
    const w = this.app.words, order = [...f.names.keys()].filter((i) => f.totals[i] > 0).sort((a, b) => f.key === "precision" ? a - b : f.totals[b] - f.totals[a] || a - b);
    const section = el("fieldset", { class: open ? "im-layers" : "im-facet" }, el("legend", { text: w.say(`facet_${f.key}`) }));
    const all = el("button", { type: "button", class: "im-text", text: w.say("all"), onclick: () => this.app.filter.setAll(f.key, true) });
    const none = el("button", { type: "button", class: "im-text", text: w.say("none"), onclick: () => this.app.filter.setAll(f.key, false) });
    if (order.length > 2) section.append(el("div", { class: "im-allnone" }, all, none));
    const rows = (part) => part.map((i) => this.row(f, i, null, f.names[i] || w.say("not_stated"), false));
    section.append(...rows(order.slice(0, MANY_VALUES)));
    const tail = order.slice(MANY_VALUES);
    if (tail.length) {
      const more = el("button", { type: "button", class: "im-text", text: w.say("show_more", { n: tail.length }), onclick: () => {
        more.replaceWith(...rows(tail.splice(0, 60)), ...(tail.length ? [more] : []));
        more.textContent = w.say("show_more", { n: tail.length });
        this.update();
      } });
      section.append(more);
    }
    return section;
  }

  row(f, value, symbol, name, events) {
    const box = el("input", { type: "checkbox", checked: true, onchange: () => this.app.filter.set(f.key, value, box.checked) });
    const count = el("span", { class: "im-n" });
    this.rows.push({ box, count, facet: f, value, events });
    return el("label", { class: "im-row" }, box, symbol, el("span", { class: "im-rowtext" }, el("span", { class: "im-name", dir: "auto", text: name }), count));
  }

  update() {
    const d = this.app.data, f = this.app.filter, w = d.words;
    const sums = this.eventsByKind();
    for (const row of this.rows) {
      if (row.group) {
        const on = row.values.filter((i) => row.facet.on[i]).length;
        row.group.checked = on > 0;
        row.group.indeterminate = on > 0 && on < row.values.length;
        continue;
      }
      row.box.checked = row.facet.on[row.value] === 1;
      const n = row.facet.counts[row.value];
      if (row.events) {
        const [records, low, high] = sums[row.value];
        row.count.textContent = row.box.checked ? w.count(records, low, high) : w.say("records", { n });
      } else row.count.textContent = w.number.format(n);
      row.box.closest("label").classList.toggle("im-zero", n === 0);
    }
    this.reset.hidden = !f.active();
    if (document.activeElement !== this.search && this.search.value.trim() !== f.query) this.search.value = f.query;
  }

  eventsByKind() {
    const { n, kind, count_min: least, count_max: most, kinds } = this.app.data, shown = this.app.filter.shown;
    const records = new Int32Array(kinds.length), low = new Int32Array(kinds.length), high = new Int32Array(kinds.length);
    for (let i = 0; i < n; i++) {
      if (!shown[i]) continue;
      const k = kind[i];
      records[k]++;
      low[k] += least[i];
      high[k] = high[k] < 0 || most[i] < 0 ? -1 : high[k] + most[i];
    }
    return kinds.map((_, k) => [records[k], low[k], high[k]]);
  }
}

// How to read this map: precision by form, uncertainty by area.
function legendOf(app) {
  const d = app.data, w = d.words, theme = app.theme();
  const box = el("section", {}, el("h2", { text: w.say("how_to_read") }));
  const swatch = (draw) => {
    const canvas = el("canvas", { width: 112, height: 56, class: "im-swatch", "aria-hidden": "true" });
    const c = canvas.getContext("2d");
    c.scale(2, 2);
    draw(new CanvasPainter(c, 2));
    return canvas;
  };
  const kind = d.kinds.length ? 0 : -1;
  const tone = kind < 0 ? theme.ink : app.marks.tone(kind, theme);
  const oval = (p, rx, ry) => {
    p.begin();
    for (let i = 0; i < 40; i++) {
      const x = 28 + rx * Math.cos(i * Math.PI / 20), y = 14 + ry * Math.sin(i * Math.PI / 20);
      if (i) p.lineTo(x, y); else p.moveTo(x, y);
    }
    p.close();
  };
  const list = el("ul", { class: "im-legend" });
  list.append(el("li", {}, swatch((p) => {
    oval(p, 26, 12.5); p.fill(tone, 0.08); p.hatch("lines", tone, 7, 0.4); p.stroke(tone, 1.2, [5, 3.5]);
    oval(p, 13, 6.5); p.fill(tone, 0.25); p.stroke(tone, 0.8);
  }), el("span", { text: w.say("legend_area") })));
  const used = new Set(d.rdrawn);
  for (let n = 1; n <= 7; n++) {
    if (!used.has(n)) continue;
    const look = d.header.precisions[n - 1];
    list.append(el("li", {}, swatch((p) => {
      oval(p, 24, 12); p.fill(tone, 0.08);
      if (look.hatch === "solid") p.fill(tone, 0.15); else p.hatch(look.hatch === "sparse" ? "lines" : look.hatch, tone, look.spacing, 0.5);
      p.stroke(tone, 1.2, { solid: null, dashed: [5, 3.5], soft: [1.5, 3.5] }[look.edge]);
      if (kind >= 0) app.marks.symbol(p, theme, kind, n, 28, 14, 17, false);
    }), el("span", { text: w.say("precision_line", { n, name: w.say(`precision_${n}`) }) })));
  }
  box.append(list, el("p", { text: w.say("legend_symbol") }));
  if (d.header.base && d.island.header.sections["b.disputed.lines"].n) box.append(el("p", { text: w.say("legend_disputed") }));
  return box;
}
