import type { OpenApiDocument } from "../../platform/http/openapi.ts";
import { resolve, type Schema, type Schemas } from "./describe-schema.ts";

export interface Parameter {
  name: string;
  in: "path" | "query" | "header";
  required: boolean;
  description: string;
  schema: Schema;
  example?: unknown;
}

/** One route as the documentation shows it. */
export interface Endpoint {
  /** The anchor: "put-day-passes-id-cancellation". */
  id: string;
  method: string;
  path: string;
  tag: string;
  summary: string;
  description: string;
  permission: string;
  parameters: Parameter[];
  body: { kind: string; schema: Schema } | undefined;
  answers: { status: string; description: string; schema: Schema | undefined }[];
  refusals: string[];
}

type Content = Record<string, { schema?: Schema }>;

/** Every route, in the order of the document. */
export function endpointsOf(document: OpenApiDocument): Endpoint[] {
  const schemas = document.components.schemas as Schemas;
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => {
      const requestBody = (operation as { requestBody?: { content?: Content } }).requestBody;
      const [kind, body] = Object.entries(requestBody?.content ?? {})[0] ?? [];
      return {
        id: `${method}${path.replace(/^\/api\/v1/, "").replace(/[^a-z0-9]+/gi, "-")}`.replace(/-$/, "").toLowerCase(),
        method: method.toUpperCase(),
        path,
        tag: operation.tags?.[0] ?? "",
        summary: operation.summary ?? "",
        description: (operation.description ?? "").replace(/\n*Permission: [\s\S]*$/, ""),
        permission: operation["x-permission"] ?? "",
        parameters: (operation.parameters ?? []).map((parameter) => parameterOf(parameter, document)),
        body: kind && body?.schema ? { kind, schema: body.schema } : undefined,
        answers: Object.entries(operation.responses)
          .filter(([status]) => status.startsWith("2"))
          .map(([status, answer]) => answerOf(status, answer as { description?: string; content?: Content })),
        refusals: operation["x-refusals"] ?? [],
      };
      // a parameter of its own stands under components
      function parameterOf(given: Record<string, unknown>, whole: OpenApiDocument): Parameter {
        const name =
          String(given.$ref ?? "")
            .split("/")
            .at(-1) ?? "";
        const found = (whole.components.parameters[name] ?? given) as Partial<Parameter>;
        const schema = resolve(found.schema ?? {}, schemas);
        return {
          name: found.name ?? "",
          in: found.in ?? "query",
          required: found.required ?? false,
          description: found.description ?? schema.description ?? "",
          schema,
          example: found.example,
        };
      }
    }),
  );
}

function answerOf(status: string, { description = "", content = {} }: { description?: string; content?: Content }) {
  return { status, description, schema: Object.values(content)[0]?.schema };
}
