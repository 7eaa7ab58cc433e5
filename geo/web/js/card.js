// Columns of the data behind each line of the card.
const EDITED_AS = {
  kind: ["kind", "event_type", "sub_event_type"], date: ["date_text", "edtf", "start_date", "end_date", "date_start", "date_end", "open_end", "date_prec"],
  place: ["place", "place_text", "place_name", "places", "lat", "lon", "geometry", "where_prec", "country_code"],
  actors: ["actors", "actors_described"], targets: ["targets", "target_kinds"],
  count: ["count_min", "count_max", "event_clarity"], fatalities: ["fatalities_min", "fatalities_max"], injuries: ["injuries_min", "injuries_max"],
};

// One incident in full: what was said, what was understood, and why it stands where it stands.
class Card {
  constructor(app, row) {
    this.app = app;
    this.row = row;
    this.data = app.data;
  }

  node() {
    const d = this.data, w = d.words, row = this.row;
    const article = el("article", { class: "im-card", "aria-label": d.kindName(row) });
    article.append(el("header", { class: "im-cardhead" },
      symbolOf(d, d.kind[row], d.drawn(row), this.app.theme()),
      el("div", {}, el("h2", { class: "im-cardtitle", text: d.kindName(row), tabindex: -1 }, this.edited("kind")),
        el("p", { class: "im-sub", text: [d.word("event_type", row), d.word("sub_event_type", row)].filter(Boolean).join(" / ") }))));
    const first = d.quotesOf(row);
    if (first.length) article.append(this.quote(first[0], "im-lead"));
    article.append(this.facts(), this.why());
    if (first.length > 1) {
      article.append(el("h3", { text: w.say("also_told") }), ...first.slice(1).map((q) => this.quote(q, "")));
    }
    const related = d.many(d.word("related", row));
    if (related.length) {
      article.append(el("h3", { text: w.say("related") }), el("p", {}, ...related.map((other) => el("button", { class: "im-text", type: "button",
        text: `${d.kindName(Number(other))}, ${d.dateSaid(Number(other), "short")}`, onclick: () => this.app.select(Number(other), { fly: true, focus: true }) }))));
    }
    return article;
  }

  // A pencil beside what a person changed by hand.
  edited(key) {
    const columns = EDITED_AS[key] || [key];
    if (!this.data.many(this.data.word("edited", this.row)).some((name) => columns.includes(name))) return "";
    const said = this.data.words.say("edited");
    return el("span", { class: "im-edited", role: "img", "aria-label": said, title: said }, icon("edited"));
  }

  facts() {
    const d = this.data, w = d.words, row = this.row, list = el("dl", { class: "im-facts" });
    const put = (key, ...lines) => {
      const said = lines.filter(Boolean);
      if (said.length) list.append(el("dt", {}, w.say(key), this.edited(key)), ...said.map((line) => el("dd", {}, line instanceof Node ? line : el("bdi", { text: line }))));
    };
    const quoted = (words) => (words ? el("span", { class: "im-said", text: w.say("said", { words }) }) : "");
    const time = d.word("time_of_day", row), said = d.word("date_text", row);
    put("date", this.app.dated || d.end[row] !== UNDATED ? d.dateSaid(row) : "", quoted([said, time.split(/\W+/).every((word) => said.includes(word)) ? "" : time].filter(Boolean).join(", ")),
      d.edtf(row) ? el("bdi", { class: "im-code", dir: "ltr", text: `EDTF ${d.edtf(row)}` }) : "");
    const name = d.long("name", row), place = d.long("place", row), country = d.word("country", row);
    put("place", name ? `${name}${country && name.length < 40 ? ` (${country})` : ""}` : w.say(`status_${d.word("status", row)}`), quoted(place),
      d.precision(row) ? el("span", { class: "im-code", text: `${w.say("precision_line", { n: d.precision(row), name: w.say(`precision_${d.precision(row)}`) })}` }) : "");
    const many = (key, text) => put(key, ...d.many(text));
    many("actors", d.word("actors", row));
    many("targets", d.long("targets", row));
    many("weapons", d.long("weapons", row));
    put("count", w.count(1, d.count_min[row], d.count_max[row]), d.clarity[row] === 2 ? w.say("aggregate") : "");
    const range = (low, high) => (low < 0 && high < 0 ? "" : low === high ? w.number.format(low) : high < 0 ? w.say("at_least", { n: low }) : low < 0 ? w.say("up_to", { n: high }) : w.say("range", { low, high }));
    put("fatalities", range(d.fat_min[row], d.fat_max[row]));
    put("injuries", range(d.inj_min[row], d.inj_max[row]));
    const stage = d.word("stage", row);
    if (stage && stage !== "occurred") put("stage", w.say(`stage_${stage}`));
    if (d.word("strike_status", row)) put("strike_status", d.word("strike_status", row));
    many("attribution", d.long("attribution", row));
    many("claimed_by", d.long("claimed_by", row));
    many("denied_by", d.long("denied_by", row));
    return list;
  }

  why() {
    const d = this.data, w = d.words, row = this.row, reason = d.long("reason", row), r = d.region[row], trail = r < 0 ? [] : d.many(d.long("trail", r));
    if (!reason && !trail.length) return "";
    const box = el("section", { class: "im-why" }, el("h3", { text: w.say("why_here") }), el("p", { dir: "auto", text: reason }));
    const steps = trail.filter((step) => step !== reason);
    if (steps.length) {
      box.append(el("details", { open: this.app.alone }, el("summary", { text: w.say("steps") }), el("ol", {}, ...steps.map((step) => el("li", { dir: "auto", text: step })))));
    }
    return box;
  }

  quote(q, look) {
    const source = q.report;
    const cite = el("figcaption", {});
    if (source) {
      const said = [source.name, source.source, source.published ? this.data.words.day(Date.parse(source.published) / 86400000, "short") : ""].filter(Boolean).join(", ");
      const link = safeLink(source.url);
      cite.append(link ? el("a", { href: link, rel: "noopener noreferrer", target: "_blank", dir: "auto", text: said }) : el("span", { dir: "auto", text: said }));
      if (q.text) cite.append(el("span", { class: "im-code", text: ` · ${this.data.words.say("offset", { n: q.start })}` }));
    }
    const words = q.text ? el("blockquote", { dir: "auto", text: q.text }) : el("p", { class: "im-withheld", text: this.data.words.say("quote_withheld") });
    return el("figure", { class: `im-quote ${look}` }, words, cite);
  }

  asText() {
    const d = this.data, w = d.words, row = this.row;
    const lines = [`${d.kindName(row)}, ${d.dateSaid(row)}`, `${w.say("place")}: ${d.placeSaid(row)} → ${d.long("name", row) || "–"}`];
    const reason = d.long("reason", row);
    if (reason) lines.push(`${w.say("why_here")}: ${reason}`);
    for (const key of ["actors"]) if (d.word(key, row)) lines.push(`${w.say(key)}: ${d.many(d.word(key, row)).join("; ")}`);
    for (const key of ["targets", "weapons", "attribution"]) if (d.long(key, row)) lines.push(`${w.say(key)}: ${d.many(d.long(key, row)).join("; ")}`);
    lines.push(`${w.say("count")}: ${w.count(1, d.count_min[row], d.count_max[row])}`, this.citation());
    return lines.join("\n");
  }

  citation() {
    return this.data.quotesOf(this.row).map((q) => {
      const r = q.report;
      const from = r ? [r.source, r.name, r.published, safeLink(r.url), `SHA-256 ${r.sha256}`, `offset ${q.start}`].filter(Boolean).join(", ") : "";
      return `${q.text ? `“${q.text}”` : this.data.words.say("quote_withheld")} (${from})`;
    }).join("\n");
  }
}
