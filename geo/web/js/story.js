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
    const section = el("section", { class: "im-story", "aria-label": w.say("story") },
      el("div", { class: "im-storybar" }, this.back, this.where, this.on), this.caption);
    // On a narrow screen the story's words stand right under its map.
    const narrow = matchMedia("(max-width: 760px)"), time = app.shell.querySelector('[data-im="time"]');
    const place = () => { if (narrow.matches) time.before(section); else box.prepend(section); };
    narrow.addEventListener("change", place);
    place();
  }

  // The first step is there at once; from then on the map flies.
  go(at, first) {
    this.at = Math.max(0, Math.min(this.steps.length - 1, at));
    const [row, caption] = this.steps[this.at], d = this.app.data;
    this.back.disabled = this.at === 0;
    this.on.disabled = this.at === this.steps.length - 1;
    this.where.textContent = d.words.say("step", { n: this.at + 1, all: this.steps.length });
    if (!caption && !d.texts) d.textsReady.then(() => { if (this.at === at) this.go(at, first); });
    this.caption.textContent = caption || `${d.dateSaid(row)}. ${d.kindName(row)}: ${d.placeSaid(row)}.`;
    this.app.select(row, { fly: true, jump: first, focus: false });
  }
}

// A report's text with its names marked, each leading to its place and back.
class MarkedText {
  constructor(app, box) {
    this.app = app;
    const { words, marks } = app.data.header.text, d = app.data;
    this.box = el("div", { class: "im-report", dir: "auto", tabindex: 0, role: "region", "aria-label": app.words.say("text") });
    let at = 0;
    this.marks = marks.map(([from, to], row) => {
      if (from < at) return null;
      const kind = d.kinds[d.kind[row]], button = el("button", { type: "button", text: words.slice(from, to), title: kind.one,
        class: `im-mark${d.region[row] < 0 ? " im-hollow" : kind.kind.includes("people") ? " im-dotted" : ""}`,
        onclick: () => app.select(row, { fly: true }) });
      button.style.setProperty("--mark", app.marks.tone(d.kind[row], app.theme()));
      this.box.append(words.slice(at, from), button);
      at = to;
      return button;
    });
    this.box.append(words.slice(at));
    box.append(this.box);
  }

  show(row) {
    this.marks.forEach((mark, i) => { if (mark) mark.toggleAttribute("aria-current", false); if (mark && i === row) mark.setAttribute("aria-current", "true"); });
    const mark = this.marks[row];
    if (mark) this.box.scrollTop += mark.getBoundingClientRect().top - this.box.getBoundingClientRect().top - this.box.clientHeight / 2;
  }
}
