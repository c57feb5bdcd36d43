import type { Tx } from "../../src/platform/database/database.ts";
import { place, readBoard } from "./board.ts";
import { calendarAt, quarterStart } from "./calendar.ts";
import { clearEvents } from "./clear-events.ts";
import { beginDemoPeriods } from "./cover-bookings.ts";
import { insertEveryDay } from "./every-day.ts";
import { fillCalendars } from "./fill-calendars.ts";
import { guestsAhead, seatsAhead } from "./guests-ahead.ts";
import { insertAfterEvents } from "./insert-after-events.ts";
import { insertAgendas } from "./insert-agendas.ts";
import { insertCalls } from "./insert-calls.ts";
import { insertCandidates } from "./insert-candidates.ts";
import { insertCertificates } from "./insert-certificates.ts";
import { insertConsultations } from "./insert-consultations.ts";
import { insertEventExtras } from "./insert-event-extras.ts";
import { insertEvents } from "./insert-events.ts";
import { insertHires } from "./insert-hires.ts";
import { insertInductions } from "./insert-inductions.ts";
import { insertInvestors } from "./insert-investors.ts";
import { insertLines } from "./insert-lines.ts";
import { insertLog } from "./insert-log.ts";
import { insertOrders } from "./insert-orders.ts";
import { insertPasses } from "./insert-passes.ts";
import { insertPlans } from "./insert-plans.ts";
import { insertProjects } from "./insert-projects.ts";
import { insertDifferentDays } from "./insert-spaces.ts";
import { insertVisits } from "./insert-visits.ts";
import { readNetwork } from "./network.ts";
import { plannedByFlows, plannedByHand } from "./plan-passes.ts";
import type { Demo } from "./read.ts";
import { settleQuarter } from "./settle-quarter.ts";
import { fixedUntil } from "./year/insert-year.ts";

/** What happens in the network and is counted from today: days that differ, the recruiting board, passes, ledger, log, certificates and bookings. */
export async function insertActivity(tx: Tx, demo: Demo, now: Temporal.Instant): Promise<void> {
  const network = await readNetwork(tx, demo);
  await insertDifferentDays(tx, demo, network.houses, now);
  await insertCandidates(tx, demo, network, now);

  const planned = [...plannedByFlows(demo, now), ...plannedByHand(demo, now)].sort(
    (one, other) => Number(waits(one)) - Number(waits(other)),
  );
  const board = await readBoard(tx, network, [...planned, ...seatsAhead(demo, now)]);
  const placed = planned.map((pass) => {
    const found = place(pass, network, board);
    if (!found) throw new Error(`No room for ${pass.person} at ${pass.host} on ${pass.day} (${pass.state})`);
    return found;
  });
  await insertPasses(tx, network, board, [...placed, ...guestsAhead(demo, network, board, now)], now);

  const coordinator = demo.people.find(({ positions }) => positions.some(({ role }) => role === "coordinator"));
  for (const { quarter, state } of demo.flows.quarters) {
    if (state !== "settled") continue;
    const first = quarterStart(calendarAt(now).today, quarter);
    await settleQuarter(tx, network, first, network.people.get(coordinator?.email ?? "")?.id ?? null, now);
  }
  await insertLog(tx, network, now);

  await insertCertificates(tx, demo, network, now);
  await insertPlans(tx, demo, network, now);
  await fillCalendars(tx, demo, network, now);
  await insertLines(tx, demo, network, now);
  await beginDemoPeriods(tx, now);
  await insertInductions(tx, demo, network, now);
  await insertOrders(tx, demo, network, now);
  await insertHires(tx, demo, network, now);
  await insertConsultations(tx, demo, network, now);
  await insertVisits(tx, demo, network, now);
  const held = await insertEvents(tx, demo, network, now);
  await insertEveryDay(tx, demo, network, now);
  await insertAgendas(tx, demo, held, now);
  await insertEventExtras(tx, demo, held, now);
  await insertAfterEvents(tx, demo, held, network);
  await insertCalls(tx, demo, network, now);
  await insertProjects(tx, demo, network, now);
  await insertInvestors(tx, demo, network, now);
}

// what hangs on a row is taken away before it
const tables = [
  ["kept_figures", "counted_once_sums", "counted_once", "counted_events"],
  ["ledger_counts", "event_counts", "event_totals", "event_uncounted"],
  ["settlement_transfers", "settlement_positions", "settlements", "ledger_corrections", "ledger_transactions"],
  ["duties_done", "scans", "offers", "day_pass_endings", "person_days", "quota_uses", "day_passes", "guest_days", "house_rule_consents"],
  ["charges", "entitlement_entries", "subscription_pauses", "subscription_people", "subscriptions", "plans"],
  ["appointments", "consultation_exceptions", "consultations"],
  ["production_order_lines", "production_order_messages", "production_order_files", "production_order_changes", "production_orders"],
  ["stock_movements", "consumables", "induction_sign_ups", "inductions", "outages"],
  ["visits", "visit_counts", "kiosk_names"],
  ["audience_votes", "call_decisions", "review_changes", "review_scores", "reviews", "call_criteria", "call_phases", "call_jurors"],
  ["submission_files", "submissions", "calls"],
  ["closings", "raise_interests", "raise_consents", "introduction_meetings", "introductions", "raises", "investor_profiles"],
  ["state_aid_awards", "report_packs", "project_files", "project_expenses", "project_hours", "project_rates"],
  ["budget_forecasts", "budget_amounts", "budgets", "budget_lines"],
  ["funding_deadlines", "tranche_receipts", "tranches", "funding_rules", "fundings"],
  ["milestones", "work_packages", "project_events", "project_partners", "projects"],
  ["hire_lines", "hire_messages", "hire_changes", "hire_wishes", "hire_times", "hires", "hire_extras", "hire_rooms", "hire_terms"],
  ["booking_waits", "booking_changes", "booked_resources", "bookings", "booking_series", "certificates"],
  ["opening_exceptions", "guest_closed_days", "candidate_notes", "stage_changes", "candidates"],
] as const;

/** Takes all of it away again. Only for a network nobody has touched. */
export async function clearActivity(tx: Tx): Promise<void> {
  for (const table of tables.flat()) await tx.deleteFrom(table).execute();
  await clearEvents(tx, fixedUntil);
  // people stay signed in
  await tx.deleteFrom("audit_log").where("action", "not like", "session.%").execute();
}

function waits({ waitsFor }: { waitsFor: string | null }): boolean {
  return waitsFor === "seat";
}
