import type { Db } from "../../platform/database/database.ts";
import type { Refusal } from "../../platform/refusal/refusal.ts";

/**
 * How refusals about a person are told to whoever asked: to themselves as *you*, to another of them by name.
 * Nothing is read but when somebody asked for another.
 */
export async function tellerOf(db: Db, by: string | null, personId: string | null): Promise<(refusal: Refusal) => Refusal> {
  if (by === null || personId === null || personId === by) return (refusal) => refusal;
  const person = await db.selectFrom("people").select("name").where("id", "=", personId).executeTakeFirst();
  return (refusal) => (person ? refusal.saidOf(person.name) : refusal);
}
