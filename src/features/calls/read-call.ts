import type { Actor } from "../../platform/access/actor.ts";
import { found } from "../../platform/access/authorize.ts";
import type { Db } from "../../platform/database/database.ts";
import { mayRunCall } from "./policy.ts";
import {
  awardedOf,
  type CallRow,
  type CallSearch,
  findCall,
  findCalls,
  hasDelivered,
  organizationNames,
  phasesOf,
  placeNames,
} from "./queries.ts";

/** A call the actor may see: a draft is there for those who run it only. */
export async function seenCall(db: Db, actor: Actor, idOrSlug: string): Promise<CallRow> {
  const known = await findCall(db, idOrSlug);
  return found(known && (known.status !== "draft" || mayRunCall(actor, known.organization_id)) ? known : undefined);
}

/** A call with everything that is shown of it. */
export async function readCall(db: Db, actor: Actor, idOrSlug: string) {
  const row = await seenCall(db, actor, idOrSlug);
  const named = row.eligibility.flatMap((rule) => (rule.kind === "member_of" ? [rule.organizationId] : []));
  const numbers = row.eligibility.flatMap((rule) => (rule.kind === "municipality" || rule.kind === "county" ? rule.numbers : []));
  const [phases, organizations, places, awarded, isFormFrozen] = await Promise.all([
    phasesOf(db, row.id),
    organizationNames(db, named),
    placeNames(db, numbers),
    row.kind === "award" ? awardedOf(db, row.id) : [],
    hasDelivered(db, row.id),
  ]);
  return { row, phases, ruleNames: new Map([...organizations, ...places]), awarded, isFormFrozen };
}

/** Calls the actor may see. */
export function searchCalls(db: Db, actor: Actor, search: Omit<CallSearch, "runs">) {
  const isOperator = actor.kind === "person" && actor.isOperator;
  const positions = actor.kind === "person" ? actor.positions : [];
  const runs = positions.map(({ organizationId }) => organizationId).filter((id) => mayRunCall(actor, id));
  return findCalls(db, { ...search, runs: isOperator ? "all" : runs });
}
