// Time: lanes for a few incidents, a histogram for many; one brush; playback.
const LANES_UP_TO = 14;

class Timeline {
  constructor(app, box) {
    this.app = app;
    this.box = box;
    const d = app.data;
    let first = Infinity, last = -Infinity, undated = 0;
    for (let i = 0; i < d.n; i++) {
      const end = d.end[i], start = d.start[i] === UNDATED ? end : d.start[i];
      if (end === UNDATED) { undated++; continue; }
      if (start < first) first = start;
      if (end > last) last = end;
    }
    this.undated = undated;
    if (first > last) { box.hidden = true; this.none = true; return; }
    const room = Math.max(2, Math.round((last - first) * 0.03));
    this.min = first - room;
    this.max = last + room;
    this.few = d.n <= LANES_UP_TO;
    this.build();
    new ResizeObserver(() => {
      const width = this.plot.clientWidth;
      if (width !== this.width) { this.width = width; this.draw(true); }
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
    this.grid = svg("g", {});
    this.chart.append(this.grid);
    if (!this.few) {
      this.bars = this.app.filter.bars = new Bars(this);
      this.most = svg("text", { x: 2, y: 12, class: "im-tick", direction: this.app.rtl ? "rtl" : "ltr" });
      this.chart.append(this.bars.layer, this.most);
    }
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

  // Time runs the way the words run.
  x(day) {
    const x = 10 + (day - this.min) / (this.max - this.min) * (this.width - 20);
    return this.app.rtl ? this.width - x : x;
  }

  dayAt(x) {
    const along = this.app.rtl ? this.width - x : x;
    return Math.round(this.min + (along - 10) / (this.width - 20) * (this.max - this.min));
  }

  // What the filter does not change is drawn once for a width and a theme; `afresh` draws all.
  draw(afresh) {
    if (this.none) return;
    // Asking for a width makes the browser lay the page out again: once is enough.
    if (!this.width || this.app.printing !== this.printed) { this.width = this.plot.clientWidth; this.printed = this.app.printing; }
    if (!this.width) return;
    const key = `${this.width}|${this.app.themeName()}`;
    if (afresh || this.as !== key) {
      this.as = key;
      this.height = this.few ? 30 + 15 * Math.max(2, this.app.data.n - this.undated) : 96;
      for (const [name, value] of [["viewBox", `0 0 ${this.width} ${this.height}`], ["width", this.width], ["height", this.height]]) this.chart.setAttribute(name, value);
      this.grid.replaceChildren();
      this.ticks();
      if (this.few) this.lanes();
      else this.bars.resize();
    }
    if (this.few) this.fade();
    else {
      this.bars.draw(this.app.theme());
      const said = this.app.words.say("at_most", { n: this.bars.most });
      if (this.most.textContent !== said) this.most.textContent = said;
      this.most.setAttribute("x", this.app.rtl ? this.width - 2 : 2);
    }
    this.place();
  }

  ticks() {
    const span = this.max - this.min, w = this.app.words, floor = this.height - 18, theme = this.app.theme(), { rtl } = this.app;
    this.grid.append(svg("line", { x1: 0, x2: this.width, y1: floor, y2: floor, stroke: theme.rule }));
    const measure = this.measure || (this.measure = document.createElement("canvas").getContext("2d"));
    // The letters are as large as the style sheet says, which grows with the screen.
    const letters = Math.max(11, 0.62 * parseFloat(getComputedStyle(document.documentElement).fontSize));
    measure.font = `400 ${letters}px ${FONT}`;
    const room = Math.max(2, Math.floor(this.width / (measure.measureText(w.day(this.max, span > 400 ? "month" : "short")).width + 20)));
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
    const taken = [];
    for (const day of days) {
      const x = this.x(day);
      this.grid.append(svg("line", { x1: x, x2: x, y1: 4, y2: floor + 4, stroke: theme.rule }));
      const words = unit === "d" ? w.day(day, "short") : size >= 12 ? String(new Date(day * 86400000).getUTCFullYear()) : w.day(day, "month");
      const half = measure.measureText(words).width / 2;
      // Pushed in from the rim where it would be cut, left out where it would touch another.
      const at = Math.max(half + 1, Math.min(this.width - half - 1, x));
      if (Math.abs(at - x) > half || taken.some(([from, to]) => at - half - 6 < to && at + half + 6 > from)) continue;
      taken.push([at - half, at + half]);
      const text = svg("text", { x: at, y: this.height - 4, "text-anchor": "middle", class: "im-tick", direction: rtl ? "rtl" : "ltr" });
      text.textContent = words;
      this.grid.append(text);
    }
  }

  // One lane an incident: an interval is an interval, an open end is an arrow.
  lanes() {
    const d = this.app.data, order = [], theme = this.app.theme(), ahead = this.app.rtl ? -1 : 1;
    for (let i = 0; i < d.n; i++) if (d.end[i] !== UNDATED) order.push(i);
    order.sort((a, b) => d.end[a] - d.end[b] || a - b);
    this.laneOf = new Map();
    order.forEach((row, lane) => {
      const y = 12 + lane * 15, colour = this.app.marks.tone(d.kind[row], theme);
      const from = d.start[row] === UNDATED ? this.min : d.start[row], to = d.end[row];
      const x1 = this.x(from), x2 = this.x(to + 1), left = Math.min(x1, x2), wide = Math.max(4, Math.abs(x2 - x1));
      const group = svg("g", {});
      if (from === to) group.append(svg("circle", { cx: (x1 + x2) / 2, cy: y, r: 5, fill: colour }));
      else {
        group.append(svg("rect", { x: left, y: y - 4, width: wide, height: 8, rx: 4, fill: colour, "fill-opacity": 0.35 }));
        group.append(svg("rect", { x: left, y: y - 4, width: wide, height: 8, rx: 4, fill: "none", stroke: colour, "stroke-dasharray": "3 2" }));
        const arrow = (x, way) => svg("path", { d: `M${x - 2 * way} ${y - 6}L${x + 7 * way} ${y}L${x - 2 * way} ${y + 6}Z`, fill: colour });
        if (d.start[row] === UNDATED) group.append(arrow(x1, -ahead));
        if (d.open[row]) group.append(arrow(x2, ahead));
      }
      this.laneOf.set(row, group);
      this.grid.append(group);
    });
  }

  fade() {
    for (const [row, group] of this.laneOf) group.setAttribute("opacity", this.app.filter.shown[row] ? 1 : 0.22);
  }

  place() {
    const f = this.app.filter, w = this.app.words, on = f.first !== null;
    const first = on ? f.first : this.min, last = on ? f.last : this.max;
    const at = [this.x(first), this.x(last + (on ? 1 : 0))];
    this.handles.forEach((handle, side) => {
      handle.style.transform = `translateX(${at[side]}px)`;
      const day = side ? last : first;
      handle.setAttribute("aria-valuemin", this.min);
      handle.setAttribute("aria-valuemax", this.max);
      handle.setAttribute("aria-valuenow", day);
      handle.setAttribute("aria-valuetext", w.day(day));
    });
    this.shade.style.left = `${Math.min(...at)}px`;
    this.shade.style.width = `${Math.abs(at[1] - at[0])}px`;
    this.shade.classList.toggle("im-on", on);
    this.clear.disabled = !on;
    const form = "short";
    const said = on ? (first === last ? w.day(first, form) : w.days(first, last, form)) : w.say("whole_time");
    if (this.label.textContent !== said) this.label.textContent = said;
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
    const ahead = this.app.rtl ? -1 : 1;
    const step = { ArrowLeft: -ahead, ArrowDown: -1, ArrowRight: ahead, ArrowUp: 1, PageDown: -30, PageUp: 30 }[event.key];
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
