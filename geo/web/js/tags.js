// Labels of areas. An area has no pin, because no point of it is better than another: its label lies on its
// edge like a tab, says what happened, and is clicked like a symbol.
const TAGS_IN_WORDS = 9;
const TAGS_IN_ALL = 48;

class Tags {
  constructor(marks) {
    this.marks = marks;
    this.data = marks.data;
  }

  draw(painter, view, theme, state, taken, size) {
    const { areas, marks } = { areas: this.marks.areas, marks: this.marks }, box = this.data.r90.box;
    const inWords = areas.drawn.length <= TAGS_IN_WORDS && view.w - view.inset[1] - view.inset[3] > 520;
    const extent = (r) => Math.max(box[4 * r + 2] - box[4 * r], box[4 * r + 3] - box[4 * r + 1]);
    // In words, the smallest areas have the least choice of a place; in numbers, the weightiest come first.
    const order = areas.drawn.map((r) => ({ r, chosen: state.regions.has(r), extent: extent(r) }));
    order.sort((a, b) => b.chosen - a.chosen || (inWords ? a.extent - b.extent : marks.live[b.r] - marks.live[a.r]) || a.r - b.r);
    // Of areas too many to be drawn each, those with a label would be taken for the only ones.
    const most = areas.each < areas.drawn.length ? 0 : TAGS_IN_ALL;
    let room = most;
    for (const { r, chosen } of order) {
      if (room <= 0 && !chosen) break;
      const tag = this.tag(painter, theme, r, inWords || chosen, size, state);
      const spot = this.spot(r, view, tag.width, tag.height, taken);
      if (!spot) continue;
      room--;
      const [x, y] = spot;
      taken.push([x - tag.width / 2 - 3, y - tag.height / 2 - 3, x + tag.width / 2 + 3, y + tag.height / 2 + 3]);
      painter.stamp(`${tag.key}|${chosen ? 1 : 0}`, x, y, [tag.width / 2 + 4, tag.height / 2 + 4], (p, px, py) => this.paint(p, theme, tag, px, py, chosen));
      marks.hits.push({ x, y, half: [tag.width / 2, tag.height / 2], regions: [r], records: marks.live[r] });
    }
  }

  // What stands on a label, and how large that makes it.
  tag(painter, theme, r, inWords, size, { rtl, dated }) {
    const kinds = this.marks.counts.kindsAt([r]), few = inWords || kinds.length === 1, shown = few ? kinds.slice(0, 3).map(([kind]) => kind) : [];
    // In numbers, several kinds are a bar of their colours, as in the ring of a gathered symbol.
    const bar = few ? null : kinds.map(([kind, n]) => [n / this.marks.live[r], kind]);
    const lines = inWords ? this.lines(r, kinds, dated) : [shortNumber(this.marks.live[r])];
    const bold = { size: (inWords ? 12.5 : 11.5) * size, weight: 650, colour: theme.ink }, light = { size: 11 * size, colour: theme.quiet };
    const text = Math.max(painter.width(lines[0], bold), lines[1] ? painter.width(lines[1], light) : 0);
    const glyph = (inWords ? 17 : 14) * size, pad = (inWords ? 6 : bar ? 7 : 3.5) * size;
    const width = Math.round(Math.max(bar ? 26 * size : 0, 2 * pad + shown.length * glyph + (inWords ? 5 : bar ? 0 : 2) * size + text));
    const height = Math.round((lines[1] ? 35 : inWords ? 23 : bar ? 20 : 17) * size);
    return { shown, lines, bar, bold, light, glyph, pad, width, height, rtl, size, key: `g${shown}|${bar || ""}|${lines.join("|")}|${size}|${theme.dark ? 1 : 0}|${inWords ? 1 : 0}` };
  }

  // A label for the legend.
  sample(painter, theme, kind) {
    const bold = { size: 11.5, weight: 650, colour: theme.ink };
    return { shown: [kind], lines: ["3"], bold, glyph: 14, pad: 3.5, width: 32, height: 17, rtl: false, size: 1 };
  }

  paint(p, theme, tag, x, y, chosen) {
    const { width, height, glyph, pad, size, lines } = tag, d = this.data, left = x - width / 2, right = x + width / 2;
    const tone = tag.shown.length === 1 ? this.marks.tone(tag.shown[0], theme) : theme.quiet;
    pill(p, left - 1.5, y - height / 2 - 1.5, right + 1.5, y + height / 2 + 1.5, 4.5 * size);
    p.fill(theme.halo, 0.8);
    pill(p, left, y - height / 2, right, y + height / 2, 3.5 * size);
    p.fill(theme.paper);
    p.stroke(chosen ? theme.ink : tone, chosen ? 2 : 1.1);
    if (tag.bar) {
      p.text(lines[0], x, y - 1.5 * size, tag.bold);
      let from = left + 3;
      for (const [share, kind] of tag.bar) {
        const to = from + share * (width - 6);
        p.begin(); p.moveTo(from, y + height / 2 - 5 * size); p.lineTo(to, y + height / 2 - 5 * size); p.lineTo(to, y + height / 2 - 2 * size); p.lineTo(from, y + height / 2 - 2 * size); p.close();
        p.fill(this.marks.tone(kind, theme));
        from = to;
      }
      return;
    }
    const sign = tag.rtl ? -1 : 1;
    let at = (tag.rtl ? right : left) + sign * (pad + glyph / 2);
    for (const kind of tag.shown) {
      p.icon(d.kinds[kind].glyph, at, y, glyph, this.marks.tone(kind, theme));
      at += sign * glyph;
    }
    at += sign * ((lines[1] || glyph > 15 * size ? 5 : 2) * size - glyph / 2);
    const align = tag.rtl ? "right" : "left";
    if (lines[1]) {
      p.text(lines[0], at, y - 7.2 * size, { ...tag.bold, align });
      p.text(lines[1], at, y + 7.8 * size, { ...tag.light, align });
    } else p.text(lines[0], at, y + 0.5, { ...tag.bold, align });
  }

  lines(r, kinds, dated = true) {
    const d = this.data, w = d.words, rows = this.marks.live[r];
    if (rows === 1) {
      const row = this.marks.rowsAt(r, this.marks.shown)[0], name = d.kindName(row), low = d.count_min[row], high = d.count_max[row];
      const said = high < 0 ? w.say("badge_least", { n: low, kind: name }) : high > 1
        ? (high === low ? w.say("badge", { n: low, kind: name }) : w.say("badge_range", { low, high, kind: name })) : name;
      return dated ? [said, d.dateSaid(row, "short")] : [said];
    }
    const records = w.say("records", { n: rows });
    return kinds.length === 1 ? [d.kinds[kinds[0][0]].many, records] : [records];
  }

  // A free place on the region's edge, rather at its top and where no other area lies; inside the
  // region at the rim of the map, where its edge is out of sight.
  spot(r, view, width, height, taken) {
    const d = this.data, b = 4 * r, k = view.scale, box = d.r90.box, [up, rightOff, down, leftOff] = view.inset;
    const low = [leftOff + 6 + width / 2, up + 6 + height / 2], high = [view.w - rightOff - 6 - width / 2, view.h - down - 6 - height / 2];
    const west = box[b] * k - view.x, east = box[b + 2] * k - view.x, north = box[b + 1] * k - view.y, south = box[b + 3] * k - view.y;
    const tall = south - north || 1, wide = east - west || 1, cx = (west + east) / 2;
    const around = this.marks.areas.drawn.length > 40 ? [] : this.marks.areas.drawn.filter((o) => o !== r && box[4 * o] < box[b + 2] && box[4 * o + 2] > box[b] && box[4 * o + 1] < box[b + 3] && box[4 * o + 3] > box[b + 1]).slice(0, 12);
    const free = (x, y) => x >= low[0] && x <= high[0] && y >= low[1] && y <= high[1]
      && !hits(taken, [x - width / 2 - 2, y - height / 2 - 2, x + width / 2 + 2, y + height / 2 + 2]);
    let best = null, most = -Infinity;
    const weigh = (x, y, flat) => {
      if (!free(x, y)) return;
      let score = 0.6 * flat - 0.9 * (y - north) / tall - 0.35 * Math.abs(x - cx) / wide;
      for (const other of around) if (d.r90.holds(other, (x + view.x) / k, (y + view.y) / k)) score -= 0.35;
      if (score > most) { most = score; best = [x, y]; }
    };
    this.edge(r, view, Math.max(14, (wide + tall) / 40), weigh);
    if (best || (north > up && south < view.h - down && west > leftOff && east < view.w - rightOff)) return best;
    for (let j = 0; j < 10; j++) {
      for (let i = 0; i < 10; i++) {
        const x = low[0] + (high[0] - low[0]) * i / 9, y = low[1] + (high[1] - low[1]) * j / 9;
        if (d.r90.holds(r, (x + view.x) / k, (y + view.y) / k)) weigh(x, y, 0);
      }
      if (best) return best;
    }
    return best;
  }

  // Points along an outline, `step` pixels apart, each with how level the outline is there.
  edge(r, view, step, visit) {
    const shapes = this.data.r90, k = view.scale, b = 4 * r, radius = shapes.disc[r] * k;
    if (radius) {
      const x = (shapes.box[b] + shapes.box[b + 2]) / 2 * k - view.x, y = (shapes.box[b + 1] + shapes.box[b + 3]) / 2 * k - view.y;
      for (let i = 0; i < 16; i++) visit(x + radius * Math.sin(i * Math.PI / 8), y - radius * Math.cos(i * Math.PI / 8), Math.abs(Math.cos(i * Math.PI / 8)));
      return;
    }
    const xy = shapes.xy;
    for (let l = shapes.shapeLine[r]; l < shapes.shapeLine[r + 1]; l++) {
      const from = shapes.lineStart[l], to = shapes.lineStart[l + 1];
      let since = step;
      for (let i = from, j = to - 1; i < to; j = i++) {
        const x1 = xy[2 * j] * k - view.x, y1 = xy[2 * j + 1] * k - view.y, dx = xy[2 * i] * k - view.x - x1, dy = xy[2 * i + 1] * k - view.y - y1;
        const length = Math.hypot(dx, dy), flat = length ? Math.abs(dx) / length : 0;
        let at = step - since;
        for (; at <= length; at += step) visit(x1 + dx * at / (length || 1), y1 + dy * at / (length || 1), flat);
        since = length - (at - step);
      }
    }
  }
}
