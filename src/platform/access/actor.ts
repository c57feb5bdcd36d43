import type { Language } from "../language/language.ts";

/** Roles that give rights at an organization. Each includes those after it, but for coordinator and operator, which stand alone. */
export type Role = "owner" | "manager" | "host" | "member" | "coordinator";

/** Who asks: nobody known, or a person with the positions held today, by a session or by an API key with scopes. */
export type Actor = Visitor | SignedIn;

export interface Visitor {
  kind: "visitor";
}

export interface SignedIn {
  kind: "person";
  personId: string;
  name: string;
  email: string;
  language: Language;
  isOperator: boolean;
  positions: { organizationId: string; role: string }[];
  /** Present when an API key asks: what the key may do. Absent: everything the person may. */
  scopes?: string[];
  keyId?: string;
  /** Present when a browser's session asks. */
  sessionId?: string;
}

export const visitor: Visitor = { kind: "visitor" };

const includes: Record<Role, string[]> = {
  member: ["member", "host", "manager", "owner"],
  host: ["host", "manager", "owner"],
  manager: ["manager", "owner"],
  owner: ["owner"],
  coordinator: ["coordinator"],
};

/** Whether the actor holds the role, or one that includes it, at the organization. The operator of the installation holds all. */
export function holdsRole(actor: Actor, role: Role, organizationId: string): boolean {
  if (actor.kind !== "person") return false;
  if (actor.isOperator) return true;
  return actor.positions.some((position) => position.organizationId === organizationId && includes[role].includes(position.role));
}

/** Whether the actor is this person. */
export function isPerson(actor: Actor, personId: string): boolean {
  return actor.kind === "person" && actor.personId === personId;
}
