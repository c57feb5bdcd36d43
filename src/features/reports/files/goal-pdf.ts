import { catalogue, type Language } from "../../../platform/language/language.ts";
import { ink, lamp, margin, type Pages, pageWidth } from "../../../platform/pdf/document.ts";
import { pdfTable, roomFor } from "../../../platform/pdf/table.ts";
import type { FrozenFigure } from "../frozen.ts";
import { goalOf } from "../goal.ts";
import { writeFigure } from "../metrics/write-figure.ts";

const within = pageWidth - 2 * margin;
const barHeight = 16;

/** A figure beside its target: a bar of what is reached, and the same as a table. @returns the height below */
export function goalOnPage(
  pages: Pages,
  document: PDFKit.PDFStructureElement,
  from: number,
  { figure, amount }: { figure: FrozenFigure; amount: number },
  language: Language,
): number {
  const words = texts[language];
  const { share, left } = goalOf(figure.value, amount);
  const write = (value: number | null) => writeFigure(value, figure, language);
  const top = roomFor(pages, from + 4, 6);
  const alt = words.bar({ name: figure.texts[language].name, reached: write(figure.value), amount: write(amount) });
  const draw = () => {
    const reached = within * Math.max(0, Math.min(1, share ?? 0));
    pages.pdf.rect(margin, top, reached, barHeight).fill(lamp);
    pages.pdf.rect(margin, top, within, barHeight).lineWidth(1.5).strokeColor(ink).stroke();
  };
  document.add(pages.pdf.struct("Figure", { alt }, draw));
  return pdfTable(pages, document, top + barHeight + 10, {
    columns: [
      { title: figure.texts[language].name, x: margin, width: 260 },
      { title: words.amount, x: pageWidth - margin, align: "right" },
    ],
    rows: [
      [words.reached, write(figure.value)],
      [words.goal, write(amount)],
      [words.left, write(left)],
    ],
  });
}

type Bar = { name: string; reached: string; amount: string };

const texts = catalogue({
  nb: { reached: "Nådd", goal: "Mål", left: "Igjen", amount: "Tall", bar: (d: Bar) => `${d.name}: ${d.reached} av ${d.amount} er nådd` },
  nn: { reached: "Nådd", goal: "Mål", left: "Att", amount: "Tal", bar: (d: Bar) => `${d.name}: ${d.reached} av ${d.amount} er nådd` },
  en: {
    reached: "Reached",
    goal: "Target",
    left: "Left",
    amount: "Figure",
    bar: (d: Bar) => `${d.name}: ${d.reached} of ${d.amount} reached`,
  },
});
