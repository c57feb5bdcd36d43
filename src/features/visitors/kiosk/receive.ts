import { visitor } from "../../../platform/access/actor.ts";
import { found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Db, Tx } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import type { Language } from "../../../platform/language/language.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { type DisplayRow, displayAt } from "../../displays/index.ts";
import { newPassCode } from "../../exchange/index.ts";
import { currentHouseRules } from "../../spaces/index.ts";
import { holdVisit, loggedAs, momentsOf, requireState, saveVisit, toldOf } from "../keep-visit.ts";
import { findVisitIn, type VisitRow, visitorTermsOf } from "../queries.ts";
import { visitRefusals } from "../refusals.ts";
import { tellOfVisit } from "../tell-of-visit.ts";
import { stateOf } from "../visit.ts";
import { findableAt } from "./search.ts";

type AtKiosk = { secret: string };

/** The kiosk with this address. Another kind of screen is none. */
export async function kioskAt(db: Db, secret: string): Promise<DisplayRow> {
  const display = await displayAt(db, secret);
  return found(display?.kind === "kiosk" ? display : undefined);
}

/**
 * Somebody announced stands at the kiosk and says that they have come. Once is enough: a second time tells nobody again.
 * @throws Refusal visit.not_today, visit.wrong_state, visit.rules_first
 */
export async function arrive(
  { db, now }: Installation,
  { secret, id, rulesVersion }: AtKiosk & { id: string; rulesVersion: number | undefined },
): Promise<VisitRow> {
  const at = now();
  return await db.transaction().execute(async (tx) => {
    const kiosk = await kioskAt(tx, secret);
    const visit = found(await holdVisit(tx, kiosk.space_id, id));
    const today = dayIn(at, kiosk.time_zone);
    if (visit.day !== today) throw visitRefusals.notToday();
    if (stateOf(momentsOf(visit), today) === "arrived") return visit;
    requireState(visit, ["expected"], today);
    await saveVisit(tx, visit, { arrived_at: at, rules_version: await requireRules(tx, kiosk, rulesVersion) });
    await audit(tx, { actor: visitor, at, action: "visit.arrive", ...loggedAs(visit) });
    await tellOfVisit(tx, "arrived", { ...toldOf(visit), by: null, at });
    return found(await findVisitIn(tx, kiosk.space_id, id));
  });
}

export interface Unexpected {
  /** Made by whoever asks, so that asking twice is coming once. */
  id: string;
  name: string;
  organization: string | undefined;
  visitedId: string;
  language: Language;
  rulesVersion: number | undefined;
}

/**
 * Somebody nobody announced says whom they come to, one of those who let themselves be found.
 * @throws Refusal visit.announced_only, visit.rules_first; access.not_here for somebody who is not to be found
 */
export async function arriveUnexpected({ db, now }: Installation, { secret }: AtKiosk, written: Unexpected): Promise<VisitRow> {
  const at = now();
  return await db.transaction().execute(async (tx) => {
    const kiosk = await kioskAt(tx, secret);
    const { space_id: spaceId, organization_id: organizationId } = kiosk;
    const day = dayIn(at, kiosk.time_zone);
    if (!(await visitorTermsOf(tx, spaceId)).takes_unexpected) throw visitRefusals.announcedOnly();
    found(await findableAt(tx, kiosk, day).where("p.id", "=", written.visitedId).executeTakeFirst());
    const rulesVersion = await requireRules(tx, kiosk, written.rulesVersion);
    const inserted = await tx
      .insertInto("visits")
      .values({
        space_id: spaceId,
        id: written.id,
        name: written.name,
        organization_name: written.organization || null,
        language: written.language,
        visited_id: written.visitedId,
        day,
        expected_at: at,
        code: newPassCode(),
        is_announced: false,
        rules_version: rulesVersion,
        arrived_at: at,
        created_at: at,
      })
      .onConflict((conflict) => conflict.constraint("visits_once").doNothing())
      .returning("id")
      .executeTakeFirst();
    const visit = found(await findVisitIn(tx, spaceId, written.id));
    if (inserted) {
      await audit(tx, { actor: visitor, at, action: "visit.arrive_unexpected", ...loggedAs(visit) });
      await tellOfVisit(tx, "arrived", { ...toldOf(visit), by: null, at });
    } else found(isSame(visit, written) ? visit : undefined);
    return visit;

    function isSame(there: VisitRow, { name, visitedId }: Unexpected): boolean {
      return there.organization_id === organizationId && there.name === name && there.visited_id === visitedId;
    }
  });
}

/** Whoever stands at the kiosk leaves. Once is enough. @throws Refusal visit.wrong_state */
export async function leave({ db, now }: Installation, { secret, id }: AtKiosk & { id: string }): Promise<VisitRow> {
  const at = now();
  return await db.transaction().execute(async (tx) => {
    const kiosk = await kioskAt(tx, secret);
    const visit = found(await holdVisit(tx, kiosk.space_id, id));
    const today = dayIn(at, kiosk.time_zone);
    if (stateOf(momentsOf(visit), today) === "left") return visit;
    requireState(visit, ["arrived"], today);
    await saveVisit(tx, visit, { left_at: at, left_by: "kiosk" });
    await audit(tx, { actor: visitor, at, action: "visit.leave", ...loggedAs(visit) });
    await tellOfVisit(tx, "left", { ...toldOf(visit), by: null, at });
    return visit;
  });
}

/** The version of the house rules said yes to, where the house asks for a yes. @throws Refusal visit.rules_first */
async function requireRules(tx: Tx, { space_id: spaceId }: DisplayRow, saidYesTo: number | undefined): Promise<number | null> {
  const rules = await rulesAskedFor(tx, spaceId);
  if (rules && rules.version !== saidYesTo) throw visitRefusals.rulesFirst();
  return rules?.version ?? null;
}

/** The house rules a visitor says yes to, where the house has some and asks. */
export async function rulesAskedFor(db: Db, spaceId: string) {
  const { asks_for_rules: asksForRules } = await visitorTermsOf(db, spaceId);
  return asksForRules ? await currentHouseRules(db, spaceId) : undefined;
}
