import type { Insertable } from "kysely";
import { hold, insertEntries, makeUseOf } from "../../src/features/plans/index.ts";
import { newId } from "../../src/platform/database/id.ts";
import type { Plans, Resources } from "../../src/platform/database/schema.ts";
import type { Installation } from "../../src/platform/installation.ts";

type Weekdays = [number, number, number, number, number, number, number];

/** Terms of an agreement as most tests want them: five days a month, held at once, a month ahead. */
export const ordinaryTerms = {
  horizonDays: 30,
  cancelDaysBefore: 1,
  cancelTime: "18:00",
  answerHours: 24,
  offerHours: 12,
  noShowStrikes: 3,
  noShowWithinDays: 90,
  pauseDays: 30,
  eligiblePlans: null,
  minimumMembershipDays: 0,
  priceAfterQuotaOre: null,
  settlement: "netting",
};

/**
 * Builds a small network, row by row, with names one gets to know. Everything has a sensible default, so that a test
 * says only what it is about.
 */
export function networkBuilder({ db, now }: Pick<Installation, "db" | "now">) {
  const builder = {
    /** An organization. @returns its id */
    async organization(slug: string, given: { name?: string; kinds?: string[]; visibility?: string } = {}): Promise<string> {
      const id = newId();
      await db
        .insertInto("organizations")
        .values({ id, slug, name: given.name ?? slug, visibility: given.visibility ?? "public", created_at: now() })
        .execute();
      for (const kind of given.kinds ?? ["space_operator"])
        await db.insertInto("organization_kinds").values({ organization_id: id, kind }).execute();
      return id;
    },

    /** A space and, unless given, the organization that runs it; open Monday to Friday 08–17, with guest seats every weekday. */
    async space(
      slug: string,
      given: {
        organizationId?: string;
        name?: string;
        seats?: number | Weekdays;
        askFirst?: boolean;
        latitude?: number;
        longitude?: number;
        municipality?: string;
        town?: string;
        isOpenAllDays?: boolean;
      } = {},
    ): Promise<{ id: string; organizationId: string; slug: string }> {
      const organizationId = given.organizationId ?? (await builder.organization(slug, { name: given.name ?? slug }));
      const id = newId();
      const seats = given.seats ?? 4;
      await db
        .insertInto("spaces")
        .values({
          id,
          slug,
          organization_id: organizationId,
          name: given.name ?? slug,
          town: given.town ?? null,
          municipality_number: given.municipality ?? "0301",
          municipality_recorded_on: "2026-01-01",
          latitude: given.latitude ?? 59.91,
          longitude: given.longitude ?? 10.75,
          desks: 20,
          during: "[2020-01-01,)",
          created_at: now(),
        })
        .execute();
      const weekdays = given.isOpenAllDays ? [1, 2, 3, 4, 5, 6, 7] : [1, 2, 3, 4, 5];
      await db
        .insertInto("opening_hours")
        .values(weekdays.map((weekday) => ({ space_id: id, weekday, opens: "08:00", closes: "17:00" })))
        .execute();
      await db
        .insertInto("guest_terms")
        .values({
          space_id: id,
          seats_per_weekday: Array.isArray(seats) ? seats : Array<number>(7).fill(seats),
          ask_first: given.askFirst ?? false,
        })
        .execute();
      return { id, organizationId, slug };
    },

    /** Something to be booked in a space: a room for eight that members book by the quarter hour, half a year ahead. @returns its id */
    async resource(space: { id: string }, name: string, given: Partial<Insertable<Resources>> = {}): Promise<string> {
      const id = newId();
      await db
        .insertInto("resources")
        .values({ id, space_id: space.id, name, kind: "meeting_room", capacity: 8, in_use: "[2020-01-01,)", created_at: now(), ...given })
        .execute();
      return id;
    },

    /** A plan of a space: ten room hours a month for 1,500 kroner. @returns its id */
    async plan(space: { id: string }, name: string, given: Partial<Insertable<Plans>> = {}): Promise<string> {
      const id = newId();
      const names = JSON.stringify({ nb: name });
      const month = { price_ore: 150_000, period: "month", included_room_minutes: 600 };
      await db
        .insertInto("plans")
        .values({ id, space_id: space.id, names, offered: "[2020-01-01,)", created_at: now(), ...month, ...given })
        .execute();
      return id;
    },

    /** Somebody has a plan from 1 November 2026 on; a company for five people, of whom those are named. @returns its id */
    async subscription(
      space: { id: string },
      planId: string,
      holder: { personId: string } | { organizationId: string; people?: string[] },
      during = "[2026-11-01,)",
    ): Promise<string> {
      const id = newId();
      const isPerson = "personId" in holder;
      await db
        .insertInto("subscriptions")
        .values({
          space_id: space.id,
          id,
          plan_id: planId,
          person_id: isPerson ? holder.personId : null,
          organization_id: isPerson ? null : holder.organizationId,
          seats: isPerson ? null : 5,
          during,
          created_at: now(),
        })
        .execute();
      const people = isPerson ? [] : (holder.people ?? []);
      for (const person_id of people)
        await db
          .insertInto("subscription_people")
          .values({ space_id: space.id, id: newId(), subscription_id: id, person_id, during, added_at: now() })
          .execute();
      return id;
    },

    /** An hour of a meeting room that was used of a subscription's November. @returns the id of the entry */
    async usedHour(space: { id: string }, subscriptionId: string): Promise<string> {
      const period = { periodFrom: "2026-11-01", periodUntil: "2026-12-01" };
      const allowance = {
        spaceId: space.id,
        subscriptionId,
        unit: "room_minute" as const,
        ...period,
        included: 600,
        number: 0,
        balance: 0,
      };
      const cause = { cause: "booking" as const, by: null, at: now() };
      const entries = [...hold([allowance], 60, cause).entries, ...makeUseOf(allowance, 60, cause)];
      await db.transaction().execute((tx) => insertEntries(tx, entries));
      return entries.at(-1)?.id ?? "";
    },

    /** What a person owes for November. @returns its id */
    async charge(space: { id: string; organizationId: string }, subscriptionId: string, personId: string): Promise<string> {
      const id = newId();
      await db
        .insertInto("charges")
        .values({
          space_id: space.id,
          id,
          kind: "period",
          owed_to: space.organizationId,
          person_id: personId,
          amount_ore: 150_000,
          supply: "service",
          vat_percent: 0,
          subscription_id: subscriptionId,
          period_from: "2026-11-01",
          day: "2026-11-01",
          written_at: now(),
        })
        .execute();
      return id;
    },

    /** A line of a space's checklist for receiving guests, "Vist rundt". @returns its id */
    async duty(space: { id: string }, nb: string, placeInOrder = 1): Promise<string> {
      const id = newId();
      await db
        .insertInto("host_duties")
        .values({ space_id: space.id, id, place_in_order: placeInOrder, texts: JSON.stringify({ nb }) })
        .execute();
      return id;
    },

    /** A person: "Amina Larsen" gets amina.larsen@example.test. @returns the id */
    async person(name: string, given: { email?: string; locale?: string } = {}): Promise<string> {
      const id = newId();
      const email =
        given.email ??
        `${name
          .toLowerCase()
          .normalize("NFKD")
          .replace(/[^a-z]+/g, ".")}@example.test`;
      await db
        .insertInto("people")
        .values({ id, name, email, locale: given.locale ?? "nb", created_at: now() })
        .execute();
      return id;
    },

    /** A position, which gives roles: "manager" at an organization. */
    async position(personId: string, organizationId: string, role: string, during = "[2024-01-01,)"): Promise<void> {
      await db
        .insertInto("positions")
        .values({ id: newId(), person_id: personId, organization_id: organizationId, role, during })
        .execute();
    },

    /** A membership of a person or of an organization, which has said yes to it unless told otherwise. @returns its id */
    async membership(
      organizationId: string,
      member: { personId: string } | { organizationId: string },
      given: { during?: string; plan?: string; optOut?: boolean; isConfirmed?: boolean } = {},
    ): Promise<string> {
      const id = newId();
      await db
        .insertInto("memberships")
        .values({
          id,
          organization_id: organizationId,
          member_person_id: "personId" in member ? member.personId : null,
          member_organization_id: "organizationId" in member ? member.organizationId : null,
          during: given.during ?? "[2024-01-01,)",
          plan: given.plan ?? "flex",
          exchange_opt_out: given.optOut ?? false,
          created_at: now(),
          confirmed_at: "organizationId" in member && given.isConfirmed !== false ? now() : null,
        })
        .execute();
      return id;
    },

    /** A person who is a member of the organization that runs the space. @returns the person's id */
    async member(name: string, home: { organizationId: string }): Promise<string> {
      const personId = await builder.person(name);
      await builder.membership(home.organizationId, { personId });
      return personId;
    },

    /** An agreement in force, accepted by the spaces. Quotas are days per calendar month. */
    async agreement(
      spaces: { id: string; organizationId: string }[],
      given: {
        networkId?: string;
        quotas?: Partial<Record<"person" | "company" | "host" | "person_and_host", number>>;
        terms?: Partial<Record<keyof typeof ordinaryTerms, unknown>>;
        validFrom?: string;
      } = {},
    ): Promise<{ id: string; networkId: string; quotaIds: Record<string, string> }> {
      const networkId = given.networkId ?? (await builder.organization(`network-${newId().slice(-6)}`, { kinds: ["network"] }));
      const id = newId();
      await db.insertInto("agreements").values({ id, network_id: networkId, created_at: now() }).execute();
      const terms = JSON.stringify({ ...ordinaryTerms, ...given.terms });
      await db
        .insertInto("agreement_versions")
        .values({
          agreement_id: id,
          version: 1,
          valid_from: given.validFrom ?? "2022-01-01",
          texts: "{}",
          terms,
          drafted_at: now(),
          published_at: now(),
        })
        .execute();
      const quotaIds: Record<string, string> = {};
      for (const [dimension, days] of Object.entries(given.quotas ?? { person: 5 })) {
        quotaIds[dimension] = newId();
        await db
          .insertInto("quotas")
          .values({ id: quotaIds[dimension], agreement_id: id, version: 1, dimension, days_per_month: days })
          .execute();
      }
      for (const space of spaces) {
        await db
          .insertInto("agreement_acceptances")
          .values({ agreement_id: id, version: 1, space_id: space.id, accepted_at: now() })
          .execute();
      }
      return { id, networkId, quotaIds };
    },
  };
  return builder;
}
