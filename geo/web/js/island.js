// Read a data island: gzip, a JSON header, sections of columns, texts and shapes.
const SLICE = 1 << 20;

const bytesOf = Uint8Array.fromBase64 ? (base64) => Uint8Array.fromBase64(base64) : (base64) => {
  const packed = atob(base64), bytes = new Uint8Array(packed.length);
  for (let i = 0; i < packed.length; i++) bytes[i] = packed.charCodeAt(i);
  return bytes;
};

// Unpacked slice by slice into one buffer, whose size the last four bytes of gzip tell.
async function unpacked(base64) {
  const tail = bytesOf(base64.slice(-8)), size = new DataView(tail.buffer, tail.byteOffset + tail.length - 4).getUint32(0, true);
  const whole = new Uint8Array(size), stream = new DecompressionStream("gzip");
  const feed = async () => {
    const writer = stream.writable.getWriter();
    for (let at = 0; at < base64.length; at += SLICE) await writer.write(bytesOf(base64.slice(at, at + SLICE)));
    await writer.close();
  };
  const drain = async () => {
    const reader = stream.readable.getReader();
    for (let at = 0; ;) {
      const { done, value } = await reader.read();
      if (done) return;
      whole.set(value, at);
      at += value.length;
    }
  };
  await Promise.all([feed(), drain()]);
  return whole;
}

async function readIsland(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`no data island ${id}`);
  const whole = await unpacked(element.textContent.trim());
  const length = new DataView(whole.buffer).getUint32(0, true);
  return new Island(JSON.parse(new TextDecoder().decode(whole.subarray(4, 4 + length))), whole.subarray(4 + length));
}

// The narrowest array of whole numbers that holds what lies between two of them.
function numbers(low, high, n) {
  if (low >= 0) return high < 256 ? new Uint8Array(n) : high < 65536 ? new Uint16Array(n) : new Int32Array(n);
  return low >= -128 && high < 128 ? new Int8Array(n) : new Int32Array(n);
}

class Island {
  constructor(header, body) {
    this.header = header;
    this.body = body;
    this.cache = new Map();
    // Columns of another island that columns of this one follow from.
    this.keys = {};
    const b = header.bounds;
    this.wrap = b && b[0] > b[2] ? (b[0] + b[2]) / 2 : -Infinity;
  }

  has(name) { return name in this.header.sections; }

  bytes(name) {
    const section = this.header.sections[name];
    return this.body.subarray(section.at, section.at + section.len);
  }

  ints(name) {
    const key = `i:${name}`;
    if (!this.cache.has(key)) this.cache.set(key, this.column(name));
    return this.cache.get(key);
  }

  column(name) {
    const section = this.header.sections[name];
    if (!section) return new Uint8Array(0);
    const n = section.n, own = section.d ? this.summed(section, name) : this.lifted(section, name);
    if (!section.by) return own;
    // What follows from another column stands here once for each value of that one, from -1 on.
    const by = this.keys[section.by] || this.ints(section.by), out = new own.constructor(by.length);
    for (let i = 0; i < out.length; i++) out[i] = own[by[i] + 1];
    return out;
  }

  // Byte planes put together, with the smallest value put back.
  lifted({ n, t, min, max }, name) {
    const out = numbers(min, max, n), bytes = this.bytes(name);
    if (t === 0) out.fill(min);
    else if (t === 1) for (let i = 0; i < n; i++) out[i] = bytes[i] + min;
    else if (t === 2) for (let i = 0; i < n; i++) out[i] = (bytes[i] | bytes[n + i] << 8) + min;
    else {
      for (let i = 0; i < n; i++) out[i] = (bytes[i] | bytes[n + i] << 8 | bytes[2 * n + i] << 16 | bytes[3 * n + i] << 24) + min;
    }
    return out;
  }

  summed({ n, t, min, max, first, low }, name) {
    const steps = this.lifted({ n, t, min, max: 2 ** 31 }, name), out = numbers(low, max, n);
    let value = first;
    for (let i = 0; i < n; i++) {
      const step = steps[i] >>> 0;
      value += (step >>> 1) ^ -(step & 1);
      out[i] = value;
    }
    return out;
  }

  list(name) {
    const key = `s:${name}`;
    if (!this.cache.has(key)) {
      const section = this.header.sections[name];
      this.cache.set(key, section && section.n ? new TextDecoder().decode(this.bytes(name)).split("\0") : []);
    }
    return this.cache.get(key);
  }

  // A text column: its words, and for each row which of them (null: row i has word i).
  text(name) {
    const key = `t:${name}`;
    if (!this.cache.has(key)) {
      const coded = this.has(`${name}.d`);
      this.cache.set(key, { words: this.list(coded ? `${name}.d` : name), code: coded ? this.ints(name) : null });
    }
    return this.cache.get(key);
  }

  shapes(name) { return new Shapes(this, name); }
}

// Shapes in Web Mercator, the whole world from 0 to 1; decoded once, drawn often.
class Shapes {
  constructor(island, name) {
    // A map across the antimeridian goes on eastwards beyond 180 degrees.
    const wrap = name === "b.world" ? -Infinity : island.wrap;
    const exp = island.ints(`${name}.exp`), x0 = island.ints(`${name}.x`), y0 = island.ints(`${name}.y`);
    const radius = island.ints(`${name}.r`), lines = island.ints(`${name}.lines`), points = island.ints(`${name}.points`);
    this.count = exp.length;
    let total = 0;
    for (let i = 0; i < points.length; i++) total += points[i];
    const CORNERS = 40;
    for (let s = 0; s < this.count; s++) if (radius[s]) total += CORNERS;
    this.xy = new Float64Array(2 * total);
    this.lineStart = [];
    this.shapeLine = new Int32Array(this.count + 1);
    this.box = new Float64Array(4 * this.count);
    // Radius of a disc in the map's own units, 0 for other shapes.
    this.disc = new Float64Array(this.count);
    const bytes = island.has(`${name}.xy`) ? island.bytes(`${name}.xy`) : new Uint8Array(0);
    let at = 0, out = 0, line = 0;
    const next = () => {
      let value = 0, factor = 1, byte;
      do { byte = bytes[at++]; value += (byte & 127) * factor; factor *= 128; } while (byte & 128);
      return value % 2 ? -(value + 1) / 2 : value / 2;
    };
    for (let s = 0; s < this.count; s++) {
      this.shapeLine[s] = this.lineStart.length;
      let west = 2, north = 2, east = -1, south = -1;
      const put = (lng, lat) => {
        const x = mercatorX(lng < wrap ? lng + 360 : lng), y = mercatorY(lat);
        this.xy[out++] = x; this.xy[out++] = y;
        if (x < west) west = x;
        if (x > east) east = x;
        if (y < north) north = y;
        if (y > south) south = y;
      };
      if (radius[s]) {
        this.lineStart.push(out >> 1);
        const lng = x0[s] / 1e5, lat = y0[s] / 1e5, dy = radius[s] / 111195, dx = dy / Math.cos(lat * Math.PI / 180);
        for (let c = 0; c < CORNERS; c++) {
          const turn = 2 * Math.PI * c / CORNERS;
          put(lng + dx * Math.sin(turn), lat + dy * Math.cos(turn));
        }
      } else {
        const step = 2 ** exp[s] / 1e5;
        let gx = x0[s], gy = y0[s];
        for (let l = 0; l < lines[s]; l++) {
          this.lineStart.push(out >> 1);
          for (let p = points[line++]; p > 0; p--) {
            gx += next(); gy += next();
            put(gx * step, gy * step);
          }
        }
      }
      this.box.set([west, north, east, south], 4 * s);
      if (radius[s] && radius[s] < 200000) this.disc[s] = (east - west) / 2;
    }
    this.lineStart.push(out >> 1);
    this.shapeLine[this.count] = this.lineStart.length - 1;
  }

  // Even-odd, so that holes and parts need no marks.
  holds(s, x, y) {
    const b = 4 * s, xy = this.xy;
    if (x < this.box[b] || x > this.box[b + 2] || y < this.box[b + 1] || y > this.box[b + 3]) return false;
    let inside = false;
    for (let l = this.shapeLine[s]; l < this.shapeLine[s + 1]; l++) {
      const from = this.lineStart[l], to = this.lineStart[l + 1];
      for (let i = from, j = to - 1; i < to; j = i++) {
        const xi = xy[2 * i], yi = xy[2 * i + 1], xj = xy[2 * j], yj = xy[2 * j + 1];
        if (yi > y !== yj > y && x < (xj - xi) * (y - yi) / (yj - yi) + xi) inside = !inside;
      }
    }
    return inside;
  }

  // Rings or lines as longitude and latitude, for downloads.
  degrees(s) {
    const rings = [];
    for (let l = this.shapeLine[s]; l < this.shapeLine[s + 1]; l++) {
      const ring = [];
      for (let i = this.lineStart[l]; i < this.lineStart[l + 1]; i++) {
        ring.push([round5(lngOf(this.xy[2 * i])), round5(latOf(this.xy[2 * i + 1]))]);
      }
      rings.push(ring);
    }
    return rings;
  }
}

const mercatorX = (lng) => (lng + 180) / 360;
const mercatorY = (lat) => {
  const sine = Math.sin(Math.max(-85.05, Math.min(85.05, lat)) * Math.PI / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
};
const lngOf = (x) => 360 * x - 180;
const latOf = (y) => 360 / Math.PI * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - 90;
const round5 = (value) => Math.round(value * 1e5) / 1e5;
