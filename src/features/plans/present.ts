import { type Actor, isPerson } from "../../platform/access/actor.ts";
import type { Texts } from "../../platform/database/schema.ts";
import { daysOfRange } from "../spaces/index.ts";
import type { EntitlementRow, EntryRow } from "./allowance-queries.ts";
import type { ChargeRow } from "./charge-queries.ts";
import { mayManagePlans, maySpeakForSubscription } from "./policy.ts";
import type { PlanRow, pausesOf, peopleOf, SubscriptionRow } from "./queries.ts";

/** A plan as everyone may see it. */
export function presentPlan(row: PlanRow, actor: Actor) {
  const { from, until } = daysOfRange(row.offered);
  return {
    id: row.id,
    space: { id: row.space_id, slug: row.space_slug },
    names: row.names,
    descriptions: row.descriptions,
    priceOre: row.price_ore,
    period: row.period,
    validDays: row.valid_days,
    includedDays: row.included_days,
    includedRoomMinutes: row.included_room_minutes,
    includedMachineMinutes: row.included_machine_minutes,
    noticeDays: row.notice_days,
    forWhom: row.for_whom,
    membershipPlan: row.membership_plan,
    supply: row.supply,
    placeInOrder: row.place_in_order,
    offeredFrom: from,
    offeredUntil: until,
    replacesId: row.replaces_id,
    version: row.version,
    abilities: { edit: mayManagePlans(actor, row) },
  };
}

type PersonRow = Awaited<ReturnType<typeof peopleOf>>[number];
type PauseRow = Awaited<ReturnType<typeof pausesOf>>[number];

/** A subscription as its holder and the house see it. */
export function presentSubscription(row: SubscriptionRow, people: PersonRow[], pauses: PauseRow[], actor: Actor) {
  const { from, until } = daysOfRange(row.during);
  const isManager = mayManagePlans(actor, row);
  const isOpen = until === null && row.period !== "once";
  return {
    id: row.id,
    space: { id: row.space_id, slug: row.space_slug, name: row.space_name },
    plan: { id: row.plan_id, names: row.plan_names, period: row.period, priceOre: row.price_ore },
    holder: holderOf(row),
    seats: row.seats,
    people: people
      .filter(({ subscription_id, during }) => subscription_id === row.id && during !== "empty")
      .map(({ person_id, name, during }) => ({ personId: person_id, name, ...fromUntil(during) })),
    from: from ?? "",
    until,
    nextPeriodOn: row.next_period_on,
    followsId: row.follows_id,
    pauses: pauses
      .filter(({ subscription_id }) => subscription_id === row.id)
      .map(({ during, reason }) => ({ ...pauseDays(during), reason })),
    noticeAt: row.notice_at?.toString() ?? null,
    version: row.version,
    abilities: {
      manage: isManager && isOpen,
      end: maySpeakForSubscription(actor, row) && isOpen,
      namePeople: maySpeakForSubscription(actor, row) && row.seats !== null,
    },
  };
}

/** What somebody may draw on. */
export function presentEntitlement(row: EntitlementRow) {
  return {
    space: { id: row.space_id, slug: row.space_slug, name: row.space_name },
    subscriptionId: row.subscription_id,
    plan: row.plan_names as Texts,
    company: row.company,
    unit: row.unit,
    periodFrom: row.period_from,
    periodUntil: row.period_until,
    granted: row.granted,
    held: row.held,
    used: row.used,
    expired: row.expired,
    balance: row.balance,
  };
}

/** An entry; whose booking it was for is told to that person and to the house. */
export function presentEntry(row: EntryRow, actor: Actor) {
  const isManager = mayManagePlans(actor, row);
  const isTheirs = isManager || (row.person_id !== null && isPerson(actor, row.person_id));
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    unit: row.unit,
    amount: row.amount,
    balance: row.balance,
    periodFrom: row.period_from,
    periodUntil: row.period_until,
    bookingId: isTheirs ? row.booking_id : null,
    person: isTheirs ? row.person_name : null,
    reversesId: row.reverses_id,
    isReversed: row.is_reversed,
    writtenAt: row.written_at.toString(),
    reason: isTheirs ? row.reason : null,
    abilities: { reverse: isManager && row.kind === "used" && !row.is_reversed },
  };
}

/** Something owed, with what caused it. */
export function presentCharge(row: ChargeRow, actor: Actor) {
  return {
    id: row.id,
    kind: row.kind,
    owedTo: row.owed_to,
    owedBy: row.hire_id === null ? holderOf(row) : { kind: "hirer" as const, id: row.hire_id, slug: null, name: row.hirer_name ?? "" },
    amountOre: row.amount_ore,
    supply: row.supply,
    vatPercent: row.vat_percent,
    sellerIsVatRegistered: row.seller_is_vat_registered,
    day: row.day,
    cause: {
      plan: row.plan_names,
      subscriptionId: row.subscription_id,
      periodFrom: row.period_from,
      resource: row.resource_name,
      bookingId: row.booking_id,
      orderId: row.order_id,
      hireId: row.hire_id,
      startsAt: row.starts_at?.toString() ?? null,
      endsAt: row.ends_at?.toString() ?? null,
    },
    reversesId: row.reverses_id,
    isReversed: row.is_reversed,
    writtenAt: row.written_at.toString(),
    reason: row.reason,
    abilities: { reverse: mayManagePlans(actor, row) && row.kind !== "reversal" && !row.is_reversed },
  };
}

type Held = Pick<SubscriptionRow, "person_id" | "organization_id" | "person_name" | "organization_name" | "organization_slug">;

function holderOf(row: Held) {
  return row.person_id === null
    ? { kind: "company" as const, id: row.organization_id ?? "", slug: row.organization_slug, name: row.organization_name ?? "" }
    : { kind: "person" as const, id: row.person_id, slug: null, name: row.person_name ?? "" };
}

function fromUntil(range: string) {
  const { from, until } = daysOfRange(range);
  return { from: from ?? "", until };
}

function pauseDays(range: string) {
  const { from, until } = daysOfRange(range);
  return { from: from ?? "", until: until ?? "" };
}
