// The drawing on the Leaflet map: land, pale ground, areas, symbols with names, and what is pointed at,
// each on a canvas of its own, so that only what changes is drawn again.
const PAD = 0.12;
const [LAND, AREAS, SYMBOLS, LIFT] = [0, 1, 2, 3];

const Surface = L.Layer.extend({
  initialize(app) {
    this.app = app;
    this.sprites = new Sprites();
  },

  onAdd(map) {
    this.holder = L.DomUtil.create("div", "im-surface leaflet-zoom-animated");
    this.ground = this.app.marks.areas.wash.canvas;
    this.canvases = [LAND, AREAS, SYMBOLS, LIFT].map((_, i) => {
      if (i === AREAS) this.holder.append(this.ground);
      return L.DomUtil.create("canvas", "", this.holder);
    });
    this.ground.style.display = this.canvases[LIFT].style.display = "none";
    this.painters = [];
    map.getPane("overlayPane").appendChild(this.holder);
    this.redraw();
  },

  onRemove() { this.holder.remove(); },

  getEvents() {
    const events = { viewreset: this.redraw, move: this.wander, moveend: this.redraw, zoomend: this.redraw, zoom: this.follow, resize: this.redraw };
    if (this._map._zoomAnimated) events.zoomanim = this.animate;
    return events;
  },

  // On a long flight the picture is drawn again before it is stretched out of all shape.
  follow() {
    if (this.drawn && Math.abs(this._map.getZoom() - this.drawn.zoom) > 1.3) this.redraw();
    else this.transform(this._map.getCenter(), this._map.getZoom());
  },
  // A long drag comes to the rim of what is drawn before it ends.
  wander() {
    const map = this._map;
    if (!this.drawn || this.drawn.zoom !== map.getZoom()) return;
    const at = map.project(map.getCenter()).subtract(map.project(this.drawn.center)), size = map.getSize();
    if (Math.abs(at.x) > PAD * size.x || Math.abs(at.y) > PAD * size.y) this.redraw();
  },

  animate(event) { this.transform(event.center, event.zoom); },

  transform(center, zoom) {
    if (!this.drawn) return;
    const map = this._map, scale = map.getZoomScale(zoom, this.drawn.zoom);
    const half = map.getSize().multiplyBy(0.5 + PAD), at = map.project(this.drawn.center, zoom);
    const offset = half.multiplyBy(-scale).add(at).subtract(map._getNewPixelOrigin(center, zoom));
    L.DomUtil.setTransform(this.holder, offset, scale);
  },

  // What the map shows, in pixels of Web Mercator; `pad` is a share of its size on each side.
  view(pad) {
    const map = this._map, size = map.getSize(), zoom = map.getZoom();
    const corner = map.project(map.getCenter(), zoom).subtract(size.multiplyBy(0.5 + pad));
    return { zoom, scale: 256 * 2 ** zoom, x: corner.x, y: corner.y, w: size.x * (1 + 2 * pad), h: size.y * (1 + 2 * pad),
      inset: [size.y * pad, size.x * pad, size.y * pad, size.x * pad] };
  },

  redraw() {
    const map = this._map;
    if (!map || !map._loaded || !map.getSize().x) return;
    const view = this.view(PAD), ratio = Math.min(2, window.devicePixelRatio || 1);
    const key = [view.scale, view.x, view.y, view.w, view.h, ratio, this.app.themeName(), this.app.size, this.app.printing, this.app.tiles && this.app.tiles.covers].join();
    // A zoom ends in several events; one picture is enough.
    if (this.key === key && !this.app.printing) { this.transform(map.getCenter(), map.getZoom()); return; }
    this.key = key;
    this.drawn = { center: map.getCenter(), zoom: map.getZoom() };
    this.canvases.forEach((canvas, i) => {
      const w = Math.round(view.w * ratio), h = Math.round(view.h * ratio);
      if (canvas.width !== w || canvas.height !== h || !this.painters[i]) {
        canvas.width = w; canvas.height = h;
        canvas.style.width = `${view.w}px`; canvas.style.height = `${view.h}px`;
        // A printer is given the drawing itself, in letters and lines, and no pictures of them.
        this.painters[i] = new CanvasPainter(canvas.getContext("2d"), ratio, i === SYMBOLS ? this.sprites : null);
      }
      this.painters[i].context.setTransform(ratio, 0, 0, ratio, 0, 0);
    });
    this.painters[AREAS].keeps = (sign, any) => {
      this.canvases[AREAS].style.display = any ? "" : "none";
      if (this.kept === sign) return true;
      this.kept = sign;
      this.painters[AREAS].context.clearRect(0, 0, view.w, view.h);
      return !any;
    };
    this.kept = null;
    this.ground.style.width = `${Math.ceil(view.w / CELL) * CELL}px`;
    this.ground.style.height = `${Math.ceil(view.h / CELL) * CELL}px`;
    this.transform(map.getCenter(), map.getZoom());
    this.seen = view;
    // Names and labels keep clear of the controls.
    const frame = map.getContainer().getBoundingClientRect(), [up, , , left] = view.inset;
    this.reserved = [...map.getContainer().querySelectorAll(".leaflet-control")].map((node) => node.getBoundingClientRect()).filter((r) => r.width)
      .map((r) => [r.left - frame.left + left - 3, r.top - frame.top + up - 3, r.right - frame.left + left + 3, r.bottom - frame.top + up + 3]);
    if (this.app.hasBase) this.app.base.draw(this.painters[LAND], view, this.app.theme(), this.app.tiles && this.app.tiles.covers);
    this.marks();
    this.app.moved();
  },

  marks() {
    if (!this.seen) return;
    const { app, seen, painters, canvases } = this, theme = app.theme();
    if (app.printing) {
      // A cleared canvas is a hole in a printed page: one canvas holds all.
      for (const i of [AREAS, SYMBOLS, LIFT]) canvases[i].style.display = "none";
      this.ground.style.display = "none";
      app.paintMarks([painters[LAND], painters[LAND]], seen, theme, this.reserved);
      return;
    }
    canvases[SYMBOLS].style.display = "";
    painters[SYMBOLS].context.clearRect(0, 0, seen.w, seen.h);
    app.paintMarks([painters[AREAS], painters[SYMBOLS]], seen, theme, this.reserved);
    this.lift(this.lifted);
  },

  // The outlines of regions that are pointed at or stepped to.
  lift(stop) {
    this.lifted = stop;
    const canvas = this.canvases[LIFT], painter = this.painters[LIFT];
    if (!stop || !painter) { canvas.style.display = "none"; return; }
    const theme = this.app.theme(), d = this.app.data;
    canvas.style.display = "";
    painter.context.clearRect(0, 0, this.seen.w, this.seen.h);
    const areas = new Set(this.app.marks.areas.drawn);
    for (const r of stop.regions) {
      if (!areas.has(r)) continue;
      painter.begin();
      traceArea(painter, d.r90, r, this.seen);
      painter.fill(theme.ink, 0.05);
      painter.stroke(theme.halo, 4.5, null, 0.8);
      painter.stroke(theme.ink, 1.8);
    }
    // Labels and symbols stay free of the outline that runs under them.
    for (const { x, y, half, radius } of this.app.marks.hits) {
      const [w, h] = half ? [half[0] + 2, half[1] + 2] : [radius - 2, radius - 2];
      painter.context.clearRect(x - w, y - h, 2 * w, 2 * h);
    }
    const s = stop.mark;
    if (!s) return;
    if (s.half) pill(painter, s.x - s.half[0] - 2.5, s.y - s.half[1] - 2.5, s.x + s.half[0] + 2.5, s.y + s.half[1] + 2.5, 6);
    else { painter.begin(); painter.circle(s.x, s.y, (s.radius || 10) + 1.5); }
    painter.stroke(theme.halo, 4);
    painter.stroke(theme.ink, 2);
  },
});
