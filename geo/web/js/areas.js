// Areas of belief at their true size: region_90 hatched by its precision, region_50 denser inside.
// Where very many overlap, the larger are drawn one by one and the rest as one pale ground.
const AREAS_EACH = 120;

class Areas {
  constructor(marks) {
    this.marks = marks;
    this.data = marks.data;
    this.drawn = [];
    this.wash = new Wash(marks);
  }

  // Areas to be drawn, the largest first: those that are drawn each, and how many of the rest.
  part(view, size) {
    const { areas } = this.marks.lay(view, size), live = this.marks.live, shown = [];
    for (let i = 0; i < areas.length; i++) if (live[areas[i][1]]) shown.push(areas[i]);
    if (shown.length <= AREAS_EACH) return { shown, each: shown.length };
    // Areas of like size are treated alike.
    const cut = shown[AREAS_EACH][0] * 1.2;
    let each = 0;
    while (each < AREAS_EACH && shown[each][0] > cut) each++;
    return { shown, each };
  }

  // A number that changes when the picture would.
  sign({ shown, each }, view, theme, state) {
    let sum = each;
    const counts = this.marks.counts;
    for (let i = 0; i < each; i++) {
      const r = shown[i][1];
      sum = (Math.imul(sum, 31) + Math.imul(r, 97) + counts.foremost(r)) | 0;
    }
    return `${sum}|${this.marks.laid.key}|${theme.dark}|${[...state.regions].join()}`;
  }

  draw(painter, view, theme, state) {
    const parts = this.part(view, state.size), { shown, each } = parts, counts = this.marks.counts;
    this.drawn = shown.map(([, r]) => r);
    this.each = each;
    this.anyChosen = state.regions.size > 0;
    // The canvas of the screen keeps what it shows until something of it changes.
    if (painter.keeps) {
      const sign = this.sign(parts, view, theme, state);
      this.wash.show(shown.slice(each), view, theme, this.anyChosen);
      if (painter.keeps(sign, each > 0 || this.anyChosen)) return;
    } else if (each < shown.length) this.wash.paint(painter, shown.slice(each), view, theme);
    for (let i = 0; i < shown.length; i++) {
      const r = shown[i][1], chosen = state.regions.has(r);
      if (i < each || chosen) this.area(painter, view, theme, r, counts.foremost(r), chosen, state.size);
    }
  }

  area(painter, view, theme, r, kindNumber, chosen, size) {
    const d = this.data, look = d.header.precisions[Math.max(0, Math.min(6, d.rdrawn[r] - 1))];
    const colour = this.marks.tone(kindNumber, theme);
    // What was not chosen steps back.
    const dim = this.anyChosen && !chosen ? 0.4 : 1;
    painter.begin();
    traceArea(painter, d.r90, r, view);
    painter.fill(colour, (chosen ? 0.13 : 0.07) * dim);
    if (look.hatch === "solid") painter.fill(colour, 0.1 * dim);
    else painter.hatch(hatchName(look.hatch, kindNumber), colour, look.spacing * size, (chosen ? 0.55 : look.hatch === "sparse" ? 0.28 : 0.36) * dim);
    // The vaguer the place, the lighter its edge: solid, dashed, dotted.
    painter.stroke(colour, (look.edge === "soft" ? 1.2 : 1.3) + (chosen ? 1 : 0), EDGES[look.edge], chosen ? 1 : 0.85 * dim);
    painter.begin();
    traceArea(painter, d.r50, r, view);
    painter.fill(colour, 0.2 * dim);
    painter.stroke(colour, 0.8, null, 0.45 * dim);
  }
}

const EDGES = { solid: null, dashed: [5, 3.5], soft: [1.5, 3.5] };

// Lines of every other kind lean the other way, so that overlaps can be read.
function hatchName(name, kind) {
  if (name !== "lines" && name !== "sparse") return name;
  return kind % 2 ? "lines-back" : "lines";
}

// A pale ground, the darker the more areas overlap, on a grid of a few pixels: very many areas cost as
// little as few. It is stretched over the map by the browser.
const CELL = 4;
const DEEPEST = 24;

class Wash {
  constructor(marks) {
    this.marks = marks;
    this.canvas = document.createElement("canvas");
  }

  // Cells that each region covers, as runs, worked out once for each view.
  runs(view) {
    const laid = this.marks.laid;
    if (laid.runs) return laid;
    laid.columns = Math.ceil(view.w / CELL);
    laid.lines = Math.ceil(view.h / CELL);
    laid.runs = new Map();
    return laid;
  }

  runsOf(r, view, laid) {
    let runs = laid.runs.get(r);
    if (runs) return runs;
    const d = this.marks.data, shapes = d.r90, b = 4 * r, k = view.scale, box = shapes.box, found = [];
    const west = box[b] * k - view.x, north = box[b + 1] * k - view.y, east = box[b + 2] * k - view.x, south = box[b + 3] * k - view.y;
    const from = Math.max(0, Math.floor(north / CELL)), to = Math.min(laid.lines - 1, Math.floor(south / CELL));
    const clamp = (x) => Math.max(0, Math.min(laid.columns, Math.round(x / CELL)));
    const put = (line, x1, x2) => { const a = clamp(x1), z = clamp(x2); if (z > a) found.push(line * (laid.columns + 1) + a, line * (laid.columns + 1) + z); };
    const radius = shapes.disc[r] * k, cx = (west + east) / 2, cy = (north + south) / 2;
    for (let line = from; line <= to; line++) {
      const y = (line + 0.5) * CELL;
      if (radius) {
        const half = Math.sqrt(Math.max(0, radius * radius - (y - cy) ** 2));
        put(line, cx - half, cx + half);
      } else {
        const at = crossings(shapes, r, (y + view.y) / k);
        for (let i = 0; i + 1 < at.length; i += 2) put(line, at[i] * k - view.x, at[i + 1] * k - view.x);
      }
    }
    runs = Int32Array.from(found);
    laid.runs.set(r, runs);
    return runs;
  }

  // Draw the ground on its own small canvas.
  fill(rest, view, theme, dim) {
    const laid = this.runs(view), { columns, lines } = laid, canvas = this.canvas;
    if (canvas.width !== columns || canvas.height !== lines || !this.cover) {
      canvas.width = columns; canvas.height = lines;
      this.cover = new Int32Array((columns + 1) * lines + 1);
      this.image = new ImageData(columns, lines);
      this.pixels = new Uint32Array(this.image.data.buffer);
    }
    const cover = this.cover.fill(0);
    for (const [, r] of rest) {
      const runs = this.runsOf(r, view, laid);
      for (let i = 0; i < runs.length; i += 2) { cover[runs[i]]++; cover[runs[i + 1]]--; }
    }
    let most = 1;
    for (let at = 0, held = 0; at < cover.length; at++) {
      held = cover[at] += held;
      if (held > most) most = held;
    }
    const tones = this.tones(rest, theme, dim), shade = DEEPEST / most;
    for (let line = 0, at = 0, pixel = 0; line < lines; line++, at++) {
      for (let c = 0; c < columns; c++, at++) this.pixels[pixel++] = tones[cover[at] && Math.ceil(cover[at] * shade)];
    }
    canvas.getContext("2d").putImageData(this.image, 0, 0);
  }

  // In the colour of their kind if they share one.
  tones(rest, theme, dim) {
    const counts = this.marks.counts;
    let kind = -2;
    for (const [, r] of rest) {
      const foremost = counts.foremost(r);
      kind = kind === -2 || kind === foremost ? foremost : -1;
      if (kind === -1) break;
    }
    const colour = kind < 0 ? theme.quiet : this.marks.tone(kind, theme);
    const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
    return Uint32Array.from({ length: DEEPEST + 1 }, (_, n) => {
      const alpha = n ? 0.06 + 0.26 * (n / DEEPEST) ** 0.8 : 0;
      return ((Math.round(255 * alpha * (dim ? 0.5 : 1)) << 24) | (blue << 16) | (green << 8) | red) >>> 0;
    });
  }

  show(rest, view, theme, dim) {
    this.canvas.style.display = rest.length ? "" : "none";
    if (rest.length) this.fill(rest, view, theme, dim);
  }

  paint(painter, rest, view, theme) {
    if (painter.context) {
      this.fill(rest, view, theme, false);
      painter.context.drawImage(this.canvas, 0, 0, this.canvas.width * CELL, this.canvas.height * CELL);
      return;
    }
    painter.begin();
    for (const [, r] of rest) traceArea(painter, this.marks.data.r90, r, view);
    painter.fillAll(theme.quiet, 0.2);
  }
}
