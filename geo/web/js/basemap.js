// Countries, provinces, waters; and names, as many as find room.
class Base {
  constructor(data) {
    const island = data.island;
    this.there = Boolean(data.header.base);
    if (!this.there) return;
    this.world = island.shapes("b.world");
    for (const name of ["land", "provinces", "lakes", "rivers", "disputed"]) this[name] = island.shapes(`b.${name}`);
    const name = island.text("b.label"), kind = island.text("b.label.kind");
    const x = island.ints("b.label.x"), y = island.ints("b.label.y");
    this.labels = Array.from(x, (_, i) => ({
      name: name.code ? name.words[name.code[i]] : name.words[i],
      kind: kind.code ? kind.words[kind.code[i]] : kind.words[i],
      x: mercatorX(x[i] / 1e4 < island.wrap ? x[i] / 1e4 + 360 : x[i] / 1e4), y: mercatorY(y[i] / 1e4),
    }));
    const rank = { country: 0, city: 1, province: 2, disputed: 3 };
    const order = { country: 0, city: 0, province: 0, disputed: 0 };
    for (const label of this.labels) { label.rank = rank[label.kind]; label.order = order[label.kind]++; }
    const [west, south, east, north] = this.box = data.header.base.box;
    // Lines along the edge of what was cut out are no borders; this is that edge, and how near is on it.
    const unrolled = (lng) => mercatorX(lng < island.wrap ? lng + 360 : lng);
    this.cut = { west: unrolled(west), east: unrolled(east), north: mercatorY(north), south: mercatorY(south),
      turn: mercatorX(180), near: 1.5 * data.header.base.tolerance / 360 };
  }

  draw(painter, view, theme) {
    painter.begin();
    painter.moveTo(0, 0); painter.lineTo(view.w, 0); painter.lineTo(view.w, view.h); painter.lineTo(0, view.h); painter.close();
    painter.fill(theme.water);
    if (!this.there) return;
    for (const turn of [0, 1]) {
      this.each(this.world, painter, { ...view, x: view.x - turn * view.scale }, true, () => painter.fill(theme.far));
    }
    this.each(this.land, painter, view, true, () => {
      painter.fill(theme.land);
      painter.stroke(theme.land, 0.8);
    });
    this.each(this.provinces, painter, view, this.cut, () => painter.stroke(theme.province, 0.7));
    this.each(this.lakes, painter, view, true, () => painter.fill(theme.lake));
    this.each(this.rivers, painter, view, false, () => painter.stroke(theme.river, 1));
    this.each(this.land, painter, view, this.cut, () => painter.stroke(theme.border, 0.9));
    this.each(this.disputed, painter, view, false, () => {
      painter.stroke(theme.land, 2.2);
      painter.stroke(theme.border, 1.1, [4, 3]);
    });
  }

  each(shapes, painter, view, closed, paint) {
    for (let s = 0; s < shapes.count; s++) {
      if (!onScreen(shapes, s, view, 2)) continue;
      painter.begin();
      if (typeof closed === "object") traceWithin(painter, shapes, s, view, closed);
      else trace(painter, shapes, s, view, closed);
      paint();
    }
  }

  // Names in order of weight; `taken` holds boxes that symbols and earlier names fill.
  drawNames(painter, view, theme, taken, size) {
    if (!this.there) return;
    const zoom = Math.log2(view.scale / 256);
    const least = { country: 0, city: 0, province: 6.2, disputed: 6.5 };
    const styles = {
      country: { size: 12.5 * size, weight: 600, colour: theme.country, halo: theme.halo, spacing: 1.6, haloWidth: 3 },
      city: { size: 11 * size, weight: 400, colour: theme.city, halo: theme.halo, align: "left", haloWidth: 2.6 },
      province: { size: 10.5 * size, weight: 400, italic: true, colour: theme.quiet, halo: theme.halo, spacing: 0.3 },
      disputed: { size: 9.5 * size, italic: true, colour: theme.country, halo: theme.halo },
    };
    const cityRoom = Math.max(14, view.w * view.h / 26000) * (zoom > 7 ? 1.6 : 1);
    let cities = 0;
    const sorted = this.sorted || (this.sorted = this.labels.slice().sort((a, b) => a.rank - b.rank || a.order - b.order));
    for (const label of sorted) {
      if (zoom < least[label.kind]) continue;
      const x = label.x * view.scale - view.x, y = label.y * view.scale - view.y;
      if (x < 4 || y < 8 || x > view.w - 4 || y > view.h - 8) continue;
      if (label.kind === "city" && ++cities > cityRoom) continue;
      const style = styles[label.kind];
      const words = label.kind === "country" ? label.name.toLocaleUpperCase() : label.name;
      const width = painter.width(words, style), half = style.size * 0.62;
      if (label.kind === "city") {
        // To the right of its dot, or to the left where that is taken.
        const right = [x + 5, y - half, x + 9 + width, y + half], left = [x - 9 - width, y - half, x - 5, y + half];
        const dot = [x - 3, y - 3, x + 3, y + 3];
        if (hits(taken, dot)) continue;
        const at = !hits(taken, right) && right[2] < view.w ? right : !hits(taken, left) && left[0] > 0 ? left : null;
        if (!at) continue;
        taken.push(dot, at);
        painter.disc(x, y, 1.9, theme.city, theme.halo, 1);
        painter.text(words, at === right ? x + 6 : x - 6, y, { ...style, align: at === right ? "left" : "right" });
      } else {
        const box = [x - width / 2 - 3, y - half - 1, x + width / 2 + 3, y + half + 1];
        if (box[0] < 0 || box[2] > view.w || hits(taken, box)) continue;
        taken.push(box);
        painter.text(words, x, y, style);
      }
    }
  }
}

function hits(boxes, box) {
  for (const b of boxes) if (b[0] < box[2] && b[2] > box[0] && b[1] < box[3] && b[3] > box[1]) return true;
  return false;
}
