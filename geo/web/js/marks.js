// Incidents on the map: areas at their true size, symbols only where an area is too small to see.
// Of very many areas only the largest are hatched one by one; the rest are drawn a kind at a time.
const AREA_LIMIT = 160;
const BADGES_IN_WORDS = 9;
const BADGES_SOUGHT = 36;

class Marks {
  constructor(data) {
    this.data = data;
    this.live = new Int32Array(data.regions);
    this.hitAreas = [];
    this.hitSymbols = [];
  }

  // How many rows of each region the filter lets through.
  recount(shown) {
    const { regionStart: start, regionRow: row } = this.data;
    const liveRow = this.liveRow || (this.liveRow = new Uint8Array(row.length));
    for (let r = 0; r < this.live.length; r++) {
      let n = 0;
      for (let i = start[r]; i < start[r + 1]; i++) n += liveRow[i] = shown[row[i]];
      this.live[r] = n;
    }
  }

  rowsAt(r, shown) {
    const { regionStart: start, regionRow: row } = this.data, rows = [];
    for (let i = start[r]; i < start[r + 1]; i++) if (shown[row[i]]) rows.push(row[i]);
    return rows;
  }

  // Kinds among the shown rows of regions, the most frequent first: [[kind, rows, low, high]].
  kindsAt(regions) {
    const { regionStart: start, regionKind: kind, regionLow: low, regionHigh: high, kinds } = this.data;
    const n = kinds.length, tally = this.tally || (this.tally = new Int32Array(n * 3));
    tally.fill(0);
    for (let at = 0; at < regions.length; at++) {
      for (let i = start[regions[at]], to = start[regions[at] + 1]; i < to; i++) {
        if (!this.liveRow[i]) continue;
        const t = 3 * kind[i];
        tally[t]++;
        tally[t + 1] += low[i];
        tally[t + 2] = tally[t + 2] < 0 || high[i] < 0 ? -1 : tally[t + 2] + high[i];
      }
    }
    const found = [];
    for (let k = 0; k < n; k++) if (tally[3 * k]) found.push([k, tally[3 * k], tally[3 * k + 1], tally[3 * k + 2]]);
    return found.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  }

  sort(view) {
    const d = this.data, areas = [], symbols = [], box = d.r90.box, k = view.scale, least = d.header.symbol;
    for (let r = 0; r < this.live.length; r++) {
      if (!this.live[r]) continue;
      const b = 4 * r;
      const w = (box[b + 2] - box[b]) * k, h = (box[b + 3] - box[b + 1]) * k, size = Math.max(w, h);
      if (size >= least) {
        if (onScreen(d.r90, r, view, 4)) areas.push([size, r]);
      } else {
        const x = d.px[r] * k - view.x, y = d.py[r] * k - view.y;
        if (x > -40 && y > -40 && x < view.w + 40 && y < view.h + 40) symbols.push([r, x, y]);
      }
    }
    areas.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
    return { areas, symbols };
  }

  // Areas lie under the names of the map, symbols and badges above them.
  drawAreas(painter, view, theme, state) {
    const { areas, symbols } = this.sort(view);
    this.symbolsToDraw = symbols;
    this.hitAreas = areas.map(([, r]) => r).reverse();
    this.areaBadges = [];
    this.anyChosen = areas.some(([, r]) => state.regions.has(r)) || symbols.some(([r]) => state.regions.has(r));
    // Of very many areas only the largest get a hatch; the rest keep their outline.
    const rest = new Map();
    areas.forEach(([size, r], at) => {
      const kinds = this.kindsAt([r]), chosen = state.regions.has(r);
      if (at < AREA_LIMIT || chosen) this.drawArea(painter, view, theme, r, kinds, chosen);
      else {
        const kind = kinds[0][0];
        if (rest.has(kind)) rest.get(kind).push(r); else rest.set(kind, [r]);
      }
      this.areaBadges.push({ r, kinds, size, chosen });
    });
    for (const [kind, regions] of rest) this.drawMany(painter, view, kind, regions, theme);
  }

  drawMany(painter, view, kind, regions, theme) {
    const colour = this.tone(kind, theme), dim = this.anyChosen ? 0.35 : 1;
    painter.begin();
    for (const r of regions) traceArea(painter, this.data.r90, r, view);
    painter.fillAll(colour, 0.1 * dim);
    painter.stroke(colour, 1, null, 0.6 * dim);
    painter.begin();
    for (const r of regions) traceArea(painter, this.data.r50, r, view);
    painter.fillAll(colour, 0.2 * dim);
  }

  drawArea(painter, view, theme, r, kinds, chosen) {
    const d = this.data, kind = d.kinds[kinds[0][0]];
    const look = d.header.precisions[Math.max(0, Math.min(6, d.rdrawn[r] - 1))];
    const colour = theme.dark ? lighter(kind.colour) : kind.colour;
    // What was not chosen steps back.
    const dim = this.anyChosen && !chosen ? 0.35 : 1;
    painter.begin();
    traceArea(painter, d.r90, r, view);
    painter.fill(colour, (chosen ? 0.13 : 0.07) * dim);
    if (look.hatch === "solid") painter.fill(colour, 0.1 * dim);
    else painter.hatch(hatchName(look.hatch, kinds[0][0]), colour, look.spacing, (chosen ? 0.6 : 0.4) * dim);
    // The vaguer the place, the lighter its edge: solid, dashed, dotted.
    const dash = { solid: null, dashed: [5, 3.5], soft: [1.5, 3.5] }[look.edge];
    painter.stroke(colour, (look.edge === "soft" ? 1.1 : 1.3) + (chosen ? 1 : 0), dash, chosen ? 1 : 0.85 * dim);
    painter.begin();
    traceArea(painter, d.r50, r, view);
    painter.fill(colour, 0.2 * dim);
    painter.stroke(colour, 0.8, null, 0.45 * dim);
  }

  drawSymbols(painter, view, theme, state, taken, size) {
    const side = this.data.header.symbol * size;
    this.hitSymbols = [];
    const cells = new Map();
    for (const [r, x, y] of this.symbolsToDraw) {
      // Cells are counted from the world's corner, so that panning leaves them as they are.
      const key = Math.floor((x + view.x) / side) * 1e7 + Math.floor((y + view.y) / side);
      const cell = cells.get(key);
      if (cell) { cell.regions.push(r); cell.x += x; cell.y += y; } else cells.set(key, { regions: [r], x, y });
    }
    const gathered = this.parted([...cells.values()], side, state);
    for (const cell of gathered) {
      cell.kinds = this.kindsAt(cell.regions);
      cell.chosen = cell.regions.some((r) => state.regions.has(r));
    }
    gathered.sort((a, b) => a.chosen - b.chosen || a.records - b.records || a.y - b.y);
    for (const cell of gathered) this.drawCell(painter, theme, cell, side, taken);
    this.drawBadges(painter, view, theme, state, taken, size);
  }

  // Gather what would overlap, the weightiest first, until symbols stand apart.
  parted(cells, side, state) {
    for (const cell of cells) {
      cell.x /= cell.regions.length;
      cell.y /= cell.regions.length;
      cell.records = cell.regions.reduce((sum, r) => sum + this.live[r], 0);
    }
    cells.sort((a, b) => b.records - a.records || a.x - b.x || a.y - b.y);
    const kept = [], grid = new Map(), wide = side * 1.7;
    const at = (x, y) => Math.floor(x / wide) * 1e5 + Math.floor(y / wide);
    for (const cell of cells) {
      let host = null;
      for (let dx = -1; dx <= 1 && !host; dx++) {
        for (let dy = -1; dy <= 1 && !host; dy++) {
          for (const other of grid.get(at(cell.x + dx * wide, cell.y + dy * wide)) || []) {
            const room = this.radius(other, side) + this.radius(cell, side) + 2;
            if (Math.hypot(other.x - cell.x, other.y - cell.y) < room) { host = other; break; }
          }
        }
      }
      if (host) {
        for (const r of cell.regions) host.regions.push(r);
        host.records += cell.records;
      } else {
        kept.push(cell);
        const key = at(cell.x, cell.y);
        if (grid.has(key)) grid.get(key).push(cell); else grid.set(key, [cell]);
      }
    }
    return kept;
  }

  radius(cell, side) {
    return cell.regions.length > 1 ? side / 2 + Math.min(9, 1.5 * Math.log2(cell.records)) : side / 2;
  }

  drawCell(painter, theme, cell, side, taken) {
    const d = this.data, many = cell.regions.length > 1;
    let radius = side / 2;
    if (many && cell.kinds.length > 1) {
      radius = this.radius(cell, side);
      painter.disc(cell.x, cell.y, radius + 1.5, theme.halo, null, 0);
      painter.disc(cell.x, cell.y, radius - 3.5, theme.paper, null, 0);
      let turn = -Math.PI / 2;
      for (const [kind, n] of cell.kinds) {
        const to = turn + 2 * Math.PI * n / cell.records;
        painter.arc(cell.x, cell.y, radius - 2.2, turn, to, this.tone(kind, theme), 4.4);
        turn = to;
      }
      painter.text(shortNumber(cell.records), cell.x, cell.y + 0.5, { size: side * 0.46, weight: 650, colour: theme.ink });
    } else {
      const precision = many ? 2 : d.rdrawn[cell.regions[0]];
      this.symbol(painter, theme, cell.kinds[0][0], precision, cell.x, cell.y, side, cell.chosen);
      if (cell.kinds.length > 1 || cell.records > 1) {
        this.bubble(painter, theme, shortNumber(cell.records), cell.x + side * 0.46, cell.y - side * 0.44, side);
      }
    }
    const reach = radius + 2;
    taken.push([cell.x - reach, cell.y - reach, cell.x + reach, cell.y + reach]);
    this.hitSymbols.push({ x: cell.x, y: cell.y, radius: reach, regions: cell.regions, records: cell.records });
  }

  tone(kind, theme) {
    const colour = this.data.kinds[kind].colour;
    return theme.dark ? lighter(colour) : colour;
  }

  // The outline's form says how precise the place is: filled, with a ring, or dashed and hollow.
  symbol(painter, theme, kindNumber, precision, x, y, side, chosen) {
    const d = this.data, kind = d.kinds[kindNumber], outline = d.header.outlines[kind.outline];
    const badge = precision ? d.header.precisions[Math.max(0, Math.min(6, precision - 1))].badge : "dashed";
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

  bubble(painter, theme, words, x, y, side) {
    const style = { size: side * 0.42, weight: 700, colour: theme.paper };
    const width = Math.max(side * 0.6, painter.width(words, style) + side * 0.3), r = side * 0.3;
    painter.begin();
    for (let i = 0; i <= 16; i++) {
      const turn = Math.PI * (i / 8 - 0.5), side_ = i <= 8 ? 1 : -1;
      const px = x + side_ * (width / 2 - r) + r * Math.cos(turn), py = y + r * Math.sin(turn);
      if (i) painter.lineTo(px, py); else painter.moveTo(px, py);
    }
    painter.close();
    painter.fill(theme.ink);
    painter.stroke(theme.halo, 1.2);
    painter.text(words, x, y + 0.5, style);
  }

  // A gathered area says in words what happened in it, where it has room for them.
  drawBadges(painter, view, theme, state, taken, size) {
    const inWords = this.areaBadges.length <= BADGES_IN_WORDS;
    if (this.areaBadges.length > BADGES_SOUGHT) { this.drawCounts(painter, view, theme, taken, size); return; }
    const order = this.areaBadges.slice().sort((a, b) => b.chosen - a.chosen || a.size - b.size);
    for (const badge of order) {
      const lines = this.badgeLines(badge, inWords);
      const side = this.data.header.symbol * size * 0.92;
      const bold = { size: 12.5 * size, weight: 650, colour: theme.ink, halo: theme.halo, haloWidth: 3.6, align: "left" };
      const light = { size: 11 * size, weight: 400, colour: theme.ink, halo: theme.halo, haloWidth: 3.4, align: "left" };
      const text = lines.length ? Math.max(painter.width(lines[0], bold), lines[1] ? painter.width(lines[1], light) : 0) : 0;
      const icons = badge.kinds.slice(0, 3);
      const width = icons.length * (side + 3) + (text ? text + 5 : 0), height = Math.max(side, lines.length * 15 * size);
      const spot = this.spotFor(badge.r, view, side, width, height, taken);
      if (!spot) continue;
      // The symbol stands inside the region; its words run to the side that has room.
      const [sx, sy, toRight, box] = spot, sign = toRight ? 1 : -1;
      taken.push(box);
      let x = sx;
      for (const [kind] of icons) {
        this.symbol(painter, theme, kind, this.data.rdrawn[badge.r], x, sy, side, badge.chosen);
        x += sign * (side + 3);
      }
      x -= sign * (side / 2 - 3);
      const align = toRight ? "left" : "right";
      if (lines[1]) {
        painter.text(lines[0], x, sy - 7.5 * size, { ...bold, align });
        painter.text(lines[1], x, sy + 7.5 * size, { ...light, align });
      } else if (lines[0]) painter.text(lines[0], x, sy, { ...bold, align });
      this.hitSymbols.push({ x: (box[0] + box[2]) / 2, y: sy, half: [width / 2, height / 2], regions: [badge.r], records: this.live[badge.r] });
    }
  }

  // Too many areas to seek a place in each: counts in the middle of the weightiest, where there is room.
  drawCounts(painter, view, theme, taken, size) {
    const d = this.data, side = d.header.symbol * size * 0.85, half = side * 0.75;
    const order = this.areaBadges.slice().sort((a, b) => b.chosen - a.chosen || this.live[b.r] - this.live[a.r] || a.r - b.r);
    let room = 60;
    for (const { r, kinds, chosen } of order) {
      if (room === 0) break;
      const x = d.px[r] * view.scale - view.x, y = d.py[r] * view.scale - view.y, box = [x - half, y - half, x + half, y + half];
      if (x < 0 || y < 0 || x > view.w || y > view.h || hits(taken, box)) continue;
      room--;
      taken.push(box);
      this.symbol(painter, theme, kinds[0][0], d.rdrawn[r], x, y, side, chosen);
      if (this.live[r] > 1) this.bubble(painter, theme, shortNumber(this.live[r]), x + side * 0.46, y - side * 0.44, side);
      this.hitSymbols.push({ x, y, radius: half, regions: [r], records: this.live[r] });
    }
  }

  badgeLines(badge, inWords) {
    const d = this.data, w = d.words;
    const rows = badge.kinds.reduce((sum, k) => sum + k[1], 0);
    if (!inWords) return rows > 1 ? [shortNumber(rows)] : [];
    const [kind, , low, high] = badge.kinds[0];
    if (rows === 1) {
      const start = d.regionStart[badge.r], end = d.regionStart[badge.r + 1];
      let row = d.regionRow[start];
      for (let i = start; i < end; i++) if (this.shownRow(d.regionRow[i])) row = d.regionRow[i];
      const name = d.kindName(row);
      const n = high < 0 ? w.say("badge_least", { n: low, kind: name }) : high > 1
        ? (high === low ? w.say("badge", { n: low, kind: name }) : w.say("badge_range", { low, high, kind: name })) : name;
      return [n, d.dateSaid(row, "short")];
    }
    const records = w.say("records", { n: rows });
    return badge.kinds.length === 1 ? [`${d.kinds[kind].many}`, records] : [records];
  }

  shownRow(row) { return this.shown ? this.shown[row] : 1; }

  // A place inside the region, on the screen, free, and rather in its core than at its edge.
  spotFor(r, view, side, width, height, taken) {
    const d = this.data, b = 4 * r, k = view.scale, box = d.r90.box, [up, rightOff, down, leftOff] = view.inset;
    const left = Math.max(box[b] * k - view.x, 6 + leftOff), right = Math.min(box[b + 2] * k - view.x, view.w - 6 - rightOff);
    const top = Math.max(box[b + 1] * k - view.y, 6 + up), bottom = Math.min(box[b + 3] * k - view.y, view.h - 6 - down);
    if (right <= left || bottom <= top) return null;
    const cx = d.px[r] * k - view.x, cy = d.py[r] * k - view.y;
    const reach = Math.hypot(right - left, bottom - top) || 1;
    const around = this.hitAreas.filter((o) => o !== r && box[4 * o] < box[b + 2] && box[4 * o + 2] > box[b] && box[4 * o + 1] < box[b + 3] && box[4 * o + 3] > box[b + 1]).slice(0, 12);
    // The words go to whichever side is free; the symbol stays at the region's own best point if it can.
    const sides = (x, y) => [true, false].map((toRight) => {
      const x1 = toRight ? x - side / 2 - 3 : x + side / 2 + 3 - width - 6;
      return [toRight, [x1, y - height / 2 - 2, x1 + width + 6, y + height / 2 + 2]];
    }).filter(([, at]) => at[0] >= 2 + leftOff && at[2] <= view.w - 2 - rightOff && !hits(taken, at));
    if (cx > left && cx < right && cy > top && cy < bottom) {
      const free = sides(cx, cy);
      if (free.length) return [cx, cy, ...free[0]];
    }
    let best = null, score = -Infinity;
    const STEPS = 14;
    for (let i = 0; i < STEPS; i++) {
      for (let j = 0; j < STEPS; j++) {
        const x = left + (right - left) * (i + 0.5) / STEPS, y = top + (bottom - top) * (j + 0.5) / STEPS;
        const mx = (x + view.x) / k, my = (y + view.y) / k;
        if (!d.r90.holds(r, mx, my)) continue;
        // Near the best point and in the core, away from the edge and from other regions.
        let s = (d.r50.holds(r, mx, my) ? 0.6 : 0) - 2 * Math.hypot(x - cx, y - cy) / reach;
        for (const [dx, dy] of [[side, 0], [-side, 0], [0, side], [0, -side]]) {
          if (d.r90.holds(r, (x + dx * 0.6 + view.x) / k, (y + dy * 0.6 + view.y) / k)) s += 0.1;
        }
        for (const other of around) if (d.r90.holds(other, mx, my)) s -= 0.3;
        if (s <= score) continue;
        const free = sides(x, y);
        if (free.length) { score = s; best = [x, y, ...free[0]]; }
      }
    }
    return best;
  }

  // What lies under a point of the screen: regions, the topmost first.
  at(x, y, view) {
    for (let i = this.hitSymbols.length - 1; i >= 0; i--) {
      const s = this.hitSymbols[i];
      if (s.half ? Math.abs(x - s.x) <= s.half[0] && Math.abs(y - s.y) <= s.half[1] : Math.hypot(x - s.x, y - s.y) <= s.radius) {
        return { regions: s.regions, symbol: true };
      }
    }
    const mx = (x + view.x) / view.scale, my = (y + view.y) / view.scale;
    const found = this.hitAreas.filter((r) => this.data.r90.holds(r, mx, my));
    return found.length ? { regions: found, symbol: false } : null;
  }
}

// Lines of every other kind lean the other way, so that overlaps can be read.
function hatchName(name, kind) {
  if (name !== "lines" && name !== "sparse") return name;
  return kind % 2 ? "lines-back" : "lines";
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
