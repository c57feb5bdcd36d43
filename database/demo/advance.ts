import { sql } from "kysely";
import type { Tx } from "../../src/platform/database/database.ts";
import { type PlacedPass, place, readBoard } from "./board.ts";
import { calendarAt } from "./calendar.ts";
import { chance } from "./chance.ts";
import { resolveDay } from "./day.ts";
import { insertEveryDay } from "./every-day.ts";
import { advanceCalendars } from "./fill-calendars.ts";
import { guestsAhead, seatsAhead } from "./guests-ahead.ts";
import { insertCertificates } from "./insert-certificates.ts";
import { insertConsultations } from "./insert-consultations.ts";
import { insertHires } from "./insert-hires.ts";
import { insertInductions } from "./insert-inductions.ts";
import { insertOrders } from "./insert-orders.ts";
import { advanceOutside } from "./insert-outside.ts";
import { insertPasses } from "./insert-passes.ts";
import { insertPlans } from "./insert-plans.ts";
import { insertVisits } from "./insert-visits.ts";
import { type Network, readNetwork } from "./network.ts";
import { type PlannedPass, plannedByFlows, plannedByHand } from "./plan-passes.ts";
import type { Demo } from "./read.ts";

/**
 * Brings a network that visitors have worked in from the day it was made for to today, adding only: passes of the days missed,
 * guests of today and the days ahead, new days for next steps nobody has changed, and bookings of the days come into sight.
 * What does not fit is left out; a guest who cannot come is replaced by another who can.
 */
export async function advanceDemo(tx: Tx, demo: Demo, madeFor: string, now: Temporal.Instant): Promise<void> {
  const today = calendarAt(now).today.toString();
  const network = await readNetwork(tx, demo);
  const missed = plannedByFlows(demo, now).filter(({ day }) => day >= madeFor);
  const ahead = plannedByHand(demo, now).filter(({ day, state }) => day >= today && state !== "cancelled" && state !== "refused");
  const planned = [
    ...missed,
    ...ahead.filter(({ waitsFor }) => waitsFor !== "seat"),
    ...ahead.filter(({ waitsFor }) => waitsFor === "seat"),
  ].map((pass) => ({
    ...pass,
    // the code of an earlier day may still stand
    code: undefined,
    correction: undefined,
  }));
  const board = await readBoard(tx, network, [...planned, ...seatsAhead(demo, now)]);
  const others = chance(`${demo.flows.seed} ${today}`).shuffle(
    demo.people.filter(({ email }) => !isTried(demo, email)).map(({ email }) => email),
  );
  const placed = planned.flatMap((pass) => place(pass, network, board) ?? instead(pass, others, network, board) ?? []);
  await insertPasses(tx, network, board, [...placed, ...guestsAhead(demo, network, board, now)], now);
  await moveNextSteps(tx, demo, network, now);
  if (!(await hasCertificates(tx))) await insertCertificates(tx, demo, network, now);
  if (!(await hasPlans(tx))) await insertPlans(tx, demo, network, now);
  await advanceCalendars(tx, demo, network, madeFor, now);
  await advanceOutside(tx, demo, network, now);
  await insertInductions(tx, demo, network, now);
  if (!(await hasOrders(tx))) await insertOrders(tx, demo, network, now);
  if (!(await hasHires(tx))) await insertHires(tx, demo, network, now);
  if (!(await hasConsultations(tx))) await insertConsultations(tx, demo, network, now);
  await insertVisits(tx, demo, network, now);
  await insertEveryDay(tx, demo, network, now);
}

/** The same seat for somebody else, when it is a plain guest day ahead. */
function instead(
  pass: PlannedPass,
  others: string[],
  network: Network,
  board: Awaited<ReturnType<typeof readBoard>>,
): PlacedPass | undefined {
  if (pass.state !== "held" && pass.state !== "checked_in") return undefined;
  for (const person of others) {
    const placed = place({ ...pass, person, message: null }, network, board);
    if (placed) return placed;
  }
  return undefined;
}

/** Whether a visitor can be signed in as this person, or their days are told one by one. */
function isTried(demo: Demo, email: string): boolean {
  return (
    demo.trials.some((trial) => trial.email === email) || demo.passes.some(({ person, state }) => person === email && state === "no_show")
  );
}

async function hasPlans(tx: Tx): Promise<boolean> {
  return (await tx.selectFrom("plans").select("id").limit(1).executeTakeFirst()) !== undefined;
}

async function hasCertificates(tx: Tx): Promise<boolean> {
  return (await tx.selectFrom("certificates").select("id").limit(1).executeTakeFirst()) !== undefined;
}

async function hasHires(tx: Tx): Promise<boolean> {
  return (await tx.selectFrom("hire_terms").select("version").limit(1).executeTakeFirst()) !== undefined;
}

async function hasConsultations(tx: Tx): Promise<boolean> {
  return (await tx.selectFrom("consultations").select("id").limit(1).executeTakeFirst()) !== undefined;
}

async function hasOrders(tx: Tx): Promise<boolean> {
  return (await tx.selectFrom("consumables").select("id").limit(1).executeTakeFirst()) !== undefined;
}

async function moveNextSteps(tx: Tx, demo: Demo, network: Network, now: Temporal.Instant): Promise<void> {
  const calendar = calendarAt(now);
  const steps = demo.candidates.flatMap(({ slug, nextStepOn }) => {
    const organizationId = network.organizations.get(slug);
    return nextStepOn && organizationId ? [{ organizationId, day: resolveDay(nextStepOn, calendar).toString() }] : [];
  });
  await sql`
    update candidates c set next_step_on = k.day
    from unnest(${steps.map(({ organizationId }) => organizationId)}::uuid[], ${steps.map(({ day }) => day)}::date[]) k(organization_id, day)
    where c.network_id = ${network.id} and c.organization_id = k.organization_id and c.version = 1`.execute(tx);
}
