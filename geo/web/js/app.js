// Everything together: the surface on the Leaflet map, the panel, the hash.
const PAD = 0.2;

const Surface = L.Layer.extend({
  initialize(app) { this.app = app; },

  onAdd(map) {
    this.holder = L.DomUtil.create("div", "im-surface leaflet-zoom-animated");
    this.canvases = [0, 1].map(() => L.DomUtil.create("canvas", "", this.holder));
    this.painters = [];
    map.getPane("overlayPane").appendChild(this.holder);
    this.redraw();
  },

  onRemove() { this.holder.remove(); },

  getEvents() {
    const events = { viewreset: this.redraw, moveend: this.redraw, zoomend: this.redraw, zoom: this.follow, resize: this.redraw };
    if (this._map._zoomAnimated) events.zoomanim = this.animate;
    return events;
  },

  follow() { this.transform(this._map.getCenter(), this._map.getZoom()); },
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
    this.drawn = { center: map.getCenter(), zoom: map.getZoom() };
    this.canvases.forEach((canvas, i) => {
      const w = Math.round(view.w * ratio), h = Math.round(view.h * ratio);
      if (canvas.width !== w || canvas.height !== h || !this.painters[i]) {
        canvas.width = w; canvas.height = h;
        canvas.style.width = `${view.w}px`; canvas.style.height = `${view.h}px`;
        this.painters[i] = new CanvasPainter(canvas.getContext("2d"), ratio);
      }
      this.painters[i].context.setTransform(ratio, 0, 0, ratio, 0, 0);
    });
    this.transform(map.getCenter(), map.getZoom());
    this.seen = view;
    if (this.app.hasBase) this.app.base.draw(this.painters[0], view, this.app.theme());
    this.marks();
    this.app.moved();
  },

  marks() {
    if (!this.seen) return;
    // A printer gets the drawing itself, in which a cleared canvas is a hole in the page: one canvas then.
    const painter = this.painters[this.app.printing ? 0 : 1];
    this.canvases[1].style.display = this.app.printing ? "none" : "";
    if (!this.app.printing) painter.context.clearRect(0, 0, this.seen.w, this.seen.h);
    this.app.paintMarks(painter, this.seen, this.app.theme());
  },
});

class App {
  constructor(map, data, shell) {
    this.map = map;
    this.data = data;
    this.words = data.words;
    this.shell = shell;
    // In a page of somebody else's, the hash is not ours.
    this.whole = Boolean(shell) && "imWhole" in shell.dataset;
    this.base = new Base(data);
    this.hasBase = Boolean(shell);
    this.marks = new Marks(data);
    this.filter = new Filter(data);
    this.selected = -1;
    this.regions = new Set();
    this.size = 1;
    this.dark = matchMedia("(prefers-color-scheme: dark)");
    this.dark.addEventListener("change", () => this.themeChanged());
    this.filter.listeners.push(() => this.filtered());
  }

  theme() {
    const name = this.themeName();
    if (!this.themes) this.themes = {};
    if (!this.themes[name]) this.themes[name] = { ...this.data.header.themes[name], dark: name === "dark" };
    return this.themes[name];
  }

  themeName() {
    if (this.printing) return "light";
    const asked = this.shell ? this.shell.dataset.theme : "light";
    return asked === "light" || asked === "dark" ? asked : this.dark.matches ? "dark" : "light";
  }

  themeChanged() {
    if (this.list) this.list.draw();
    this.surface.redraw();
    if (this.time) this.time.draw();
    if (this.globe) this.globe();
    if (this.legend) this.legend.replaceChildren(legendOf(this));
    if (this.symbols) this.symbols();
  }

  start() {
    const map = this.map;
    this.filter.apply();
    this.marks.shown = this.filter.shown;
    this.marks.recount(this.filter.shown);
    if (this.shell) this.buildShell(); else this.buildCompact();
    this.surface = new Surface(this);
    this.fit();
    this.surface.addTo(map);
    map.on("click", (event) => this.clicked(event));
    map.on("mousemove", (event) => this.hovered(event));
    map.on("mouseout", () => this.tip(null));
    this.started = true;
    if (this.shell) {
      this.filtered();
      if (this.whole) {
        this.fromHash();
        addEventListener("hashchange", () => this.fromHash());
      }
    }
    if (this.story && this.selected < 0) this.story.go(0);
    this.map.getContainer().dataset.imReady = "true";
    performance.mark("im-ready");
  }

  fit() {
    const b = this.data.header.bounds, map = this.map;
    const box = this.base.there ? this.base.box : null;
    if (!b) { if (this.shell) map.fitBounds([[-50, -150], [70, 150]]); return; }
    const east = b[2] < b[0] ? b[2] + 360 : b[2];
    const bounds = L.latLngBounds([[b[1], b[0]], [b[3], east]]);
    const small = Math.min(map.getSize().x, map.getSize().y);
    map.fitBounds(bounds, { padding: [small * 0.07, small * 0.07], maxZoom: 11, animate: false });
    if (this.shell && box) {
      const right = box[2] < box[0] ? box[2] + 360 : box[2];
      map.setMaxBounds([[box[1] - 8, box[0] - 20], [box[3] + 8, right + 20]]);
      map.setMinZoom(Math.max(1, Math.floor(map.getZoom() - 2.5)));
    }
  }

  // --- Drawing ---------------------------------------------------------------------

  state() { return { shown: this.filter.shown, regions: this.regions }; }

  paint(painter, view, theme) {
    if (this.hasBase) this.base.draw(painter, view, theme);
    this.paintMarks(painter, view, theme);
  }

  paintMarks(painter, view, theme) {
    const taken = [];
    this.marks.drawAreas(painter, view, theme, this.state());
    this.marks.drawSymbols(painter, view, theme, this.state(), taken, this.size);
    if (this.hasBase) this.base.drawNames(painter, view, theme, taken, this.size);
  }

  filtered() {
    this.marks.shown = this.filter.shown;
    this.marks.recount(this.filter.shown);
    if (!this.started) return;
    if (this.surface._map) this.surface.marks();
    if (this.control) this.control.update();
    if (this.time && !this.time.none) { this.time.draw(); }
    if (this.list) this.list.draw();
    this.writeHash();
  }

  moved() {
    if (this.globe) this.globe();
    if (this.list && this.list.viewOnly.checked) this.list.draw();
    this.writeHash();
  }

  regionsInView() {
    const view = this.surface.view(0), seen = new Set(), d = this.data;
    for (let r = 0; r < d.regions; r++) if (onScreen(d.r90, r, view, 0)) seen.add(r);
    return seen;
  }

  // --- Pointing and choosing -------------------------------------------------------

  pointAt(event) {
    const view = this.surface.seen, at = this.map.project(event.latlng, view.zoom);
    return this.marks.at(at.x - view.x, at.y - view.y, view);
  }

  clicked(event) {
    const found = this.pointAt(event);
    if (!found) { if (this.selected >= 0 || this.filter.only) this.select(-1); return; }
    // Of areas that overlap, the smallest was meant; a gathered symbol stands for all in it.
    const regions = found.symbol ? found.regions : found.regions.slice(0, 1);
    const rows = regions.flatMap((r) => this.marks.rowsAt(r, this.filter.shown));
    if (rows.length === 1) this.select(rows[0], { focus: Boolean(this.shell), at: event.latlng });
    else if (this.spread(regions)) this.zoomTo(regions);
    else this.choose(rows, regions, event.latlng);
  }

  // Do these regions part if the map goes nearer?
  spread(regions) {
    const d = this.data;
    let west = 9, east = -9, north = 9, south = -9;
    for (const r of regions) {
      west = Math.min(west, d.px[r]); east = Math.max(east, d.px[r]);
      north = Math.min(north, d.py[r]); south = Math.max(south, d.py[r]);
    }
    return regions.length > 1 && Math.max(east - west, south - north) * 256 * 2 ** 15 > 40;
  }

  zoomTo(regions) {
    const d = this.data, box = L.latLngBounds(regions.map((r) => [latOf(d.py[r]), lngOf(d.px[r])]));
    const zoom = Math.min(15, Math.max(this.map.getZoom() + 1, this.map.getBoundsZoom(box, false, L.point(60, 60))));
    this.move(box.getCenter(), zoom);
  }

  move(center, zoom) {
    if (calm()) this.map.setView(center, zoom, { animate: false });
    else this.map.flyTo(center, zoom, { duration: 0.8 });
  }

  choose(rows, regions, latlng) {
    this.regions = new Set(regions);
    this.selected = -1;
    this.surface.marks();
    if (!this.shell) { this.popup(rows, latlng); return; }
    this.filter.only = new Set(rows);
    this.showList();
    this.filter.apply();
    this.list.items.querySelector("button")?.focus({ preventScroll: true });
  }

  hovered(event) {
    const found = this.pointAt(event);
    this.map.getContainer().classList.toggle("im-pointing", Boolean(found));
    this.tip(found, event);
  }

  tip(found, event) {
    if (!this.tipBox) {
      this.tipBox = el("div", { class: "im-tip", role: "presentation" });
      this.map.getContainer().append(this.tipBox);
    }
    this.tipBox.hidden = !found;
    if (!found) return;
    const d = this.data, regions = found.symbol ? found.regions : found.regions.slice(0, 1);
    const key = regions.join();
    if (this.tipKey !== key) {
      this.tipKey = key;
      const kinds = this.marks.kindsAt(regions);
      const lines = kinds.slice(0, 4).map(([kind, n, low, high]) => el("span", {}, el("strong", { text: d.kinds[kind].many }), ` ${d.words.count(n, low, high)}`));
      const rows = regions.length === 1 ? this.marks.rowsAt(regions[0], this.filter.shown) : [];
      if (rows.length) lines.unshift(el("span", { dir: "auto", text: d.placeSaid(rows[0]) }));
      if (rows.length === 1) lines.push(el("span", { text: d.dateSaid(rows[0], "short") }));
      if (d.precision(rows[0]) > 0) lines.push(el("em", { text: d.words.say(`precision_${d.precision(rows[0])}`) }));
      this.tipBox.replaceChildren(...lines);
    }
    const size = this.map.getSize(), p = event.containerPoint;
    const w = this.tipBox.offsetWidth, h = this.tipBox.offsetHeight;
    this.tipBox.style.left = `${Math.min(p.x + 14, size.x - w - 6)}px`;
    this.tipBox.style.top = `${p.y + h + 24 > size.y ? p.y - h - 12 : p.y + 16}px`;
  }

  select(row, options = {}) {
    this.selected = row;
    const r = row >= 0 ? this.data.region[row] : -1;
    this.regions = r >= 0 ? new Set([r]) : new Set();
    if (row < 0 && this.filter.only) { this.filter.only = null; this.filter.apply(); }
    if (!this.shell) { if (row >= 0) this.popup([row], options.at || L.latLng(latOf(this.data.py[r]), lngOf(this.data.px[r]))); return; }
    if (options.fly && r >= 0) this.flyToRegion(r);
    this.surface.marks();
    this.showCard(row, options.focus);
    if (this.text) this.text.show(row);
    this.list.show(row);
    this.writeHash();
  }

  flyToRegion(r) {
    const b = 4 * r, box = this.data.r90.box;
    const bounds = L.latLngBounds([[latOf(box[b + 3]), lngOf(box[b])], [latOf(box[b + 1]), lngOf(box[b + 2])]]);
    const zoom = Math.min(11, this.map.getBoundsZoom(bounds, false, L.point(50, 50)));
    if (this.map.getBounds().contains(bounds) && this.map.getZoom() > zoom - 1.6) return;
    this.move(bounds.getCenter(), zoom);
  }

  // --- The shell -------------------------------------------------------------------

  buildShell() {
    const shell = this.shell, w = this.words, d = this.data, map = this.map;
    const part = (name) => shell.querySelector(`[data-im="${name}"]`);
    const panel = part("panel");
    this.browse = el("div", { class: "im-browse" });
    this.cardBox = el("div", { class: "im-cardbox", hidden: true });
    if (d.header.story.length) this.story = new Story(this, panel);
    if (d.header.text) this.text = new MarkedText(this, panel);
    panel.append(this.browse, this.cardBox);
    this.controlBox = el("div", { class: "im-controls" });
    const listBox = el("div", { class: "im-list" });
    this.browse.append(this.controlBox, listBox);
    this.control = new Control(this, this.controlBox);
    this.list = new List(this, listBox);
    this.time = new Timeline(this, part("time"));
    this.time.draw();
    this.legend = part("legend");
    this.legend.append(legendOf(this));
    this.symbols = () => { this.controlBox.replaceChildren(); this.control = new Control(this, this.controlBox); this.control.update(); };
    shell.querySelector(".im-head").append(this.tools());
    map.getContainer().setAttribute("role", "application");
    map.getContainer().setAttribute("aria-label", w.say("map_label"));
    const rtl = shell.dir === "rtl";
    L.control.zoom({ position: rtl ? "topright" : "topleft", zoomInTitle: w.say("zoom_in"), zoomOutTitle: w.say("zoom_out") }).addTo(map);
    L.control.scale({ imperial: false, position: rtl ? "bottomright" : "bottomleft", maxWidth: 120 }).addTo(map);
    this.corner("home", rtl ? "topright" : "topleft", el("div", { class: "leaflet-bar" }, el("button", { type: "button", class: "im-mapbutton", "aria-label": w.say("home"), title: w.say("home"), onclick: () => this.fit() }, icon("home"))));
    this.corner("credits", rtl ? "bottomleft" : "bottomright", el("div", { class: "im-mapcredit", text: w.say("map_credit") }));
    if (this.base.there) this.buildGlobe(rtl ? "bottomleft" : "bottomright");
    const sized = () => {
      this.size = innerWidth >= 2400 ? 1.5 : innerWidth >= 1800 ? 1.2 : 1;
      map.invalidateSize({ animate: false });
    };
    sized();
    new ResizeObserver(sized).observe(map.getContainer());
    addEventListener("beforeprint", () => {
      this.printing = true;
      shell.classList.add("im-printing");
      map.invalidateSize({ animate: false });
      this.fit();
      this.surface.redraw();
    });
    addEventListener("afterprint", () => {
      this.printing = false;
      shell.classList.remove("im-printing");
      map.invalidateSize({ animate: false });
      this.surface.redraw();
    });
    addEventListener("keydown", (event) => { if (event.key === "Escape" && this.selected >= 0) this.back(); });
  }

  corner(name, position, node) {
    const control = L.control({ position });
    control.onAdd = () => {
      const box = el("div", { class: `leaflet-control im-${name}` }, node);
      L.DomEvent.disableClickPropagation(box);
      return box;
    };
    control.addTo(this.map);
    return control;
  }

  tools() {
    const w = this.words;
    const theme = el("button", { type: "button", class: "im-icon", "aria-label": w.say("theme"), title: w.say("theme"), onclick: () => {
      this.shell.dataset.theme = this.themeName() === "dark" ? "light" : "dark";
      this.themeChanged();
    } }, icon("theme"));
    const choices = [["geojson", () => exportGeoJson(this)], ["csv", () => exportCsv(this)], ["png", () => exportPicture(this, "png")],
      ["svg", () => exportPicture(this, "svg")], ["print", () => print()], ["copy_link", () => this.copy(location.href)]];
    const menu = el("details", { class: "im-menu" }, el("summary", { class: "im-icon", "aria-label": w.say("save"), title: w.say("save") }, icon("down")),
      el("div", { class: "im-menubox" }, ...choices.map(([key, work]) => el("button", { type: "button", text: w.say(`save_${key}`), onclick: () => { menu.open = false; work(); } }))));
    menu.addEventListener("keydown", (event) => { if (event.key === "Escape") { menu.open = false; menu.querySelector("summary").focus(); event.stopPropagation(); } });
    addEventListener("pointerdown", (event) => { if (!menu.contains(event.target)) menu.open = false; });
    this.said = el("span", { class: "im-said-aloud", role: "status", "aria-live": "polite" });
    return el("div", { class: "im-tools" }, this.said, theme, menu);
  }

  async copy(text) {
    let done = false;
    try { await navigator.clipboard.writeText(text); done = true; } catch (error) {
      const area = el("textarea", { class: "im-offscreen", "aria-hidden": "true" });
      area.value = text;
      document.body.append(area);
      area.select();
      done = document.execCommand("copy");
      area.remove();
    }
    this.said.textContent = this.words.say(done ? "copied" : "not_copied");
    setTimeout(() => { this.said.textContent = ""; }, 2500);
  }

  showCard(row, focus) {
    const w = this.words;
    this.cardBox.hidden = row < 0;
    this.browse.hidden = row >= 0;
    this.cardBox.replaceChildren();
    if (row < 0) return;
    const card = new Card(this, row);
    const button = (name, key, work) => el("button", { type: "button", class: "im-icon", "aria-label": w.say(key), title: w.say(key), onclick: work }, icon(name));
    const bar = el("nav", { class: "im-cardbar", "aria-label": w.say("incident") },
      el("button", { type: "button", class: "im-text im-back", onclick: () => this.back() }, icon("prev"), w.say("back")),
      el("span", {}, button("prev", "previous", () => this.step(-1)), button("next", "next", () => this.step(1))));
    this.cardBox.append(bar);
    const fill = () => {
      const node = card.node();
      this.cardBox.querySelector(".im-card")?.remove();
      this.cardBox.querySelector(".im-copyrow")?.remove();
      this.cardBox.append(node, el("p", { class: "im-copyrow" },
        el("button", { type: "button", class: "im-button", text: w.say("copy_text"), onclick: () => this.copy(card.asText()) }),
        el("button", { type: "button", class: "im-button", text: w.say("copy_citation"), onclick: () => this.copy(card.citation()) })));
      if (focus) node.querySelector(".im-cardtitle").focus({ preventScroll: true });
    };
    fill();
    if (!this.data.texts) this.data.textsReady.then(() => { if (this.selected === row) fill(); });
    this.cardBox.closest(".im-panel").scrollTop = 0;
  }

  step(by) { this.select(this.list.neighbour(this.selected, by), { fly: true, focus: true }); }

  back() {
    const row = this.selected;
    this.select(-1);
    const button = this.list.items.querySelector(`[data-row="${row}"]`);
    if (button) button.focus({ preventScroll: false });
  }

  showList() { this.showCard(-1); }

  // Where in the world this is: a globe turned to the middle of the map.
  buildGlobe(position) {
    const SIDE = 92, canvas = el("canvas", { class: "im-globe", width: SIDE * 2, height: SIDE * 2, role: "img", "aria-label": this.words.say("globe") });
    this.corner("globebox", position, canvas);
    const world = this.base.world, c = canvas.getContext("2d");
    this.globe = eachFrame(() => {
      // A map of most of the world needs no globe beside it.
      const seen = this.map.getBounds();
      canvas.parentElement.hidden = seen.getEast() - seen.getWest() > 140;
      if (canvas.parentElement.hidden) return;
      const theme = this.theme(), map = this.map, center = map.getCenter(), R = SIDE - 3;
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
      const b = map.getBounds(), accent = theme.dark ? "#ff8a73" : "#bf3326";
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
    });
  }

  // --- On a map of Folium's own ----------------------------------------------------

  buildCompact() {
    const d = this.data, w = this.words;
    this.corner("compact", "topright", el("details", { class: "im-compactbox", open: true }, el("summary", { text: d.header.title }),
      this.controlBox = el("div", { class: "im-controls" })));
    this.control = new Control(this, this.controlBox);
    this.control.update();
    this.corner("credits", "bottomright", el("div", { class: "im-mapcredit", text: w.say("map_credit") }));
  }

  async popup(rows, latlng) {
    await this.data.textsReady;
    const box = el("div", { class: "im-popup" });
    rows.slice(0, 20).forEach((row) => box.append(new Card(this, row).node()));
    L.popup({ maxWidth: 360, maxHeight: 380 }).setLatLng(latlng).setContent(box).openOn(this.map);
  }

  // --- Permalinks ------------------------------------------------------------------

  writeHash() {
    if (!this.whole || !this.started || this.reading) return;
    if (!this.later) {
      this.later = debounce(() => {
        const hash = `#${this.hash()}`;
        if (hash === location.hash) return;
        this.wrote = hash;
        try { history.replaceState(null, "", hash); } catch (error) { /* a srcdoc may not; its page keeps the view by itself */ }
      }, 250);
    }
    this.later();
  }

  hash() {
    const map = this.map, f = this.filter, c = map.getCenter(), parts = [`map=${map.getZoom().toFixed(2)}/${c.lat.toFixed(4)}/${c.lng.toFixed(4)}`];
    for (const facet of Object.values(f.facets)) {
      const off = [...facet.on.keys()].filter((i) => !facet.on[i] && facet.totals[i]);
      if (off.length) parts.push(`off.${facet.key}=${off.map((i) => encodeURIComponent(facet.names[i])).join("|")}`);
    }
    if (f.query) parts.push(`q=${encodeURIComponent(f.query)}`);
    if (f.first !== null) parts.push(`t=${isoDay(f.first)}..${isoDay(f.last)}`);
    if (!f.withUndated) parts.push("undated=0");
    if (this.selected >= 0) parts.push(`i=${encodeURIComponent(this.data.id(this.selected))}`);
    return parts.join("&");
  }

  fromHash() {
    const hash = location.hash;
    if (!hash.includes("=") || hash === this.wrote) return;
    this.reading = true;
    const values = new Map(hash.slice(1).split("&").map((pair) => { const at = pair.indexOf("="); return [pair.slice(0, at), pair.slice(at + 1)]; }));
    const decode = (text) => { try { return decodeURIComponent(text); } catch (error) { return ""; } };
    const view = (values.get("map") || "").split("/").map(Number);
    if (view.length === 3 && view.every(Number.isFinite)) this.map.setView([view[1], view[2]], view[0], { animate: false });
    const f = this.filter;
    for (const facet of Object.values(f.facets)) {
      const off = new Set((values.get(`off.${facet.key}`) || "").split("|").map(decode));
      facet.names.forEach((name, i) => { facet.on[i] = off.has(name) && name ? 0 : 1; });
    }
    const span = (values.get("t") || "").split("..").map((day) => Date.parse(day) / 86400000);
    [f.first, f.last] = span.length === 2 && span.every(Number.isFinite) ? span : [null, null];
    f.withUndated = values.get("undated") !== "0";
    if (this.time && this.time.check) this.time.check.checked = f.withUndated;
    f.query = "";
    f.matches = null;
    f.apply();
    const query = decode(values.get("q") || "");
    if (query) f.search(query);
    const row = values.has("i") ? this.data.rowOf(decode(values.get("i"))) : -1;
    if (row >= 0 || this.selected >= 0) this.select(row, {});
    this.reading = false;
  }
}

async function attach(map, id) {
  const shell = map.getContainer().closest("[data-im-shell]");
  try {
    const data = new Data(await readIsland(id), id);
    const app = new App(map, data, shell);
    (window.IncidentMapper.apps = window.IncidentMapper.apps || []).push(app);
    app.start();
  } catch (error) {
    (shell || map.getContainer()).append(el("p", { class: "im-noscript", text: `This map cannot be shown: ${error.message}` }));
    throw error;
  }
}

window.IncidentMapper = { attach };
