import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import type { Installation } from "../../../platform/installation.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { findOrganization } from "../../organizations/index.ts";
import { mayRunInvestors, speaksFor, spokenForBy } from "../policy.ts";
import { hasRaiseIn } from "../raises/queries.ts";
import { contactOfProfile, findProfile, type ProfileRow, profilesOf, profilesOfNetwork } from "./queries.ts";

/** The investors of a network, for those who run it. */
export async function listInvestors(
  { db, now }: Installation,
  actor: Actor,
  network: string,
  page: { limit: number; after: [name: string, id: string] | undefined },
): Promise<ProfileRow[]> {
  const known = await findOrganization(db, actor, network, dayIn(now(), "Europe/Oslo"));
  authorize(actor, known !== undefined && mayRunInvestors(actor, known.id));
  return await profilesOfNetwork(db, found(known).id, page);
}

/** The investors the actor speaks for. */
export async function ownProfiles({ db }: Installation, actor: Actor): Promise<ProfileRow[]> {
  authorize(actor, true);
  return await profilesOf(db, spokenForBy(actor));
}

/** An investor: for itself with its contact data; without them for those who run the network and for startups that raise there. */
export async function readProfile({ db }: Pick<Installation, "db">, actor: Actor, id: string) {
  const profile = await findProfile(db, id);
  const isOwn = profile !== undefined && speaksFor(actor, profile.organization.id);
  const runs = profile !== undefined && mayRunInvestors(actor, profile.network.id);
  const mayRead =
    profile !== undefined && (isOwn || runs || (!profile.hasEnded && (await hasRaiseIn(db, spokenForBy(actor), profile.network.id))));
  authorize(actor, mayRead);
  const row = found(profile);
  const mayChange = !row.hasEnded;
  return {
    profile: row,
    contact: isOwn ? await contactOfProfile(db, id) : null,
    abilities: { edit: mayChange && (isOwn || runs), editContact: mayChange && isOwn, end: mayChange && (isOwn || runs) },
  };
}
