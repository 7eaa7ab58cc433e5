// How to read this map: uncertainty by area, precision by hatch and form, labels that are no pins.
function legendOf(app) {
  const d = app.data, w = d.words, theme = app.theme(), used = new Set(d.rdrawn);
  const box = el("section", {}, el("h2", { text: w.say("how_to_read") })), list = el("ul", { class: "im-legend" });
  const kind = d.kinds.length ? 0 : -1, tone = kind < 0 ? theme.ink : app.marks.tone(kind, theme);
  const swatch = (draw) => {
    const canvas = el("canvas", { width: 168, height: 64, class: "im-swatch", "aria-hidden": "true" }), c = canvas.getContext("2d");
    c.scale(2, 2);
    draw(new CanvasPainter(c, 2));
    return canvas;
  };
  const oval = (p, x, y, rx, ry) => {
    p.begin();
    for (let i = 0; i < 48; i++) {
      const px = x + rx * Math.cos(i * Math.PI / 24), py = y + ry * Math.sin(i * Math.PI / 24);
      if (i) p.lineTo(px, py); else p.moveTo(px, py);
    }
    p.close();
  };
  const line = (draw, words) => list.append(el("li", {}, swatch(draw), el("span", { text: words })));
  const area = (p, look, x, y, rx, ry) => {
    oval(p, x, y, rx, ry);
    p.fill(tone, 0.08);
    if (look.hatch === "solid") p.fill(tone, 0.15); else p.hatch(look.hatch === "sparse" ? "lines" : look.hatch, tone, look.spacing, 0.5);
    p.stroke(tone, 1.2, EDGES[look.edge]);
  };
  const looks = d.header.precisions;
  if (used.size) {
    line((p) => {
      area(p, looks[3], 42, 16, 40, 14.5);
      oval(p, 42, 16, 19, 7.5); p.fill(tone, 0.25); p.stroke(tone, 0.8);
    }, w.say("legend_area"));
    if (kind >= 0) {
      line((p) => {
        area(p, looks[3], 42, 20, 40, 11.5);
        const tag = app.marks.tags.sample(p, theme, kind);
        app.marks.tags.paint(p, theme, tag, 42, 9.5, false);
      }, w.say("legend_tag"));
    }
  }
  for (let n = 1; n <= 7; n++) {
    if (!used.has(n)) continue;
    line((p) => {
      area(p, looks[n - 1], 28, 16, 26, 13);
      if (kind >= 0) app.marks.symbol(p, theme, kind, n, 71, 16, 19, false);
    }, w.say("precision_line", { n, name: w.say(`precision_${n}`) }));
  }
  box.append(list, el("p", { text: w.say("legend_symbol") }));
  if (d.regions > AREAS_EACH) box.append(el("p", { text: w.say("legend_many") }));
  if (d.header.base && d.island.header.sections["b.disputed.lines"].n) box.append(el("p", { text: w.say("legend_disputed") }));
  return box;
}
