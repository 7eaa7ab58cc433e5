// One filter for everything: layers, facets, words, time. One pass over the rows sets who is shown.
class Filter {
  constructor(data) {
    this.data = data;
    const n = data.n;
    this.shown = new Uint8Array(n).fill(1);
    this.count = n;
    this.facets = this.makeFacets();
    this.query = "";
    this.matches = null;
    this.first = null;
    this.last = null;
    this.withUndated = true;
    this.only = null;
    this.listeners = [];
    this.total();
  }

  makeFacets() {
    const d = this.data, w = d.words;
    const single = (key, codes, names) => ({ key, codes, names, many: null });
    const kind = single("kind", d.kind, d.kinds.map((k) => k.many));
    const precisionCode = Int32Array.from({ length: d.n }, (_, i) => d.precision(i));
    const precision = single("precision", precisionCode, Array.from({ length: 8 }, (_, i) => w.say(`precision_${i}`)));
    const status = this.wordFacet("status", (word) => w.say(`status_${word}`));
    const strike = this.wordFacet("strike_status", (word) => word || w.say("not_stated"));
    const source = single("source", Int32Array.from(d.report, (r) => r + 1), ["", ...d.reports.map((r) => r.name)]);
    const actors = this.actorFacet();
    const facets = { kind, actor: actors, precision, status, strike_status: strike, source };
    for (const facet of Object.values(facets)) {
      facet.on = new Uint8Array(facet.names.length).fill(1);
      facet.counts = new Int32Array(facet.names.length);
      facet.all = true;
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

  total() {
    for (const facet of Object.values(this.facets)) {
      facet.totals = new Int32Array(facet.names.length);
      for (let i = 0; i < this.data.n; i++) {
        if (facet.many) for (const v of facet.many[facet.codes[i]]) facet.totals[v]++;
        else facet.totals[facet.codes[i]]++;
      }
    }
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

  reset() {
    for (const facet of Object.values(this.facets)) facet.on.fill(1);
    this.query = "";
    this.matches = null;
    this.first = this.last = this.only = null;
    this.withUndated = true;
    this.apply();
  }

  active() {
    return Object.values(this.facets).some((f) => f.on.includes(0)) || Boolean(this.query) || this.first !== null
      || !this.withUndated || this.only !== null;
  }

  // Rows whose texts hold all words of the query.
  async search(query) {
    this.query = query.trim();
    const asked = this.query;
    if (!asked) { this.matches = null; this.apply(); return; }
    await this.data.textsReady;
    if (asked !== this.query) return;
    // Words in quotation marks stay together.
    const words = (plain(asked).match(/"[^"]+"|\S+/g) || []).map((word) => word.replace(/"/g, "")).filter(Boolean);
    const matches = new Uint8Array(this.data.n).fill(1);
    for (const word of words) {
      const hit = this.rowsWith(word);
      for (let i = 0; i < matches.length; i++) matches[i] &= hit[i];
    }
    this.matches = matches;
    this.apply();
  }

  rowsWith(word) {
    const d = this.data, hit = new Uint8Array(d.n);
    for (const [column, source] of this.searchColumns()) {
      const found = new Uint8Array(column.length);
      for (let i = 0; i < column.length; i++) if (column[i].includes(word)) found[i] = 1;
      source(found, hit);
    }
    return hit;
  }

  searchColumns() {
    if (this.columns) return this.columns;
    const d = this.data;
    const simple = (c) => [c.words.map(plain), (found, hit) => {
      for (let i = 0; i < hit.length; i++) if (found[c.code ? c.code[i] : i]) hit[i] = 1;
    }];
    const head = ["actors", "date_text", "edtf", "sub_event_type"].map((name) => simple(d[`${name}_`]));
    const long = ["place", "places", "name", "reason", "targets", "weapons", "attribution", "claimed_by"].map((name) => simple(d.texts.text(name)));
    const quote = d.texts.text("quote"), starts = d.quoteStarts();
    const quotes = [quote.words.map(plain), (found, hit) => {
      for (let i = 0; i < hit.length; i++) {
        for (let q = starts[i]; q < starts[i + 1]; q++) if (found[quote.code ? quote.code[q] : q]) hit[i] = 1;
      }
    }];
    const kinds = [d.kinds.map((k) => plain(`${k.one} ${k.many}`)), (found, hit) => {
      for (let i = 0; i < hit.length; i++) if (found[d.kind[i]]) hit[i] = 1;
    }];
    this.columns = [...head, ...long, quotes, kinds];
    return this.columns;
  }

  apply() {
    const d = this.data, n = d.n, shown = this.shown;
    const facets = Object.values(this.facets);
    for (const facet of facets) {
      facet.counts.fill(0);
      facet.all = !facet.on.includes(0);
      // For sets of actors: is any of them on?
      facet.pass = facet.many ? Uint8Array.from(facet.many, (set) => (set.some((v) => facet.on[v]) ? 1 : 0)) : facet.on;
    }
    const start = d.start, end = d.end, first = this.first, last = this.last, undated = this.withUndated;
    const matches = this.matches, only = this.only;
    const failed = this.failed || (this.failed = new Uint8Array(n));
    const before = this.beforeTime || (this.beforeTime = new Uint8Array(n));
    // Bit 7: words or choice; bit 6: time; a low bit for each facet.
    if (matches === null && only === null) failed.fill(0);
    else for (let i = 0; i < n; i++) failed[i] = (matches === null || matches[i]) && (only === null || only.has(i)) ? 0 : 128;
    facets.forEach((facet, f) => {
      if (facet.all) return;
      const pass = facet.pass, codes = facet.codes, bit = 1 << f;
      for (let i = 0; i < n; i++) if (!pass[codes[i]]) failed[i] |= bit;
    });
    for (let i = 0; i < n; i++) before[i] = failed[i] === 0 ? 1 : 0;
    if (first !== null || !undated) {
      for (let i = 0; i < n; i++) {
        const out = end[i] === UNDATED ? !undated : first !== null && (end[i] < first || start[i] > last);
        if (out) failed[i] |= 64;
      }
    }
    let count = 0;
    for (let i = 0; i < n; i++) count += shown[i] = failed[i] === 0 ? 1 : 0;
    // A facet's own counts leave its own choice out of account.
    facets.forEach((facet, f) => {
      const codes = facet.codes, counts = facet.many ? new Int32Array(facet.many.length) : facet.counts, mask = 255 & ~(1 << f);
      for (let i = 0; i < n; i++) if ((failed[i] & mask) === 0) counts[codes[i]]++;
      if (facet.many) facet.many.forEach((set, code) => { for (const v of set) facet.counts[v] += counts[code]; });
    });
    this.count = count;
    for (const listener of this.listeners) listener();
  }

  events() {
    const d = this.data;
    let low = 0, high = 0;
    for (let i = 0; i < d.n; i++) {
      if (!this.shown[i]) continue;
      low += d.count_min[i];
      high = high < 0 || d.count_max[i] < 0 ? -1 : high + d.count_max[i];
    }
    return [low, high];
  }
}

function plain(text) {
  return text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f\u064b-\u065f\u2018\u2019\u02bc'`]/g, "");
}
