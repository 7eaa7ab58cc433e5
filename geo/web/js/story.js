// Story mode: incidents one after the other, text and map together.
class Story {
  constructor(app, box) {
    this.app = app;
    this.steps = app.data.header.story;
    this.at = 0;
    const w = app.words;
    this.caption = el("p", { class: "im-caption", dir: "auto" });
    this.where = el("span", { class: "im-storystep" });
    this.back = el("button", { type: "button", class: "im-icon", "aria-label": w.say("previous"), onclick: () => this.go(this.at - 1) }, icon("prev"));
    this.on = el("button", { type: "button", class: "im-icon", "aria-label": w.say("next"), onclick: () => this.go(this.at + 1) }, icon("next"));
    box.append(el("section", { class: "im-story", "aria-label": w.say("story") },
      el("div", { class: "im-storybar" }, this.back, this.where, this.on), this.caption));
  }

  go(at) {
    this.at = Math.max(0, Math.min(this.steps.length - 1, at));
    const [row, caption] = this.steps[this.at], d = this.app.data;
    this.back.disabled = this.at === 0;
    this.on.disabled = this.at === this.steps.length - 1;
    this.where.textContent = d.words.say("step", { n: this.at + 1, all: this.steps.length });
    this.caption.textContent = caption || `${d.dateSaid(row)}. ${d.kindName(row)}: ${d.placeSaid(row)}.`;
    this.app.select(row, { fly: true, focus: false });
  }
}
