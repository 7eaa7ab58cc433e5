// The incidents of one map, as columns; a row becomes an object only when somebody reads it.
const UNDATED = -1000000;
const SPLIT = "\x1f";

// Read when somebody asks: most are seen on a card alone, or are the same for all rows.
const INTS_LATER = ["days", "date_end", "open", "date_prec", "clarity", "fat_min", "fat_max", "inj_min", "inj_max", "report", "quotes"];
const TEXTS_LATER = ["status", "event_type", "sub_event_type", "stage", "strike_status", "actors", "country",
  "date_text", "edtf", "time_of_day", "related", "edited"];

function ends(start, days, dateEnd) {
  if (days.every((n) => n === 0) && !start.includes(UNDATED)) return start;
  const end = new Int32Array(start.length);
  for (let i = 0; i < end.length; i++) end[i] = start[i] === UNDATED ? dateEnd[i] : start[i] + days[i];
  return end;
}

class Data {
  constructor(island, islandId) {
    const h = island.header;
    this.island = island;
    this.header = h;
    this.n = h.n;
    this.words = new Words(h.words, h.lang);
    this.kinds = h.kinds;
    this.reports = h.reports;
    for (const name of ["region", "kind", "start", "count_min", "count_max"]) this[name] = island.ints(name);
    this.r90 = island.shapes("r90");
    this.r50 = island.shapes("r50");
    this.rprec = island.ints("rprec");
    this.rdrawn = island.ints("rdrawn");
    this.regions = this.rprec.length;
    const rx = island.ints("rx"), ry = island.ints("ry");
    this.px = Float64Array.from(rx, (v) => mercatorX(v / 1e4 < island.wrap ? v / 1e4 + 360 : v / 1e4));
    this.py = Float64Array.from(ry, (v) => mercatorY(v / 1e4));
    // First and last day; an undated row has neither.
    this.end = ends(this.start, island.column("days"), island.column("date_end"));
    this.rowsOfRegion();
    this.texts = null;
    this.textsReady = readIsland(`${islandId}-text`).then((texts) => {
      texts.keys = { region: this.region, kind: this.kind };
      this.texts = texts;
      return this;
    });
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
    const c = this.texts.text(column);
    return (c.code ? c.words[c.code[row]] : c.words[row]) || "";
  }

  many(text) { return text ? text.split(SPLIT) : []; }

  // Ids are words and numbers, digits of a hash, words, or else the numbers of the rows.
  ids() {
    if (this.ids_) return this.ids_;
    const island = this.island, word = (name) => {
      const { words, code } = island.text(name);
      return (row) => words[code ? code[row] : row];
    };
    if (island.has("id") || island.has("id.d")) return this.ids_ = word("id");
    if (!island.has("id.odd")) return this.ids_ = (row) => String(row + 1);
    const odd = new Map(), oddWord = word("id.odd.word"), other = word("id.word");
    island.ints("id.odd").forEach((row, i) => odd.set(row, oddWord(i)));
    if (island.has("id.number")) {
      const number = island.ints("id.number"), digits = island.header.sections["id.number"].digits;
      return this.ids_ = (row) => odd.get(row) ?? other(row) + String(number[row]).padStart(digits, "0");
    }
    const hash = island.bytes("id.hash"), { n, t } = island.header.sections["id.hash"];
    const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
    return this.ids_ = (row) => {
      if (odd.has(row)) return odd.get(row);
      let digits = "";
      for (let byte = 0; byte < t; byte++) digits += hex[hash[byte * n + row]];
      return digits + other(row);
    };
  }

  id(row) { return this.ids()(row); }

  rowOf(id) {
    const ids = this.ids();
    for (let i = 0; i < this.n; i++) if (ids(i) === id) return i;
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
    return w.days(start, end, form);
  }

  precision(row) { return this.region[row] >= 0 ? this.rprec[this.region[row]] : 0; }

  drawn(row) { return this.region[row] >= 0 ? this.rdrawn[this.region[row]] : 0; }

  placeSaid(row) { return this.long("place", row) || this.long("name", row); }
}

for (const name of INTS_LATER) Object.defineProperty(Data.prototype, name, { get() { return this.island.ints(name); } });
for (const name of TEXTS_LATER) Object.defineProperty(Data.prototype, `${name}_`, { get() { return this.island.text(name); } });
