// Small pictures that come again and again, each drawn once. Shared by the canvases of a map.
const SPRITES_KEPT = 4000;

class Sprites {
  constructor() { this.kept = new Map(); }

  // `half`: half the width and height in CSS pixels; `draw(painter, x, y)` draws around a middle.
  get(key, half, ratio, draw) {
    const full = `${key}@${ratio}`;
    let sprite = this.kept.get(full);
    if (sprite) return sprite;
    if (this.kept.size > SPRITES_KEPT) this.kept.clear();
    const w = Math.max(1, Math.ceil(2 * half[0] * ratio)), h = Math.max(1, Math.ceil(2 * half[1] * ratio));
    const canvas = new OffscreenCanvas(w, h), context = canvas.getContext("2d");
    context.scale(ratio, ratio);
    draw(new CanvasPainter(context, ratio), w / ratio / 2, h / ratio / 2);
    sprite = canvas.transferToImageBitmap();
    this.kept.set(full, sprite);
    return sprite;
  }
}
