import { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { fileAnswer } from "../../../platform/http/file-answer.ts";
import type { Installation } from "../../../platform/installation.ts";
import type { Language } from "../../../platform/language/language.ts";
import { writeXlsx } from "../../../platform/sheets/index.ts";
import { packWords } from "../pages/pack-words.ts";
import { packPdf } from "./pack-pdf.ts";
import { presentPack, type ShownPack } from "./present.ts";
import { readPack } from "./read-pack.ts";

/** A report to a funder as a document and as a workbook, for those who run the project. */
export function reportPackFiles(installation: Installation) {
  const routes = new OpenAPIHono<ApiEnvironment>();
  routes.get("/report-packs/:file{[0-9a-f-]{36}\\.(?:pdf|xlsx)}", async (c) => {
    const [id = "", ending = ""] = c.req.param("file").split(".");
    const pack = presentPack(await readPack(installation, c.get("actor"), id));
    const language = c.get("language");
    const bytes = ending === "pdf" ? packPdf(pack, language, installation.now()) : workbook(pack, language, installation.now());
    return fileAnswer(bytes, `${pack.project.slug}-${pack.number}.${ending}`);
  });
  return routes;
}

/** The accounts a row a line, in kroner, as an auditor or a funder reckons further with them. */
function workbook(pack: ShownPack, language: Language, now: Temporal.Instant): ReadableStream<Uint8Array> {
  const words = packWords[language];
  const rows = pack.lines.map((line) => [
    line.side === "cost" ? words.costs : words.financing,
    line.text,
    line.isInKind ? words.inKind : "",
    line.plannedOre / 100,
    line.periodOre / 100,
    line.actualOre / 100,
    line.deviationPercent,
    line.explanation,
  ]);
  const columns = ["", words.line, words.inKind, words.planned, words.within, words.actual, `${words.deviation} (%)`, words.explain];
  return writeXlsx({ name: words.accounts, columns: columns.map((title) => ({ title })), rows }, now);
}
