import { sql } from "kysely";
import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Db } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { type Day, dayIn } from "../../../platform/time/day.ts";
import { type Asker, facilitating } from "../introductions/introduction.ts";
import { madeFor } from "../introductions/queries.ts";
import { mayRunInvestors, speaksFor, spokenForBy } from "../policy.ts";
import { findProfile } from "../profiles/queries.ts";
import { asInvestor, disclosedRaise } from "../raises/disclosure.ts";
import { lockRaise } from "../raises/on-raise.ts";
import { findRaise, type RaiseRow } from "../raises/queries.ts";
import type { Instrument } from "../raises/raise.ts";
import { reaches } from "../raises/tier.ts";
import { investorRefusals } from "../refusals.ts";

export interface ClosingRow {
  id: string;
  raiseId: string;
  profileId: string | null;
  investorName: string;
  closedOn: Day;
  amountOre: number;
  instrument: Instrument;
  isFacilitated: boolean;
  introductionId: string | null;
  enteredBySide: Asker;
  isConfirmed: boolean;
  struckBecause: string | null;
}

interface NewClosing {
  side: Asker;
  profile?: string | undefined;
  investorName?: string | undefined;
  closedOn: Day;
  amountOre: number;
  instrument: Instrument;
}

/**
 * Writes down that money came. It is facilitated when the two were introduced on an earlier day. What the startup writes is confirmed by
 * that; else the startup confirms it.
 * @returns its id. @throws Refusal not_here, investor.not_yet, investor.unknown_investor
 */
export async function enterClosing({ db, now }: Installation, actor: Actor, raiseId: string, given: NewClosing): Promise<string> {
  authorize(actor, await mayEnter(db, actor, raiseId, given));
  const { side, profile: profileId = null, investorName = null, closedOn, amountOre, instrument } = given;
  const at = now();
  if (closedOn > dayIn(at, "Europe/Oslo")) throw investorRefusals.notYet();
  const id = newId();
  await db.transaction().execute(async (tx) => {
    await lockRaise(tx, raiseId);
    const raise = found(await findRaise(tx, raiseId));
    const profile = profileId === null ? undefined : await findProfile(tx, profileId);
    if (profileId !== null && profile?.network.id !== raise.network.id) throw investorRefusals.unknownInvestor();
    const made = facilitating(await madeFor(tx, raiseId), { raiseId, profileId, closedOn });
    await tx
      .insertInto("closings")
      .values({
        ...{ id, raise_id: raiseId, profile_id: profileId, investor_name: investorName, closed_on: closedOn, amount_ore: amountOre },
        ...{ instrument, introduction_id: made?.id ?? null, introduced_on: made?.introducedOn ?? null },
        ...{ entered_at: at, entered_by: actor.personId, entered_by_side: side },
        ...(side === "startup" && { confirmed_at: at, confirmed_by: actor.personId }),
      })
      .execute();
    const organizationId = { startup: raise.organization.id, investor: profile?.organization.id, network: raise.network.id }[side];
    await audit(tx, { actor, at, action: "closing.enter", subject: { kind: "closing", id }, organizationId });
  });
  return id;
}

/** The startup says that the money came. @throws Refusal not_here, investor.settled */
export function confirmClosing(installation: Installation, actor: Actor, id: string): Promise<string> {
  return settle(installation, actor, id, ["startup"], "closing.confirm", (at, by) => ({ confirmed_at: at, confirmed_by: by }));
}

/** Strikes one that is wrong; it stays with the reason. @throws Refusal not_here, investor.settled */
export function strikeClosing(installation: Installation, actor: Actor, id: string, reason: string): Promise<string> {
  return settle(installation, actor, id, ["startup", "network"], "closing.strike", (at, by) => ({
    struck_at: at,
    struck_by: by,
    struck_because: reason,
  }));
}

/** The closings of a raise: all for the startup and those who run the network, its own for an investor. */
export async function listClosings({ db }: Pick<Installation, "db">, actor: Actor, raiseId: string): Promise<ClosingRow[]> {
  const raise = await findRaise(db, raiseId);
  const all = raise !== undefined && (speaksFor(actor, raise.organization.id) || runsShared(actor, raise));
  const own = spokenForBy(actor);
  const rows = raise && (all || own.length > 0) ? await closings(db, raiseId) : [];
  const seen = all ? rows : rows.filter(({ investorId }) => investorId !== null && own.includes(investorId));
  authorize(actor, all || seen.length > 0);
  return seen.map(({ investorId: _, ...row }) => row);
}

async function settle(
  { db, now }: Installation,
  actor: Actor,
  id: string,
  sides: Asker[],
  action: string,
  change: (at: Temporal.Instant, by: string) => Record<string, unknown>,
): Promise<string> {
  const known = await db.selectFrom("closings").select("raise_id").where("id", "=", id).executeTakeFirst();
  const raise = known && (await findRaise(db, known.raise_id));
  const isStartup = raise !== undefined && speaksFor(actor, raise.organization.id);
  authorize(actor, raise !== undefined && (isStartup || (sides.includes("network") && runsShared(actor, raise))));
  const { id: raiseId, organization, network } = found(raise);
  const at = now();
  await db.transaction().execute(async (tx) => {
    const [done] = await tx
      .updateTable("closings")
      .set(change(at, actor.personId))
      .where("id", "=", id)
      .where("struck_at", "is", null)
      .$if(action === "closing.confirm", (query) => query.where("confirmed_at", "is", null))
      .returning("id")
      .execute();
    if (!done) throw investorRefusals.settled();
    await audit(tx, { actor, at, action, subject: { kind: "closing", id }, organizationId: isStartup ? organization.id : network.id });
  });
  return raiseId;
}

function runsShared(actor: Actor, raise: RaiseRow): boolean {
  return raise.publishedAt !== null && mayRunInvestors(actor, raise.network.id);
}

// an investor tells of a raise whose name it was told
async function mayEnter(db: Db, actor: Actor, raiseId: string, { side, profile }: NewClosing): Promise<boolean> {
  const raise = await findRaise(db, raiseId);
  if (!raise) return false;
  if (side === "startup") return speaksFor(actor, raise.organization.id);
  if (side === "network") return runsShared(actor, raise);
  const investor = profile === undefined ? undefined : await findProfile(db, profile);
  if (!investor || !speaksFor(actor, investor.organization.id)) return false;
  return reaches((await disclosedRaise(db, asInvestor(investor.id), raiseId))?.tier ?? null, "names");
}

async function closings(db: Db, raiseId: string): Promise<(ClosingRow & { investorId: string | null })[]> {
  const { rows } = await sql<ClosingRow & { investorId: string | null }>`
    select c.id, c.raise_id as "raiseId", c.profile_id as "profileId", o.id as "investorId", coalesce(o.name, c.investor_name) as "investorName",
      c.closed_on as "closedOn", c.amount_ore as "amountOre", c.instrument, c.introduction_id is not null as "isFacilitated",
      c.introduction_id as "introductionId", c.entered_by_side as "enteredBySide", c.confirmed_at is not null as "isConfirmed",
      c.struck_because as "struckBecause"
    from closings c left join investor_profiles p on p.id = c.profile_id left join organizations o on o.id = p.organization_id
    where c.raise_id = ${raiseId}::uuid order by c.closed_on desc, c.id`.execute(db);
  return rows;
}
