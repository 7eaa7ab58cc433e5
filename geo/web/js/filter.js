// One filter for everything: layers, facets, words, time. A row carries one bit for each reason to
// hide it; who changes sides is counted in or out, so that a step costs what it changes.
const EARLY = 1 << 10, LATE = 1 << 11, NO_DAY = 1 << 12, UNSAID = 1 << 13, UNCHOSEN = 1 << 14;
const TIMES = EARLY | LATE | NO_DAY;

class Filter {
  constructor(data) {
    this.data = data;
    const n = data.n;
    this.shown = new Uint8Array(n).fill(1);
    this.failed = new Uint16Array(n);
    this.next = new Uint16Array(n);
    this.facets = this.makeFacets();
    this.list = Object.values(this.facets);
    this.list.forEach((facet, f) => { facet.bit = 1 << f; });
    this.ofBit = new Map(this.list.map((facet) => [facet.bit, facet]));
    this.query = "";
    this.matches = null;
    this.first = null;
    this.last = null;
    this.withUndated = true;
    this.only = null;
    this.listeners = [];
    this.counts = new Counts(data);
    // Whoever draws bars over time; it counts what passes everything but time.
    this.bars = null;
    this.index = new SearchIndex(data);
    this.told = this.list;
    this.recount();
    for (const facet of this.list) facet.totals = facet.counts.slice();
    // A facet of which there is one value only is never shown, and so need not be counted.
    this.told = this.list.filter((facet) => facet.totals.filter((n) => n > 0).length > 1);
  }

  makeFacets() {
    const d = this.data, w = d.words;
    const single = (key, codes, names) => ({ key, codes, names, many: null });
    const kind = single("kind", d.kind, d.kinds.map((k) => k.many));
    const precisionCode = Uint8Array.from(d.region, (r) => (r >= 0 ? d.rprec[r] : 0));
    const precision = single("precision", precisionCode, Array.from({ length: 8 }, (_, i) => w.say(`precision_${i}`)));
    const status = this.wordFacet("status", (word) => w.say(`status_${word}`));
    const strike = this.wordFacet("strike_status", (word) => word || w.say("not_stated"));
    const few = d.reports.length < 65000 ? Uint16Array : Int32Array;
    const source = single("source", few.from(d.report, (r) => r + 1), ["", ...d.reports.map((r) => r.name)]);
    const facets = { kind, actor: this.actorFacet(), precision, status, strike_status: strike, source };
    for (const facet of Object.values(facets)) {
      facet.on = new Uint8Array(facet.names.length).fill(1);
      facet.tally = new Int32Array(facet.many ? facet.many.length : facet.names.length);
      Object.defineProperty(facet, "counts", { get: () => this.named(facet) });
    }
    return facets;
  }

  wordFacet(key, name) {
    const c = this.data[`${key}_`];
    if (c.code) return { key, codes: c.code, names: c.words.map(name), raw: c.words, many: null };
    const raw = [...new Set(c.words)], at = new Map(raw.map((word, i) => [word, i]));
    return { key, codes: Int32Array.from(c.words, (word) => at.get(word)), names: raw.map(name), raw, many: null };
  }

  // An incident may name several actors: each code stands for a set of them.
  actorFacet() {
    const c = this.wordFacet("actors", (word) => word), names = [], at = new Map();
    const many = c.raw.map((set) => this.data.many(set).map((name) => {
      if (!at.has(name)) { at.set(name, names.length); names.push(name); }
      return at.get(name);
    }));
    const none = names.length;
    names.push(this.data.words.say("not_stated"));
    for (const set of many) if (!set.length) set.push(none);
    return { key: "actor", codes: c.codes, names, many };
  }

  // A facet's own counts leave its own choice out of account.
  named(facet) {
    if (!facet.many) return facet.tally;
    const counts = new Int32Array(facet.names.length);
    facet.many.forEach((set, code) => { if (facet.tally[code]) for (const v of set) counts[v] += facet.tally[code]; });
    return counts;
  }

  set(key, value, on) {
    this.facets[key].on[value] = on ? 1 : 0;
    this.apply();
  }

  setAll(key, on) {
    this.facets[key].on.fill(on ? 1 : 0);
    this.apply();
  }

  span(first, last) {
    this.first = first;
    this.last = last;
    this.apply();
  }

  clear() {
    for (const facet of this.list) facet.on.fill(1);
    this.query = "";
    this.matches = null;
    this.first = this.last = this.only = null;
    this.withUndated = true;
  }

  reset() {
    this.clear();
    this.apply();
  }

  active() {
    return this.list.some((f) => f.on.includes(0)) || Boolean(this.query) || this.first !== null
      || !this.withUndated || this.only !== null;
  }

  // Rows whose texts hold all words of the query.
  async search(query) {
    this.query = query.trim();
    const asked = this.query;
    if (!asked) { this.matches = null; this.apply(); return; }
    await this.data.textsReady;
    if (asked !== this.query) return;
    this.matches = this.index.find(asked);
    this.apply();
  }

  apply() {
    this.judge();
    const { failed, next } = this, n = failed.length;
    for (let i = 0; i < n; i++) if (failed[i] !== next[i]) this.turn(i, next[i]);
    for (const listener of this.listeners) listener();
  }

  // Into `next`: why each row is to be hidden; 0 for those that are shown.
  judge() {
    const { start, end } = this.data, { next, first, last, matches, only } = this, n = next.length;
    next.fill(0);
    for (const facet of this.list) {
      if (!facet.on.includes(0)) continue;
      // For sets of actors: is any of them on?
      const pass = facet.many ? Uint8Array.from(facet.many, (set) => (set.some((v) => facet.on[v]) ? 1 : 0)) : facet.on;
      const codes = facet.codes, bit = facet.bit;
      for (let i = 0; i < n; i++) if (!pass[codes[i]]) next[i] |= bit;
    }
    if (first !== null) {
      for (let i = 0; i < n; i++) {
        if (end[i] < first && end[i] !== UNDATED) next[i] |= EARLY;
        else if (start[i] > last) next[i] |= LATE;
      }
    }
    if (!this.withUndated) for (let i = 0; i < n; i++) if (end[i] === UNDATED) next[i] |= NO_DAY;
    if (matches !== null) for (let i = 0; i < n; i++) if (!matches[i]) next[i] |= UNSAID;
    if (only !== null) for (let i = 0; i < n; i++) if (!only.has(i)) next[i] |= UNCHOSEN;
  }

  turn(row, now) {
    const was = this.failed[row];
    this.failed[row] = now;
    if (was === 0 || now === 0) {
      this.shown[row] = now === 0 ? 1 : 0;
      this.counts.turn(row, now === 0 ? 1 : -1);
    }
    this.tallyUp(row, was, -1);
    this.tallyUp(row, now, 1);
    if (this.bars) {
      const before = (was & ~TIMES) === 0, after = (now & ~TIMES) === 0;
      if (before !== after) this.bars.turn(row, after ? 1 : -1);
    }
  }

  // A row counts for every facet if it is shown, and for the one facet that alone hides it.
  tallyUp(row, failed, sign) {
    if (failed === 0) {
      const told = this.told;
      for (let f = 0; f < told.length; f++) told[f].tally[told[f].codes[row]] += sign;
    } else if ((failed & (failed - 1)) === 0 && failed < EARLY) {
      const facet = this.ofBit.get(failed);
      facet.tally[facet.codes[row]] += sign;
    }
  }

  // Everything counted afresh.
  recount() {
    const { failed, shown } = this, n = failed.length;
    for (const facet of this.told) {
      const { tally, codes, bit } = facet;
      tally.fill(0);
      for (let i = 0; i < n; i++) if ((failed[i] & ~bit) === 0) tally[codes[i]]++;
    }
    for (let i = 0; i < n; i++) shown[i] = failed[i] === 0 ? 1 : 0;
    this.counts.fill(shown);
    if (this.bars) this.bars.fill();
  }

  get count() { return this.counts.records; }

  passesButTime(row) { return (this.failed[row] & ~TIMES) === 0; }

  events() { return this.counts.events(); }
}
