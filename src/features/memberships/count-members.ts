import type { RawBuilder } from "kysely";
import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { Db } from "../../platform/database/database.ts";
import { addDays, type Day } from "../../platform/time/day.ts";
import { type FigureRows, type MemberHistory, returnsSince, rowsOfFigures } from "./member-figures.ts";
import { findNamedOrganization, findStays, findStaysAmong, type StayRow } from "./member-queries.ts";
import { stayOf } from "./membership.ts";
import { mayManageMembers } from "./policy.ts";
import { membershipRefusals } from "./refusals.ts";

/** The rows behind every figure of a period, the year so far unless told otherwise. @throws Refusal membership.period_backwards */
export async function countMembers(
  db: Db,
  actor: Actor,
  idOrSlug: string,
  given: { from?: Day | undefined; to?: Day | undefined },
  today: Day,
) {
  const organization = await findNamedOrganization(db, idOrSlug);
  authorize(actor, organization !== undefined && mayManageMembers(actor, organization));
  const period = { from: given.from ?? `${today.slice(0, 4)}-01-01`, to: given.to ?? addDays(today, 1) };
  if (period.from >= period.to) throw membershipRefusals.periodBackwards();
  return { organization: found(organization), period, rows: await figureRows(db, found(organization).id, period) };
}

/** The same for an organization whose members the caller may see. */
export async function figureRows(db: Db, organizationId: string, period: { from: Day; to: Day }): Promise<FigureRows<StayRow>> {
  const stays = await findStays(db, organizationId, returnsSince(period.from), period.to);
  return rowsOfFigures(historiesOf(stays), period);
}

/** The same of the organizations a condition on `o` names, as members of any network or cluster: stays in several at once are one. */
export async function figureRowsAmong(db: Db, isMeant: RawBuilder<boolean>, period: { from: Day; to: Day }): Promise<FigureRows<StayRow>> {
  return rowsOfFigures(historiesOf(await findStaysAmong(db, isMeant, returnsSince(period.from), period.to)), period);
}

function historiesOf(rows: readonly StayRow[]): MemberHistory<StayRow>[] {
  const histories = new Map<string, MemberHistory<StayRow>>();
  for (const row of rows) {
    const history = histories.get(row.memberId) ?? { member: row, stays: [] };
    history.stays.push(stayOf(row.during));
    histories.set(row.memberId, history);
  }
  return [...histories.values()];
}
