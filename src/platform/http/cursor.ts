import { z } from "@hono/zod-openapi";
import { isId } from "../database/id.ts";
import { defineRefusals } from "../refusal/refusal.ts";
import { isDay } from "../time/day.ts";
import { isMoment } from "./fields.ts";

export const cursorRefusals = defineRefusals("cursor", {
  unknown: {
    status: 400,
    texts: {
      nb: "Sidemerket er ikke fra denne lista. Begynn forfra.",
      nn: "Sidemerket er ikkje frå denne lista. Byrj på nytt.",
      en: "The cursor is not from this list. Start again.",
    },
  },
});

/** Query of every list: where to go on, and how many at the most. */
export const pageQuery = z.object({
  cursor: z.string().max(500).optional().openapi({ description: "`nextCursor` of the page before" }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** One page of a list. `nextCursor` is null on the last. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** Writes the sort key of the last row as an opaque text. */
export function writeCursor(key: (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/** Reads a cursor back as the sort key it was made from. @throws Refusal cursor.unknown */
export function readCursor(cursor: string | undefined, length: number): (string | number)[] | undefined {
  if (cursor === undefined) return undefined;
  const key = parse(cursor);
  const isKey = Array.isArray(key) && key.length === length && key.every((part) => typeof part === "string" || typeof part === "number");
  if (!isKey) throw cursorRefusals.unknown();
  return key;
}

const partForms = {
  id: (part: unknown) => typeof part === "string" && isId(part),
  day: (part: unknown) => typeof part === "string" && isDay(part),
  moment: (part: unknown) => typeof part === "string" && isMoment(part),
  text: (part: unknown) => typeof part === "string",
  integer: (part: unknown) => Number.isSafeInteger(part),
  number: (part: unknown) => Number.isFinite(part),
};

type PartKind = keyof typeof partForms;
type PartsOf<Kinds extends readonly PartKind[]> = {
  -readonly [Place in keyof Kinds]: Kinds[Place] extends "integer" | "number" ? number : string;
};

/** Reads a cursor whose parts are of these kinds, so that one made up by hand never reaches a query. @throws Refusal cursor.unknown */
export function readCursorOf<const Kinds extends readonly PartKind[]>(
  cursor: string | undefined,
  kinds: Kinds,
): PartsOf<Kinds> | undefined {
  const key = readCursor(cursor, kinds.length);
  if (key && !kinds.every((kind, place) => partForms[kind](key[place]))) throw cursorRefusals.unknown();
  return key as PartsOf<Kinds> | undefined;
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    throw cursorRefusals.unknown();
  }
}

/** Cuts a list that was read one row too long, and says where the next page begins. */
export function page<Row, Item>(rows: Row[], limit: number, keyOf: (row: Row) => (string | number)[], present: (row: Row) => Item) {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(present), nextCursor: rows.length > limit && last !== undefined ? writeCursor(keyOf(last)) : null };
}
