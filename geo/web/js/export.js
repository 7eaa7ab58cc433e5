// What is shown, taken away: GeoJSON, CSV, PNG, SVG, text.
function download(name, type, content) {
  const link = el("a", { download: name, href: URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type })) });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 30000);
}

const isoDay = (day) => (day === UNDATED ? null : new Date(day * 86400000).toISOString().slice(0, 10));

function recordOf(data, row) {
  const d = data, many = (text) => d.many(text), or = (n) => (n < 0 ? null : n), word = (text) => text || null;
  const report = d.reports[d.report[row]] || {};
  const quotes = d.quotesOf(row);
  const r = d.region[row];
  return {
    incident_id: d.id(row), report: report.id || null, kind: d.kinds[d.kind[row]].kind,
    event_type: word(d.word("event_type", row)), sub_event_type: word(d.word("sub_event_type", row)),
    date_text: word(d.word("date_text", row)), edtf: word(d.edtf(row)), start_date: isoDay(d.start[row]), end_date: isoDay(d.end[row]),
    open_end: Boolean(d.open[row]), date_prec: d.date_prec[row] || null, event_clarity: d.clarity[row],
    place_text: word(d.long("place", row)), place_name: word(d.long("name", row)), country_code: word(d.word("country", row)),
    lat: r < 0 ? null : round5(latOf(d.py[r])), lon: r < 0 ? null : round5(lngOf(d.px[r])), where_prec: d.precision(row) || null,
    resolution_status: d.word("status", row), reason: word(d.long("reason", row)),
    actors: many(d.word("actors", row)), targets: many(d.long("targets", row)), weapons: many(d.long("weapons", row)),
    count_min: d.count_min[row], count_max: or(d.count_max[row]), fatalities_min: or(d.fat_min[row]), fatalities_max: or(d.fat_max[row]),
    injuries_min: or(d.inj_min[row]), injuries_max: or(d.inj_max[row]), attribution: many(d.long("attribution", row)),
    claimed_by: many(d.long("claimed_by", row)), denied_by: many(d.long("denied_by", row)), strike_status: word(d.word("strike_status", row)),
    stage: d.word("stage", row),
    quotes: quotes.map((q) => ({ text: q.text, start: q.start, report_id: q.report && q.report.id })),
  };
}

// Rings in even-odd order become polygons: each ring that no other holds, with the holes it holds.
function geometryOf(shapes, s) {
  const rings = shapes.degrees(s).filter((ring) => ring.length > 2).map((ring) => {
    const closed = [...ring, ring[0]];
    let area = 0;
    for (let i = 0; i < ring.length; i++) area += closed[i][0] * closed[i + 1][1] - closed[i + 1][0] * closed[i][1];
    return { ring: closed, area };
  }).sort((a, b) => Math.abs(b.area) - Math.abs(a.area));
  const holds = (ring, [x, y]) => {
    let inside = false;
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      if (ring[i][1] > y !== ring[j][1] > y && x < (ring[j][0] - ring[i][0]) * (y - ring[i][1]) / (ring[j][1] - ring[i][1]) + ring[i][0]) inside = !inside;
    }
    return inside;
  };
  const polygons = [];
  const turned = (r, left) => ((r.area > 0) === left ? r.ring : r.ring.slice().reverse());
  for (const r of rings) {
    const around = polygons.filter((p) => holds(p.outer, r.ring[0]));
    const depth = around.length + around.reduce((n, p) => n + p.holes.filter((h) => holds(h, r.ring[0])).length, 0);
    if (depth % 2) around.at(-1).holes.push(turned(r, false));
    else polygons.push({ outer: turned(r, true), holes: [] });
  }
  return { type: "MultiPolygon", coordinates: polygons.map((p) => [p.outer, ...p.holes]) };
}

async function exportGeoJson(app) {
  const d = await app.data.textsReady, features = [], h = d.header;
  for (let i = 0; i < d.n; i++) {
    if (!app.filter.shown[i]) continue;
    const r = d.region[i], properties = recordOf(d, i);
    if (r >= 0) properties.region_50 = geometryOf(d.r50, r);
    features.push({ type: "Feature", id: d.id(i), geometry: r < 0 ? null : geometryOf(d.r90, r), properties });
  }
  const collection = { type: "FeatureCollection", title: h.title, product: h.product, gazetteer: h.gazetteer, credits: h.credits,
    reports: d.reports.map(({ id, name, published, sha256, url, licence }) => ({ id, name, published, sha256, url, licence })), features };
  download(`${fileStem(h.title)}.geojson`, "application/geo+json", JSON.stringify(collection));
}

// A cell that a spreadsheet would take for a formula gets an apostrophe in front.
function csvCell(value) {
  let text = value === null || value === undefined ? "" : Array.isArray(value) ? value.map((v) => (typeof v === "object" ? v.text : v)).join("; ") : String(value);
  if (typeof value !== "number" && /^[=+\-@\t\r]/.test(text)) text = `'${text}`;
  return /[",\n\r;]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

async function exportCsv(app) {
  const d = await app.data.textsReady, lines = [];
  for (let i = 0; i < d.n; i++) {
    if (!app.filter.shown[i]) continue;
    const record = recordOf(d, i);
    if (!lines.length) lines.push(Object.keys(record).join(","));
    lines.push(Object.values(record).map(csvCell).join(","));
  }
  download(`${fileStem(d.header.title)}.csv`, "text/csv", `\ufeff${lines.join("\r\n")}\r\n`);
}

const fileStem = (title) => title.normalize("NFKD").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 60) || "map";
