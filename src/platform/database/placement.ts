import type { Table } from "./schema.ts";

/**
 * Where a table lies when the database is spread over several machines with Citus (decision record and operator's handbook):
 * - reference: a full copy on every node, for what many point to and what changes by hand;
 * - keyed: split by the first column of its primary key, the tables of a group side by side;
 * - one worker: whole, on one worker together with its group, for what is written often and counted across keys;
 * - coordinator: where it always was. `isAtomic` joins it to the metadata, so that a transaction over it and a spread table is
 *   kept whole when the coordinator dies.
 *
 * The key of a table on one worker is what it can be split by when one worker is full.
 */
export type Placement =
  | { place: "reference" }
  | { place: "keyed"; group: string; key: string }
  | { place: "one worker"; group: string; key: string }
  | { place: "coordinator"; isAtomic?: true };

/** The places a table can be found in, as Citus calls them; one it does not know is "plain". */
export type Found = "plain" | "local" | "reference" | "distributed";

const reference: Placement = { place: "reference" };
const coordinator: Placement = { place: "coordinator" };
const withSpreadTables: Placement = { place: "coordinator", isAtomic: true };
const consents: Placement = { place: "keyed", group: "consents", key: "space_id" };
const eventsGroup: Placement = { place: "keyed", group: "events", key: "event_id" };
const bookingsGroup: Placement = { place: "keyed", group: "bookings", key: "space_id" };

/**
 * The noun is a reference table, what people do to it is spread, what the office does stays on the coordinator. A table without a
 * place is an error of types, and so is a place without a table.
 */
export const placements: Record<Table, Placement> = {
  // written by every operation, so that each is all or nothing
  audit_log: withSpreadTables,
  outbox: withSpreadTables,
  // the program itself
  webhook_endpoints: coordinator,
  webhook_deliveries: coordinator,
  api_keys: coordinator,
  idempotency_keys: coordinator,
  counted_tries: coordinator,
  letters: coordinator,
  signing_keys: coordinator,
  installation_facts: coordinator,
  schema_migrations: coordinator,
  reference_loads: coordinator,
  import_runs: coordinator,
  import_rows: coordinator,
  import_mappings: coordinator,
  // geography
  counties: reference,
  county_changes: reference,
  municipalities: reference,
  municipality_changes: reference,
  regions: reference,
  region_municipalities: reference,
  national_survival: reference,
  // organizations and people
  organizations: reference,
  organization_kinds: reference,
  people: reference,
  positions: reference,
  register_entries: coordinator,
  // accounts
  logins: coordinator,
  sessions: coordinator,
  login_providers: coordinator,
  login_verifications: coordinator,
  passkeys: coordinator,
  proof_codes: coordinator,
  // memberships
  memberships: reference,
  candidates: coordinator,
  candidate_notes: coordinator,
  stage_changes: coordinator,
  // spaces
  spaces: reference,
  opening_hours: reference,
  opening_exceptions: reference,
  house_rules: reference,
  host_duties: reference,
  space_photos: reference,
  house_rule_consents: consents,
  // what can be booked
  certifications: reference,
  certification_recognitions: reference,
  certificates: reference,
  resources: reference,
  resource_prices: reference,
  // screens
  displays: reference,
  // visitors
  visitor_terms: reference,
  // bookings
  bookings: bookingsGroup,
  booked_resources: bookingsGroup,
  booking_changes: bookingsGroup,
  inductions: bookingsGroup,
  induction_sign_ups: bookingsGroup,
  outages: bookingsGroup,
  visits: bookingsGroup,
  kiosk_names: bookingsGroup,
  visit_counts: bookingsGroup,
  // making things for others
  consumables: reference,
  production_orders: bookingsGroup,
  production_order_changes: bookingsGroup,
  production_order_files: bookingsGroup,
  production_order_messages: bookingsGroup,
  production_order_lines: bookingsGroup,
  stock_movements: bookingsGroup,
  consultations: bookingsGroup,
  consultation_exceptions: bookingsGroup,
  appointments: bookingsGroup,
  booking_series: bookingsGroup,
  booking_waits: bookingsGroup,
  // hires by those who are no members
  hire_rooms: reference,
  hire_extras: reference,
  hire_terms: reference,
  hires: bookingsGroup,
  hire_times: bookingsGroup,
  hire_wishes: bookingsGroup,
  hire_lines: bookingsGroup,
  hire_messages: bookingsGroup,
  hire_changes: bookingsGroup,
  outside_calendars: bookingsGroup,
  outside_times: bookingsGroup,
  outside_conflicts: bookingsGroup,
  // plans: a hold and its booking are one key
  plans: reference,
  subscriptions: bookingsGroup,
  subscription_people: bookingsGroup,
  subscription_pauses: bookingsGroup,
  entitlement_entries: bookingsGroup,
  charges: bookingsGroup,
  // addresses that are unique over all
  calendar_feeds: coordinator,
  // events: registering in a rush writes one event
  event_parents: reference,
  event_parent_hosts: reference,
  joint_registrations: coordinator,
  event_partners: coordinator,
  partner_exposures: coordinator,
  events: reference,
  event_hosts: reference,
  event_audience: reference,
  event_invitations: reference,
  ticket_types: reference,
  event_questions: reference,
  event_letter_lines: eventsGroup,
  event_quotas: eventsGroup,
  event_counts: eventsGroup,
  event_totals: eventsGroup,
  event_uncounted: eventsGroup,
  event_surveys: eventsGroup,
  survey_answers: eventsGroup,
  survey_marks: eventsGroup,
  ticket_type_quotas: eventsGroup,
  registrations: eventsGroup,
  tickets: eventsGroup,
  ticket_scans: eventsGroup,
  ticket_settlements: eventsGroup,
  event_charges: eventsGroup,
  // projects and what funds them
  projects: coordinator,
  project_partners: coordinator,
  project_events: coordinator,
  work_packages: coordinator,
  milestones: coordinator,
  fundings: coordinator,
  funding_rules: coordinator,
  tranches: coordinator,
  tranche_receipts: coordinator,
  funding_deadlines: coordinator,
  budgets: coordinator,
  budget_lines: coordinator,
  budget_amounts: coordinator,
  budget_forecasts: coordinator,
  project_rates: coordinator,
  project_hours: coordinator,
  project_expenses: coordinator,
  project_files: coordinator,
  report_packs: coordinator,
  report_pack_answers: coordinator,
  funding_changes: coordinator,
  state_aid_awards: coordinator,
  event_sessions: eventsGroup,
  event_rooms: eventsGroup,
  event_beds: eventsGroup,
  session_speakers: eventsGroup,
  session_attendances: eventsGroup,
  audience_votes: eventsGroup,
  // calls: what the office does
  calls: coordinator,
  submissions: coordinator,
  submission_files: coordinator,
  call_jurors: coordinator,
  call_phases: coordinator,
  call_criteria: coordinator,
  reviews: coordinator,
  review_scores: coordinator,
  review_changes: coordinator,
  call_decisions: coordinator,
  // programs
  programs: coordinator,
  program_cohorts: coordinator,
  program_targets: coordinator,
  enrollments: coordinator,
  observations: coordinator,
  enrollment_milestones: coordinator,
  enrollment_notes: coordinator,
  // investors
  investor_profiles: coordinator,
  raises: coordinator,
  introductions: coordinator,
  introduction_meetings: coordinator,
  raise_consents: coordinator,
  raise_interests: coordinator,
  closings: coordinator,
  // reports
  reports: coordinator,
  report_rows: coordinator,
  report_curve_rows: coordinator,
  kept_figures: coordinator,
  counted_events: coordinator,
  counted_once: coordinator,
  counted_once_sums: coordinator,
  area_bodies: coordinator,
  shared_years: coordinator,
  stories: coordinator,
  story_people: coordinator,
  story_answers: coordinator,
  registration_answers: eventsGroup,
  event_queue: eventsGroup,
  event_answer_counts: eventsGroup,
  // the exchange
  agreements: reference,
  agreement_versions: reference,
  agreement_acceptances: reference,
  quotas: reference,
  guest_terms: reference,
  guest_closed_days: reference,
  guest_days: exchangeBy("space_id"),
  day_passes: exchangeBy("space_id"),
  day_pass_endings: exchangeBy("space_id"),
  offers: exchangeBy("space_id"),
  scans: exchangeBy("space_id"),
  duties_done: exchangeBy("space_id"),
  person_days: exchangeBy("person_id"),
  quota_uses: exchangeBy("subject_id"),
  ledger_transactions: coordinator,
  ledger_corrections: coordinator,
  ledger_counts: coordinator,
  settlements: coordinator,
  settlement_positions: coordinator,
  settlement_transfers: coordinator,
};

/** The place of a table the database tells of. @throws when it has none */
export function placeOf(table: string): Placement {
  const placement = (placements as Record<string, Placement | undefined>)[table];
  if (!placement) throw new Error(`The table ${table} has no place`);
  return placement;
}

/** Whether its rows lie on workers, split or together with its group. */
export function isSpread(table: string): boolean {
  return "group" in placeOf(table);
}

/** Whether a table that was found there is where it should be. A coordinator's table may be known to Citus or not. */
export function isInPlace(table: string, found: Found): boolean {
  const placement = placeOf(table);
  if (placement.place === "reference") return found === "reference";
  if (isSpread(table)) return found === "distributed";
  return placement.place === "coordinator" && !(placement.isAtomic && found === "plain");
}

function exchangeBy(key: string): Placement {
  return { place: "one worker", group: "exchange", key };
}
