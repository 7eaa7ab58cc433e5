// Where in the world this is: a globe turned to the middle of the map.
const GLOBE_SIDE = 92;

class Globe {
  constructor(app, position) {
    this.app = app;
    this.canvas = el("canvas", { class: "im-globe", width: GLOBE_SIDE * 2, height: GLOBE_SIDE * 2, role: "img", "aria-label": app.words.say("globe") });
    app.corner("globebox", position, this.canvas);
    this.draw = eachFrame(() => this.paint());
  }

  paint() {
    const SIDE = GLOBE_SIDE, { app, canvas } = this, world = app.base.world, c = canvas.getContext("2d"), map = app.map;
    // A map of most of the world needs no globe beside it.
    const b = map.getBounds();
    canvas.parentElement.hidden = b.getEast() - b.getWest() > 140;
    if (canvas.parentElement.hidden) return;
    const theme = app.theme(), center = map.getCenter(), R = SIDE - 3;
    const lng0 = center.lng * Math.PI / 180, lat0 = Math.max(-60, Math.min(60, center.lat)) * Math.PI / 180;
    const sin0 = Math.sin(lat0), cos0 = Math.cos(lat0);
    const at = (lng, lat) => {
      const l = lng * Math.PI / 180 - lng0, p = lat * Math.PI / 180;
      const z = sin0 * Math.sin(p) + cos0 * Math.cos(p) * Math.cos(l);
      let x = Math.cos(p) * Math.sin(l), y = cos0 * Math.sin(p) - sin0 * Math.cos(p) * Math.cos(l);
      // What lies behind is pressed to the rim.
      if (z < 0) { const r = Math.hypot(x, y) || 1; x /= r; y /= r; }
      return [SIDE + R * x, SIDE - R * y, z];
    };
    c.clearRect(0, 0, 2 * SIDE, 2 * SIDE);
    c.beginPath(); c.arc(SIDE, SIDE, R, 0, 7); c.fillStyle = theme.water; c.fill();
    c.save(); c.clip();
    c.fillStyle = theme.dark ? "#3d4448" : "#c9c2b2";
    for (let s = 0; s < world.count; s++) {
      c.beginPath();
      let front = false;
      for (let i = world.lineStart[world.shapeLine[s]]; i < world.lineStart[world.shapeLine[s + 1]]; i++) {
        const [x, y, z] = at(lngOf(world.xy[2 * i]), latOf(world.xy[2 * i + 1]));
        c.lineTo(x, y);
        front = front || z > 0;
      }
      if (front) c.fill();
    }
    const accent = theme.dark ? "#ff8a73" : "#bf3326";
    const w = b.getWest(), e = b.getEast(), s = Math.max(-85, b.getSouth()), n = Math.min(85, b.getNorth());
    c.beginPath();
    for (const [x1, y1, x2, y2] of [[w, s, e, s], [e, s, e, n], [e, n, w, n], [w, n, w, s]]) {
      for (let i = 0; i <= 12; i++) { const [x, y] = at(x1 + (x2 - x1) * i / 12, y1 + (y2 - y1) * i / 12); c.lineTo(x, y); }
    }
    c.closePath();
    c.fillStyle = accent; c.globalAlpha = 0.25; c.fill(); c.globalAlpha = 1;
    c.strokeStyle = accent; c.lineWidth = 3; c.stroke();
    c.restore();
    c.beginPath(); c.arc(SIDE, SIDE, R, 0, 7); c.strokeStyle = theme.coast; c.lineWidth = 1.5; c.stroke();
  }
}
