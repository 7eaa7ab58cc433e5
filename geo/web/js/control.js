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
      this.more.addEventListener("toggle", () => this.update());
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
    const label = el("label", { class: "im-row" }, box, symbol, el("span", { class: "im-rowtext" }, el("span", { class: "im-name" }, el("bdi", { text: name })), count));
    this.rows.push({ box, count, label, facet: f, value, events, folded: f.key !== this.first });
    return label;
  }

  update() {
    const f = this.app.filter, w = this.app.data.words, say = (node, words) => { if (node.textContent !== words) node.textContent = words; };
    const open = !this.more || this.more.open, counts = new Map();
    for (const row of this.rows) {
      if (row.group) {
        const on = row.values.filter((i) => row.facet.on[i]).length;
        row.group.checked = on > 0;
        row.group.indeterminate = on > 0 && on < row.values.length;
        continue;
      }
      // What is folded away is counted when it is opened.
      if (row.folded && !open) continue;
      if (!counts.has(row.facet)) counts.set(row.facet, row.facet.counts);
      const on = row.facet.on[row.value] === 1, n = counts.get(row.facet)[row.value];
      if (row.box.checked !== on) row.box.checked = on;
      if (row.events && on) say(row.count, w.count(...f.counts.kind(row.value)));
      else say(row.count, row.events ? w.say("records", { n }) : w.number.format(n));
      if (row.zero !== (n === 0)) { row.zero = n === 0; row.label.classList.toggle("im-zero", n === 0); }
    }
    const idle = !f.active();
    if (this.reset.hidden !== idle) this.reset.hidden = idle;
    if (document.activeElement !== this.search && this.search.value.trim() !== f.query) this.search.value = f.query;
  }
}
