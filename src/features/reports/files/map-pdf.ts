import { placeLabels } from "../../../interface/components/map-labels.ts";
import type { Language } from "../../../platform/language/language.ts";
import { ink, lamp, margin, type Pages, pageWidth, partition, softInk } from "../../../platform/pdf/document.ts";
import { roomFor } from "../../../platform/pdf/table.ts";
import type { FrozenFigure } from "../frozen.ts";
import { areaMap, type Place } from "../map/area-map.ts";
import { writeFigure } from "../metrics/write-figure.ts";

const lineOfTable = 19;
const mostPins = 24;

/** Draws a figure on a map of schematic areas, the deeper the colour the more, with its numbers. @returns the height below */
export function mapOnPage(
  pages: Pages,
  document: PDFKit.PDFStructureElement,
  from: number,
  { figure, places, words }: { figure: FrozenFigure; places: readonly Place[]; words: string },
  language: Language,
): number {
  const map = areaMap(places, figure.values);
  if (!map) return from;
  const top = roomFor(pages, from + 8, Math.ceil((map.height + 24) / lineOfTable));
  const left = (pageWidth - map.width) / 2;
  const anchors = map.points
    .slice(0, mostPins)
    .map(({ label, value, x, y }) => ({ x, y, name: label, amount: writeFigure(value, figure, language) }));
  const { pdf } = pages;
  document.add(
    pdf.struct("Figure", { alt: `${figure.texts[language].name}. ${words}` }, () => {
      pdf.save().translate(left, top);
      pdf.rect(0, 0, map.width, map.height).clip();
      for (const { path, share } of map.cells) {
        if (path === "") continue;
        if (share !== null)
          pdf
            .path(path)
            .fillOpacity(0.2 + 0.8 * share)
            .fill(lamp);
        pdf.fillOpacity(1).path(path).lineWidth(0.5).strokeColor(partition).stroke();
      }
      pdf.restore();
      for (const [{ x, y, name, amount }, pin] of placeLabels(anchors, map)) {
        if (pin.isMoved)
          pdf
            .moveTo(left + x, top + y)
            .lineTo(left + pin.x, top + pin.y)
            .lineWidth(0.75)
            .strokeColor(ink)
            .stroke();
        pdf
          .rect(left + pin.x - pin.squareWidth / 2, top + pin.y - 9, pin.squareWidth, 18)
          .lineWidth(1)
          .fillAndStroke("#ffffff", ink);
        pages.line(amount, { x: left + pin.x, y: top + pin.y - 5, size: 9, align: "centre" });
        pages.line(name, { x: left + pin.labelX, y: top + pin.y - 5, size: 9, align: pin.labelEnds === "end" ? "right" : "left" });
      }
      pdf.rect(left, top, map.width, map.height).lineWidth(1.5).strokeColor(ink).stroke();
    }),
  );
  document.add(pages.tagged("Caption", () => pages.line(words, { x: margin, y: top + map.height + 6, size: 9, colour: softInk })));
  return top + map.height + 22;
}
