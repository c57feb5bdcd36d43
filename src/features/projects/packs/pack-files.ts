import { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { fileAnswer } from "../../../platform/http/file-answer.ts";
import type { Installation } from "../../../platform/installation.ts";
import { packPdf } from "./pack-pdf.ts";
import { packXlsx } from "./pack-xlsx.ts";
import { presentPack } from "./present.ts";
import { readPack } from "./read-pack.ts";

/** A report to a funder as a document and as a workbook, for those who run the project. */
export function reportPackFiles(installation: Installation) {
  const routes = new OpenAPIHono<ApiEnvironment>();
  routes.get("/report-packs/:file{[0-9a-f-]{36}\\.(?:pdf|xlsx)}", async (c) => {
    const [id = "", ending = ""] = c.req.param("file").split(".");
    const pack = presentPack(await readPack(installation, c.get("actor"), id));
    const language = c.get("language");
    const bytes = ending === "pdf" ? await packPdf(pack, language, installation.now()) : packXlsx(pack, language, installation.now());
    return fileAnswer(bytes, `${pack.project.slug}-${pack.number}.${ending}`);
  });
  return routes;
}
