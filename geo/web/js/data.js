// The incidents of one map, as columns; a row becomes an object only when somebody reads it.
const UNDATED = -1000000;
const SPLIT = "\x1f";

class Data {
  constructor(island, islandId) {
    const h = island.header;
    this.island = island;
    this.header = h;
    this.n = h.n;
    this.words = new Words(h.words, h.lang);
    this.kinds = h.kinds;
    this.reports = h.reports;
    for (const name of ["region", "kind", "start", "days", "date_end", "open", "date_prec", "count_min", "count_max",
      "clarity", "fat_min", "fat_max", "inj_min", "inj_max", "report", "quotes"]) this[name] = island.ints(name);
    for (const name of ["status", "event_type", "sub_event_type", "stage", "strike_status", "actors", "country",
      "date_text", "edtf", "time_of_day", "related"]) this[`${name}_`] = island.text(name);
    this.id_ = island.has("id") || island.has("id.d") ? island.text("id") : null;
    this.r90 = island.shapes("r90");
    this.r50 = island.shapes("r50");
    this.rprec = island.ints("rprec");
    this.rdrawn = island.ints("rdrawn");
    this.regions = this.rprec.length;
    const rx = island.ints("rx"), ry = island.ints("ry");
    this.px = Float64Array.from(rx, (v) => mercatorX(v / 1e4 < island.wrap ? v / 1e4 + 360 : v / 1e4));
    this.py = Float64Array.from(ry, (v) => mercatorY(v / 1e4));
    // First and last day; an undated row has neither.
    this.end = new Int32Array(this.n);
    for (let i = 0; i < this.n; i++) {
      this.end[i] = this.start[i] === UNDATED ? this.date_end[i] : this.start[i] + this.days[i];
    }
    this.rowsOfRegion();
    this.texts = null;
    this.textsReady = readIsland(`${islandId}-text`).then((texts) => { this.texts = texts; return this; });
  }

  // Rows sorted by region: rows of region r stand at regionRow[regionStart[r] .. regionStart[r + 1]].
  rowsOfRegion() {
    const starts = new Int32Array(this.regions + 1);
    for (let i = 0; i < this.n; i++) if (this.region[i] >= 0) starts[this.region[i] + 1]++;
    for (let r = 0; r < this.regions; r++) starts[r + 1] += starts[r];
    const at = starts.slice(), rows = new Int32Array(starts[this.regions]);
    for (let i = 0; i < this.n; i++) if (this.region[i] >= 0) rows[at[this.region[i]]++] = i;
    this.regionStart = starts;
    this.regionRow = rows;
    // What is counted by region, in the order of the regions: read in a row, it is read fast.
    this.regionKind = rows.map((i) => this.kind[i]);
    this.regionLow = rows.map((i) => this.count_min[i]);
    this.regionHigh = rows.map((i) => this.count_max[i]);
  }

  word(column, row) {
    const c = this[`${column}_`];
    return (c.code ? c.words[c.code[row]] : c.words[row]) || "";
  }

  edtf(row) {
    const said = this.word("edtf", row);
    return said === "=" ? this.word("date_text", row) : said;
  }

  long(column, row) {
    if (!this.texts) return "";
    const key = `t:${column}`;
    const c = this.texts.cache.get(key) || this.texts.text(column);
    this.texts.cache.set(key, c);
    return (c.code ? c.words[c.code[row]] : c.words[row]) || "";
  }

  many(text) { return text ? text.split(SPLIT) : []; }

  id(row) {
    const c = this.id_;
    return c ? (c.code ? c.words[c.code[row]] : c.words[row]) : String(row + 1);
  }

  rowOf(id) {
    if (!this.id_) { const row = Number(id) - 1; return Number.isInteger(row) && row >= 0 && row < this.n ? row : -1; }
    for (let i = 0; i < this.n; i++) if (this.id(i) === id) return i;
    return -1;
  }

  quoteStarts() {
    if (!this.quoteStart_) {
      const starts = new Int32Array(this.n + 1);
      for (let i = 0; i < this.n; i++) starts[i + 1] = starts[i] + this.quotes[i];
      this.quoteStart_ = starts;
    }
    return this.quoteStart_;
  }

  quotesOf(row) {
    if (!this.texts) return [];
    const starts = this.quoteStarts(), found = [];
    const at = this.texts.ints("quote_start"), report = this.texts.ints("quote_report");
    for (let q = starts[row]; q < starts[row + 1]; q++) {
      found.push({ text: this.long("quote", q), start: at[q], report: this.reports[report[q]] || null });
    }
    return found;
  }

  kindName(row) {
    const kind = this.kinds[this.kind[row]];
    return this.count_max[row] === 1 ? kind.one : kind.many;
  }

  // "28 June 2021", "February 2021", "1 April 2021 or later".
  dateSaid(row, form) {
    const w = this.words, start = this.start[row], end = this.end[row];
    if (start === UNDATED && end === UNDATED) return w.say("undated");
    if (start === UNDATED) return w.say("until", { date: w.day(end, form) });
    if (this.open[row]) return w.say("since", { date: w.day(start, form), until: w.day(end, form) });
    if (start === end) return w.day(start, form);
    const first = new Date(start * 86400000), last = new Date(end * 86400000);
    const next = new Date((end + 1) * 86400000);
    if (first.getUTCDate() === 1 && next.getUTCDate() === 1 && first.getUTCMonth() === last.getUTCMonth()
      && first.getUTCFullYear() === last.getUTCFullYear()) return w.day(start, "month");
    return `${w.day(start, form)} – ${w.day(end, form)}`;
  }

  precision(row) { return this.region[row] >= 0 ? this.rprec[this.region[row]] : 0; }

  drawn(row) { return this.region[row] >= 0 ? this.rdrawn[this.region[row]] : 0; }

  placeSaid(row) { return this.long("place", row) || this.long("name", row); }
}
