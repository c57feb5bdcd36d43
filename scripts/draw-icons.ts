// Draws the icons of the home screen from the mark. Run by hand when the mark changes; what it draws is committed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";

const folder = join(import.meta.dirname, "../src/interface/public");
const mark = readFileSync(join(folder, "mark.svg"));
const floor = "#eef3f3";

// a phone may cut a maskable icon to a circle of four fifths
await draw("icon-any-192.png", 192, 0.75);
await draw("icon-any-512.png", 512, 0.75);
await draw("icon-maskable-512.png", 512, 0.5);
await draw("apple-touch-icon.png", 180, 0.68);

async function draw(name: string, size: number, share: number): Promise<void> {
  const inner = Math.round(size * share);
  const drawn = await sharp(mark, { density: (72 * inner) / 32 })
    .resize(inner, inner)
    .png()
    .toBuffer();
  await sharp({ create: { width: size, height: size, channels: 3, background: floor } })
    .composite([{ input: drawn, gravity: "centre" }])
    .png({ compressionLevel: 9 })
    .toFile(join(folder, name));
}
