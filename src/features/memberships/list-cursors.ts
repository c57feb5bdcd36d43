import { isId } from "../../platform/database/id.ts";
import { cursorRefusals, readCursor } from "../../platform/http/cursor.ts";

/** A place in a list by name. @throws Refusal cursor.unknown */
export function namedCursor(cursor: string | undefined): [name: string, id: string] | undefined {
  const key = readCursor(cursor, 2);
  return key && [String(key[0]), idIn(key[1])];
}

/** A place in a list by day, name and id. @throws Refusal cursor.unknown */
export function datedCursor(cursor: string | undefined): [day: string, name: string, id: string] | undefined {
  const key = readCursor(cursor, 3);
  if (key && !/^\d{4}-\d{2}-\d{2}$/.test(String(key[0]))) throw cursorRefusals.unknown();
  return key && [String(key[0]), String(key[1]), idIn(key[2])];
}

/** A place in a list by id alone. @throws Refusal cursor.unknown */
export function idCursor(cursor: string | undefined): string | undefined {
  const key = readCursor(cursor, 1);
  return key && idIn(key[0]);
}

/** How many rows were seen, in a list that is counted afresh each time. @throws Refusal cursor.unknown */
export function placeCursor(cursor: string | undefined): number {
  const place = Number(readCursor(cursor, 1)?.[0] ?? 0);
  if (!Number.isSafeInteger(place) || place < 0) throw cursorRefusals.unknown();
  return place;
}

function idIn(value: string | number | undefined): string {
  if (typeof value !== "string" || !isId(value)) throw cursorRefusals.unknown();
  return value;
}
