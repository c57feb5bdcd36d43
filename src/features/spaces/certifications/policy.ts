import { type Actor, holdsRole } from "../../../platform/access/actor.ts";

type OfLab = { organization_id: string };

/** Decides what there is to learn, and whose courses count here too: those who manage the lab. */
export function mayManageCertifications(actor: Actor, { organization_id }: OfLab): boolean {
  return holdsRole(actor, "manager", organization_id);
}

/** Sees who holds certificates, grants them and takes them back: those at the desk of the lab. */
export function mayCertify(actor: Actor, { organization_id }: OfLab): boolean {
  return holdsRole(actor, "host", organization_id);
}
