import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "@hono/zod-openapi";
import type { RefusalDefinition } from "../refusal/refusal.ts";
import { texts } from "../refusal/sentences.ts";
import type { ApiEnvironment } from "./api-environment.ts";
import { requestRefusals } from "./request-refusals.ts";
import { problemSchema } from "./route.ts";

type Declared = { code: string; definition: RefusalDefinition };

/** The part of an OpenAPI operation we look at and add to. */
interface Operation {
  tags?: string[];
  summary?: string;
  description?: string;
  parameters?: Record<string, unknown>[];
  requestBody?: unknown;
  responses: Record<string, unknown>;
  security?: Record<string, string[]>[];
  "x-permission"?: string;
  "x-refusals"?: string[];
}

/** An OpenAPI 3.1 document, as far as the documentation and its tests read it. */
export interface OpenApiDocument {
  openapi: string;
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown>; parameters: Record<string, unknown>; securitySchemes: Record<string, unknown> };
  /** Every refusal with its status and sentence in each language; `{name}` stands for a detail. */
  "x-refusals": { code: string; status: number; texts: Record<string, string> }[];
}

/**
 * The description of the whole API, made from the routes themselves when first asked for. What holds for every route is
 * written here once: the key, the idempotency key of writes, the problems.
 */
export function createOpenApi(
  api: OpenAPIHono<ApiEnvironment>,
  { url, refusals }: { url: string; refusals: Declared[] },
): () => OpenApiDocument {
  let made: OpenApiDocument | undefined;
  return () => {
    made ??= describe(api, url, refusals);
    return made;
  };
}

function describe(api: OpenAPIHono<ApiEnvironment>, url: string, refusals: Declared[]): OpenApiDocument {
  const document = api.getOpenAPI31Document({
    openapi: "3.1.0",
    info: { title: "Romslig", version: "1", description: introduction },
    servers: [{ url }],
  }) as unknown as OpenApiDocument;
  const components: Partial<OpenApiDocument["components"]> = document.components ?? {};
  document.components = {
    ...components,
    schemas: { ...components.schemas, Problem: z.toJSONSchema(problemSchema, { io: "output" }) },
    parameters: { ...components.parameters, IdempotencyKey: idempotencyKey },
    securitySchemes: { ...components.securitySchemes, key: { type: "http", scheme: "bearer", description: aboutKeys } },
  };
  const statusOf = new Map(refusals.map(({ code, definition }) => [code, definition.status]));
  for (const path of Object.values(document.paths)) {
    for (const [method, operation] of Object.entries(path)) complete(operation, method, statusOf);
  }
  const tags = Object.values(document.paths).flatMap((path) => Object.values(path).flatMap((operation) => operation.tags ?? []));
  document.tags = [...new Set(tags)].sort().map((name) => ({ name }));
  document["x-refusals"] = refusals
    .map(({ code, definition }) => ({ code, status: definition.status, texts: texts(definition) }))
    .sort((one, other) => one.code.localeCompare(other.code));
  return document;
}

function complete(operation: Operation, method: string, statusOf: Map<string, number>): void {
  const isWrite = method !== "get" && method !== "head";
  if (isWrite) operation.parameters = [...(operation.parameters ?? []), { $ref: "#/components/parameters/IdempotencyKey" }];
  const isOpen = operation["x-permission"] === "everyone";
  operation.security = isOpen ? [{}, { key: [] }] : [{ key: [] }];
  const codes = new Set([...(operation["x-refusals"] ?? []), ...refusalsOfAll(isOpen, isWrite, operation)]);
  operation["x-refusals"] = [...codes];
  const byStatus = Map.groupBy(codes, (code) => statusOf.get(code) ?? 400);
  for (const [status, ofStatus] of byStatus) {
    operation.responses[status] ??= {
      description: ofStatus.map((code) => `\`${code}\``).join(", "),
      content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
    };
  }
}

function refusalsOfAll(isOpen: boolean, isWrite: boolean, operation: Operation): string[] {
  const takesInput = isWrite || (operation.parameters?.length ?? 0) > 0;
  return [
    ...(takesInput ? [requestRefusals.invalid.code] : []),
    ...(isOpen ? [] : ["access.sign_in", "access.not_here"]),
    "access.unknown_key",
    "access.key_lacks_scope",
    ...(takesVersion(operation) ? [requestRefusals.changedMeanwhile.code] : []),
    ...(operation.requestBody ? [requestRefusals.wrongType.code] : []),
    ...(isWrite ? [requestRefusals.tooLarge.code, requestRefusals.keyReused.code, requestRefusals.inProgress.code] : []),
    requestRefusals.tooMany.code,
    requestRefusals.away.code,
  ];
}

function takesVersion({ parameters = [] }: Operation): boolean {
  return parameters.some(({ name }) => String(name).toLowerCase() === "if-match");
}

const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description:
    "A text of your own, new for each change (a UUID). The same key gets the same answer for a day, so a request can be sent again.",
  schema: { type: "string", minLength: 1, maxLength: 255 },
  example: "5f3a1c9e-2b7d-4a55-9c0e-7a1d2f6b8c43",
};

const aboutKeys = "A key made on one's own page or by `npm run key`. It acts as the person who made it, within its scopes.";

const introduction = `Everything the pages of Romslig can do, programs can do too.

Send \`Authorization: Bearer romslig_…\`. Every write takes \`Idempotency-Key\`. Lists come in pages: \`{items, nextCursor}\`; send \`cursor\` to go on. Refusals are problems (RFC 9457) whose \`code\` never changes; \`title\` is in the language of \`Accept-Language\` or \`?language=\`. Unknown and forbidden answer alike. Moments are UTC, days are calendar days where the space lies, money is in øre.`;
