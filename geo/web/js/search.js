// Words looked up in every text of an incident; columns are folded when the first search asks.
class SearchIndex {
  constructor(data) { this.data = data; }

  // One mark a row: whether its texts hold all words of the query.
  find(query) {
    // Words in quotation marks stay together.
    const words = (plain(query).match(/"[^"]+"|\S+/g) || []).map((word) => word.replace(/"/g, "")).filter(Boolean);
    const matches = new Uint8Array(this.data.n).fill(1);
    for (const word of words) {
      const hit = this.rowsWith(word);
      for (let i = 0; i < matches.length; i++) matches[i] &= hit[i];
    }
    return matches;
  }

  rowsWith(word) {
    const hit = new Uint8Array(this.data.n);
    for (const [column, source] of this.columns()) {
      const found = new Uint8Array(column.length);
      for (let i = 0; i < column.length; i++) if (column[i].includes(word)) found[i] = 1;
      source(found, hit);
    }
    return hit;
  }

  columns() {
    if (this.columns_) return this.columns_;
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
    this.columns_ = [...head, ...long, quotes, kinds];
    return this.columns_;
  }
}

function plain(text) {
  return text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f\u064b-\u065f\u2018\u2019\u02bc'`]/g, "");
}
