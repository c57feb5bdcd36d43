import { type Actor, holdsRole, isPerson } from "../../platform/access/actor.ts";

type RunBy = { organization_id: string };
type Parties = { visited_id: string | null; registered_by: string | null; organization_id: string };

/** Who receives the visitors of a house: its list of the day, who is inside, anybody's visitor let in and out. */
export function mayReceiveVisitors(actor: Actor, { organization_id }: RunBy): boolean {
  return holdsRole(actor, "host", organization_id);
}

/** Who decides how a house receives visitors, and how long they are remembered. */
export function mayChangeVisitorTerms(actor: Actor, { organization_id }: RunBy): boolean {
  return holdsRole(actor, "manager", organization_id);
}

/** Who sees a visit, changes it and lets the visitor in and out: whoever is visited, whoever announced it, and the desk. */
export function mayKeepVisit(actor: Actor, { visited_id, registered_by, organization_id }: Parties): boolean {
  return (
    (visited_id !== null && isPerson(actor, visited_id)) ||
    (registered_by !== null && isPerson(actor, registered_by)) ||
    holdsRole(actor, "host", organization_id)
  );
}
