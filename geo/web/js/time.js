// Time: lanes for a few incidents, a histogram for many; one brush; playback.
const LANES_UP_TO = 14;

class Timeline {
  constructor(app, box) {
    this.app = app;
    this.box = box;
    const d = app.data;
    let first = Infinity, last = -Infinity, undated = 0;
    for (let i = 0; i < d.n; i++) {
      if (d.end[i] === UNDATED) { undated++; continue; }
      first = Math.min(first, d.start[i] === UNDATED ? d.end[i] : d.start[i]);
      last = Math.max(last, d.end[i]);
    }
    this.undated = undated;
    if (first > last) { box.hidden = true; this.none = true; return; }
    const room = Math.max(2, Math.round((last - first) * 0.03));
    this.min = first - room;
    this.max = last + room;
    this.build();
    new ResizeObserver(() => {
      const width = this.plot.clientWidth;
      if (width !== this.width) { this.width = width; this.draw(); }
    }).observe(box);
  }

  build() {
    const w = this.app.words;
    this.play = el("button", { class: "im-icon", type: "button", onclick: () => this.toggle() });
    this.setPlay(false);
    this.label = el("output", { class: "im-span" });
    this.clear = el("button", { class: "im-text", type: "button", text: w.say("all_time"), onclick: () => this.set(null, null) });
    const bar = el("div", { class: "im-timebar" }, this.play, this.label, this.clear);
    if (this.undated) {
      this.check = el("input", { type: "checkbox", checked: true, onchange: () => {
        this.app.filter.withUndated = this.check.checked;
        this.app.filter.apply();
      } });
      bar.append(el("label", { class: "im-check" }, this.check, w.say("with_undated", { n: this.undated })));
    }
    this.chart = svg("svg", { class: "im-chart", role: "img", "aria-label": w.say("timeline") });
    this.shade = el("div", { class: "im-shade" });
    this.handles = [0, 1].map((side) => {
      const handle = el("div", { class: "im-handle", role: "slider", tabindex: 0,
        "aria-label": w.say(side ? "time_to" : "time_from"), onkeydown: (event) => this.key(event, side) });
      handle.addEventListener("pointerdown", (event) => this.drag(event, side));
      return handle;
    });
    this.plot = el("div", { class: "im-plot", dir: "ltr" }, this.chart, this.shade, ...this.handles);
    this.plot.addEventListener("pointerdown", (event) => { if (!event.target.closest(".im-handle")) this.drag(event, 2); });
    this.box.append(bar, this.plot);
  }

  x(day) { return 10 + (day - this.min) / (this.max - this.min) * (this.width - 20); }
  dayAt(x) { return Math.round(this.min + (x - 10) / (this.width - 20) * (this.max - this.min)); }

  draw() {
    if (this.none) return;
    // Asking for a width makes the browser lay the page out again: once is enough.
    if (!this.width) this.width = this.plot.clientWidth;
    if (!this.width) return;
    this.chart.replaceChildren();
    const d = this.app.data;
    const lanes = d.n <= LANES_UP_TO;
    this.height = lanes ? 30 + 15 * Math.max(2, d.n - this.undated) : 92;
    this.chart.setAttribute("viewBox", `0 0 ${this.width} ${this.height}`);
    this.chart.setAttribute("width", this.width);
    this.chart.setAttribute("height", this.height);
    this.ticks();
    if (lanes) this.lanes(); else this.bars();
    this.place();
  }

  ticks() {
    const span = this.max - this.min, w = this.app.words, floor = this.height - 18;
    const theme = this.app.theme();
    this.chart.append(svg("line", { x1: 0, x2: this.width, y1: floor, y2: floor, stroke: theme.rule }));
    const room = Math.max(2, Math.floor(this.width / 84));
    const steps = [[1, "d"], [2, "d"], [7, "d"], [14, "d"], [1, "m"], [2, "m"], [3, "m"], [6, "m"], [12, "m"], [24, "m"], [60, "m"], [120, "m"], [600, "m"]];
    const [size, unit] = steps.find(([n, u]) => span / (u === "d" ? n : 30.4 * n) <= room) || steps.at(-1);
    const days = [];
    if (unit === "d") {
      for (let day = Math.ceil(this.min / size) * size; day <= this.max; day += size) days.push(day);
    } else {
      const from = new Date(this.min * 86400000);
      let month = from.getUTCFullYear() * 12 + from.getUTCMonth();
      month = Math.ceil(month / size) * size;
      for (;; month += size) {
        const day = Date.UTC(Math.floor(month / 12), month % 12, 1) / 86400000;
        if (day > this.max) break;
        if (day >= this.min) days.push(day);
      }
    }
    let free = -Infinity;
    for (const day of days) {
      const x = this.x(day);
      this.chart.append(svg("line", { x1: x, x2: x, y1: 4, y2: floor + 4, stroke: theme.rule }));
      const words = unit === "d" ? w.day(day, "short") : size >= 12 ? String(new Date(day * 86400000).getUTCFullYear()) : w.day(day, "month");
      const half = 3.4 * words.length;
      if (x - half < free) continue;
      free = x + half;
      const anchor = x < 34 ? "start" : x > this.width - 34 ? "end" : "middle";
      const text = svg("text", { x: anchor === "start" ? Math.max(2, x - 8) : x, y: this.height - 4, "text-anchor": anchor, class: "im-tick" });
      text.textContent = words;
      this.chart.append(text);
    }
  }

  // One lane an incident: an interval is an interval, an open end is an arrow.
  lanes() {
    const d = this.app.data, order = [];
    for (let i = 0; i < d.n; i++) if (d.end[i] !== UNDATED) order.push(i);
    order.sort((a, b) => d.end[a] - d.end[b] || a - b);
    order.forEach((row, lane) => {
      const y = 12 + lane * 15, colour = this.app.marks.tone(d.kind[row], this.app.theme());
      const alpha = this.app.filter.shown[row] ? 1 : 0.22;
      const from = d.start[row] === UNDATED ? this.min : d.start[row], to = d.end[row];
      const x1 = this.x(from), x2 = this.x(to + 1);
      const group = svg("g", { opacity: alpha });
      if (from === to) group.append(svg("circle", { cx: (x1 + x2) / 2, cy: y, r: 5, fill: colour }));
      else {
        group.append(svg("rect", { x: x1, y: y - 4, width: Math.max(4, x2 - x1), height: 8, rx: 4, fill: colour, "fill-opacity": 0.35 }));
        group.append(svg("rect", { x: x1, y: y - 4, width: Math.max(4, x2 - x1), height: 8, rx: 4, fill: "none", stroke: colour, "stroke-dasharray": "3 2" }));
        if (d.start[row] === UNDATED) group.append(svg("path", { d: `M${x1 + 2} ${y - 6}L${x1 - 7} ${y}L${x1 + 2} ${y + 6}Z`, fill: colour }));
        if (d.open[row]) group.append(svg("path", { d: `M${x2 - 2} ${y - 6}L${x2 + 7} ${y}L${x2 - 2} ${y + 6}Z`, fill: colour }));
      }
      this.chart.append(group);
    });
  }

  bars() {
    const d = this.app.data, before = this.app.filter.beforeTime, theme = this.app.theme();
    const span = this.max - this.min + 1;
    const size = [1, 2, 7, 14, 28, 91, 182, 365, 730, 1826, 3652].find((s) => span / s <= this.width / 7) || 3652;
    const n = Math.ceil(span / size), kinds = d.kinds.length;
    const exact = new Float64Array(kinds * n), spread = new Float64Array(n + 1);
    const { start, end, kind } = d, rows = d.n, min = this.min;
    for (let i = 0; i < rows; i++) {
      if (!before[i] || end[i] === UNDATED) continue;
      const a = ((start[i] === UNDATED ? 0 : start[i] - min) / size) | 0, b = ((end[i] - min) / size) | 0;
      if (a === b) exact[kind[i] * n + a]++;
      else { const share = 1 / (b - a + 1); spread[a] += share; spread[b + 1] -= share; }
    }
    for (let b = 1; b <= n; b++) spread[b] += spread[b - 1];
    let top = 1;
    const sums = new Float64Array(n);
    for (let b = 0; b < n; b++) {
      for (let k = 0; k < kinds; k++) sums[b] += exact[k * n + b];
      top = Math.max(top, sums[b] + spread[b]);
    }
    // One path a kind: a bar each would be thousands of elements.
    const floor = this.height - 18, tall = floor - 8, foot = new Float64Array(n).fill(floor);
    const bar = (b, h) => {
      const x1 = this.x(this.min + b * size), x2 = Math.max(x1 + 1, this.x(this.min + (b + 1) * size) - 1), y = foot[b];
      foot[b] -= h;
      return `M${x1.toFixed(1)} ${y.toFixed(1)}V${(y - h).toFixed(1)}H${x2.toFixed(1)}V${y.toFixed(1)}Z`;
    };
    const order = d.kinds.map((_, k) => k);
    for (const k of order) {
      let path = "";
      for (let b = 0; b < n; b++) if (exact[k * n + b]) path += bar(b, exact[k * n + b] / top * tall);
      if (path) this.chart.append(svg("path", { d: path, fill: this.app.marks.tone(k, theme) }));
    }
    let pale = "";
    for (let b = 0; b < n; b++) if (spread[b] > 1e-9) pale += bar(b, spread[b] / top * tall);
    if (pale) this.chart.append(svg("path", { d: pale, fill: theme.quiet, "fill-opacity": 0.35 }));
    const most = svg("text", { x: 2, y: 12, class: "im-tick" });
    most.textContent = this.app.words.say("at_most", { n: Math.round(top) });
    this.chart.append(most);
  }

  place() {
    const f = this.app.filter, w = this.app.words, on = f.first !== null;
    const first = on ? f.first : this.min, last = on ? f.last : this.max;
    const at = [this.x(first), this.x(last + (on ? 1 : 0))];
    this.handles.forEach((handle, side) => {
      handle.style.left = `${at[side]}px`;
      const day = side ? last : first;
      handle.setAttribute("aria-valuemin", this.min);
      handle.setAttribute("aria-valuemax", this.max);
      handle.setAttribute("aria-valuenow", day);
      handle.setAttribute("aria-valuetext", w.day(day));
    });
    this.shade.style.left = `${at[0]}px`;
    this.shade.style.width = `${at[1] - at[0]}px`;
    this.shade.classList.toggle("im-on", on);
    this.clear.disabled = !on;
    const form = "short";
    this.label.textContent = on ? (first === last ? w.day(first, form) : `${w.day(first, form)} – ${w.day(last, form)}`) : w.say("whole_time");
  }

  set(first, last) {
    if (first !== null) {
      first = Math.max(this.min, Math.min(first, this.max));
      last = Math.max(first, Math.min(last, this.max));
      if (first === this.min && last === this.max) first = last = null;
    }
    this.app.filter.span(first, last);
  }

  key(event, side) {
    const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -30, PageUp: 30 }[event.key];
    const f = this.app.filter;
    let first = f.first === null ? this.min : f.first, last = f.first === null ? this.max : f.last;
    if (step) { if (side) last = Math.max(first, last + step); else first = Math.min(last, first + step); }
    else if (event.key === "Home") { if (side) last = first; else first = this.min; }
    else if (event.key === "End") { if (side) last = this.max; else first = last; }
    else return;
    event.preventDefault();
    this.set(first, last);
  }

  drag(event, side) {
    event.preventDefault();
    const left = this.plot.getBoundingClientRect().left, start = this.dayAt(event.clientX - left);
    const f = this.app.filter, first = f.first === null ? this.min : f.first, last = f.first === null ? this.max : f.last;
    let moved = false;
    const inside = side === 2 && f.first !== null && start >= first && start <= last;
    const move = (e) => {
      const day = this.dayAt(e.clientX - left);
      if (Math.abs(e.clientX - event.clientX) > 3) moved = true;
      if (!moved) return;
      if (side === 0) this.set(Math.min(day, last), last);
      else if (side === 1) this.set(first, Math.max(day, first));
      else if (inside) {
        const by = Math.max(this.min - first, Math.min(day - start, this.max - last));
        this.set(first + by, last + by);
      } else this.set(Math.min(start, day), Math.max(start, day));
    };
    const up = () => {
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", up);
      if (side < 2) this.handles[side].focus();
      else if (!moved && f.first !== null) this.set(null, null);
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", up);
  }

  setPlay(on) {
    this.playing = on;
    const w = this.app.words;
    this.play.replaceChildren(icon(on ? "pause" : "play"));
    this.play.setAttribute("aria-label", w.say(on ? "pause" : "play"));
    this.play.title = w.say(on ? "pause" : "play");
  }

  toggle() {
    if (this.playing) { this.setPlay(false); clearInterval(this.timer); return; }
    const f = this.app.filter, span = this.max - this.min;
    if (f.first === null || f.last >= this.max) {
      const width = f.first === null ? Math.max(1, Math.round(span / 12)) : f.last - f.first;
      this.set(this.min, this.min + width);
    }
    this.setPlay(true);
    const step = () => {
      const width = f.first === null ? Math.round(span / 12) : f.last - f.first;
      const by = Math.max(1, Math.round(span / 60)), first = f.first === null ? this.min : f.first + by;
      if (first + width >= this.max) {
        this.set(this.max - width, this.max);
        this.setPlay(false);
        clearInterval(this.timer);
      } else this.set(first, first + width);
    };
    this.timer = setInterval(step, calm() ? 1500 : 500);
  }
}
