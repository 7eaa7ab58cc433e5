// Incidents on the map: areas at their true size, symbols only where an area is smaller than its symbol.
class Marks {
  constructor(data, counts, words) {
    this.data = data;
    this.counts = counts;
    this.live = counts.live;
    this.areas = new Areas(this);
    this.symbols = new Symbols(this);
    this.tags = new Tags(this);
    this.hits = [];
  }

  // Where every region falls, whatever the filter says: once for each view.
  lay(view, size) {
    const key = `${view.scale}|${view.x}|${view.y}|${view.w}|${view.h}|${size}`;
    if (this.laid && this.laid.key === key) return this.laid;
    const d = this.data, box = d.r90.box, k = view.scale, least = d.header.symbol * size;
    const areas = [], symbols = [];
    for (let r = 0; r < d.regions; r++) {
      const b = 4 * r, extent = Math.max(box[b + 2] - box[b], box[b + 3] - box[b + 1]) * k;
      if (extent >= least) {
        if (onScreen(d.r90, r, view, 4)) areas.push([extent, r]);
      } else {
        const x = d.px[r] * k - view.x, y = d.py[r] * k - view.y;
        if (x > -40 && y > -40 && x < view.w + 40 && y < view.h + 40) symbols.push([r, x, y]);
      }
    }
    areas.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
    this.laid = { key, areas, symbols };
    return this.laid;
  }

  // What is drawn in a view, after the filter: areas as [extent, region], symbols as [region, x, y].
  sort(view, size = 1) {
    const { areas, symbols } = this.lay(view, size), live = this.live;
    return { areas: areas.filter(([, r]) => live[r]), symbols: symbols.filter(([r]) => live[r]) };
  }

  tone(kind, theme) {
    const colour = this.data.kinds[kind].colour;
    return theme.dark ? lighter(colour) : colour;
  }

  // The outline's form says how precise the place is: filled, with a ring, or dashed and hollow.
  symbol(painter, theme, kind, precision, x, y, side, chosen) {
    const d = this.data, badge = precision ? d.header.precisions[Math.max(0, Math.min(6, precision - 1))].badge : "dashed";
    const half = side * 0.62 + 4, key = `s${kind}|${badge}|${side}|${chosen ? 1 : 0}|${theme.dark ? 1 : 0}`;
    painter.stamp(key, x, y, [half, half], (p, px, py) => this.drawSymbol(p, theme, kind, badge, px, py, side, chosen));
  }

  drawSymbol(painter, theme, kindNumber, badge, x, y, side, chosen) {
    const d = this.data, kind = d.kinds[kindNumber], outline = d.header.outlines[kind.outline];
    const colour = this.tone(kindNumber, theme), white = theme.dark ? theme.paper : "#ffffff";
    if (chosen) painter.icon(outline, x, y, side * 1.06, null, theme.ink, 5);
    if (badge === "solid") {
      painter.icon(outline, x, y, side * 0.92, colour, theme.halo, 3);
      painter.icon(kind.glyph, x, y, side * 0.78, white);
    } else if (badge === "ring") {
      painter.icon(outline, x, y, side * 0.98, theme.halo, theme.halo, 2.4);
      painter.icon(outline, x, y, side * 0.94, null, colour, 1.3);
      painter.icon(outline, x, y, side * 0.76, colour);
      painter.icon(kind.glyph, x, y, side * 0.64, white);
    } else {
      painter.icon(outline, x, y, side * 0.92, theme.paper, theme.halo, 3.4);
      painter.icon(outline, x, y, side * 0.92, null, colour, 1.6, [2.6, 2]);
      painter.icon(kind.glyph, x, y, side * 0.74, colour);
    }
  }

  // Areas lie under the names of the map; symbols and tags above them.
  drawAreas(painter, view, theme, state) { this.areas.draw(painter, view, theme, state); }

  drawSymbols(painter, view, theme, state, taken, size) {
    this.hits = [];
    this.symbols.draw(painter, view, theme, state, taken, size);
    this.tags.draw(painter, view, theme, state, taken, size);
  }

  rowsAt(r, shown) { return this.counts.rowsAt(r, shown); }

  // What lies under a point of the screen: a symbol or tag, else areas, the smallest first.
  at(x, y, view) {
    for (let i = this.hits.length - 1; i >= 0; i--) {
      const s = this.hits[i];
      if (s.half ? Math.abs(x - s.x) <= s.half[0] && Math.abs(y - s.y) <= s.half[1] : Math.hypot(x - s.x, y - s.y) <= s.radius) {
        return { regions: s.regions, symbol: true };
      }
    }
    const mx = (x + view.x) / view.scale, my = (y + view.y) / view.scale, r90 = this.data.r90;
    const found = this.areas.drawn.filter((r) => r90.holds(r, mx, my)).reverse();
    if (!found.length) return null;
    // Of areas that overlap, the smallest is meant; with it, those that are as small.
    const extent = (r) => Math.max(r90.box[4 * r + 2] - r90.box[4 * r], r90.box[4 * r + 3] - r90.box[4 * r + 1]);
    const least = extent(found[0]) * 1.1;
    return { regions: found.filter((r) => extent(r) <= least), symbol: false };
  }

  // Everything in the view that can be chosen, from the top down: for those who walk by keyboard.
  stops(view) {
    const [up, right, down, left] = view.inset, d = this.data, stops = this.hits.slice(), told = new Set(stops.flatMap((s) => s.regions));
    for (const r of this.areas.drawn) {
      if (told.has(r) || stops.length >= 400) continue;
      const b = 4 * r, box = d.r90.box, k = view.scale;
      const clamp = (v, low, high) => Math.max(low, Math.min(high, v));
      const x = clamp((box[b] + box[b + 2]) / 2 * k - view.x, left, view.w - right), y = clamp(box[b + 1] * k - view.y, up, view.h - down);
      stops.push({ x, y, regions: [r], records: this.live[r] });
    }
    const band = (s) => Math.floor(s.y / 70);
    return stops.filter((s) => s.x >= left && s.x <= view.w - right && s.y >= up - 20 && s.y <= view.h - down)
      .sort((a, b) => band(a) - band(b) || a.x - b.x);
  }
}

function shortNumber(n) {
  if (n < 1000) return String(n);
  if (n < 10000) return `${(n / 1000).toFixed(1).replace(".0", "")}k`;
  return n < 1e6 ? `${Math.round(n / 1000)}k` : `${(n / 1e6).toFixed(1)}M`;
}

const lighterCache = new Map();
function lighter(colour) {
  if (!lighterCache.has(colour)) {
    const mix = [1, 3, 5].map((at) => Math.round(parseInt(colour.slice(at, at + 2), 16) * 0.55 + 255 * 0.45));
    lighterCache.set(colour, `#${mix.map((v) => v.toString(16).padStart(2, "0")).join("")}`);
  }
  return lighterCache.get(colour);
}
