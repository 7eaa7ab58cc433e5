// Symbols for regions that are smaller than a symbol; where symbols would overlap, one stands for all.
class Symbols {
  constructor(marks) {
    this.marks = marks;
    this.data = marks.data;
  }

  draw(painter, view, theme, state, taken, size) {
    const side = this.data.header.symbol * size, live = this.marks.live, counts = this.marks.counts;
    const cells = new Map();
    for (const [r, x, y] of this.marks.lay(view, size).symbols) {
      if (!live[r]) continue;
      // Cells are counted from the world's corner, so that panning leaves them as they are.
      const key = Math.floor((x + view.x) / side) * 1e7 + Math.floor((y + view.y) / side);
      const cell = cells.get(key);
      if (cell) { cell.regions.push(r); cell.x += x; cell.y += y; cell.records += live[r]; } else cells.set(key, { regions: [r], x, y, records: live[r] });
    }
    const gathered = this.parted([...cells.values()], side);
    for (const cell of gathered) {
      cell.kinds = counts.kindsAt(cell.regions);
      cell.chosen = state.regions.size > 0 && cell.regions.some((r) => state.regions.has(r));
    }
    gathered.sort((a, b) => a.chosen - b.chosen || a.records - b.records || a.y - b.y);
    for (const cell of gathered) this.cell(painter, theme, cell, side, taken);
    for (const cell of gathered) {
      if (!cell.bubble) continue;
      this.bubble(painter, theme, shortNumber(cell.records), cell.x + side * 0.46, cell.y - side * 0.44, side);
      taken.push([cell.x + side * 0.2, cell.y - side * 0.8, cell.x + side * 0.9, cell.y]);
    }
  }

  // Gather what would overlap, the weightiest first, until symbols stand apart.
  parted(cells, side) {
    for (const cell of cells) {
      cell.x /= cell.regions.length;
      cell.y /= cell.regions.length;
    }
    cells.sort((a, b) => b.records - a.records || a.x - b.x || a.y - b.y);
    const kept = [], grid = new Map(), wide = side * 1.7;
    const at = (x, y) => Math.floor(x / wide) * 1e5 + Math.floor(y / wide);
    for (const cell of cells) {
      let host = null;
      for (let dx = -1; dx <= 1 && !host; dx++) {
        for (let dy = -1; dy <= 1 && !host; dy++) {
          const near = grid.get(at(cell.x + dx * wide, cell.y + dy * wide));
          for (let i = 0; near && i < near.length; i++) {
            const other = near[i], room = this.radius(other, side) + this.radius(cell, side) + 2;
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
    return cell.regions.length > 1 ? side / 2 + Math.min(9, 1.5 * Math.log2(cell.records)) : side / 2 + (cell.records > 1 ? 3 : 0);
  }

  cell(painter, theme, cell, side, taken) {
    const d = this.data, many = cell.regions.length > 1, marks = this.marks;
    let radius = side / 2;
    if (many && cell.kinds.length > 1) {
      radius = this.radius(cell, side);
      if (cell.chosen) painter.disc(cell.x, cell.y, radius + 2.5, theme.ink, null, 0);
      painter.disc(cell.x, cell.y, radius + 1, theme.paper, null, 0);
      painter.ring(cell.x, cell.y, radius - 2.2, 4, cell.kinds.map(([kind, n]) => [n / cell.records, marks.tone(kind, theme)]));
      painter.text(shortNumber(cell.records), cell.x, cell.y + 0.5, { size: side * 0.45, weight: 650, colour: theme.ink });
    } else {
      // One symbol for several places is as vague as the vaguest of them.
      const precision = cell.regions.reduce((most, r) => Math.max(most, d.rdrawn[r]), 0);
      marks.symbol(painter, theme, cell.kinds[0][0], precision, cell.x, cell.y, side, cell.chosen);
      cell.bubble = cell.records > 1;
    }
    const reach = radius + 2;
    taken.push([cell.x - reach, cell.y - reach, cell.x + reach, cell.y + reach]);
    marks.hits.push({ x: cell.x, y: cell.y, radius: reach, regions: cell.regions, records: cell.records });
  }

  bubble(painter, theme, words, x, y, side) {
    const style = { size: side * 0.42, weight: 700, colour: theme.paper };
    const width = Math.max(side * 0.6, painter.width(words, style) + side * 0.3), tall = side * 0.6;
    painter.stamp(`b${words}|${side}|${theme.dark ? 1 : 0}`, x, y, [width / 2 + 2, tall / 2 + 2], (p, px, py) => {
      pill(p, px - width / 2, py - tall / 2, px + width / 2, py + tall / 2, tall / 2);
      p.fill(theme.ink);
      p.stroke(theme.halo, 1.2);
      p.text(words, px, py + 0.5, style);
    });
  }
}

// The outline of a box with round corners.
function pill(painter, x1, y1, x2, y2, radius) {
  const corners = [[x2 - radius, y1 + radius, -1], [x2 - radius, y2 - radius, 0], [x1 + radius, y2 - radius, 1], [x1 + radius, y1 + radius, 2]];
  let first = true;
  painter.begin();
  for (const [cx, cy, quarter] of corners) {
    for (let i = 0; i <= 6; i++) {
      const turn = (quarter + i / 6) * Math.PI / 2, x = cx + radius * Math.cos(turn), y = cy + radius * Math.sin(turn);
      if (first) painter.moveTo(x, y); else painter.lineTo(x, y);
      first = false;
    }
  }
  painter.close();
}
