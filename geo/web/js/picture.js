// A picture with title, legend and sources, drawn by the same code as the screen.
function exportPicture(app, form) {
  const d = app.data, theme = app.theme(), base = app.surface.view(0), pad = 20, foot = 78 + 17 * Math.min(3, d.reports.length);
  const kinds = d.kinds.map((k, i) => i).filter((i) => app.filter.facets.kind.counts[i] > 0 && app.filter.facets.kind.on[i]);
  const head = 46 + (d.header.subtitle ? 22 : 0), perRow = Math.max(1, Math.floor(base.w / 210));
  const legend = 26 * Math.ceil(kinds.length / perRow) + 10, w = base.w + 2 * pad, h = head + base.h + legend + foot;
  const measureContext = document.createElement("canvas").getContext("2d");
  const measure = new CanvasPainter(measureContext, 1);
  let painter, canvas;
  if (form === "svg") painter = new SvgPainter(w, h, (words, style) => measure.width(words, style));
  else {
    canvas = el("canvas", { width: 2 * w, height: 2 * h });
    const c = canvas.getContext("2d");
    c.scale(2, 2);
    painter = new CanvasPainter(c, 2);
  }
  const view = { ...base, x: base.x - pad, y: base.y - head, w: base.w + 2 * pad, h: base.h + head };
  app.paint(painter, view, theme);
  const cover = (x1, y1, x2, y2) => {
    painter.begin(); painter.moveTo(x1, y1); painter.lineTo(x2, y1); painter.lineTo(x2, y2); painter.lineTo(x1, y2); painter.close();
    painter.fill(theme.paper);
  };
  cover(0, 0, w, head); cover(0, 0, pad, h); cover(w - pad, 0, w, h); cover(0, head + base.h, w, h);
  const clip = (words, style, room) => {
    if (painter.width(words, style) <= room) return words;
    let cut = words;
    while (cut.length > 1 && painter.width(`${cut}…`, style) > room) cut = cut.slice(0, -1);
    return `${cut}…`;
  };
  const side = app.rtl ? "right" : "left";
  const line = (words, y, style) => painter.text(clip(words, style, w - 2 * pad), app.rtl ? w - pad : pad, y, { align: side, ...style });
  line(d.header.title, 25, { size: 20, weight: 700, colour: theme.ink });
  if (d.header.subtitle) line(d.header.subtitle, 50, { size: 13.5, colour: theme.quiet });
  kinds.forEach((kind, i) => {
    const along = pad + (i % perRow) * 210, x = (by) => (app.rtl ? w - along - by : along + by), y = head + base.h + 20 + 26 * Math.floor(i / perRow);
    app.marks.symbol(painter, theme, kind, 1, x(9), y, 18, false);
    painter.text(clip(d.kinds[kind].many, { size: 12.5 }, 180), x(24), y, { size: 12.5, colour: theme.ink, align: side });
  });
  let y = head + base.h + legend + 16;
  const small = { size: 10.5, colour: theme.quiet };
  for (const r of d.reports.slice(0, 3)) { line(`${r.name}${r.detail ? `, ${r.detail}` : ""} · SHA-256 ${r.sha256}`, y, small); y += 16; }
  line(d.words.say("legend_area"), y, small); y += 16;
  line(d.header.credits.slice(0, 2).join(" · "), y, small); y += 16;
  line(`${d.header.product} · ${d.header.gazetteer}`, y, small);
  const name = fileStem(d.header.title);
  if (form === "svg") download(`${name}.svg`, "image/svg+xml", painter.finish(theme.paper));
  else canvas.toBlob((blob) => download(`${name}.png`, "image/png", blob), "image/png");
}
