import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { Texts } from "../../platform/database/schema.ts";
import type { Installation } from "../../platform/installation.ts";
import type { Theme } from "../spaces/index.ts";
import { alikeTo } from "./alike.ts";
import type { Audience, EventStatus } from "./event.ts";
import { insertEvents } from "./insert-events.ts";
import { prepareEvents } from "./prepare-event.ts";
import { eventRefusals } from "./refusals.ts";

export interface NewTicketType {
  name: string;
  /** Names of the quotas it draws on. */
  quotas: string[];
  priceOre: number;
  memberPriceOre?: number | undefined;
  opensAt?: Temporal.Instant | undefined;
  closesAt?: Temporal.Instant | undefined;
  accessCode?: string | undefined;
  mostPlaces: number;
}

export interface NewEvent {
  title: Texts;
  descriptions: Texts;
  /** Who leads: id or slug, as of those who hold it too. */
  organization: string;
  coHosts: string[];
  space?: string | undefined;
  place?: string | undefined;
  /** Of a place that is no space: its number or name. */
  municipality?: string | undefined;
  /** When it is abroad: two letters. */
  country?: string | undefined;
  onlineUrl?: string | undefined;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  timeZone?: string | undefined;
  languages: string[];
  themes: Theme[];
  audience: Audience;
  /** Whose members it is for, when not of those who hold it: ids or slugs. */
  audienceOrganizations: string[];
  status: Exclude<EventStatus, "cancelled">;
  offerHours: number;
  freeCancelDays?: number | undefined;
  lateCancelPercent: number;
  needsApproval: boolean;
  hasQueue: boolean;
  approvalHours: number;
  quotas: { name: string; size: number }[];
  ticketTypes: NewTicketType[];
}

/**
 * Holds an event in the name of an organization.
 * @param isNotAlike refuse it when one of its hosts holds something with a like name at the same time
 * @returns its id. @throws Refusal event.unknown_quota, event.ends_before_start, event.alike
 */
export async function createEvent({ db, now }: Installation, actor: Actor, given: NewEvent, isNotAlike = false): Promise<string> {
  const at = now();
  authorize(actor, true);
  const [prepared] = await prepareEvents(db, actor, [given], at);
  if (prepared?.missing === "endsAt") throw eventRefusals.endsBeforeStart();
  const event = found(prepared?.event);
  const [alike] = isNotAlike ? await alikeTo(db, [event]) : [];
  if (alike) throw eventRefusals.alike({ title: alike.title, slug: alike.slug });
  await db.transaction().execute((tx) => insertEvents(tx, actor, [event], at));
  return event.id;
}
