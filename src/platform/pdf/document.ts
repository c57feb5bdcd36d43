import { type Language, locale } from "../language/language.ts";
import { embedFromOutlines, type Face, fontFiles } from "./embedded-fonts.ts";

type Text = { x: number; y: number; size: number; face?: Face; align?: "left" | "centre" | "right"; colour?: string; isBold?: boolean };

/** A document of pages that is tagged, says its language and carries its fonts. Positions are points from the top left. */
export interface Pages {
  pdf: PDFKit.PDFDocument;
  /** Writes one line and returns its width. `align` says what of it x is: where it begins, its middle, or where it ends. The wide face is bold. */
  line(text: string, how: Text): number;
  widthOf(text: string, size: number, face?: Face): number;
  /** A part of the structure that screen readers follow (H1, P, Table > TR > TH …): what is drawn in it, or left out to add to it. */
  tagged(tag: string, draw?: () => void): PDFKit.PDFStructureElement;
  /** The whole as bytes; nothing more can be written. */
  finish(): ReadableStream<Uint8Array>;
}

export const ink = "#0e2a33";
export const softInk = "#3f5c66";
export const partition = "#c3d0d3";
export const lamp = "#ffc83d";
export const margin = 51;
export const pageWidth = 595.28;
export const pageHeight = 841.89;

const before = { left: 0, centre: 0.5, right: 1 };
const outlineWidth = 0.03;

type Opened = {
  title: string;
  language: Language;
  madeAt: Temporal.Instant /** Width and height in points; A4 when left out. */;
  size?: [number, number];
};

/** Begins a document with one empty page. What makes it is loaded with the first: a program that prints nothing does without it. */
export async function openPages({ title, language, madeAt, size }: Opened): Promise<Pages> {
  const { default: PDFDocument } = await import("pdfkit");
  const pdf = new PDFDocument({
    size: size ?? "A4",
    margin: 0,
    pdfVersion: "1.7",
    tagged: true,
    lang: locale(language),
    displayTitle: true,
    bufferPages: true,
    info: { Title: title, Creator: "Romslig", Producer: "Romslig", CreationDate: new globalThis.Date(madeAt.epochMilliseconds) },
  });
  const fonts: Partial<Record<Face, { name: string; has(codePoint: number): boolean }[]>> = {};
  const fontsOf = (face: Face) => {
    fonts[face] ??= fontFiles[face].map((file, place) => {
      const name = `${face} ${place}`;
      pdf.registerFont(name, file);
      pdf.font(name);
      const { font } = embedFromOutlines((pdf as unknown as { _font: unknown })._font);
      return { name, has: (codePoint) => font.hasGlyphForCodePoint(codePoint) };
    });
    return fonts[face] ?? [];
  };
  const runs = (text: string, face: Face) => {
    const found: { font: string; text: string }[] = [];
    for (const letter of text.normalize("NFC")) {
      const faces = fontsOf(face);
      const font = (faces.find(({ has }) => has(letter.codePointAt(0) ?? 0)) ?? faces[0])?.name ?? "";
      const last = found.at(-1);
      if (last?.font === font) last.text += letter;
      else found.push({ font, text: letter });
    }
    return found;
  };
  const widthOf = (text: string, size: number, face: Face = "text") =>
    runs(text, face).reduce((width, run) => width + pdf.font(run.font).fontSize(size).widthOfString(run.text), 0);
  return {
    pdf,
    widthOf,
    line(text, { x, y, size, face = "text", align = "left", colour = ink, isBold = face === "wide" }) {
      const width = widthOf(text, size, face);
      let at = x - width * before[align];
      // the files hold the ordinary weight; an outline around the letters makes it 600
      const outline = isBold ? { fill: true, stroke: true } : {};
      pdf.lineWidth(size * outlineWidth).lineJoin("round");
      for (const run of runs(text, face)) {
        pdf
          .font(run.font)
          .fontSize(size)
          .fillColor(colour)
          .strokeColor(colour)
          .text(run.text, at, y, { lineBreak: false, ...outline });
        at += pdf.widthOfString(run.text);
      }
      return width;
    },
    tagged: (tag, draw) => (draw === undefined ? pdf.struct(tag) : pdf.struct(tag, {}, draw)),
    finish() {
      pdf.end();
      return new ReadableStream({
        start(controller) {
          pdf.on("data", (bytes: Uint8Array) => controller.enqueue(new Uint8Array(bytes)));
          pdf.on("end", () => controller.close());
          pdf.on("error", (error) => controller.error(error));
        },
      });
    },
  };
}
