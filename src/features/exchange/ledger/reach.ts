import { type Actor, holdsRole } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import type { Db } from "../../../platform/database/database.ts";
import { mayCoordinate } from "../policy.ts";
import { findNetwork, participantsAmong } from "./queries.ts";

/** A network and the part of its ledger an actor sees: all of it, or the sides of the organizations it manages. */
export interface Reach {
  network: { id: string; slug: string; name: string };
  /** Undefined for the coordinator, who sees all. */
  organizationIds: string[] | undefined;
}

/** What an actor sees of a network's ledger. @throws Refusal when that is nothing */
export async function reachOf(db: Db, actor: Actor, idOrSlug: string): Promise<Reach> {
  const network = found(await findNetwork(db, idOrSlug));
  if (mayCoordinate(actor, network.id)) return { network, organizationIds: undefined };
  const managed = await participantsAmong(db, network.id, managedBy(actor));
  authorize(actor, managed.length > 0);
  return { network, organizationIds: managed };
}

/** The organizations an actor manages. */
export function managedBy(actor: Actor): string[] {
  if (actor.kind !== "person") return [];
  return [...new Set(actor.positions.map(({ organizationId }) => organizationId))].filter((id) => holdsRole(actor, "manager", id));
}
