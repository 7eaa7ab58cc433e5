// The painter that writes markup, for a picture that a drawing program can open.
function markupText(text) {
  return String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, " ");
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

  ring(x, y, radius, width, parts) {
    let turn = -Math.PI / 2;
    const at = (a) => `${(x + radius * Math.cos(a)).toFixed(2)} ${(y + radius * Math.sin(a)).toFixed(2)}`;
    for (const [share, colour] of parts) {
      const to = turn + 2 * Math.PI * share;
      if (share > 0.999) this.disc(x, y, radius, null, colour, width);
      else {
        this.add("path", { d: `M${at(turn)}A${radius} ${radius} 0 ${share > 0.5 ? 1 : 0} 1 ${at(to)}`, fill: "none", stroke: colour, "stroke-width": width });
      }
      turn = to;
    }
  }

  disc(x, y, radius, fill, stroke, width) {
    this.add("circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: radius, fill: fill || "none", stroke, "stroke-width": width });
  }

  text(words, x, y, style) {
    // What is the start of a line depends on which way it runs.
    const rtl = RIGHT_TO_LEFT.test(words), anchor = { center: "middle", left: rtl ? "end" : "start", right: rtl ? "start" : "end" }[style.align || "center"];
    this.add("text", { x: x.toFixed(1), y: y.toFixed(1), "text-anchor": anchor, direction: rtl ? "rtl" : null, "dominant-baseline": "central",
      "font-family": FONT, "font-size": style.size, "font-weight": style.weight, "letter-spacing": style.spacing,
      "font-style": style.italic ? "italic" : null, fill: style.colour, stroke: style.halo,
      "stroke-width": style.halo && (style.haloWidth || 3), "stroke-linejoin": "round",
      "paint-order": style.halo && "stroke" }, words);
  }

  width(words, style) { return this.measure(words, style); }

  // A sprite is only a drawing here.
  stamp(key, x, y, half, draw) { draw(this, x, y); }

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
