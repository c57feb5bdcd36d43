import { catalogue, type Language } from "../../../platform/language/language.ts";
import type { XlsxSheet } from "../../../platform/sheets/index.ts";
import { survivalWords } from "../../programs/index.ts";
import type { Drawings } from "../draw-programs.ts";
import type { FrozenFigure } from "../frozen.ts";
import { partLabel } from "../metrics/part-label.ts";
import { sourceWords } from "../metrics/source-words.ts";
import type { ReportRow } from "../queries.ts";

type Line = (string | number | null)[];

/** A report as lines of a sheet: each figure whole, and under it its parts. */
export function reportLines(figures: readonly FrozenFigure[], language: Language): { titles: string[]; lines: Line[] } {
  const words = texts[language];
  const sources = sourceWords[language];
  const whole = new Set<string>();
  const lines = figures.flatMap((figure): Line[] => {
    const { name, definition } = figure.texts[language];
    const source = figure.sources.map(({ source, n }) => `${sources[source as keyof typeof sources]}: ${n}`).join(", ");
    const facts = [figure.missing, figure.version, definition, source];
    // one that is drawn in two ways is whole once: who adds a column up must not count it twice
    const isTold = whole.has(figure.metric);
    whole.add(figure.metric);
    return [
      ...(isTold ? [] : [[figure.metric, name, words.whole, figure.value, figure.compared.value, figure.n, ...facts] as Line]),
      ...figure.values.map((part): Line => {
        const label = figure.by ? partLabel(figure.by, part, language) : part.label;
        return [
          figure.metric,
          name,
          part.isHeldBack ? `${label} (${words.heldBack})` : label,
          part.value,
          null,
          part.n,
          null,
          figure.version,
          null,
          null,
        ];
      }),
    ];
  });
  return { titles: words.titles, lines };
}

/** What stands beside the figures in the workbook: what report it is, each curve year by year, and targets. */
export function reportSheets(row: ReportRow, areaName: string | null, { survivals, targets }: Drawings, language: Language): XlsxSheet[] {
  const words = sheetTexts[language];
  const survival = survivalWords[language];
  const inWords = (given: Partial<Record<Language, string>>) => given[language] || given.nb || given.nn || given.en || "";
  const last = Temporal.PlainDate.from(row.to_day).subtract({ days: 1 });
  const about: Line[] = [
    [words.report, inWords(row.titles)],
    [words.by, row.organization_name],
    ...(areaName === null ? [] : [[words.area, areaName]]),
    [words.period, `${row.from_day} – ${last}`],
    [words.borders, row.borders],
    [words.published, row.published_at?.toString() ?? words.draft],
    ...(row.correction_reason === null ? [] : [[words.corrected, row.correction_reason]]),
    [words.checksum, row.checksum],
  ];
  const years = survivals.flatMap(({ program, clock, merged, horizons }) =>
    horizons.map(
      (one): Line => [
        ...[inWords(program.names), survival.clocks[clock], survival.mergedAs[merged], one.years, one.survival, one.lower, one.upper],
        one.atRisk,
      ],
    ),
  );
  const reached = targets.flatMap(({ program, targets: list }) =>
    list.map((one): Line => [inWords(program.names), inWords(one.name), one.reached.least, one.reached.most, one.amount, one.until]),
  );
  const sheet = (name: string, titles: string[], rows: Line[]) => ({ name, columns: titles.map((title) => ({ title })), rows });
  return [
    sheet(words.about, [words.what, words.answer], about),
    ...(years.length === 0 ? [] : [sheet(words.survival, [words.program, survival.clock, survival.merged, ...words.years], years)]),
    ...(reached.length === 0 ? [] : [sheet(words.targets, [words.program, ...words.target], reached)]),
  ];
}

const sheetTexts = catalogue({
  nb: {
    ...{ figures: "Tall", about: "Om rapporten", survival: "Overlevelse", targets: "Mål", what: "Hva", answer: "Svar" },
    ...{ report: "Rapport", by: "Gitt ut av", area: "Om", period: "Periode", borders: "Grenser", published: "Lagt ut", draft: "utkast" },
    ...{ corrected: "Rettet fordi", checksum: "Sjekksum", program: "Program" },
    years: ["År", "Andel i drift", "Fra", "Til", "Fulgt så lenge"],
    target: ["Mål", "Nådd, minst", "Nådd, høyst", "Av", "Innen"],
  },
  nn: {
    ...{ figures: "Tal", about: "Om rapporten", survival: "Overleving", targets: "Mål", what: "Kva", answer: "Svar" },
    ...{ report: "Rapport", by: "Gitt ut av", area: "Om", period: "Periode", borders: "Grenser", published: "Lagd ut", draft: "utkast" },
    ...{ corrected: "Retta fordi", checksum: "Sjekksum", program: "Program" },
    years: ["År", "Del i drift", "Frå", "Til", "Følgde så lenge"],
    target: ["Mål", "Nådd, minst", "Nådd, høgst", "Av", "Innan"],
  },
  en: {
    ...{ figures: "Figures", about: "About the report", survival: "Survival", targets: "Targets", what: "What", answer: "Answer" },
    ...{
      report: "Report",
      by: "Published by",
      area: "About",
      period: "Period",
      borders: "Borders",
      published: "Published",
      draft: "draft",
    },
    ...{ corrected: "Corrected because", checksum: "Checksum", program: "Program" },
    years: ["Year", "Share in business", "From", "To", "Followed so long"],
    target: ["Target", "Reached, at least", "Reached, at most", "Of", "By"],
  },
});

/** The name of the sheet of figures. */
export function figuresSheet(language: Language): string {
  return sheetTexts[language].figures;
}

const texts = catalogue({
  nb: {
    titles: ["Måltall", "Tall", "Del", "Verdi", "Året før", "Rader", "Mangler", "Versjon", "Definisjon", "Kilder"],
    whole: "Hele",
    heldBack: "holdt tilbake",
  },
  nn: {
    titles: ["Måltal", "Tal", "Del", "Verdi", "Året før", "Rader", "Manglar", "Versjon", "Definisjon", "Kjelder"],
    whole: "Heile",
    heldBack: "halde tilbake",
  },
  en: {
    titles: ["Metric", "Figure", "Part", "Value", "Year before", "Rows", "Missing", "Version", "Definition", "Sources"],
    whole: "Whole",
    heldBack: "held back",
  },
});
