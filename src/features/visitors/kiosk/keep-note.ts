import { sql } from "kysely";
import { visitor } from "../../../platform/access/actor.ts";
import { found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import type { Language } from "../../../platform/language/language.ts";
import { dayIn } from "../../../platform/time/day.ts";
import type { DisplayRow } from "../../displays/index.ts";
import { newPassCode } from "../../exchange/index.ts";
import { holdVisit, loggedAs, saveVisit, toldOf } from "../keep-visit.ts";
import { findVisitIn, type VisitRow, visits } from "../queries.ts";
import { visitRefusals } from "../refusals.ts";
import { tellOfVisit } from "../tell-of-visit.ts";
import { soughtName } from "../visit.ts";
import { kioskAt } from "./receive.ts";
import { findableLike } from "./search.ts";

/** What somebody wrote at a kiosk that had no network. */
export interface KioskNote {
  /** Made at the kiosk, so that sending twice is coming once. */
  id: string;
  kind: "arrival" | "departure";
  name: string;
  organization: string | undefined;
  /** Whom they come to, in their words. */
  askedFor: string | undefined;
  /** How long ago, since the clock of a tablet may be wrong. */
  secondsAgo: number;
  language: Language;
  rulesVersion: number | undefined;
}

const oldestHours = 24;
// what is sent again is told a little later than the first time
const sameMinutes = 5;

type Written = Omit<KioskNote, "secondsAgo"> & { writtenAt: Temporal.Instant };

/**
 * Writes down what a kiosk has kept while it had no network, as of when it was written. Somebody awaited by that name has come; anybody
 * else is in the house unannounced, since who is there must be known; whoever leaves is the one inside by that name. No list is left at
 * the kiosk for this, so names are compared here. @returns whether somebody was known by it. @throws Refusal visit.not_today
 */
export async function keepNote({ db, now }: Installation, secret: string, { secondsAgo, ...note }: KioskNote): Promise<boolean> {
  const at = now();
  if (secondsAgo > oldestHours * 60 * 60) throw visitRefusals.notToday();
  const writtenAt = at.subtract({ seconds: secondsAgo });
  return await db.transaction().execute(async (tx) => {
    const kiosk = await kioskAt(tx, secret);
    const given = { ...note, writtenAt };
    return note.kind === "arrival" ? await arriveLate(tx, kiosk, given, at) : await leaveLate(tx, kiosk, given, at);
  });
}

async function arriveLate(tx: Tx, kiosk: DisplayRow, note: Written, at: Temporal.Instant): Promise<boolean> {
  const day = dayIn(note.writtenAt, kiosk.time_zone);
  const rules = note.rulesVersion ?? null;
  const [awaited, ...others] = await named(tx, kiosk, note).where("v.day", "=", day).where("v.arrived_at", "is", null).execute();
  if (awaited && others.length === 0) {
    const visit = found(await holdVisit(tx, kiosk.space_id, awaited.id));
    await saveVisit(tx, visit, { arrived_at: note.writtenAt, rules_version: rules });
    await audit(tx, { actor: visitor, at, action: "visit.arrive", ...loggedAs(visit) });
    await tellOfVisit(tx, "arrived", { ...toldOf(visit), by: null, at });
    return true;
  }
  // sent again since no answer reached the kiosk
  const heard = await named(tx, kiosk, note)
    .where("v.is_announced", "=", true)
    .where("v.arrived_at", ">", note.writtenAt.subtract({ minutes: sameMinutes }))
    .where("v.arrived_at", "<", note.writtenAt.add({ minutes: sameMinutes }))
    .execute();
  if (heard.length > 0) return true;
  const sought = soughtName(note.askedFor ?? "");
  const [visited, ...alike] = sought === undefined ? [] : await findableLike(tx, kiosk, day, sought);
  const visitedId = alike.length === 0 ? (visited?.id ?? null) : null;
  const inserted = await tx
    .insertInto("visits")
    .values({
      space_id: kiosk.space_id,
      id: note.id,
      name: note.name,
      organization_name: note.organization || null,
      language: note.language,
      visited_id: visitedId,
      asked_for: visitedId === null ? note.askedFor || null : null,
      day,
      expected_at: note.writtenAt,
      code: newPassCode(),
      is_announced: false,
      rules_version: rules,
      arrived_at: note.writtenAt,
      created_at: at,
    })
    .onConflict((conflict) => conflict.constraint("visits_once").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!inserted) return true;
  const visit = found(await findVisitIn(tx, kiosk.space_id, note.id));
  await audit(tx, { actor: visitor, at, action: "visit.arrive_unexpected", ...loggedAs(visit) });
  await tellOfVisit(tx, "arrived", { ...toldOf(visit), by: null, at });
  return visitedId !== null;
}

// who is not known to be inside has nothing to be signed out of; the night signs out whoever forgot
async function leaveLate(tx: Tx, kiosk: DisplayRow, note: Written, at: Temporal.Instant): Promise<boolean> {
  const [inside, ...others] = await named(tx, kiosk, note)
    .where("v.arrived_at", "<=", note.writtenAt)
    .where("v.left_at", "is", null)
    .execute();
  if (!inside || others.length > 0) return false;
  const visit: VisitRow = found(await holdVisit(tx, kiosk.space_id, inside.id));
  if (visit.left_at !== null) return true;
  await saveVisit(tx, visit, { left_at: note.writtenAt, left_by: "kiosk" });
  await audit(tx, { actor: visitor, at, action: "visit.leave", ...loggedAs(visit) });
  await tellOfVisit(tx, "left", { ...toldOf(visit), by: null, at });
  return true;
}

function named(tx: Tx, { space_id: spaceId }: DisplayRow, { name }: Written) {
  return visits(tx)
    .where("v.space_id", "=", spaceId)
    .where("v.cancelled_at", "is", null)
    .where(sql<boolean>`search_form(v.name) = search_form(${name})`)
    .limit(2);
}
