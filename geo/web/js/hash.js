// Permalinks: view, filters and selection in the hash, which works from disk and in frames.
class Hash {
  constructor(app) {
    this.app = app;
    this.later = debounce(() => {
      const hash = `#${this.text()}`;
      if (hash === location.hash) return;
      this.wrote = hash;
      try { history.replaceState(null, "", hash); } catch (error) { /* a srcdoc may not; its page keeps the view by itself */ }
    }, 250);
  }

  // In a page of somebody else's, the hash is not ours.
  write() { if (this.app.whole && this.app.started && !this.reading) this.later(); }

  text() {
    const app = this.app, map = app.map, f = app.filter, c = map.getCenter(), parts = [`map=${map.getZoom().toFixed(2)}/${c.lat.toFixed(4)}/${c.lng.toFixed(4)}`];
    for (const facet of f.list) {
      const off = [...facet.on.keys()].filter((i) => !facet.on[i] && facet.totals[i]);
      if (off.length) parts.push(`off.${facet.key}=${off.map((i) => encodeURIComponent(facet.names[i])).join("|")}`);
    }
    if (f.query) parts.push(`q=${encodeURIComponent(f.query)}`);
    if (f.first !== null) parts.push(`t=${isoDay(f.first)}..${isoDay(f.last)}`);
    if (!f.withUndated) parts.push("undated=0");
    if (app.selected >= 0) parts.push(`i=${encodeURIComponent(app.data.id(app.selected))}`);
    return parts.join("&");
  }

  read() {
    const hash = location.hash, app = this.app;
    if (!hash.includes("=") || hash === this.wrote) return;
    this.reading = true;
    const values = new Map(hash.slice(1).split("&").map((pair) => { const at = pair.indexOf("="); return [pair.slice(0, at), pair.slice(at + 1)]; }));
    const decode = (text) => { try { return decodeURIComponent(text); } catch (error) { return ""; } };
    const view = (values.get("map") || "").split("/").map(Number);
    if (view.length === 3 && view.every(Number.isFinite)) app.map.setView([view[1], view[2]], view[0], { animate: false });
    const f = app.filter;
    for (const facet of f.list) {
      const off = new Set((values.get(`off.${facet.key}`) || "").split("|").map(decode));
      facet.names.forEach((name, i) => { facet.on[i] = off.has(name) && name ? 0 : 1; });
    }
    const span = (values.get("t") || "").split("..").map((day) => Date.parse(day) / 86400000);
    [f.first, f.last] = span.length === 2 && span.every(Number.isFinite) ? span : [null, null];
    f.withUndated = values.get("undated") !== "0";
    if (app.time && app.time.check) app.time.check.checked = f.withUndated;
    f.query = "";
    f.matches = null;
    f.apply();
    const query = decode(values.get("q") || "");
    if (query) f.search(query);
    const row = values.has("i") ? app.data.rowOf(decode(values.get("i"))) : -1;
    if (row >= 0 || app.selected >= 0) app.select(row, {});
    this.reading = false;
  }
}
