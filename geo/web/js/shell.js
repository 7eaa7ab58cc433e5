// What stands around the map in its own page: panel, list, card, time, tools, print.
class Shell {
  constructor(app, node) {
    this.app = app;
    this.node = node;
    const w = app.words, d = app.data, map = app.map;
    const part = (name) => node.querySelector(`[data-im="${name}"]`);
    const panel = part("panel");
    this.browse = el("div", { class: "im-browse" });
    this.cardBox = el("div", { class: "im-cardbox", hidden: true });
    if (d.header.story.length) app.story = new Story(app, panel);
    if (d.header.text) app.text = new MarkedText(app, panel);
    panel.append(this.browse, this.cardBox);
    this.controlBox = el("div", { class: "im-controls" });
    const listBox = el("div", { class: "im-list" });
    this.browse.append(this.controlBox, listBox);
    app.control = new Control(app, this.controlBox);
    app.list = new List(app, listBox);
    app.time = new Timeline(app, part("time"));
    // The time line takes its height now, before the map is fitted into what it leaves.
    app.time.draw();
    this.legend = part("legend");
    this.legend.append(legendOf(app));
    node.querySelector(".im-head").append(this.tools());
    map.getContainer().setAttribute("role", "application");
    map.getContainer().setAttribute("aria-label", w.say("map_label"));
    const [start, end] = app.rtl ? ["right", "left"] : ["left", "right"];
    L.control.zoom({ position: `top${start}`, zoomInTitle: w.say("zoom_in"), zoomOutTitle: w.say("zoom_out") }).addTo(map);
    L.control.scale({ imperial: false, position: `bottom${start}`, maxWidth: 120 }).addTo(map);
    app.corner("home", `top${start}`, el("div", { class: "leaflet-bar" }, el("button", { type: "button", class: "im-mapbutton", "aria-label": w.say("home"), title: w.say("home"), onclick: () => app.fit() }, icon("home"))));
    app.corner("credits", `bottom${end}`, el("div", { class: "im-mapcredit" }, el("span", { text: w.say("map_credit") })));
    if (app.base.there) app.globe = new Globe(app, `bottom${end}`);
    if (d.header.tiles) app.tiles = new Tiles(app);
    app.walk = new Walk(app);
    const sized = () => {
      app.size = innerWidth >= 2400 ? 1.5 : innerWidth >= 1800 ? 1.2 : 1;
      map.invalidateSize({ animate: false });
    };
    sized();
    new ResizeObserver(sized).observe(map.getContainer());
    addEventListener("beforeprint", () => this.print(true));
    addEventListener("afterprint", () => this.print(false));
    addEventListener("keydown", (event) => { if (event.key === "Escape" && app.selected >= 0) this.back(); });
  }

  print(on) {
    const { app, node } = this;
    app.printing = on;
    node.classList.toggle("im-printing", on);
    // The page is as wide as paper; what was in view before comes back after it.
    if (on) this.before = [app.map.getCenter(), app.map.getZoom()];
    app.map.invalidateSize({ animate: false });
    if (on) app.fit(); else app.map.setView(...this.before, { animate: false });
    app.surface.redraw();
    if (app.time) app.time.draw();
    this.themed();
  }

  themed() {
    this.legend.replaceChildren(legendOf(this.app));
    this.controlBox.replaceChildren();
    this.app.control = new Control(this.app, this.controlBox);
    this.app.control.update();
    if (this.app.selected >= 0) this.card(this.app.selected);
  }

  tools() {
    const { app } = this, w = app.words;
    const theme = el("button", { type: "button", class: "im-icon", "aria-label": w.say("theme"), title: w.say("theme"), onclick: () => {
      this.node.dataset.theme = app.themeName() === "dark" ? "light" : "dark";
      app.themeChanged();
    } }, icon("theme"));
    const choices = [["geojson", () => exportGeoJson(app)], ["csv", () => exportCsv(app)], ["png", () => exportPicture(app, "png")],
      ["svg", () => exportPicture(app, "svg")], ["print", () => print()], ["copy_link", () => this.copy(location.href)]];
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
    this.said.textContent = this.app.words.say(done ? "copied" : "not_copied");
    setTimeout(() => { this.said.textContent = ""; }, 2500);
  }

  card(row, focus) {
    const { app } = this, w = app.words;
    this.cardBox.hidden = row < 0;
    this.browse.hidden = row >= 0;
    this.cardBox.replaceChildren();
    if (row < 0) return;
    const card = new Card(app, row);
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
    if (!app.data.texts) app.data.textsReady.then(() => { if (app.selected === row) fill(); });
    this.cardBox.closest(".im-panel").scrollTop = 0;
    if (focus) this.reveal();
  }

  // On a phone the card lies below the map: bring its beginning into sight, and leave the map in it.
  reveal() {
    const top = this.cardBox.getBoundingClientRect().top;
    if (!matchMedia("(max-width: 760px)").matches || (top > 0 && top < innerHeight * 0.7)) return;
    scrollBy({ top: top - innerHeight * 0.55, behavior: calm() ? "auto" : "smooth" });
  }

  step(by) { this.app.select(this.app.list.neighbour(this.app.selected, by), { fly: true, focus: true }); }

  back() {
    const row = this.app.selected;
    this.app.select(-1);
    this.app.list.focus(row);
  }
}
