import type { OpenApiDocument } from "../../platform/http/openapi.ts";
import type { Visit } from "../visit.ts";

/** The description of the API, as programs read it. */
export async function readDocument({ api }: Visit): Promise<OpenApiDocument> {
  const answer = await api("/api/v1/openapi.json");
  return (await answer.json()) as OpenApiDocument;
}
