import { OpenAPIHono } from "@hono/zod-openapi";
import type { Actor } from "../../../platform/access/actor.ts";
import { found } from "../../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { fileAnswer } from "../../../platform/http/file-answer.ts";
import type { Installation } from "../../../platform/installation.ts";
import type { Language } from "../../../platform/language/language.ts";
import { writeCsv, writeXlsx } from "../../../platform/sheets/index.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { presentReport } from "../present.ts";
import { readReport } from "../read-report.ts";
import { datasetOf } from "./dataset.ts";
import { figuresSheet, reportLines, reportSheets } from "./report-lines.ts";
import { reportPdf } from "./report-pdf.ts";
import { photosToPrint } from "./story-pdf.ts";

export const fileForms = ["pdf", "xlsx", "csv"] as const;
export type FileForm = (typeof fileForms)[number];

const mediaTypes: [type: string, form: FileForm | "json" | "html"][] = [
  ["application/json", "json"],
  ["text/html", "html"],
  ["application/pdf", "pdf"],
  ["text/csv", "csv"],
  ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"],
];

/** The form an `Accept` header asks for: the one it names with the greatest weight, JSON when it names none of ours. */
export function formAsked(accept: string | undefined): FileForm | "json" | "html" {
  const named = (accept ?? "").split(",").flatMap((part, place) => {
    const [type = "", ...parameters] = part.split(";").map((one) => one.trim().toLowerCase());
    const form = mediaTypes.find(([known]) => known === type)?.[1];
    const weight = Number(parameters.find((one) => one.startsWith("q="))?.slice(2) ?? 1);
    return form && weight > 0 ? [{ form, weight, place }] : [];
  });
  return named.toSorted((a, b) => b.weight - a.weight || a.place - b.place)[0]?.form ?? "json";
}

/** A report as a file. The CSV is for programs; what people open by a double click is the workbook. */
export async function reportFile(
  installation: Installation,
  actor: Actor,
  id: string,
  form: FileForm,
  language: Language,
): Promise<Response> {
  const { row, areaName, figures, before, drawings, stories, places } = await readReport(installation, actor, id, language);
  const name = `${row.slug}.${form}`;
  if (form === "pdf") {
    const shown = {
      ...drawings,
      areaName,
      places,
      hasBefore: before !== undefined,
      stories,
      photos: await photosToPrint(installation.files, stories),
    };
    return fileAnswer(await reportPdf(row, figures, shown, language, installation.now()), name);
  }
  const { titles, lines } = reportLines(figures, language);
  if (form === "csv") return fileAnswer(writeCsv(titles, lines, "plain"), name);
  const columns = titles.map((title) => ({ title }));
  return fileAnswer(
    writeXlsx(
      [{ name: figuresSheet(language), columns, rows: lines }, ...reportSheets(row, areaName, drawings, language)],
      installation.now(),
    ),
    name,
  );
}

/** `/reports/{id}.pdf`, `.xlsx`, `.csv` and `.json` for whoever can only follow a link, and its description as a dataset. */
export function reportFiles(installation: Installation) {
  const routes = new OpenAPIHono<ApiEnvironment>();
  routes.get("/reports/:file{[0-9a-z-]{1,80}\\.(?:pdf|xlsx|csv|json|jsonld)}", async (c) => {
    const [id = "", ending = ""] = c.req.param("file").split(".");
    const form = fileForms.find((one) => one === ending);
    if (form) return await reportFile(installation, c.get("actor"), id, form, c.get("language"));
    const read = await readReport(installation, c.get("actor"), id, c.get("language"));
    if (ending === "json") return c.json(presentReport(read, dayIn(installation.now(), "Europe/Oslo")), 200);
    found(read.row.published_at);
    return c.json(datasetOf(read.row, read.areaName, read.figures, installation.settings.url), 200, {
      "content-type": "application/ld+json",
    });
  });
  return routes;
}
