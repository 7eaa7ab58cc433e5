// Pictures of a tile server as background: only if the author named one and the reader agrees.
class Tiles {
  constructor(app) {
    this.app = app;
    this.on = false;
    const { words: w, map } = app, { host } = this.wish = app.data.header.tiles;
    const agree = el("button", { type: "button", class: "im-button", text: w.say("tiles_show", { host }), onclick: () => this.show() });
    const refuse = el("button", { type: "button", class: "im-text", text: w.say("tiles_not"), onclick: () => this.settle() });
    this.notice = el("div", { class: "im-tiles", role: "group", "aria-label": w.say("tiles") },
      el("p", { text: w.say("tiles_notice", { host }) }), el("div", {}, agree, refuse));
    L.DomEvent.disableClickPropagation(this.notice);
    map.getContainer().append(this.notice);
  }

  // What was asked shrinks to a button in the corner, which turns the pictures on and off.
  settle() {
    const w = this.app.words;
    this.notice.remove();
    if (!this.button) {
      this.button = el("button", { type: "button", class: "im-button im-tilesbutton", onclick: () => (this.on ? this.hide() : this.show()) });
      this.app.corner("tilesbox", this.app.rtl ? "topleft" : "topright", this.button);
      this.credit = el("span", { dir: "auto", hidden: true });
      this.app.map.getContainer().querySelector(".im-mapcredit")?.append(this.credit);
    }
    this.button.textContent = w.say(this.on ? "tiles_off" : "tiles_show", { host: this.wish.host });
    this.credit.hidden = !this.on;
    this.credit.textContent = ` · ${this.wish.attribution || this.wish.host}`;
  }

  show() {
    const { map } = this.app;
    if (!this.layer) {
      this.layer = L.tileLayer(this.wish.url, { maxZoom: 22, maxNativeZoom: this.wish.max_zoom || 19, referrerPolicy: "no-referrer" });
      // Our own land stays until there is something to see in its place.
      this.layer.once("tileload", () => { this.loaded = true; this.turn(this.on); });
    }
    this.layer.addTo(map);
    this.turn(true);
  }

  hide() {
    this.layer.remove();
    this.turn(false);
  }

  turn(on) {
    this.on = on;
    this.covers = on && Boolean(this.loaded);
    this.settle();
    this.app.surface.redraw();
  }
}
