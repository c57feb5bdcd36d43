import { catalogue, type Language, locale } from "../../../platform/language/language.ts";
import { margin, type Pages, pageWidth } from "../../../platform/pdf/document.ts";
import { pdfTable, roomFor } from "../../../platform/pdf/table.ts";
import type { TargetMeasure } from "../../programs/index.ts";
import type { Drawings } from "../draw-programs.ts";

type Target = Drawings["targets"][number]["targets"][number];

/** Targets as a table: what is reached for sure and at most, of how much, and until when. @returns the height below */
export function targetsOnPage(
  pages: Pages,
  document: PDFKit.PDFStructureElement,
  from: number,
  targets: readonly Target[],
  language: Language,
): number {
  const words = texts[language];
  const inWords = (names: Partial<Record<Language, string>>) => names[language] || names.nb || names.nn || names.en || "";
  const write = (value: number) => new Intl.NumberFormat(locale(language), { maximumFractionDigits: 1 }).format(value);
  const date = (day: string) =>
    Temporal.PlainDate.from(day).toLocaleString(locale(language), { day: "numeric", month: "short", year: "numeric" });
  return pdfTable(pages, document, roomFor(pages, from + 6, 3), {
    columns: [
      { title: words.target, x: margin, width: 250 },
      { title: words.reached, x: margin + 330, align: "right" },
      { title: words.of, x: margin + 400, align: "right" },
      { title: words.until, x: pageWidth - margin, align: "right" },
    ],
    rows: targets.map(({ name, measure, reached: { least, most }, amount, until }) => [
      `${inWords(name)} (${words.measures[measure]})`,
      least === most ? write(least) : `${write(least)}–${write(most)}`,
      write(amount),
      date(until),
    ]),
  });
}

type Words = { target: string; reached: string; of: string; until: string; measures: Record<TargetMeasure, string> };

const texts = catalogue<Words>({
  nb: {
    ...{ target: "Mål", reached: "Nådd", of: "Av", until: "Innen" },
    measures: { heads: "ansatte", fte: "årsverk", intakes: "opptak" },
  },
  nn: {
    ...{ target: "Mål", reached: "Nådd", of: "Av", until: "Innan" },
    measures: { heads: "tilsette", fte: "årsverk", intakes: "opptak" },
  },
  en: {
    ...{ target: "Target", reached: "Reached", of: "Of", until: "By" },
    measures: { heads: "employees", fte: "full-time equivalents", intakes: "intakes" },
  },
});
