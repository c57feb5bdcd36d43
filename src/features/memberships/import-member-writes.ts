import { sql } from "kysely";
import { auditAll } from "../../platform/audit.ts";
import type { Db } from "../../platform/database/database.ts";
import type { ImportScope } from "../../platform/imports/index.ts";
import { addPeople, addPositions, changePositions, type PlainPosition } from "../organizations/index.ts";
import { agreedAtEntry } from "./agreed-at-entry.ts";
import { announceMemberships } from "./announce-membership.ts";
import type { KnownCompany, PlainMembership } from "./import-member-facts.ts";
import { duringOf } from "./membership.ts";

type PlannedMembership = PlainMembership & { isPerson: boolean };

/** What one row of a members file asks to have written. */
export type MemberPlan = {
  person?: { id: string; name: string; email: string };
  company?: KnownCompany;
  membership?: PlannedMembership | undefined;
  changedMembership?: PlannedMembership;
  position?: PlainPosition;
  changedPosition?: PlainPosition;
};

/** Writes what was planned for some rows, one statement for each kind of thing, tells of it and logs it. */
export async function writeMembers(tx: Db, scope: ImportScope, plans: readonly MemberPlan[]): Promise<void> {
  const all = <Key extends keyof MemberPlan>(key: Key) =>
    plans.flatMap((plan) => (plan[key] === undefined ? [] : [plan[key] as NonNullable<MemberPlan[Key]>]));
  await addPeople(tx, all("person"), scope.now);
  await addCompanies(tx, scope, all("company"));
  const started = all("membership");
  const changed = all("changedMembership");
  const agreedAt = await agreementTimes(tx, scope, started);
  await addMemberships(tx, scope, started, agreedAt);
  await changeMemberships(tx, changed);
  await addPositions(tx, all("position"));
  await changePositions(tx, all("changedPosition"));
  await announceMemberships(
    tx,
    scope.now,
    [...started, ...changed].map((membership) => rowOf(scope, membership, agreedAt.get(membership.id))),
  );
  await auditAll(tx, [...deeds(scope, "membership.start", started), ...deeds(scope, "membership.change", changed)]);
}

async function addCompanies(tx: Db, { now, organizationId }: ImportScope, companies: readonly KnownCompany[]): Promise<void> {
  if (companies.length === 0) return;
  await tx
    .insertInto("organizations")
    .values(
      companies.map(({ id, slug, name }) => ({
        id,
        slug,
        name,
        visibility: "network",
        entered_by_network_id: organizationId,
        created_at: now,
      })),
    )
    .execute();
  await tx
    .insertInto("organization_kinds")
    .values(companies.map(({ id }) => ({ organization_id: id, kind: "company" })))
    .execute();
}

/** When those that count from the start were agreed on, by the membership's id: now. */
async function agreementTimes(
  tx: Db,
  scope: ImportScope,
  memberships: readonly PlannedMembership[],
): Promise<Map<string, Temporal.Instant>> {
  const companies = memberships.filter(({ isPerson }) => !isPerson);
  const entering = companies.map(({ memberId, from }) => ({
    organizationId: scope.organizationId,
    memberOrganizationId: memberId,
    from,
  }));
  const agreed = await agreedAtEntry(tx, scope.actor, entering, scope.today);
  return new Map(companies.filter((_, place) => agreed[place]).map(({ id }) => [id, scope.now]));
}

async function addMemberships(
  tx: Db,
  scope: ImportScope,
  memberships: readonly PlannedMembership[],
  agreedAt: ReadonlyMap<string, Temporal.Instant>,
): Promise<void> {
  if (memberships.length === 0) return;
  await tx
    .insertInto("memberships")
    .values(
      memberships.map((membership) => ({
        ...rowOf(scope, membership, agreedAt.get(membership.id)),
        plan: membership.plan,
        created_at: scope.now,
      })),
    )
    .execute();
}

async function changeMemberships(tx: Db, memberships: readonly PlannedMembership[]): Promise<void> {
  if (memberships.length === 0) return;
  await sql`
    update memberships m set plan = d.plan, during = daterange(lower(m.during), d.until), version = m.version + 1
    from unnest(${memberships.map(({ id }) => id)}::uuid[], ${memberships.map(({ plan }) => plan)}::text[], ${memberships.map(({ to }) => to)}::date[])
      as d(id, plan, until)
    where m.id = d.id`.execute(tx);
}

function rowOf({ organizationId }: ImportScope, membership: PlannedMembership, agreedAt: Temporal.Instant | undefined) {
  return {
    id: membership.id,
    organization_id: organizationId,
    member_person_id: membership.isPerson ? membership.memberId : null,
    member_organization_id: membership.isPerson ? null : membership.memberId,
    during: duringOf(membership),
    confirmed_at: agreedAt ?? null,
  };
}

function deeds(scope: ImportScope, action: string, memberships: readonly PlannedMembership[]) {
  return memberships.map(({ id, from, to, plan }) => ({
    actor: scope.actor,
    at: scope.now,
    action,
    subject: { kind: "membership", id },
    organizationId: scope.organizationId,
    details: { by: "import", from, to, plan },
  }));
}
