import { type Language, locale } from "../../../platform/language/language.ts";
import { ink, margin, type Pages, pageWidth, partition, softInk } from "../../../platform/pdf/document.ts";
import { pdfTable, roomFor } from "../../../platform/pdf/table.ts";
import { bandOf, endOf, lastYear, pinnedOf, scaleOf, stairs, survivalWords } from "../../programs/index.ts";
import type { Drawings } from "../draw-programs.ts";

type Survival = Drawings["survivals"][number];

const plotted = { left: margin + 34, width: pageWidth - 2 * margin - 44, height: 190 };
const curveInk = "#0b6e8f";
const bandInk = "#d5e6ec";

/** What the curve says, as sentences: the share with its years and limits, what nobody knows, two cohorts, and the country with its source. */
export function survivalSentences(survival: Survival, language: Language): string[] {
  const text = survivalWords[language];
  const count = (value: number) => new Intl.NumberFormat(locale(language)).format(value);
  if (survival.isSuppressed) return [survival.n === 0 ? text.none : text.suppressedAbout({ n: count(survival.n) })];
  const pinned = pinnedOf(survival);
  if (!pinned) return [];
  const years = text.years(pinned.years);
  const told = { percent: share(pinned.survival, language), years, n: count(survival.n) };
  const { comparison } = survival;
  return [
    pinned.lower === null || pinned.upper === null
      ? text.sentenceWithout(told)
      : text[survival.clock === "age" ? "sentenceByAge" : "sentence"]({
          ...told,
          lower: share(pinned.lower, language),
          upper: share(pinned.upper, language),
        }),
    ...(survival.unknown > 0
      ? [
          text.unknown({
            unknown: count(survival.unknown),
            failed: share(pinned.allUnknownFailed, language),
            survived: share(pinned.allUnknownSurvived, language),
            years,
          }),
        ]
      : []),
    ...(survival.fewFrom === null ? [] : [text.ends({ years: text.yearsWith(decimals(survival.fewFrom, 1, language)) })]),
    ...(comparison
      ? [
          `${text.compareLead({ first: comparison.first.name, second: comparison.second.name })}. ${
            comparison.logRank === null
              ? text.notCompared
              : `${text.compared({ chi: decimals(comparison.logRank.chiSquare, 2, language), p: decimals(comparison.logRank.p, 3, language) })} ${comparison.logRank.p < 0.05 ? text.differs : text.same}`
          }`,
        ]
      : []),
    ...survival.reference
      .filter(({ horizonYears }) => horizonYears === pinned.years)
      .map(
        (one) =>
          `${text.national({ percent: share(one.share, language), form: one.legalForm, cohort: one.cohort, years })} ${text.source}: ${[one.source, one.sourceUrl, one.sourceOn].filter(Boolean).join(", ")}`,
      ),
    survival.definitions[language],
  ];
}

/** Draws the curve with its band, the country's mark and how many are followed, and under it the table. @returns the height below */
export function survivalOnPage(
  pages: Pages,
  document: PDFKit.PDFStructureElement,
  from: number,
  survival: Survival,
  language: Language,
): number {
  if (survival.isSuppressed) return from;
  const text = survivalWords[language];
  const top = roomFor(pages, from + 8, 15) + 12;
  const plot = { ...plotted, top };
  const until = endOf(survival);
  const curve = { ...survival, until };
  const { x, y } = scaleOf(plot, until);
  const foot = top + plot.height;
  const right = plot.left + plot.width;
  const pinned = pinnedOf(survival);
  const national = survival.reference.findLast((one) => one.legalForm === "AS" && one.horizonYears === pinned?.years);
  const said = pinned ? text.after({ percent: share(pinned.survival, language), years: text.years(pinned.years) }) : "";
  document.add(
    pages.pdf.struct("Figure", { alt: `${text.title[survival.clock]}. ${said}` }, () => {
      for (const line of [0, 0.25, 0.5, 0.75, 1]) {
        stroke(`M${plot.left} ${y(line)}H${right}`, partition, 0.75);
        pages.line(share(line, language), { x: plot.left - 6, y: y(line) - 5, size: 9, align: "right", colour: softInk });
      }
      const band = bandOf(curve, plot);
      if (band) pages.pdf.path(band).fill(bandInk);
      stroke(stairs(curve, plot), curveInk, 2);
      stroke(`M${plot.left} ${foot}H${right}`, ink, 1.5);
      if (pinned) {
        pages.pdf.circle(x(pinned.years), y(pinned.survival), 4).lineWidth(1.5).fillAndStroke("#ffffff", ink);
        pages.line(said, { x: right, y: top - 14, size: 12, face: "wide", align: "right" });
      }
      if (pinned && national) {
        const [left, height] = [x(pinned.years), y(national.share)];
        pages.pdf
          .path(`M${left} ${height - 5}l5 5-5 5-5-5z`)
          .lineWidth(1.5)
          .fillAndStroke("#ffffff", ink);
        const mark = text.nationalShort({ percent: share(national.share, language), form: national.legalForm });
        pages.line(mark, { x: left - 9, y: height + 4, size: 9, align: "right" });
      }
      const every = lastYear(until) > 12 ? 2 : 1;
      for (let year = 0; year <= lastYear(until); year += every) {
        const followed = year === 0 ? survival.n : survival.horizons.find(({ years }) => years === year)?.atRisk;
        pages.line(String(year), { x: x(year), y: foot + 4, size: 9, align: "centre", colour: softInk });
        if (followed !== undefined) pages.line(String(followed), { x: x(year), y: foot + 18, size: 9, align: "centre" });
      }
      pages.line(`${text.axis[survival.clock]} · ${text.followed}`, { x: right, y: foot + 32, size: 9, align: "right", colour: softInk });
    }),
  );
  const limit = (value: number | null) => (value === null ? "" : share(value, language));
  return pdfTable(pages, document, roomFor(pages, foot + 54, 3), {
    columns: [
      { title: text.year, x: margin },
      ...[text.atRisk, text.share, text.from, text.until].map((title, place) => ({
        title,
        x: margin + 190 + place * 100,
        align: "right" as const,
      })),
    ],
    rows: survival.horizons.map((one) => [
      String(one.years),
      String(one.atRisk),
      share(one.survival, language),
      limit(one.lower),
      limit(one.upper),
    ]),
  });

  function stroke(path: string, colour: string, width: number): void {
    pages.pdf.path(path).lineWidth(width).strokeColor(colour).stroke();
  }
}

function share(value: number, language: Language): string {
  return new Intl.NumberFormat(locale(language), { style: "percent" }).format(value);
}

function decimals(value: number, most: number, language: Language): string {
  return new Intl.NumberFormat(locale(language), { maximumFractionDigits: most }).format(value);
}
