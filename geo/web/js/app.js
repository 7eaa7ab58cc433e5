// Everything together: one state, drawn on the map and told in the panel.
class App {
  constructor(map, data, shell) {
    this.map = map;
    this.data = data;
    this.words = data.words;
    this.shell = shell;
    this.rtl = Boolean(shell) && shell.dir === "rtl";
    // In a page of somebody else's, the hash is not ours.
    this.whole = Boolean(shell) && "imWhole" in shell.dataset;
    this.base = new Base(data);
    this.hasBase = Boolean(shell);
    this.filter = new Filter(data);
    this.marks = new Marks(data, this.filter.counts);
    this.marks.shown = this.filter.shown;
    this.hash_ = new Hash(this);
    this.selected = -1;
    this.regions = new Set();
    this.size = 1;
    this.dark = matchMedia("(prefers-color-scheme: dark)");
    this.dark.addEventListener("change", () => this.themeChanged());
    // However many steps come between two frames, one picture is drawn.
    this.soon = eachFrame(() => this.refresh());
    this.filter.listeners.push(() => { this.soon(); this.hash_.write(); });
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
    if (!this.started) return;
    this.surface.redraw();
    if (this.list) this.list.draw(true);
    if (this.time) this.time.draw(true);
    if (this.globe) this.globe.draw();
    if (this.page) this.page.themed();
  }

  start() {
    const map = this.map;
    if (this.shell) this.page = new Shell(this, this.shell); else this.buildCompact();
    this.surface = new Surface(this);
    this.fit();
    this.surface.addTo(map);
    map.on("click", (event) => this.clicked(event));
    map.on("mousemove", (event) => this.hovered(event));
    map.on("mouseout", () => this.hovered(null));
    this.started = true;
    if (this.shell) {
      this.tell();
      if (this.whole) {
        this.hash_.read();
        addEventListener("hashchange", () => this.hash_.read());
      }
    }
    if (this.story && this.selected < 0) this.story.go(0, true);
    if (this.alone && this.page && this.selected < 0) this.select(0, {});
    map.getContainer().dataset.imReady = "true";
    performance.mark("im-ready");
  }

  fit() {
    const b = this.data.header.bounds, map = this.map;
    const box = this.base.there ? this.base.box : null;
    if (!b) { if (this.shell) map.fitBounds([[-50, -150], [70, 150]]); return; }
    const east = b[2] < b[0] ? b[2] + 360 : b[2];
    const bounds = L.latLngBounds([[b[1], b[0]], [b[3], east]]);
    const small = Math.min(map.getSize().x, map.getSize().y);
    if (this.shell && box) map.setMinZoom(1);
    map.fitBounds(bounds, { padding: [small * 0.07, small * 0.07], maxZoom: 11, animate: false });
    if (this.shell && box) {
      const right = box[2] < box[0] ? box[2] + 360 : box[2];
      map.setMaxBounds([[box[1] - 8, box[0] - 20], [box[3] + 8, right + 20]]);
      map.setMinZoom(Math.max(1, Math.floor(map.getZoom() - 2.5)));
    }
  }

  // --- Drawing ---------------------------------------------------------------------

  state() { return { shown: this.filter.shown, regions: this.regions, size: this.size, rtl: this.rtl, dated: this.dated }; }

  // Where nothing has a date, "No date" need not be said of each.
  get dated() { return !(this.time && this.time.none); }

  // One row that no report tells of: a place looked up by itself, which there is only one thing to say of.
  get alone() { return this.data.n === 1 && this.data.reports.length === 0 && this.data.quotes[0] === 0; }

  when(row) { return this.dated ? this.data.dateSaid(row, "short") : ""; }

  paint(painter, view, theme) {
    if (this.hasBase) this.base.draw(painter, view, theme);
    this.paintMarks([painter, painter], view, theme);
  }

  // Areas on one painter; symbols, tags and names on another, which may be the same.
  paintMarks([under, over], view, theme, reserved = []) {
    const taken = reserved.slice();
    this.marks.drawAreas(under, view, theme, this.state());
    this.marks.drawSymbols(over, view, theme, this.state(), taken, this.size);
    if (this.hasBase && !(this.tiles && this.tiles.covers)) this.base.drawNames(over, view, theme, taken, this.size);
  }

  refresh() {
    if (!this.started) return;
    if (this.surface._map) this.surface.marks();
    this.tell();
  }

  tell() {
    if (this.control) this.control.update();
    if (this.time) this.time.draw();
    if (this.list) this.list.draw();
  }

  moved() {
    if (this.globe) this.globe.draw();
    if (this.list && this.list.viewOnly.checked) this.list.draw();
    this.hash_.write();
  }

  hash() { return this.hash_.text(); }

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
    this.openAt(found.regions, event.latlng);
  }

  // One incident opens; several places part as the map comes nearer; several of one place are listed.
  openAt(regions, latlng) {
    const rows = regions.flatMap((r) => this.marks.rowsAt(r, this.filter.shown));
    if (rows.length === 1) this.select(rows[0], { focus: Boolean(this.shell), at: latlng });
    else if (this.parts(regions)) this.zoomTo(regions);
    else this.choose(rows, regions, latlng);
  }

  // Do these regions part if the map goes nearer?
  parts(regions) {
    const d = this.data;
    let west = 9, east = -9, north = 9, south = -9;
    for (const r of regions) {
      west = Math.min(west, d.px[r]); east = Math.max(east, d.px[r]);
      north = Math.min(north, d.py[r]); south = Math.max(south, d.py[r]);
    }
    const areas = new Set(this.marks.areas.drawn);
    return regions.length > 1 && !regions.every((r) => areas.has(r)) && Math.max(east - west, south - north) * 256 * 2 ** 15 > 40;
  }

  zoomTo(regions) {
    const d = this.data, box = L.latLngBounds(regions.map((r) => [latOf(d.py[r]), lngOf(d.px[r])]));
    const zoom = Math.min(15, Math.max(this.map.getZoom() + 1, this.map.getBoundsZoom(box, false, L.point(60, 60))));
    this.move(box.getCenter(), zoom);
  }

  move(center, zoom, jump) {
    if (jump || calm()) this.map.setView(center, zoom, { animate: false });
    else this.map.flyTo(center, zoom, { duration: 0.8 });
  }

  choose(rows, regions, latlng) {
    this.regions = new Set(regions);
    this.selected = -1;
    if (!this.page) { this.surface.marks(); this.popup(rows, latlng); return; }
    this.filter.only = new Set(rows);
    this.page.card(-1);
    this.filter.apply();
    this.refresh();
    this.list.focus(-1);
  }

  hovered(event) {
    const found = event && this.pointAt(event);
    this.map.getContainer().classList.toggle("im-pointing", Boolean(found));
    const key = found ? found.regions.join() : "";
    if (key !== this.hoverKey) {
      this.hoverKey = key;
      this.surface.lift(found ? { regions: found.regions } : null);
    }
    this.tip(found, event);
  }

  // What happened, and where: of one incident in full, of several in counts.
  toldOf(regions) {
    const d = this.data, w = this.words, rows = regions.flatMap((r) => this.marks.rowsAt(r, this.filter.shown));
    const places = [...new Set(rows.slice(0, 400).map((row) => d.placeSaid(row)).filter(Boolean))];
    const where = places.length > 2 ? `${places.slice(0, 2).join(w.say("join"))} …` : places.join(w.say("join"));
    if (rows.length === 1) {
      const [row] = rows, low = d.count_min[row], high = d.count_max[row];
      return [d.kindName(row) + (low === 1 && high === 1 ? "" : ` · ${w.events(low, high)}`), where, this.when(row), w.say(`precision_${d.precision(row)}`)];
    }
    const kinds = this.marks.counts.kindsAt(regions).slice(0, 3).map(([kind, n]) => `${d.kinds[kind].many} ${w.number.format(n)}`);
    return [w.say("records", { n: rows.length }), where, kinds.join(w.say("join")), ""];
  }

  tip(found, event) {
    if (!this.tipBox) {
      this.tipBox = el("div", { class: "im-tip", role: "presentation", hidden: true });
      this.map.getContainer().append(this.tipBox);
    }
    this.tipBox.hidden = !found;
    if (!found) return;
    const key = found.regions.join();
    if (this.tipKey !== key || this.tipCount !== this.filter.count) {
      this.tipKey = key;
      this.tipCount = this.filter.count;
      const [what, where, when, how] = this.toldOf(found.regions);
      this.tipBox.replaceChildren(el("strong", { text: what }), ...[where, when, how].filter(Boolean).map((words, i) => el(i ? "em" : "span", {}, el("bdi", { text: words }))));
    }
    const size = this.map.getSize(), p = event.containerPoint;
    const w = this.tipBox.offsetWidth, h = this.tipBox.offsetHeight;
    this.tipBox.style.left = `${Math.max(6, Math.min(p.x + 14, size.x - w - 6))}px`;
    this.tipBox.style.top = `${p.y + h + 24 > size.y ? p.y - h - 12 : p.y + 16}px`;
  }

  select(row, options = {}) {
    this.selected = row;
    const r = row >= 0 ? this.data.region[row] : -1;
    this.regions = r >= 0 ? new Set([r]) : new Set();
    if (row < 0 && this.filter.only) { this.filter.only = null; this.filter.apply(); }
    if (!this.page) { if (row >= 0) this.popup([row], options.at || L.latLng(latOf(this.data.py[r]), lngOf(this.data.px[r]))); return; }
    this.tip(null);
    if (options.fly && r >= 0) this.flyToRegion(r, options.jump);
    this.surface.marks();
    this.page.card(row, options.focus);
    if (this.text) this.text.show(row);
    this.list.show(row);
    this.hash_.write();
  }

  back() { this.page.back(); }

  flyToRegion(r, jump) {
    const b = 4 * r, box = this.data.r90.box;
    const bounds = L.latLngBounds([[latOf(box[b + 3]), lngOf(box[b])], [latOf(box[b + 1]), lngOf(box[b + 2])]]);
    const zoom = Math.min(11, this.map.getBoundsZoom(bounds, false, L.point(50, 50)));
    if (this.map.getBounds().contains(bounds) && this.map.getZoom() > zoom - 1.6) return;
    this.move(bounds.getCenter(), zoom, jump);
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

  // --- On a map of Folium's own ----------------------------------------------------

  buildCompact() {
    const d = this.data, w = this.words, controls = el("div", { class: "im-controls" });
    this.corner("compact", "topright", el("details", { class: "im-compactbox", open: true }, el("summary", { text: d.header.title }), controls));
    this.control = new Control(this, controls);
    this.control.update();
    this.corner("credits", "bottomright", el("div", { class: "im-mapcredit", text: w.say("map_credit") }));
  }

  async popup(rows, latlng) {
    await this.data.textsReady;
    const box = el("div", { class: "im-popup" });
    rows.slice(0, 20).forEach((row) => box.append(new Card(this, row).node()));
    L.popup({ maxWidth: 360, maxHeight: 380 }).setLatLng(latlng).setContent(box).openOn(this.map);
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
