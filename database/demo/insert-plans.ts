import type { Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { monthOf } from "../../src/platform/time/day.ts";
import { calendarAt } from "./calendar.ts";
import { insertMany } from "./insert-all.ts";
import type { Network } from "./network.ts";
import type { Demo } from "./read.ts";

/** The plans of houses, who has which, and what is owed for the month that runs. */
export async function insertPlans(tx: Tx, demo: Demo, network: Network, now: Temporal.Instant): Promise<void> {
  const first = Temporal.PlainDate.from(monthOf(calendarAt(now).today.toString()));
  const month = (offset: number) => first.add({ months: offset }).toString();
  const plans = demo.plans.plans.map((plan, place) => ({ ...plan, id: newId(), spaceId: network.houses.get(plan.space)?.id ?? "", place }));
  await insertMany(
    tx,
    "plans",
    plans.map((plan) => ({
      id: plan.id,
      space_id: plan.spaceId,
      names: plan.names as unknown as string,
      descriptions: {} as unknown as string,
      price_ore: plan.kroner * 100,
      period: plan.period,
      valid_days: plan.validDays ?? null,
      included_days: plan.days,
      included_room_minutes: plan.roomHours * 60,
      included_machine_minutes: plan.machineHours * 60,
      notice_days: plan.noticeDays,
      for_whom: plan.forWhom,
      membership_plan: plan.membershipPlan,
      supply: plan.supply,
      place_in_order: plan.place,
      offered: "[2020-01-01,)",
      created_at: now,
      version: 1,
    })),
  );
  const subscriptions = demo.plans.subscriptions.flatMap((one) => {
    const plan = plans.find(({ space, key }) => space === one.space && key === one.plan);
    const personId = one.person === undefined ? null : network.people.get(one.person)?.id;
    const organizationId = one.company === undefined ? null : network.organizations.get(one.company);
    if (!plan || personId === undefined || organizationId === undefined) return [];
    const from = month(-one.monthsAgo);
    const ends = one.endsMonth === undefined ? null : month(one.endsMonth);
    const until = plan.validDays === undefined ? ends : Temporal.PlainDate.from(from).add({ days: plan.validDays }).toString();
    return [{ ...one, plan, personId, organizationId, id: newId(), from, until }];
  });
  await insertMany(
    tx,
    "subscriptions",
    subscriptions.map((one) => ({
      space_id: one.plan.spaceId,
      id: one.id,
      plan_id: one.plan.id,
      person_id: one.personId,
      organization_id: one.organizationId,
      seats: one.seats ?? null,
      during: `[${one.from},${one.until ?? ""})`,
      // the job that turns periods begins the month that runs, as it would have on its first day
      next_period_on: one.plan.period === "once" ? null : month(0),
      created_at: now,
      notice_at: one.endsMonth === undefined ? null : now,
      version: 1,
    })),
  );
  await insertMany(
    tx,
    "subscription_people",
    subscriptions.flatMap((one) =>
      one.people.flatMap((email) => {
        const personId = network.people.get(email)?.id;
        return personId === undefined
          ? []
          : [
              {
                space_id: one.plan.spaceId,
                id: newId(),
                subscription_id: one.id,
                person_id: personId,
                during: `[${one.from},)`,
                added_at: now,
              },
            ];
      }),
    ),
  );
  await insertMany(
    tx,
    "subscription_pauses",
    subscriptions.flatMap(({ id, plan, pause }) =>
      pause === undefined
        ? []
        : [
            {
              space_id: plan.spaceId,
              id: newId(),
              subscription_id: id,
              during: `[${month(pause.fromMonth)},${month(pause.untilMonth)})`,
              reason: pause.reason,
              paused_at: now,
            },
          ],
    ),
  );
}
