import { createRequire } from "node:module";
import { glyphBytes, type Outline } from "./glyph-bytes.ts";

/** The house's two faces: wide for headings and figures, text for the rest. */
export type Face = "wide" | "text";

const files = createRequire(import.meta.url);

/** The font files of a face, Latin first and then the letters of Sámi and other languages. */
export const fontFiles: Record<Face, readonly string[]> = {
  wide: filesOf("zalando-sans-expanded"),
  text: filesOf("familjen-grotesk"),
};

function filesOf(family: string): string[] {
  return ["latin", "latin-ext"].map((letters) =>
    files.resolve(`@fontsource-variable/${family}/files/${family}-${letters}-wght-normal.woff2`),
  );
}

/** The part of a font that pdfkit embeds, as fontkit makes it. */
interface Subset {
  font: { getGlyph(id: number): { path: Outline & { bbox: { minX: number } }; advanceWidth: number } };
  glyf: Uint8Array[];
  loca: { offsets: number[]; version: number };
  hmtx: { metrics: { advance: number; bearing: number }[] };
  offset: number;
  _addGlyph(id: number): number;
}

interface EmbeddedFont {
  font: {
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): unknown;
    characterSet: readonly number[];
  };
  subset: Subset;
}

/**
 * Makes a font that came as WOFF2 fit to be embedded. fontkit 2.0.4 copies the bytes of glyphs from the file, where WOFF2
 * keeps them in another form; here every glyph is written anew from its outline.
 *
 * It also remembers a glyph by whoever asks for it first: after an "ø", which is drawn from the outline of "o", an "o" would be
 * told to readers as no letter at all. So every letter is asked for by itself before any is written.
 */
export function embedFromOutlines(font: unknown): EmbeddedFont {
  const embedded = font as EmbeddedFont;
  for (const codePoint of embedded.font.characterSet) embedded.font.glyphForCodePoint(codePoint);
  embedded.subset._addGlyph = function addGlyph(this: Subset, id: number): number {
    const { path, advanceWidth } = this.font.getGlyph(id);
    const bytes = glyphBytes(path);
    // 1: offsets are counted in bytes
    this.loca.version = 1;
    this.loca.offsets.push(this.offset);
    this.glyf.push(bytes);
    this.hmtx.metrics.push({ advance: advanceWidth, bearing: bytes.length === 0 ? 0 : Math.round(path.bbox.minX) });
    this.offset += bytes.length;
    return this.glyf.length - 1;
  };
  return embedded;
}
