// Countries, provinces, waters; and names, as many as find room.
class Base {
  constructor(data) {
    const island = data.island;
    this.lang = data.header.lang;
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
    // Extent on the ground, hundredths of a degree; 0 where it is not known.
    const extent = island.ints("b.label.size");
    const ranks = ["country", "sea", "city", "province", "disputed"], order = {};
    this.labels.forEach((label, i) => {
      label.rank = ranks.indexOf(label.kind);
      label.order = order[label.kind] = (order[label.kind] || 0) + 1;
      label.extent = (extent[i] || 0) / 100 / 360;
    });
    this.labels = this.labels.filter((label) => label.rank >= 0).sort((a, b) => a.rank - b.rank || a.order - b.order);
    const [west, south, east, north] = this.box = data.header.base.box;
    // Lines along the edge of what was cut out are no borders; this is that edge, and how near is on it.
    const unrolled = (lng) => mercatorX(lng < island.wrap ? lng + 360 : lng);
    this.cut = { west: unrolled(west), east: unrolled(east), north: mercatorY(north), south: mercatorY(south),
      turn: mercatorX(180), near: 1.5 * data.header.base.tolerance / 360 };
  }

  // `covered`: pictures of a tile server lie below and take the place of our land.
  draw(painter, view, theme, covered) {
    if (covered) { painter.context.clearRect(0, 0, view.w, view.h); return; }
    painter.begin();
    painter.moveTo(0, 0); painter.lineTo(view.w, 0); painter.lineTo(view.w, view.h); painter.lineTo(0, view.h); painter.close();
    painter.fill(theme.water);
    if (!this.there) return;
    for (const turn of [0, 1]) {
      this.each(this.world, painter, { ...view, x: view.x - turn * view.scale }, true, () => painter.fill(theme.far));
    }
    // The outline of the world is rough; where the fine one begins, its coast must not show.
    const left = this.cut.west * view.scale - view.x, right = this.cut.east * view.scale - view.x;
    const top = this.cut.north * view.scale - view.y, foot = this.cut.south * view.scale - view.y;
    painter.begin();
    painter.moveTo(left, top); painter.lineTo(right, top); painter.lineTo(right, foot); painter.lineTo(left, foot); painter.close();
    painter.fill(theme.water);
    this.each(this.land, painter, view, true, () => {
      painter.fill(theme.land);
      painter.stroke(theme.land, 0.8);
    });
    // Provinces are known near the incidents alone: on a view of the world they would stand about by themselves.
    if (view.scale > 256 * 2 ** 3.8) this.each(this.provinces, painter, view, this.cut, () => painter.stroke(theme.province, 0.7));
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
    const zoom = Math.log2(view.scale / 256), [up, right, down, left] = view.inset || [0, 0, 0, 0];
    const least = { country: 0, sea: 0, city: 0, province: 6.2, disputed: 6.5 };
    const inView = (view.w - left - right) * (view.h - up - down), spread = view.w * view.h / inView;
    const cityRoom = Math.max(12, inView / 15000) * spread * (zoom > 7 ? 1.5 : 1);
    let cities = 0;
    for (const label of this.labels) {
      if (zoom < least[label.kind]) continue;
      const x = label.x * view.scale - view.x, y = label.y * view.scale - view.y;
      if (x < 4 || y < 8 || x > view.w - 4 || y > view.h - 8) continue;
      if (label.kind === "city" && cities >= cityRoom) continue;
      const room = label.extent * view.scale, style = this.style(label.kind, room, theme, size);
      const spaced = label.kind === "country" && !RIGHT_TO_LEFT.test(label.name);
      const words = spaced ? label.name.toLocaleUpperCase(this.lang) : label.name;
      if (!spaced) style.spacing = 0;
      const width = painter.width(words, style), half = style.size * 0.62;
      // A name much wider than what it names says nothing: the small ones wait until one is nearer.
      if (label.extent && label.kind !== "city" && room < width * (label.kind === "country" ? 0.42 : 0.6)) continue;
      if (label.kind === "city") {
        // To the right of its dot, or to the left where that is taken.
        const onRight = [x + 5, y - half, x + 9 + width, y + half], onLeft = [x - 9 - width, y - half, x - 5, y + half];
        const dot = [x - 3, y - 3, x + 3, y + 3];
        if (hits(taken, dot)) continue;
        const at = !hits(taken, onRight) && onRight[2] < view.w ? onRight : !hits(taken, onLeft) && onLeft[0] > 0 ? onLeft : null;
        if (!at) continue;
        cities++;
        taken.push(dot, at);
        painter.disc(x, y, 1.9 * size, theme.city, theme.halo, 1);
        painter.text(words, at === onRight ? x + 6 : x - 6, y, { ...style, align: at === onRight ? "left" : "right" });
      } else {
        // What the rim of the map would cut is left out, unless it is the rim that lies out of sight.
        const boxAt = ([dx, dy]) => [x + dx - width / 2 - 3, y + dy - half - 1, x + dx + width / 2 + 3, y + dy + half + 1];
        const cut = (box, edge) => box[0] < edge && box[2] > edge;
        const free = (step) => { const box = boxAt(step); return box[0] >= 0 && box[2] <= view.w && !cut(box, left) && !cut(box, view.w - right) && !hits(taken, box); };
        // The name of a large country may step aside for a label.
        const steps = label.kind === "country" && room > width * 1.6 ? ASIDE : ASIDE.slice(0, 1);
        const step = steps.find(free);
        if (!step) continue;
        taken.push(boxAt(step));
        painter.text(words, x + step[0], y + step[1], style);
      }
    }
  }

  style(kind, room, theme, size) {
    if (kind === "country") return { size: (room > 200 ? 13.5 : room > 90 || !room ? 12 : 10.5) * size, weight: 600, colour: theme.country, halo: theme.halo, spacing: room > 90 || !room ? 1.6 : 0.8, haloWidth: 3 };
    if (kind === "sea") return { size: (room > 200 ? 12.5 : 11) * size, weight: 400, italic: true, colour: theme.dark ? "#7f9aa6" : "#56747f", halo: theme.water, spacing: 0.8, haloWidth: 2.5 };
    if (kind === "city") return { size: 11 * size, weight: 400, colour: theme.city, halo: theme.halo, haloWidth: 2.6 };
    if (kind === "province") return { size: 10.5 * size, weight: 400, italic: true, colour: theme.quiet, halo: theme.halo, spacing: 0.3, haloWidth: 2.6 };
    return { size: 9.5 * size, italic: true, colour: theme.country, halo: theme.halo };
  }
}

const ASIDE = [[0, 0], [0, 20], [0, -20], [0, 42], [0, -42], [-46, 0], [46, 0], [-46, 30], [46, 30], [-46, -30], [46, -30]];

function hits(boxes, box) {
  for (const b of boxes) if (b[0] < box[2] && b[2] > box[0] && b[1] < box[3] && b[3] > box[1]) return true;
  return false;
}
