import { duringOf } from "../../src/features/memberships/membership.ts";
import type { Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { calendarAt } from "./calendar.ts";
import { resolveDay } from "./day.ts";
import { insertAll } from "./insert-all.ts";
import type { Demo } from "./read.ts";

/**
 * People, the positions that give them their roles, and all memberships: of organizations and of people.
 * A position `member` opens the pages of a house and is no membership; whoever has a plan of their own gets both.
 * @returns ids by e-mail
 */
export async function insertPeople(
  tx: Tx,
  demo: Demo,
  organizations: Map<string, string>,
  now: Temporal.Instant,
): Promise<Map<string, string>> {
  const organization = (slug = "") => organizations.get(slug) ?? "";
  const day = (expression: string) => resolveDay(expression, calendarAt(now)).toString();
  const ids = new Map(demo.people.map(({ email }) => [email, newId()]));
  const id = (email: string) => ids.get(email) ?? "";
  const withPlan = demo.people.flatMap(({ email, home, plan, memberSince, exchangeOptOut }) =>
    home && plan && memberSince ? [{ email, home, plan, memberSince, hasOptedOut: exchangeOptOut === true }] : [],
  );

  await insertAll(
    tx,
    "people",
    demo.people.map(({ email, name, locale, visibility }) => ({ id: id(email), email, name, locale, visibility, created_at: now })),
  );
  await insertAll(tx, "positions", [
    ...demo.people.flatMap(({ email, positions }) =>
      positions.map(({ organization: at, role, from, title }) => ({
        id: newId(),
        person_id: id(email),
        organization_id: organization(at),
        role,
        title: title ?? null,
        during: duringOf({ from, to: null }),
      })),
    ),
    ...withPlan.map(({ email, home, memberSince }) => ({
      id: newId(),
      person_id: id(email),
      organization_id: organization(home),
      role: "member",
      title: null,
      during: duringOf({ from: memberSince, to: null }),
    })),
  ]);
  await insertAll(tx, "memberships", [
    ...demo.memberships.map(({ organization: at, member, from, to, plan, tier, payer }) => ({
      id: newId(),
      organization_id: organization(at),
      member_organization_id: organization(member),
      member_person_id: null,
      during: duringOf({ from: day(from), to: to && day(to) }),
      plan: plan ?? null,
      tier: tier ?? null,
      payer,
      exchange_opt_out: false,
      created_at: now,
      confirmed_at: now,
    })),
    ...withPlan.map(({ email, home, plan, memberSince, hasOptedOut }) => ({
      id: newId(),
      organization_id: organization(home),
      member_organization_id: null,
      member_person_id: id(email),
      during: duringOf({ from: memberSince, to: null }),
      plan,
      tier: null,
      payer: "member",
      exchange_opt_out: hasOptedOut,
      created_at: now,
      confirmed_at: null,
    })),
  ]);
  return ids;
}
