// One way to draw on two surfaces: a canvas for the screen and PNG, markup for SVG.
function markupText(text) {
  return String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, " ");
}

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif';

function fontOf(style) {
  return `${style.italic ? "italic " : ""}${style.weight || 400} ${style.size}px ${FONT}`;
}

class CanvasPainter {
  constructor(context, ratio) {
    this.context = context;
    this.ratio = ratio;
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

  arc(x, y, radius, from, to, colour, width) {
    const c = this.context;
    c.beginPath();
    c.arc(x, y, radius, from, to);
    c.strokeStyle = colour;
    c.lineWidth = width;
    c.lineCap = "butt";
    c.stroke();
  }

  disc(x, y, radius, fill, stroke, width) {
    const c = this.context;
    c.beginPath();
    c.arc(x, y, radius, 0, 2 * Math.PI);
    if (fill) { c.fillStyle = fill; c.fill(); }
    if (stroke) { c.strokeStyle = stroke; c.lineWidth = width; c.stroke(); }
  }

  text(words, x, y, style) {
    const c = this.context;
    c.font = fontOf(style);
    c.textAlign = style.align || "center";
    c.textBaseline = "middle";
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

class SvgPainter {
  constructor(width, height, measure) {
    this.size = [width, height];
    this.measure = measure;
    this.out = [];
    this.patterns = new Map();
    this.d = [];
  }

  begin() { this.d = []; }
  moveTo(x, y) { this.d.push(`M${x.toFixed(1)} ${y.toFixed(1)}`); }
  lineTo(x, y) { this.d.push(`L${x.toFixed(1)} ${y.toFixed(1)}`); }
  close() { this.d.push("Z"); }
  circle(x, y, radius) {
    const r = radius.toFixed(1);
    this.d.push(`M${(x + radius).toFixed(1)} ${y.toFixed(1)}A${r} ${r} 0 1 1 ${(x - radius).toFixed(1)} ${y.toFixed(1)}A${r} ${r} 0 1 1 ${(x + radius).toFixed(1)} ${y.toFixed(1)}Z`);
  }
  fillAll(colour, alpha) { this.add("path", { d: this.d.join(""), fill: colour, "fill-opacity": alpha }); }
  add(tag, attributes, text) {
    const list = Object.entries(attributes).filter(([, v]) => v !== undefined && v !== null && v !== false)
      .map(([k, v]) => ` ${k}="${markupText(v)}"`).join("");
    this.out.push(text === undefined ? `<${tag}${list}/>` : `<${tag}${list}>${markupText(text)}</${tag}>`);
  }

  fill(colour, alpha) {
    this.add("path", { d: this.d.join(""), fill: colour, "fill-opacity": alpha, "fill-rule": "evenodd" });
  }

  stroke(colour, width, dash, alpha) {
    this.add("path", { d: this.d.join(""), fill: "none", stroke: colour, "stroke-width": width,
      "stroke-dasharray": dash && dash.join(" "), "stroke-opacity": alpha, "stroke-linejoin": "round" });
  }

  hatch(name, colour, spacing, alpha) {
    const key = `${name}${colour}${spacing}`;
    if (!this.patterns.has(key)) this.patterns.set(key, { id: `h${this.patterns.size}`, name, colour, spacing });
    this.fill(`url(#${this.patterns.get(key).id})`, alpha);
  }

  icon(path, x, y, size, fill, stroke, width, dash) {
    const k = size / 24;
    const place = `translate(${(x - size / 2).toFixed(1)} ${(y - size / 2).toFixed(1)}) scale(${k.toFixed(3)})`;
    if (stroke) {
      this.add("path", { d: path, transform: place, fill: "none", stroke, "stroke-width": width / k,
        "stroke-dasharray": dash && dash.map((v) => v / k).join(" "), "stroke-linejoin": "round" });
    }
    if (fill) this.add("path", { d: path, transform: place, fill });
  }

  arc(x, y, radius, from, to, colour, width) {
    const at = (a) => `${(x + radius * Math.cos(a)).toFixed(2)} ${(y + radius * Math.sin(a)).toFixed(2)}`;
    if (to - from > 6.28) { this.disc(x, y, radius, null, colour, width); return; }
    this.add("path", { d: `M${at(from)}A${radius} ${radius} 0 ${to - from > Math.PI ? 1 : 0} 1 ${at(to)}`,
      fill: "none", stroke: colour, "stroke-width": width });
  }

  disc(x, y, radius, fill, stroke, width) {
    this.add("circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: radius, fill: fill || "none", stroke, "stroke-width": width });
  }

  text(words, x, y, style) {
    const anchor = { center: "middle", left: "start", right: "end" }[style.align || "center"];
    this.add("text", { x: x.toFixed(1), y: y.toFixed(1), "text-anchor": anchor, "dominant-baseline": "central",
      "font-family": FONT, "font-size": style.size, "font-weight": style.weight, "letter-spacing": style.spacing,
      "font-style": style.italic ? "italic" : null, fill: style.colour, stroke: style.halo,
      "stroke-width": style.halo && (style.haloWidth || 3), "stroke-linejoin": "round",
      "paint-order": style.halo && "stroke" }, words);
  }

  width(words, style) { return this.measure(words, style); }

  finish(background) {
    const [w, h] = this.size;
    const defs = [...this.patterns.values()].map((p) => {
      const s = p.spacing, f = 2 * s;
      let inside;
      if (p.name === "dots") {
        inside = [[s / 2, s / 2], [s * 1.5, s * 1.5], [s * 1.5, s / 2], [s / 2, s * 1.5]]
          .map(([x, y]) => `<circle cx="${x}" cy="${y}" r="1" fill="${p.colour}"/>`).join("");
      } else if (p.name === "waves") {
        inside = [s / 2, s * 1.5].map((y) => `<path d="M0 ${y}C${s * 0.7} ${y - s * 0.5} ${s * 1.3} ${y + s * 0.5} ${f} ${y}" fill="none" stroke="${p.colour}" stroke-width="1.1"/>`).join("");
      } else {
        const lines = [];
        const [from, to] = p.name === "lines-back" ? [-1, f + 1] : [f + 1, -1];
        for (let d = -f; d <= f; d += s) lines.push(`M${d - 1} ${from}L${d + f + 1} ${to}`);
        inside = `<path d="${lines.join("")}" stroke="${p.colour}" stroke-width="1.1"/>`;
      }
      return `<pattern id="${p.id}" width="${f}" height="${f}" patternUnits="userSpaceOnUse">${inside}</pattern>`;
    }).join("");
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}">`
      + `<defs>${defs}</defs><rect width="${w}" height="${h}" fill="${background}"/>${this.out.join("\n")}</svg>\n`;
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
