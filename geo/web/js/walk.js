// The map by keyboard: one button that steps from mark to mark, symbols and areas alike, and opens them.
class Walk {
  constructor(app) {
    this.app = app;
    this.at = 0;
    this.button = el("button", { type: "button", class: "im-walk", "aria-label": app.words.say("walk"),
      onfocus: () => this.enter(), onblur: () => this.leave(), onclick: () => this.open(), onkeydown: (event) => this.key(event) });
    const box = app.map.getContainer();
    box.prepend(this.button);
    L.DomEvent.disableClickPropagation(this.button);
  }

  stops() { return this.app.marks.stops(this.app.surface.seen); }

  enter() {
    this.here = this.stops();
    this.at = Math.min(this.at, Math.max(0, this.here.length - 1));
    this.show();
  }

  leave() { this.app.surface.lift(null); }

  show() {
    const { app } = this, w = app.words, stop = this.here[this.at];
    if (!stop) {
      app.surface.lift(null);
      this.button.textContent = w.say("walk_none");
      this.button.setAttribute("aria-label", w.say("walk_none"));
      return;
    }
    const [what, where] = app.toldOf(stop.regions);
    const said = [w.say("step", { n: this.at + 1, all: this.here.length }), what, where].filter(Boolean).join(" · ");
    this.button.textContent = said;
    this.button.setAttribute("aria-label", `${said}. ${w.say("walk_keys")}`);
    app.surface.lift({ regions: stop.regions, mark: stop });
  }

  key(event) {
    const forward = this.app.rtl ? "ArrowLeft" : "ArrowRight", n = this.here ? this.here.length : 0;
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1 }[event.key] * (event.key.startsWith("ArrowL") || event.key.startsWith("ArrowR") ? (forward === "ArrowRight" ? 1 : -1) : 1);
    if (event.key === "Home") this.at = 0;
    else if (event.key === "End") this.at = n - 1;
    else if (step && n) this.at = (this.at + step + n) % n;
    else return;
    event.preventDefault();
    event.stopPropagation();
    this.show();
  }

  open() {
    const stop = this.here && this.here[this.at];
    if (!stop) return;
    const view = this.app.surface.seen, at = this.app.map.unproject([stop.x + view.x, stop.y + view.y], view.zoom);
    this.app.openAt(stop.regions, at);
    // The map may have come nearer: what is there to walk to is now something else.
    if (document.activeElement === this.button) setTimeout(() => { if (document.activeElement === this.button) { this.at = 0; this.enter(); } }, 1000);
  }
}
