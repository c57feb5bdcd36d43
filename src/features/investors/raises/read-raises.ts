import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { findOrganization } from "../../organizations/index.ts";
import { matchOf } from "../match.ts";
import { mayRunInvestors, speaksFor, spokenForBy } from "../policy.ts";
import { findProfile, type ProfileRow, profilesOfNetwork } from "../profiles/queries.ts";
import { type Counties, readCounties } from "./counties.ts";
import { asInvestor, asNetwork, disclosedRaise, disclosedRaises, readerOf, type Told, tiersOfInvestors } from "./disclosure.ts";
import { interestsIn } from "./interest.ts";
import { ownRaise } from "./on-raise.ts";
import { consentsOf, findRaise, networksToRaiseIn, raisesOf } from "./queries.ts";

/** A raise as it is told, with what the investor it is told to thinks of it and how it fits what that one looks for. */
export interface Answered {
  told: Told;
  counties: Counties;
  interest: { state: "following" | "passed"; note: string | null } | null;
  match: ReturnType<typeof matchOf> | null;
}

/** The raises the actor is told of: as an investor, as one who runs the network, or as an adviser. The newest first. */
export async function listRaises(
  { db, now }: Installation,
  actor: Actor,
  given: { network?: string | undefined; limit: number; after: [publishedAt: string, id: string] | undefined },
): Promise<Answered[]> {
  authorize(actor, true);
  const today = dayIn(now(), "Europe/Oslo");
  const { network, ...page } = given;
  const networkId = network === undefined ? undefined : found(await findOrganization(db, actor, network, today)).id;
  const raises = await disclosedRaises(db, readerOf(actor), { networkId, page });
  return await answered(db, raises, await readCounties(db, today));
}

/** One of them. @throws Refusal not_here */
export async function readRaise({ db, now }: Installation, actor: Actor, id: string): Promise<Answered> {
  authorize(actor, true);
  const told = found(await disclosedRaise(db, readerOf(actor), id));
  const [only] = await answered(db, [told], await readCounties(db, dayIn(now(), "Europe/Oslo")));
  return found(only);
}

/** A raise as one investor sees it, or those who run the network, shown to those who wrote it; null: it is not there for them. */
export async function previewRaise({ db, now }: Installation, actor: Actor, id: string, profileId: string | undefined) {
  const raise = await ownRaise(db, actor, id);
  const profile = profileId === undefined ? undefined : found(await findProfile(db, profileId));
  if (profile && profile.network.id !== raise.network.id) found(undefined);
  const reader = profile ? asInvestor(profile.id) : asNetwork(raise.network.id);
  const told = await disclosedRaise(db, reader, id, true);
  const counties = await readCounties(db, dayIn(now(), "Europe/Oslo"));
  if (!told) return { investor: profile?.organization ?? null, answered: null };
  const match = profile ? matchOf(profile, summaryOf(told, counties)) : null;
  return { investor: profile?.organization ?? null, answered: { told, counties, interest: null, match } satisfies Answered };
}

/** A raise whole with every consent, for those who wrote it. */
export async function readRecord({ db }: Pick<Installation, "db">, actor: Actor, id: string) {
  const raise = await ownRaise(db, actor, id);
  return { raise, consents: await consentsOf(db, id) };
}

/** The raises of a startup whole, for those who speak for it, and where it may raise. */
export async function listOwnRaises({ db, now }: Installation, actor: Actor, startup: string) {
  const today = dayIn(now(), "Europe/Oslo");
  const organization = await findOrganization(db, actor, startup, today);
  authorize(actor, organization !== undefined && speaksFor(actor, organization.id));
  const { id } = found(organization);
  return { raises: await raisesOf(db, [id]), networks: await networksToRaiseIn(db, id, today) };
}

/** The raises of every startup the actor speaks for. */
export async function myRaises({ db }: Pick<Installation, "db">, actor: Actor) {
  authorize(actor, true);
  return await raisesOf(db, spokenForBy(actor));
}

/**
 * The investors of a raise's network with how they fit and how far they see, the best first: for those who wrote the raise and those
 * who run the network. Whether they follow it is told to the latter alone.
 */
export async function investorsOfRaise({ db, now }: Installation, actor: Actor, id: string) {
  const raise = await findRaise(db, id);
  const runs = raise !== undefined && raise.publishedAt !== null && mayRunInvestors(actor, raise.network.id);
  authorize(actor, raise !== undefined && (runs || speaksFor(actor, raise.organization.id)));
  const { network } = found(raise);
  const [told, profiles, tiers, interests, counties] = await Promise.all([
    disclosedRaise(db, asNetwork(network.id), id, true),
    profilesOfNetwork(db, network.id),
    tiersOfInvestors(db, id),
    interestsIn(db, [id]),
    readCounties(db, dayIn(now(), "Europe/Oslo")),
  ]);
  const summary = summaryOf(found(told), counties);
  const follows = new Set(interests.filter(({ state }) => state === "following").map(({ profileId }) => profileId));
  const investors = profiles.map((profile) => ({
    profile,
    match: matchOf(profile, summary),
    tier: tiers.get(profile.id) ?? null,
    isFollowing: runs ? follows.has(profile.id) : null,
  }));
  return {
    counties,
    investors: investors.toSorted((a, b) => Number(b.match.isMatch) - Number(a.match.isMatch) || b.match.fits - a.match.fits),
  };
}

async function answered(db: Db, raises: readonly Told[], counties: Counties): Promise<Answered[]> {
  const ids = new Set(raises.flatMap(({ profileId }) => (profileId === null ? [] : [profileId])));
  const interests = await interestsIn(
    db,
    raises.map(({ id }) => id),
  );
  const profiles = new Map<string, ProfileRow>();
  for (const profile of await profilesById(db, [...ids])) profiles.set(profile.id, profile);
  return raises.map((told) => {
    const profile = told.profileId === null ? undefined : profiles.get(told.profileId);
    const interest = interests.find(({ raiseId, profileId }) => raiseId === told.id && profileId === told.profileId);
    return {
      told,
      counties,
      interest: interest ? { state: interest.state, note: interest.note } : null,
      match: profile ? matchOf(profile, summaryOf(told, counties)) : null,
    };
  });
}

async function profilesById(db: Db, ids: string[]): Promise<ProfileRow[]> {
  const found = await Promise.all(ids.map((id) => findProfile(db, id)));
  return found.flatMap((profile) => profile ?? []);
}

function summaryOf(told: Told, counties: Counties) {
  return { stage: told.stage, sectors: told.sectors, county: counties.of(told)?.number ?? null, band: told.band };
}
