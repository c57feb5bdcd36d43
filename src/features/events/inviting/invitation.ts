/** What became of an invitation: nobody is asked whether they have opened it. */
export const invitationStates = ["invited", "registered", "declined"] as const;
export type InvitationState = (typeof invitationStates)[number];

/** Somebody who is invited by their address. */
export interface Invitee {
  email: string;
  name?: string | undefined;
}

/** What somebody is called whose name nobody has said: the first half of their address. */
export function nameOf({ email, name }: Invitee): string {
  return name ?? email.split("@")[0] ?? email;
}
