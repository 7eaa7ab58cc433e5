// What is shown, counted: in all, by kind, by region, and by kind within each region.
class Counts {
  constructor(data) {
    this.data = data;
    const kinds = data.kinds.length;
    this.ofKind = new Int32Array(kinds);
    this.low = new Int32Array(kinds);
    this.high = new Int32Array(kinds);
    // Records of a kind that say "at least": with one of them, there is no upper end.
    this.open = new Int32Array(kinds);
    this.live = new Int32Array(data.regions);
    this.pair();
  }

  // Each pair of a region and a kind that occurs in it: pairs of region r are pairStart[r] .. pairStart[r + 1].
  pair() {
    const { regionStart: start, regionRow: rows, kind, regions, kinds, n } = this.data;
    this.pairStart = new Int32Array(regions + 1);
    this.pairOf = new Int32Array(n).fill(-1);
    const kindOf = [], at = new Int32Array(kinds.length), seen = new Int32Array(kinds.length).fill(-1);
    for (let r = 0; r < regions; r++) {
      for (let i = start[r]; i < start[r + 1]; i++) {
        const row = rows[i], k = kind[row];
        if (seen[k] !== r) { seen[k] = r; at[k] = kindOf.length; kindOf.push(k); }
        this.pairOf[row] = at[k];
      }
      this.pairStart[r + 1] = kindOf.length;
    }
    this.pairKind = Uint16Array.from(kindOf);
    this.pairs = new Int32Array(kindOf.length);
    this.tally = new Int32Array(kinds.length);
  }

  fill(shown) {
    for (const column of [this.ofKind, this.low, this.high, this.open, this.live, this.pairs]) column.fill(0);
    this.records = 0;
    for (let i = 0; i < shown.length; i++) if (shown[i]) this.turn(i, 1);
  }

  turn(row, sign) {
    const d = this.data, k = d.kind[row], most = d.count_max[row], r = d.region[row];
    this.records += sign;
    this.ofKind[k] += sign;
    this.low[k] += sign * d.count_min[row];
    if (most < 0) this.open[k] += sign; else this.high[k] += sign * most;
    if (r >= 0) {
      this.live[r] += sign;
      this.pairs[this.pairOf[row]] += sign;
    }
  }

  // Records, least and most events of a kind; most is -1 where there is no upper end.
  kind(k) { return [this.ofKind[k], this.low[k], this.open[k] ? -1 : this.high[k]]; }

  events() {
    let low = 0, high = 0;
    for (let k = 0; k < this.low.length; k++) {
      low += this.low[k];
      high = high < 0 || this.open[k] ? -1 : high + this.high[k];
    }
    return [low, high];
  }

  // Kinds among the shown rows of regions, the most frequent first: [[kind, rows]].
  kindsAt(regions) {
    const { pairStart, pairKind, pairs, tally } = this;
    tally.fill(0);
    for (let at = 0; at < regions.length; at++) {
      for (let p = pairStart[regions[at]], to = pairStart[regions[at] + 1]; p < to; p++) tally[pairKind[p]] += pairs[p];
    }
    const found = [];
    for (let k = 0; k < tally.length; k++) if (tally[k]) found.push([k, tally[k]]);
    return found.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  }

  // The most frequent kind of a region.
  foremost(r) {
    const { pairStart, pairKind, pairs } = this;
    let best = 0, most = 0;
    for (let p = pairStart[r], to = pairStart[r + 1]; p < to; p++) {
      if (pairs[p] > most || (pairs[p] === most && pairKind[p] < best)) { most = pairs[p]; best = pairKind[p]; }
    }
    return best;
  }

  // Shown rows of a region.
  rowsAt(r, shown) {
    const { regionStart: start, regionRow: row } = this.data, rows = [];
    for (let i = start[r]; i < start[r + 1]; i++) if (shown[row[i]]) rows.push(row[i]);
    return rows;
  }
}
