import { z } from "zod";
import type { BodyOfOperation } from "./answer.ts";

type Content = Record<string, { schema?: unknown }>;
type Operation = { requestBody?: { content: Content }; responses: Record<string, { content?: Content }> };
type Document = { paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, unknown> } };

/** What was answered; it has been held against the document. */
export type Answered<Body = unknown> = { status: number; headers: Headers; body: Body };

type Given = { key?: string; cookie?: string; body?: unknown; query?: Record<string, string>; headers?: Record<string, string> };

/**
 * A program that knows nothing of us but the OpenAPI document at the address, and calls over HTTP. An operation or a status
 * the document does not have, a body it would not take and an answer that is not its schema's are errors.
 */
export async function byTheDocument(url: string) {
  const document = (await (await fetch(`${url}/api/v1/openapi.json`)).json()) as Document;
  const definitions = renamed(document.components.schemas);

  return async <const Operation extends string>(
    operation: Operation,
    params: Record<string, string>,
    given: Given = {},
  ): Promise<Answered<BodyOfOperation<Operation>>> => {
    const [method = "", path = ""] = operation.split(" ");
    const declared = document.paths[path]?.[method.toLowerCase()];
    if (!declared) throw new Error(`The document has no ${operation}`);
    if (given.body !== undefined) hold(`the body of ${operation}`, declared.requestBody?.content["application/json"]?.schema, given.body);
    const address = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
    const answer = await fetch(`${url}${address}${given.query ? `?${new URLSearchParams(given.query)}` : ""}`, {
      method,
      headers: {
        ...(given.key && { authorization: `Bearer ${given.key}` }),
        ...(given.cookie && { cookie: given.cookie }),
        ...(given.body !== undefined && { "content-type": "application/json" }),
        ...given.headers,
      },
      ...(given.body !== undefined && { body: JSON.stringify(given.body) }),
    });
    const text = await answer.text();
    const body: unknown = text === "" ? undefined : JSON.parse(text);
    const content = declared.responses[String(answer.status)]?.content;
    if (!declared.responses[String(answer.status)]) throw new Error(`${operation} answered ${answer.status}, which the document has not`);
    const type = (answer.headers.get("content-type") ?? "").split(";")[0] ?? "";
    if (content || body !== undefined) hold(`the answer ${answer.status} of ${operation}`, content?.[type]?.schema, body);
    // it has been held against the document
    return { status: answer.status, headers: answer.headers, body: body as BodyOfOperation<Operation> };
  };

  function hold(what: string, schema: unknown, value: unknown): void {
    if (schema === undefined) throw new Error(`The document has no schema for ${what}`);
    const whole = { ...(renamed(schema) as object), $defs: definitions };
    const { error } = z.fromJSONSchema(whole as Parameters<typeof z.fromJSONSchema>[0]).safeParse(value);
    if (error) throw new Error(`${what} is not what the document says: ${z.prettifyError(error)}\n${JSON.stringify(value)}`);
  }
}

// JSON Schema keeps its definitions in another place than OpenAPI
function renamed(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/schemas/', '"#/$defs/'));
}
