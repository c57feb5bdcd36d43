import { catalogue, type Language, locale } from "../../../platform/language/language.ts";
import { margin, openPages, pageWidth, softInk } from "../../../platform/pdf/document.ts";
import { numberPages, pdfTable, roomFor } from "../../../platform/pdf/table.ts";
import { wrapped } from "../../../platform/pdf/wrap.ts";
import { addDays } from "../../../platform/time/day.ts";
import { type Drawings, isShown } from "../draw-programs.ts";
import type { FrozenFigure } from "../frozen.ts";
import type { Place } from "../map/area-map.ts";
import { partLabel } from "../metrics/part-label.ts";
import { writeFigure } from "../metrics/write-figure.ts";
import { programHeading } from "../program-heading.ts";
import type { ReportRow } from "../queries.ts";
import { type ReportPart, withFigures } from "../report.ts";
import { restatingLines } from "../restating/restating-lines.ts";
import type { FrozenStory } from "../stories/frozen-story.ts";
import { goalOnPage } from "./goal-pdf.ts";
import { mapOnPage } from "./map-pdf.ts";
import { photoOnPage, takenOutInWords } from "./story-pdf.ts";
import { survivalOnPage, survivalSentences } from "./survival-pdf.ts";
import { targetsOnPage } from "./targets-pdf.ts";

const right = pageWidth - margin;
const within = right - margin;
const lineHeight = 16;

type Shown = Drawings & {
  areaName: string | null;
  places: Place[];
  hasBefore: boolean;
  stories: readonly FrozenStory[];
  photos: ReadonlyMap<string, Uint8Array>;
};

/** A report to print: tagged, with its fonts and language. `now` is when it is made while it is a draft. */
export async function reportPdf(
  row: ReportRow,
  figures: readonly FrozenFigure[],
  { survivals, targets, areaName, places, hasBefore, stories, photos }: Shown,
  language: Language,
  now: Temporal.Instant,
): Promise<ReadableStream<Uint8Array>> {
  const words = texts[language];
  const inWords = (given: Partial<Record<Language, string>>) => given[language] || given.nb || given.nn || given.en || "";
  const title = inWords(row.titles);
  const pages = await openPages({ title: `${title} · ${row.organization_name}`, language, madeAt: row.published_at ?? now });
  const document = pages.tagged("Document");
  pages.pdf.addStructure(document);
  const figureOf = (id: string, by?: string) =>
    figures.find((one) => one.metric === id && (by === undefined || one.by === by)) ?? figures.find((one) => one.metric === id);
  const write = (figure: FrozenFigure, value = figure.value) => writeFigure(value, figure, language);
  let y = margin;

  const paragraph = (tag: "P" | "H1" | "H2", text: string, size: number, colour?: string) => {
    for (const block of text.split("\n").filter((line) => line.trim())) {
      const lines = wrapped(pages, block, { size, face: tag === "P" ? "text" : "wide", within });
      y = roomFor(pages, y, tag === "P" ? 2 : 4);
      document.add(
        pages.tagged(tag, () => {
          for (const line of lines) {
            y = roomFor(pages, y, 1);
            pages.line(line, { x: margin, y, size, face: tag === "P" ? "text" : "wide", ...(colour && { colour }) });
            y += Math.max(size * 1.35, lineHeight * (size / 12));
          }
        }),
      );
      y += size * 0.4;
    }
  };
  const prose = (text: string) => withFigures(text, (id) => (figureOf(id) ? write(figureOf(id) as FrozenFigure) : undefined));

  paragraph("P", areaName === null ? row.organization_name : `${row.organization_name} · ${areaName}`, 11, softInk);
  paragraph("H1", title, 30);
  paragraph("P", words.period({ from: date(row.from_day, language), to: date(addDays(row.to_day, -1), language) }), 12);
  paragraph("P", prose(inWords(row.leads)), 13);
  if (row.correction_reason) paragraph("P", words.edition({ reason: row.correction_reason }), 11, softInk);
  if (!row.published_at) paragraph("P", words.draft, 11, softInk);
  for (const part of row.parts) writePart(part);
  y += 14;
  paragraph("H2", words.about, 16);
  paragraph("P", words.countedUnder({ day: date(row.borders, language) }), 10, softInk);
  for (const line of restatingLines(figures, hasBefore, language)) paragraph("P", line, 10, softInk);
  for (const figure of onceEach(figures))
    paragraph(
      "P",
      `${figure.texts[language].name}: ${figure.texts[language].definition} ${words.version({ version: figure.version })}`,
      10,
      softInk,
    );
  if (row.published_at) {
    const day = date(row.published_at.toZonedDateTimeISO("Europe/Oslo").toPlainDate().toString(), language);
    paragraph("P", words.frozen({ day, checksum: row.checksum ?? "" }), 10, softInk);
  }
  document.end();
  numberPages(pages, (page, of) => words.page({ page, of }), row.organization_name);
  return pages.finish();

  function writePart(part: ReportPart): void {
    y += 16;
    if (part.kind === "text") {
      if (inWords(part.headings)) paragraph("H2", inWords(part.headings), 16);
      paragraph("P", prose(inWords(part.texts)), 11.5);
      return;
    }
    if (part.kind === "figures") {
      const shown = part.metrics.flatMap((id) => figureOf(id) ?? []);
      y = pdfTable(pages, document, roomFor(pages, y, 3), {
        columns: [
          { title: words.figure, x: margin, width: 260 },
          { title: words.value, x: margin + 360, align: "right" },
          { title: words.before, x: right, align: "right" },
        ],
        rows: shown.map((figure) => [figure.texts[language].name, write(figure), write(figure, figure.compared.value)]),
      });
      return;
    }
    if (part.kind === "survival" || part.kind === "targets") {
      writeProgram(part);
      return;
    }
    if (part.kind === "story") {
      writeStory(part.story);
      return;
    }
    if (part.kind === "goal") {
      const figure = figureOf(part.metric);
      if (!figure) return;
      paragraph("H2", inWords(part.headings) || figure.texts[language].name, 16);
      paragraph("P", prose(inWords(part.texts)), 11.5);
      y = goalOnPage(pages, document, y, { figure, amount: part.amount }, language);
      return;
    }
    const by = part.kind === "map" ? "municipality" : part.by;
    const figure = figureOf(part.metric, by);
    if (!figure) return;
    paragraph("H2", inWords(part.headings) || figure.texts[language].name, 16);
    paragraph("P", prose(inWords(part.texts)), 11.5);
    if (part.kind === "map" && figure.values.length > 0)
      y = mapOnPage(pages, document, y, { figure, places, words: words.mapOf }, language);
    if (figure.values.length === 0) {
      paragraph("P", words.nothing, 11, softInk);
      return;
    }
    y = pdfTable(pages, document, roomFor(pages, y + 6, 3), {
      columns: [
        { title: words.by[by], x: margin, width: 320 },
        { title: figure.texts[language].name, x: right, align: "right" },
      ],
      rows: figure.values.map((one) => [partLabel(by, one, language), one.isHeldBack ? words.heldBack : write(figure, one.value)]),
    });
  }

  function writeStory(id: string): void {
    const story = stories.find((one) => one.id === id);
    if (!story) return;
    if (!story.told) {
      const { heading, text } = takenOutInWords(story, language);
      paragraph("H2", heading, 16);
      paragraph("P", text, 11.5);
      return;
    }
    const { titles, texts: told, photo } = story.told;
    paragraph("H2", inWords(titles), 16);
    const bytes = photos.get(id);
    if (photo && bytes) y = photoOnPage(pages, document, y, { ...photo, alt: inWords(photo.texts), bytes });
    paragraph("P", inWords(told), 11.5);
  }

  function writeProgram(part: Extract<ReportPart, { program: string }>): void {
    const survival = part.kind === "survival" ? survivals.find((one) => isShown(part, one)) : undefined;
    const aims = part.kind === "targets" ? targets.find(({ program }) => program.slug === part.program) : undefined;
    const names = (survival ?? aims)?.program.names;
    if (!names) return;
    paragraph("H2", inWords(part.headings) || programHeading(part.kind, inWords(names), language), 16);
    paragraph("P", prose(inWords(part.texts)), 11.5);
    if (aims && aims.targets.length === 0) paragraph("P", words.noTargets, 11, softInk);
    else if (aims) y = targetsOnPage(pages, document, y, aims.targets, language);
    if (!survival) return;
    for (const sentence of survivalSentences(survival, language)) paragraph("P", sentence, 10.5);
    y = survivalOnPage(pages, document, y, survival, language);
  }
}

function onceEach(figures: readonly FrozenFigure[]): FrozenFigure[] {
  return [...new Map(figures.map((figure) => [figure.metric, figure])).values()];
}

function date(day: string, language: Language): string {
  return Temporal.PlainDate.from(day).toLocaleString(locale(language), { day: "numeric", month: "long", year: "numeric" });
}

const texts = catalogue({
  nb: {
    period: (d: { from: string; to: string }) => `${d.from} til ${d.to}`,
    edition: (d: { reason: string }) => `Rettet utgave: ${d.reason}`,
    draft: "Utkast. Tallene er som de er nå.",
    figure: "Tall",
    value: "Verdi",
    before: "Året før",
    by: { month: "Måned", municipality: "Kommune", county: "Fylke", organization: "Organisasjon", source: "Kilde" },
    mapOf: "Flatene er skjematiske, ikke kommunegrenser. Punkter: © Kartverket.",
    heldBack: "færre enn fem",
    about: "Om tallene",
    countedUnder: (d: { day: string }) => `Steder er talt under grensene ${d.day}.`,
    nothing: "Ingen rader i perioden.",
    noTargets: "Det er ikke satt noen mål.",
    version: (d: { version: number }) => `Versjon ${d.version}.`,
    frozen: (d: { day: string; checksum: string }) =>
      `Lagt ut ${d.day} og frosset sammen med radene. Sjekksum (SHA-256): ${d.checksum}. Lisens: NLOD 2.0.`,
    page: (d: { page: number; of: number }) => `Side ${d.page} av ${d.of}`,
  },
  nn: {
    period: (d: { from: string; to: string }) => `${d.from} til ${d.to}`,
    edition: (d: { reason: string }) => `Retta utgåve: ${d.reason}`,
    draft: "Utkast. Tala er som dei er no.",
    figure: "Tal",
    value: "Verdi",
    before: "Året før",
    by: { month: "Månad", municipality: "Kommune", county: "Fylke", organization: "Organisasjon", source: "Kjelde" },
    mapOf: "Flatene er skjematiske, ikkje kommunegrenser. Punkt: © Kartverket.",
    heldBack: "færre enn fem",
    about: "Om tala",
    countedUnder: (d: { day: string }) => `Stader er talde under grensene ${d.day}.`,
    nothing: "Ingen rader i perioden.",
    noTargets: "Det er ikkje sett nokon mål.",
    version: (d: { version: number }) => `Versjon ${d.version}.`,
    frozen: (d: { day: string; checksum: string }) =>
      `Lagd ut ${d.day} og frosen saman med radene. Sjekksum (SHA-256): ${d.checksum}. Lisens: NLOD 2.0.`,
    page: (d: { page: number; of: number }) => `Side ${d.page} av ${d.of}`,
  },
  en: {
    period: (d: { from: string; to: string }) => `${d.from} to ${d.to}`,
    edition: (d: { reason: string }) => `Corrected edition: ${d.reason}`,
    draft: "Draft. The figures are as they are now.",
    figure: "Figure",
    value: "Value",
    before: "Year before",
    by: { month: "Month", municipality: "Municipality", county: "County", organization: "Organization", source: "Source" },
    mapOf: "The areas are schematic, not municipal borders. Points: © Kartverket.",
    heldBack: "fewer than five",
    about: "About the figures",
    countedUnder: (d: { day: string }) => `Places are counted under the borders of ${d.day}.`,
    nothing: "No rows in the period.",
    noTargets: "No targets have been set.",
    version: (d: { version: number }) => `Version ${d.version}.`,
    frozen: (d: { day: string; checksum: string }) =>
      `Published ${d.day} and frozen with its rows. Checksum (SHA-256): ${d.checksum}. Licence: NLOD 2.0.`,
    page: (d: { page: number; of: number }) => `Page ${d.page} of ${d.of}`,
  },
});
