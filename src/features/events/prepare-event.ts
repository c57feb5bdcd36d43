import type { SignedIn } from "../../platform/access/actor.ts";
import type { Db } from "../../platform/database/database.ts";
import { newId } from "../../platform/database/id.ts";
import { type Day, dayIn } from "../../platform/time/day.ts";
import { municipalityByWord } from "../geography/index.ts";
import { findOrganization } from "../organizations/index.ts";
import { findSpace } from "../spaces/index.ts";
import type { NewEvent } from "./create-event.ts";
import { mayHoldEvents } from "./policy.ts";

/** An event with everything it names found. */
export interface PreparedEvent extends Omit<NewEvent, "space" | "municipality" | "audienceOrganizations"> {
  id: string;
  /** The one that leads first. */
  hostIds: string[];
  /** Whose members it is for, when not of those who hold it. */
  audienceIds: string[];
  space: { id: string; timeZone: string } | undefined;
  municipality: { number: string; recordedOn: Day } | null;
  parentId: string | null;
}

/** What of an event is not to be found, or not to be had. */
export type Missing = "organization" | "coHosts" | "audienceOrganizations" | "space" | "municipality" | "endsAt";

export type Prepared = { event: PreparedEvent; missing?: undefined } | { event?: undefined; missing: Missing };

/** Finds what events name: who holds them, where. Each is told whole, or by the first thing it lacks. */
export async function prepareEvents(
  db: Db,
  actor: SignedIn,
  events: readonly NewEvent[],
  at: Temporal.Instant,
  parentId: string | null = null,
): Promise<Prepared[]> {
  const today = dayIn(at, "Europe/Oslo");
  const words = [...new Set(events.flatMap((event) => [event.organization, ...event.coHosts, ...audienceOf(event)]))];
  const houses = [...new Set(events.flatMap(({ space }) => space ?? []))];
  const [organizations, spaces, municipality] = await Promise.all([
    known(words, (word) => findOrganization(db, actor, word, today)),
    known(houses, (word) => findSpace(db, word)),
    events.some((event) => event.municipality !== undefined) ? municipalityByWord(db, today) : undefined,
  ]);
  return events.map((given): Prepared => {
    const leads = organizations.get(given.organization);
    if (!leads || !mayHoldEvents(actor, leads.id)) return { missing: "organization" };
    const others = given.coHosts.map((word) => organizations.get(word));
    const hostIds = [leads, ...others].flatMap((host) => host?.id ?? []);
    if (hostIds.length <= others.length) return { missing: "coHosts" };
    const audience = audienceOf(given).map((word) => organizations.get(word)?.id);
    if (audience.includes(undefined)) return { missing: "audienceOrganizations" };
    const space = given.space === undefined ? undefined : spaces.get(given.space);
    if (given.space !== undefined && !space) return { missing: "space" };
    const place = given.municipality === undefined ? undefined : municipality?.(given.municipality);
    if (typeof place === "string") return { missing: "municipality" };
    if (Temporal.Instant.compare(given.startsAt, given.endsAt) >= 0) return { missing: "endsAt" };
    return {
      event: {
        ...given,
        id: newId(),
        hostIds: [...new Set(hostIds)],
        audienceIds: [...new Set(audience.flatMap((id) => id ?? []))],
        space: space && { id: space.id, timeZone: space.time_zone },
        municipality: place && given.country === undefined ? { number: place.number, recordedOn: today } : null,
        parentId,
      },
    };
  });
}

// an event for all, or for those invited, is for the members of nobody
function audienceOf({ audience, audienceOrganizations }: NewEvent): string[] {
  return audience === "members" ? audienceOrganizations : [];
}

async function known<Found>(words: readonly string[], find: (word: string) => Promise<Found | undefined>): Promise<Map<string, Found>> {
  const all = await Promise.all(words.map(async (word) => [word, await find(word)] as const));
  return new Map(all.flatMap(([word, one]) => (one === undefined ? [] : [[word, one] as const])));
}
