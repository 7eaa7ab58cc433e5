// Small helpers: elements by textContent only, words, dates, numbers.
const SVG_NS = "http://www.w3.org/2000/svg";

function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "text") node.textContent = value;
    else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name in node && typeof value === "boolean") node[name] = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

function svg(tag, attributes, ...children) {
  const node = document.createElementNS(SVG_NS, tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value !== undefined && value !== null) node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

function debounce(work, wait) {
  let timer = 0;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...values), wait);
  };
}

function eachFrame(work) {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => { asked = false; work(); });
  };
}

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

function safeLink(url) {
  return /^https?:\/\//i.test(url) ? url : "";
}

class Words {
  constructor(table, lang) {
    this.table = table;
    this.lang = lang;
    this.plural = new Intl.PluralRules(lang);
    this.number = new Intl.NumberFormat(lang === "ar" ? "ar-u-nu-latn" : lang);
    const date = (options) => new Intl.DateTimeFormat(
      { ar: "ar-u-nu-latn-ca-gregory", en: "en-GB" }[lang] || lang, { timeZone: "UTC", ...options });
    this.dayFormat = date({ day: "numeric", month: "long", year: "numeric" });
    this.shortFormat = date({ day: "numeric", month: "short", year: "numeric" });
    this.monthFormat = date({ month: "short", year: "numeric" });
    this.weekdayFormat = date({ weekday: "long" });
  }

  // "{n} records" with the plural form that n asks for.
  say(key, values) {
    let pattern = this.table[key];
    if (pattern === undefined) return key;
    if (typeof pattern === "object") {
      pattern = pattern[this.plural.select(values.n)] || pattern.other;
    }
    return pattern.replace(/\{(\w+)\}/g, (_, name) => {
      const value = (values || {})[name];
      return typeof value === "number" ? this.number.format(value) : String(value);
    });
  }

  format(form) { return form === "short" ? this.shortFormat : form === "month" ? this.monthFormat : this.dayFormat; }

  day(number, form) { return this.format(form).format(new Date(number * 86400000)); }

  // "21–28 February 2021": what both days share is said once.
  days(first, last, form) { return this.format(form).formatRange(new Date(first * 86400000), new Date(last * 86400000)); }

  count(records, low, high) {
    const said = this.say("records", { n: records });
    return high === low && low === records ? said : said + this.table.join + this.events(low, high);
  }

  events(low, high) {
    return high < 0 ? this.say("events_least", { n: low })
      : high === low ? this.say("events", { n: low })
      : this.say("events_range", { n: high, low, high });
  }
}
