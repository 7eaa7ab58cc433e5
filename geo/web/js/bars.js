// Counts over time, by kind, in bins that fit the width; kept up to date row by row.
class Bars {
  constructor(timeline) {
    this.timeline = timeline;
    this.app = timeline.app;
    this.layer = svg("g", {});
    this.paths = new Map();
  }

  // New bins for a new width.
  resize() {
    const t = this.timeline, span = t.max - t.min + 1;
    const size = [1, 2, 7, 14, 28, 91, 182, 365, 730, 1826, 3652].find((s) => span / s <= t.width / 7) || 3652;
    if (this.size === size) return;
    this.size = size;
    this.n = Math.ceil(span / size);
    this.exact = new Int32Array(this.app.data.kinds.length * this.n);
    this.spread = new Float64Array(this.n + 1);
    this.fill();
  }

  fill() {
    if (!this.size) return;
    const filter = this.app.filter, rows = this.app.data.n;
    this.exact.fill(0);
    this.spread.fill(0);
    for (let i = 0; i < rows; i++) if (filter.passesButTime(i)) this.turn(i, 1);
  }

  // An incident that falls into one bin stands in it; of a longer one each bin gets its share.
  turn(row, sign) {
    const { start, end, kind } = this.app.data, { min } = this.timeline, { size, n } = this;
    if (!size || end[row] === UNDATED) return;
    const a = start[row] === UNDATED ? 0 : ((start[row] - min) / size) | 0, b = ((end[row] - min) / size) | 0;
    if (a === b) this.exact[kind[row] * n + a] += sign;
    else { const share = sign / (b - a + 1); this.spread[a] += share; this.spread[b + 1] -= share; }
    this.stale = true;
  }

  // One path a kind: a bar each would be thousands of elements.
  draw(theme) {
    const t = this.timeline, d = this.app.data, { n, size, exact } = this, kinds = d.kinds.length;
    const key = `${t.width}|${t.height}|${theme.dark}`;
    if (!this.stale && this.key === key) return;
    this.stale = false;
    this.key = key;
    const pale = new Float64Array(n), sums = new Float64Array(n);
    let top = 1;
    for (let b = 0, held = 0; b < n; b++) {
      held += this.spread[b];
      pale[b] = held > 1e-6 ? held : 0;
      for (let k = 0; k < kinds; k++) sums[b] += exact[k * n + b];
      top = Math.max(top, sums[b] + pale[b]);
    }
    const floor = t.height - 18, tall = floor - 20, foot = new Float64Array(n).fill(floor);
    const bar = (b, h) => {
      const at = [t.x(t.min + b * size), t.x(t.min + (b + 1) * size)].sort((p, q) => p - q), y = foot[b];
      foot[b] -= h;
      return `M${at[0].toFixed(1)} ${y.toFixed(1)}V${(y - h).toFixed(1)}H${Math.max(at[0] + 1, at[1] - 1).toFixed(1)}V${y.toFixed(1)}Z`;
    };
    for (let k = 0; k < kinds; k++) {
      let path = "";
      for (let b = 0; b < n; b++) if (exact[k * n + b]) path += bar(b, exact[k * n + b] / top * tall);
      this.path(k, path, this.app.marks.tone(k, theme), 1);
    }
    let path = "";
    for (let b = 0; b < n; b++) if (pale[b]) path += bar(b, pale[b] / top * tall);
    this.path(-1, path, theme.quiet, 0.35);
    this.most = Math.round(top);
  }

  path(key, d, fill, alpha) {
    let node = this.paths.get(key);
    if (!node) {
      if (!d) return;
      this.paths.set(key, node = svg("path", {}));
      this.layer.append(node);
    }
    if (node.getAttribute("d") !== d) node.setAttribute("d", d);
    node.setAttribute("fill", fill);
    node.setAttribute("fill-opacity", alpha);
  }
}
