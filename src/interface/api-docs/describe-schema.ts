/** A JSON Schema, as far as ours go. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  description?: string;
  example?: unknown;
  examples?: unknown[];
  default?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  additionalProperties?: Schema | boolean;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
}

export type Schemas = Record<string, Schema>;

/** One field of a body or an answer, as a row of a table. Nested ones have dots and `[]` in their name. */
export interface FieldRow {
  name: string;
  type: string;
  isRequired: boolean;
  about: string;
}

// deeper than this a body is better read in the machine's description
const deepest = 3;

/** The schema a reference stands for. */
export function resolve(schema: Schema, schemas: Schemas): Schema {
  const name = schema.$ref?.split("/").at(-1);
  const target = name ? schemas[name] : undefined;
  if (target) return { ...resolve(target, schemas), ...(schema.description && { description: schema.description }) };
  return schema.allOf ? Object.assign({}, ...schema.allOf.map((part) => resolve(part, schemas)), schema) : schema;
}

/** Every field, the outer before the inner, down to three levels. */
export function fieldRows(schema: Schema, schemas: Schemas, prefix = "", depth = 0): FieldRow[] {
  const whole = withoutNull(resolve(schema, schemas), schemas);
  if (whole.type === "array" && whole.items) return fieldRows(whole.items, schemas, prefix ? `${prefix}[]` : "[]", depth);
  if (!whole.properties || depth >= deepest) return [];
  return Object.entries(whole.properties).flatMap(([key, field]) => {
    const name = prefix ? `${prefix}.${key}` : key;
    const known = resolve(field, schemas);
    return [
      { name, type: typeText(field, schemas), isRequired: whole.required?.includes(key) ?? false, about: known.description ?? "" },
      ...fieldRows(field, schemas, name, depth + 1),
    ];
  });
}

/** "text (date)", "whole number, 1–200", "one of waiting, held", "list of text". */
export function typeText(schema: Schema, schemas: Schemas): string {
  const known = resolve(schema, schemas);
  const choices = known.anyOf ?? known.oneOf;
  if (choices) return choices.map((choice) => typeText(choice, schemas)).join(" or ");
  if (known.enum) return `one of ${known.enum.map(String).join(", ")}`;
  if (known.const !== undefined) return JSON.stringify(known.const);
  const types = Array.isArray(known.type) ? known.type : [known.type ?? "anything"];
  return types.map((type) => oneType(type, known, schemas)).join(" or ");
}

function oneType(type: string, schema: Schema, schemas: Schemas): string {
  switch (type) {
    case "string":
      return `text${schema.format ? ` (${schema.format})` : schema.maxLength ? `, at most ${schema.maxLength}` : ""}`;
    case "integer":
      return `whole number${range(schema)}`;
    case "number":
      return `number${range(schema)}`;
    case "boolean":
      return "true or false";
    case "array":
      return `list of ${schema.items ? typeText(schema.items, schemas) : "anything"}`;
    default:
      return type;
  }
}

function range({ minimum, maximum }: Schema): string {
  const isBound = (bound: number | undefined) => bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER;
  if (isBound(minimum) && isBound(maximum)) return `, ${minimum}–${maximum}`;
  return isBound(minimum) ? `, ${minimum} or more` : isBound(maximum) ? `, at most ${maximum}` : "";
}

/** A value that fits the schema: its own example, its default, or the plainest there is. */
export function exampleOf(schema: Schema, schemas: Schemas, depth = 0): unknown {
  const known = withoutNull(resolve(schema, schemas), schemas);
  const given = known.example ?? known.examples?.[0] ?? known.default ?? known.const ?? known.enum?.[0];
  if (given !== undefined) return given;
  const choice = (known.anyOf ?? known.oneOf)?.[0];
  if (choice) return exampleOf(choice, schemas, depth);
  const type = Array.isArray(known.type) ? known.type[0] : known.type;
  if (type === "array") return known.items ? [exampleOf(known.items, schemas, depth + 1)] : [];
  if (type === "integer" || type === "number") return Math.max(0, known.minimum ?? 0);
  if (type === "boolean") return true;
  if (type === "string") return textExample(known.format);
  if (!known.properties || depth > deepest) return {};
  const fields = Object.entries(known.properties).filter(([key]) => known.required?.includes(key));
  return Object.fromEntries(fields.map(([key, field]) => [key, exampleOf(field, schemas, depth + 1)]));
}

function textExample(format: string | undefined): string {
  const examples: Record<string, string> = {
    uuid: "01939c5e-7c1b-7d3a-9a40-3f2c1b6a9d10",
    date: "2026-11-24",
    "date-time": "2026-11-24T08:52:00Z",
    email: "hello@house.example",
    uri: "https://house.example",
  };
  return examples[format ?? ""] ?? "text";
}

function withoutNull(schema: Schema, schemas: Schemas): Schema {
  const others = schema.anyOf?.filter((choice) => choice.type !== "null");
  const [only] = others ?? [];
  return others?.length === 1 && only
    ? { ...resolve(only, schemas), ...(schema.description && { description: schema.description }) }
    : schema;
}
