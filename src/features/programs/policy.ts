import { type Actor, holdsRole, isPerson } from "../../platform/access/actor.ts";

/** What a rule needs to know of a startup in a program: whose the program is, which startup, and who advises it. */
export interface EnrolledAt {
  programOwnerId: string;
  organizationId: string;
  adviserId: string | null;
}

/** Who runs a program: those who manage its organization, and whoever coordinates it as a network. */
export function mayRunProgram(actor: Actor, organizationId: string): boolean {
  return holdsRole(actor, "manager", organizationId) || holdsRole(actor, "coordinator", organizationId);
}

/** Who works with a startup of a program: those who run it, and its adviser. */
export function mayAdvise(actor: Actor, { programOwnerId, adviserId }: EnrolledAt): boolean {
  return mayRunProgram(actor, programOwnerId) || (adviserId !== null && isPerson(actor, adviserId));
}

/** Who speaks for a startup: those who own or manage it. */
export function isFounder(actor: Actor, { organizationId }: Pick<EnrolledAt, "organizationId">): boolean {
  return holdsRole(actor, "manager", organizationId);
}

/** Who sees what a program knows of a startup, its unshared notes apart. */
export function maySeeEnrollment(actor: Actor, enrolled: EnrolledAt): boolean {
  return mayAdvise(actor, enrolled) || isFounder(actor, enrolled);
}
