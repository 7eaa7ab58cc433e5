// One way to draw on two surfaces: a canvas for the screen and PNG here, markup in svgpainter.js.
const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif';

// Whether the first letter of a text is of a script that runs to the left.
const RIGHT_TO_LEFT = /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufefc]/u;

function fontOf(style) {
  return `${style.italic ? "italic " : ""}${style.weight || 400} ${style.size}px ${FONT}`;
}

class CanvasPainter {
  constructor(context, ratio, sprites) {
    this.context = context;
    this.ratio = ratio;
    this.sprites = sprites || null;
    this.tiles = new Map();
    this.paths = new Map();
  }

  begin() { this.context.beginPath(); }
  moveTo(x, y) { this.context.moveTo(x, y); }
  lineTo(x, y) { this.context.lineTo(x, y); }
  close() { this.context.closePath(); }
  circle(x, y, radius) { this.context.moveTo(x + radius, y); this.context.arc(x, y, radius, 0, 2 * Math.PI); }
  // Many shapes at once: where they overlap, they are one.
  fillAll(colour, alpha) {
    this.context.globalAlpha = alpha;
    this.context.fillStyle = colour;
    this.context.fill("nonzero");
    this.context.globalAlpha = 1;
  }

  fill(colour, alpha) {
    const c = this.context;
    c.globalAlpha = alpha === undefined ? 1 : alpha;
    c.fillStyle = colour;
    c.fill("evenodd");
    c.globalAlpha = 1;
  }

  stroke(colour, width, dash, alpha) {
    const c = this.context;
    c.globalAlpha = alpha === undefined ? 1 : alpha;
    c.strokeStyle = colour;
    c.lineWidth = width;
    c.lineJoin = "round";
    c.lineCap = dash ? "butt" : "round";
    c.setLineDash(dash || []);
    c.stroke();
    c.setLineDash([]);
    c.globalAlpha = 1;
  }

  hatch(name, colour, spacing, alpha) {
    const c = this.context;
    c.globalAlpha = alpha;
    c.fillStyle = this.tile(name, colour, spacing);
    c.fill("evenodd");
    c.globalAlpha = 1;
  }

  tile(name, colour, spacing) {
    const key = `${name}${colour}${spacing}`;
    if (!this.tiles.has(key)) {
      const side = Math.max(1, Math.round(spacing * 2 * this.ratio));
      const canvas = document.createElement("canvas");
      canvas.width = canvas.height = side;
      const c = canvas.getContext("2d");
      c.scale(side / (2 * spacing), side / (2 * spacing));
      drawHatch(c, name, colour, spacing);
      const pattern = this.context.createPattern(canvas, "repeat");
      pattern.setTransform(new DOMMatrix().scale(2 * spacing / side));
      this.tiles.set(key, pattern);
    }
    return this.tiles.get(key);
  }

  icon(path, x, y, size, fill, stroke, width, dash) {
    const c = this.context;
    if (!this.paths.has(path)) this.paths.set(path, new Path2D(path));
    const shape = this.paths.get(path), k = size / 24;
    c.save();
    c.translate(x - size / 2, y - size / 2);
    c.scale(k, k);
    if (stroke) {
      c.strokeStyle = stroke;
      c.lineWidth = width / k;
      c.lineJoin = "round";
      c.setLineDash((dash || []).map((d) => d / k));
      c.stroke(shape);
    }
    if (fill) { c.fillStyle = fill; c.fill(shape); }
    c.restore();
  }

  // A ring of coloured parts: [[share of the whole, colour]].
  ring(x, y, radius, width, parts) {
    const c = this.context;
    let turn = -Math.PI / 2;
    c.lineWidth = width;
    c.lineCap = "butt";
    for (const [share, colour] of parts) {
      const to = turn + 2 * Math.PI * share;
      c.beginPath();
      c.arc(x, y, radius, turn, to);
      c.strokeStyle = colour;
      c.stroke();
      turn = to;
    }
  }

  disc(x, y, radius, fill, stroke, width) {
    const c = this.context;
    c.beginPath();
    c.arc(x, y, radius, 0, 2 * Math.PI);
    if (fill) { c.fillStyle = fill; c.fill(); }
    if (stroke) { c.strokeStyle = stroke; c.lineWidth = width; c.stroke(); }
  }

  // Words are drawn once and stamped from then on: a halo costs more than all the rest of a label.
  text(words, x, y, style) {
    if (!this.sprites || !style.halo) { this.write(words, x, y, style); return; }
    const w = this.width(words, style), lean = style.italic ? 3 : 0;
    const half = [Math.ceil(w / 2) + 4 + lean, Math.ceil(style.size * 0.75) + 4];
    const middle = style.align === "left" ? x + w / 2 : style.align === "right" ? x - w / 2 : x;
    const key = `t${fontOf(style)}|${style.colour}|${style.halo || ""}|${style.haloWidth || 0}|${style.spacing || 0}|${words}`;
    this.stamp(key, middle, y, half, (painter, px, py) => painter.write(words, px, py, { ...style, align: "center" }));
  }

  write(words, x, y, style) {
    const c = this.context;
    c.font = fontOf(style);
    c.textAlign = style.align || "center";
    c.textBaseline = "middle";
    c.direction = RIGHT_TO_LEFT.test(words) ? "rtl" : "ltr";
    if ("letterSpacing" in c) c.letterSpacing = `${style.spacing || 0}px`;
    if (style.halo) {
      c.strokeStyle = style.halo;
      c.lineWidth = style.haloWidth || 3;
      c.lineJoin = "round";
      c.strokeText(words, x, y);
    }
    c.fillStyle = style.colour;
    c.fillText(words, x, y);
  }

  width(words, style) {
    const font = fontOf(style), key = `${font}|${style.spacing || 0}|${words}`;
    if (!this.widths) this.widths = new Map();
    if (!this.widths.has(key)) {
      const c = this.context;
      c.font = font;
      if ("letterSpacing" in c) c.letterSpacing = `${style.spacing || 0}px`;
      this.widths.set(key, c.measureText(words).width);
    }
    return this.widths.get(key);
  }

  // Draw something small by its picture, which is made the first time it is asked for.
  stamp(key, x, y, half, draw) {
    if (!this.sprites) { draw(this, x, y); return; }
    const s = this.sprites.get(key, half, this.ratio, draw), k = this.ratio;
    // On whole pixels of the device, so that it stays as sharp as it was drawn.
    const left = Math.round(x * k - s.width / 2) / k, top = Math.round(y * k - s.height / 2) / k;
    this.context.drawImage(s, left, top, s.width / k, s.height / k);
  }
}

function drawHatch(c, name, colour, spacing) {
  const s = spacing, full = 2 * s;
  c.strokeStyle = c.fillStyle = colour;
  c.lineWidth = 1.1;
  const line = (x1, y1, x2, y2) => { c.beginPath(); c.moveTo(x1, y1); c.lineTo(x2, y2); c.stroke(); };
  if (name === "dots") {
    for (const [x, y] of [[s / 2, s / 2], [s * 1.5, s * 1.5], [s * 1.5, s / 2], [s / 2, s * 1.5]]) {
      c.beginPath(); c.arc(x, y, 1, 0, 7); c.fill();
    }
  } else if (name === "waves") {
    for (const y of [s / 2, s * 1.5]) {
      c.beginPath(); c.moveTo(0, y); c.bezierCurveTo(s * 0.7, y - s * 0.5, s * 1.3, y + s * 0.5, full, y); c.stroke();
    }
  } else {
    const [from, to] = name === "lines-back" ? [-1, full + 1] : [full + 1, -1];
    for (let d = -full; d <= full; d += s) line(d - 1, from, d + full + 1, to);
  }
}

// Trace a shape on a painter, leaving out corners that fall on the same half pixel.
function trace(painter, shapes, s, view, closed) {
  const xy = shapes.xy, k = view.scale, ox = view.x, oy = view.y;
  for (let l = shapes.shapeLine[s]; l < shapes.shapeLine[s + 1]; l++) {
    const from = shapes.lineStart[l], to = shapes.lineStart[l + 1];
    let lastX = xy[2 * from] * k - ox, lastY = xy[2 * from + 1] * k - oy;
    const firstX = lastX, firstY = lastY;
    painter.moveTo(lastX, lastY);
    for (let i = from + 1; i < to; i++) {
      const x = xy[2 * i] * k - ox, y = xy[2 * i + 1] * k - oy;
      if (Math.abs(x - lastX) + Math.abs(y - lastY) < 0.6 && i < to - 1) continue;
      painter.lineTo(x, y);
      lastX = x; lastY = y;
    }
    // Back to the start by hand: closing a path makes a browser measure all of it, each time.
    if (closed) painter.lineTo(firstX, firstY);
  }
}

// The same without the sides that run along the edge of a cut.
function traceWithin(painter, shapes, s, view, cut) {
  const xy = shapes.xy, k = view.scale;
  const on = (a, b, edge) => Math.abs(a - edge) < cut.near && Math.abs(b - edge) < cut.near;
  for (let l = shapes.shapeLine[s]; l < shapes.shapeLine[s + 1]; l++) {
    const from = shapes.lineStart[l], to = shapes.lineStart[l + 1];
    let px = xy[2 * to - 2], py = xy[2 * to - 1];
    painter.moveTo(px * k - view.x, py * k - view.y);
    for (let i = from; i < to; i++) {
      const x = xy[2 * i], y = xy[2 * i + 1];
      if (on(px, x, cut.west) || on(px, x, cut.east) || on(px, x, cut.turn) || on(py, y, cut.north) || on(py, y, cut.south)) {
        painter.moveTo(x * k - view.x, y * k - view.y);
      } else painter.lineTo(x * k - view.x, y * k - view.y);
      px = x; py = y;
    }
  }
}

// An area; a disc is one arc.
function traceArea(painter, shapes, s, view) {
  const r = shapes.disc[s] * view.scale;
  if (!r) { trace(painter, shapes, s, view, true); return; }
  const b = 4 * s, x = (shapes.box[b] + shapes.box[b + 2]) / 2 * view.scale - view.x;
  painter.circle(x, (shapes.box[b + 1] + shapes.box[b + 3]) / 2 * view.scale - view.y, r);
}

function onScreen(shapes, s, view, margin) {
  const b = 4 * s, k = view.scale;
  return shapes.box[b + 2] * k - view.x > -margin && shapes.box[b] * k - view.x < view.w + margin
    && shapes.box[b + 3] * k - view.y > -margin && shapes.box[b + 1] * k - view.y < view.h + margin;
}

// Where a line of equal latitude crosses the outline of a shape, from west to east.
function crossings(shapes, s, y) {
  const xy = shapes.xy, found = [];
  for (let l = shapes.shapeLine[s]; l < shapes.shapeLine[s + 1]; l++) {
    const from = shapes.lineStart[l], to = shapes.lineStart[l + 1];
    for (let i = from, j = to - 1; i < to; j = i++) {
      const yi = xy[2 * i + 1], yj = xy[2 * j + 1];
      if (yi > y !== yj > y) found.push(xy[2 * i] + (xy[2 * j] - xy[2 * i]) * (y - yi) / (yj - yi));
    }
  }
  return found.sort((a, b) => a - b);
}
