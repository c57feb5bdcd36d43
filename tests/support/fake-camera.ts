import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { encode } from "uqr";

const [width, height] = [640, 480];
const quiet = 4;

/** A film of a QR code held before a camera, as Chromium's fake camera takes it (Y4M). @returns the switches for the browser */
export function cameraThatSees(text: string): string[] {
  const file = join(mkdtempSync(join(tmpdir(), "romslig-camera-")), "code.y4m");
  const frame = Buffer.concat([Buffer.from("FRAME\n"), brightnessOf(text), Buffer.alloc((width * height) / 2, 128)]);
  writeFileSync(file, Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`), frame, frame]));
  return ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${file}`];
}

/** A photo of a QR code, as a phone would take it. */
export function photoOf(text: string): Promise<Buffer> {
  return sharp(brightnessOf(text), { raw: { width, height, channels: 1 } })
    .jpeg()
    .toBuffer();
}

function brightnessOf(text: string): Buffer {
  const { data } = encode(text, { ecc: "M", border: 0 });
  const size = Math.floor(height / (data.length + 2 * quiet));
  const left = Math.floor((width - data.length * size) / 2);
  const top = Math.floor((height - data.length * size) / 2);
  const pixels = Buffer.alloc(width * height, 230);
  for (const [row, squares] of data.entries()) {
    for (const [column, isDark] of squares.entries()) {
      if (!isDark) continue;
      for (let line = 0; line < size; line++) {
        const start = (top + row * size + line) * width + left + column * size;
        pixels.fill(20, start, start + size);
      }
    }
  }
  return pixels;
}
