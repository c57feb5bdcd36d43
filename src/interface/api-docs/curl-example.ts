import { exampleOf, type Schemas } from "./describe-schema.ts";
import type { Endpoint } from "./endpoints.ts";

/** A call one can paste: with the key, and for a write the idempotency key and the least body that fits. */
export function curlExample(endpoint: Endpoint, origin: string, schemas: Schemas): string {
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const parameter = endpoint.parameters.find((one) => one.in === "path" && one.name === name);
    return encodeURIComponent(String(parameter?.example ?? exampleOf(parameter?.schema ?? {}, schemas)));
  });
  const query = endpoint.parameters
    .filter((parameter) => parameter.in === "query" && (parameter.required || exampleGiven(parameter) !== undefined))
    .map((parameter) => `${parameter.name}=${encodeURIComponent(String(exampleGiven(parameter) ?? exampleOf(parameter.schema, schemas)))}`);
  const lines = [
    `curl ${endpoint.method === "GET" ? "" : `-X ${endpoint.method} `}"${origin}${path}${query.length > 0 ? `?${query.join("&")}` : ""}"`,
  ];
  if (endpoint.permission !== "everyone") lines.push('-H "Authorization: Bearer $ROMSLIG_KEY"');
  if (endpoint.method !== "GET") lines.push('-H "Idempotency-Key: $(uuidgen)"');
  if (endpoint.body?.kind === "application/json") {
    lines.push(
      '-H "Content-Type: application/json"',
      `-d '${JSON.stringify(exampleOf(endpoint.body.schema, schemas)).replaceAll("'", "'\\''")}'`,
    );
  } else if (endpoint.body?.kind === "multipart/form-data") {
    lines.push(...Object.keys(endpoint.body.schema.properties ?? {}).map((name) => `-F "${name}=@${name}"`));
  }
  return lines.join(" \\\n  ");
}

function exampleGiven({ example, schema }: Endpoint["parameters"][number]): unknown {
  return example ?? schema.example ?? schema.examples?.[0];
}
