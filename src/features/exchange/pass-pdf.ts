import { encode } from "uqr";
import { type Language, locale } from "../../platform/language/language.ts";
import { ink, margin, openPages, type Pages, pageWidth, softInk } from "../../platform/pdf/document.ts";
import { passFileWords } from "./pass-file-words.ts";
import type { PassRow } from "./queries.ts";

const millimetre = 72 / 25.4;
const width = 85 * millimetre;
const codeSize = 60 * millimetre;
const inner = margin + 5 * millimetre;
const right = margin + width - 5 * millimetre;

/** A pass on paper: 85 mm wide with a code of 60 mm, and below the cut how one gets in. Tagged, with fonts and language. */
export function passPdf(pass: PassRow, token: string, language: Language): ReadableStream<Uint8Array> {
  const words = passFileWords[language];
  const place = pass.space_town ? `${pass.space_name}, ${pass.space_town}` : pass.space_name;
  const pages = openPages({ title: `${words.title}: ${place}`, language, madeAt: pass.claimed_at });
  const { pdf } = pages;
  const document = pages.tagged("Document");
  pdf.addStructure(document);
  let y = margin + 5 * millimetre;
  const write = (tag: string, text: string, size: number, face: "wide" | "text" = "text", colour = ink) => {
    const lines = wrapped(pages, text, { size, face, within: right - inner });
    document.add(
      pages.tagged(tag, () => {
        for (const [row, line] of lines.entries()) pages.line(line, { x: inner, y: y + row * size * 1.25, size, face, colour });
      }),
    );
    y += lines.length * size * 1.25 + 3;
  };

  write("P", words.title, 9, "text", softInk);
  write("H1", place, 15, "wide");
  write("P", longDay(pass.day, language), 11);
  y += 4;
  const top = y;
  document.add(
    pdf.struct("Figure", { alt: words.qr(inFours(pass.code)) }, () => drawCode(pages, token, margin + (width - codeSize) / 2, top)),
  );
  y += codeSize + 8;
  write("P", `${words.code}: ${inFours(pass.code)}`, 14, "wide");
  write("P", `${words.name}: ${pass.holder_name}`, 10);
  write("P", `${words.from}: ${pass.home_name}`, 10);
  const bottom = y + 4;
  pdf.markContent("Artifact");
  pdf
    .rect(margin, margin, width, bottom - margin)
    .lineWidth(1.5)
    .strokeColor(ink)
    .stroke();
  pdf
    .moveTo(margin, bottom + 18)
    .lineTo(pageWidth - margin, bottom + 18)
    .lineWidth(0.75)
    .dash(4, { space: 3 })
    .stroke()
    .undash();
  pdf.endMarkedContent();
  const arrival = pass.arrival[language] ?? pass.arrival.nb ?? pass.arrival.en ?? pass.arrival.nn;
  if (arrival) {
    y = bottom + 34;
    write("H2", words.arrival, 12, "wide");
    for (const paragraph of arrival.split(/\n+/)) write("P", paragraph, 10.5);
  }
  return pages.finish();
}

function drawCode({ pdf }: Pages, token: string, left: number, top: number): void {
  const { data } = encode(token, { ecc: "M", border: 2 });
  const square = codeSize / data.length;
  for (const [row, squares] of data.entries()) {
    for (const [column, isDark] of squares.entries()) if (isDark) pdf.rect(left + column * square, top + row * square, square, square);
  }
  pdf.fill("#000000");
}

function wrapped(
  { widthOf }: Pages,
  text: string,
  { size, face, within }: { size: number; face: "wide" | "text"; within: number },
): string[] {
  const lines: string[] = [""];
  for (const word of text.split(/\s+/)) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (lines.at(-1) === "" || widthOf(longer, size, face) <= within) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function longDay(day: string, language: Language): string {
  return new Intl.DateTimeFormat(locale(language), { weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(
    Temporal.PlainDate.from(day),
  );
}

function inFours(code: string): string {
  return code.replace(/(.{4})(?=.)/g, "$1 ");
}
