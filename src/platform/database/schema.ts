// Written by scripts/database-types.ts from the migrations. Do not edit.
import type { ColumnType, Generated } from "kysely";

/** A text in some or all of our languages, as jsonb. */
export type Texts = Partial<Record<"nb" | "nn" | "en", string>>;

export interface AgreementAcceptances {
  agreement_id: string;
  version: number;
  space_id: string;
  accepted_at: Temporal.Instant;
  accepted_by: string | null;
  withdrawn_on: string | null;
}

export interface AgreementVersions {
  agreement_id: string;
  version: number;
  valid_from: string;
  texts: ColumnType<Texts, string, string>;
  terms: ColumnType<unknown, string, string>;
  drafted_at: Temporal.Instant;
  published_at: Temporal.Instant | null;
  published_by: string | null;
  revision: Generated<number>;
}

export interface Agreements {
  id: string;
  network_id: string;
  created_at: Temporal.Instant;
}

export interface ApiKeys {
  id: string;
  person_id: string;
  name: string;
  key_hash: Buffer;
  scopes: string[];
  created_at: Temporal.Instant;
  expires_at: Temporal.Instant | null;
  revoked_at: Temporal.Instant | null;
}

export interface Appointments {
  space_id: string;
  id: string;
  consultation_id: string;
  starts_at: Temporal.Instant;
  ends_at: Temporal.Instant;
  place: number;
  person_id: string;
  about: string | null;
  order_id: string | null;
  booked_at: Temporal.Instant;
  cancelled_at: Temporal.Instant | null;
  cancelled_by: string | null;
  reason: string | null;
}

export interface AreaBodies {
  organization_id: string;
  county_number: string;
  set_at: Temporal.Instant;
  set_by: string | null;
}

export interface AudienceVotes {
  event_id: string;
  call_id: string;
  ticket_id: string;
  submission_id: string;
  voted_at: Temporal.Instant;
}

export interface AuditLog {
  id: string;
  done_at: Temporal.Instant;
  actor_person_id: string | null;
  actor_key_id: string | null;
  action: string;
  subject_kind: string;
  subject_id: string;
  organization_id: string | null;
  reason: string | null;
  details: ColumnType<unknown, string | undefined, string>;
  request_id: string | null;
}

export interface BookedResources {
  space_id: string;
  booking_id: string;
  resource_id: string;
  place: Generated<number>;
  during: string;
}

export interface BookingChanges {
  space_id: string;
  id: string;
  booking_id: string;
  kind: string;
  changed_at: Temporal.Instant;
  changed_by: string | null;
  reason: string | null;
  was: string | null;
  price_ore_before: number | null;
}

export interface BookingSeries {
  space_id: string;
  id: string;
  resource_id: string;
  recurrence: string;
  booked_by: string | null;
  created_at: Temporal.Instant;
  first_starts_at: Temporal.Instant | null;
  first_ends_at: Temporal.Instant | null;
  open_until: Temporal.Instant | null;
  override_reason: string | null;
}

export interface BookingWaits {
  space_id: string;
  id: string;
  resource_id: string;
  person_id: string;
  wanted_from: Temporal.Instant;
  wanted_until: Temporal.Instant;
  minutes: number;
  title: string | null;
  people: number | null;
  asked_at: Temporal.Instant;
  left_at: Temporal.Instant | null;
  left_by: string | null;
  left_because: string | null;
}

export interface Bookings {
  space_id: string;
  id: string;
  resource_id: string;
  kind: Generated<string>;
  state: string;
  person_id: string | null;
  organization_id: string | null;
  booked_by: string | null;
  title: string | null;
  note: string | null;
  people: number | null;
  starts_at: Temporal.Instant;
  ends_at: Temporal.Instant;
  held_until: Temporal.Instant | null;
  audience: string;
  price_ore: Generated<number>;
  series_id: string | null;
  created_at: Temporal.Instant;
  checked_in_at: Temporal.Instant | null;
  version: Generated<number>;
  used_at: Temporal.Instant | null;
  shows_title: Generated<boolean>;
  outside_calendar_id: string | null;
}

export interface BudgetAmounts {
  project_id: string;
  number: number;
  line_id: string;
  place: number;
  text: string;
  amount_ore: number;
  financed_by_id: string | null;
}

export interface BudgetForecasts {
  id: string;
  line_id: string;
  amount_ore: number;
  written_at: Temporal.Instant;
  written_by: string | null;
}

export interface BudgetLines {
  id: string;
  project_id: string;
  side: string;
  kind: string;
  is_in_kind: boolean;
  funding_id: string | null;
}

export interface Budgets {
  project_id: string;
  number: number;
  reason: string | null;
  written_at: Temporal.Instant;
  written_by: string | null;
  approved_at: Temporal.Instant | null;
  approved_by: string | null;
  cost_ore: number;
  financing_ore: number;
  cost_in_kind_ore: number;
  financing_in_kind_ore: number;
}

export interface CalendarFeeds {
  id: string;
  person_id: string | null;
  resource_id: string | null;
  space_id: string | null;
  shows: string;
  secret_hash: Buffer;
  created_at: Temporal.Instant;
  created_by: string | null;
}

export interface CallCriteria {
  id: string;
  call_id: string;
  phase: number;
  place_in_order: number;
  names: ColumnType<Texts, string, string>;
  descriptions: ColumnType<Texts, string | undefined, string>;
  weight: number;
  least: number;
  most: number;
}

export interface CallDecisions {
  submission_id: string;
  number: number;
  call_id: string;
  outcome: string;
  reason: string | null;
  decided_at: Temporal.Instant;
  decided_by: string | null;
  told_at: Temporal.Instant | null;
}

export interface CallJurors {
  call_id: string;
  person_id: string;
  added_at: Temporal.Instant;
  added_by: string | null;
}

export interface CallPhases {
  call_id: string;
  number: number;
  names: ColumnType<Texts, string, string>;
  opened_at: Temporal.Instant | null;
  closed_at: Temporal.Instant | null;
}

export interface Calls {
  id: string;
  slug: string;
  organization_id: string;
  kind: string;
  titles: ColumnType<Texts, string, string>;
  descriptions: ColumnType<Texts, string | undefined, string>;
  status: string;
  opens_at: Temporal.Instant;
  closes_at: Temporal.Instant;
  grace_minutes: Generated<number>;
  time_zone: string;
  eligibility: ColumnType<unknown, string | undefined, string>;
  questions: ColumnType<unknown, string, string>;
  is_blind: Generated<boolean>;
  texts: ColumnType<Texts, string | undefined, string>;
  sponsors: ColumnType<unknown, string | undefined, string>;
  event_id: string | null;
  created_at: Temporal.Instant;
  created_by: string | null;
  version: Generated<number>;
  ballot: Generated<string[]>;
  vote_opened_at: Temporal.Instant | null;
  vote_closed_at: Temporal.Instant | null;
}

export interface CandidateNotes {
  id: string;
  candidate_id: string;
  written_at: Temporal.Instant;
  written_by: string | null;
  note: string;
}

export interface Candidates {
  id: string;
  network_id: string;
  organization_id: string;
  stage: string;
  town: string | null;
  desks: number | null;
  next_step: string | null;
  next_step_on: string | null;
  next_step_at: string | null;
  owner_id: string | null;
  created_at: Temporal.Instant;
  version: Generated<number>;
}

export interface Certificates {
  id: string;
  certification_id: string;
  person_id: string;
  level: number;
  during: string;
  granted_at: Temporal.Instant;
  granted_by: string | null;
  reason: string | null;
}

export interface CertificationRecognitions {
  certification_id: string;
  recognised_id: string;
  recognised_at: Temporal.Instant;
  recognised_by: string | null;
}

export interface Certifications {
  id: string;
  organization_id: string;
  names: ColumnType<Texts, string, string>;
  levels: Generated<number>;
  valid_months: number | null;
  created_at: Temporal.Instant;
}

export interface Charges {
  space_id: string;
  id: string;
  kind: string;
  owed_to: string;
  person_id: string | null;
  organization_id: string | null;
  amount_ore: number;
  supply: string;
  seller_is_vat_registered: boolean | null;
  vat_percent: number;
  subscription_id: string | null;
  period_from: string | null;
  booking_id: string | null;
  reverses_id: string | null;
  day: string;
  written_at: Temporal.Instant;
  written_by: string | null;
  reason: string | null;
  order_id: string | null;
  hire_id: string | null;
}

export interface Closings {
  id: string;
  raise_id: string;
  profile_id: string | null;
  investor_name: string | null;
  closed_on: string;
  amount_ore: number;
  instrument: string;
  introduction_id: string | null;
  introduced_on: string | null;
  entered_at: Temporal.Instant;
  entered_by: string | null;
  entered_by_side: string;
  confirmed_at: Temporal.Instant | null;
  confirmed_by: string | null;
  struck_at: Temporal.Instant | null;
  struck_by: string | null;
  struck_because: string | null;
}

export interface ConsultationExceptions {
  space_id: string;
  consultation_id: string;
  day: string;
  reason: string | null;
  added_at: Temporal.Instant;
  added_by: string | null;
}

export interface Consultations {
  space_id: string;
  id: string;
  weekday: number;
  opens: string;
  closes: string;
  slot_minutes: number;
  places: Generated<number>;
  staff_id: string | null;
  note: string | null;
  valid_from: string;
  valid_until: string | null;
  created_at: Temporal.Instant;
  created_by: string | null;
}

export interface Consumables {
  id: string;
  space_id: string;
  name: string;
  unit: string;
  price_ore: number;
  created_at: Temporal.Instant;
  low_at: number | null;
  version: Generated<number>;
}

export interface CountedEvents {
  organization_id: string;
  event_id: string;
  id: string;
  month: string;
  is_of_festival: boolean;
  counting_id: string;
  person_ids: string[];
  company_ids: string[];
}

export interface CountedOnce {
  organization_id: string;
  kind: string;
  year: number;
  who_id: string;
  events: number[];
}

export interface CountedOnceSums {
  organization_id: string;
  kind: string;
  month: string;
  n: number;
  of_several: number;
}

export interface CountedTries {
  kind: string;
  caller_hash: Buffer;
  spent_until: Temporal.Instant;
}

export interface Counties {
  number: string;
  name: string;
  name_no: string;
  valid_from: string;
  valid_to: string | null;
}

export interface CountyChanges {
  date: string;
  from_number: string;
  to_number: string;
}

export interface DayPassEndings {
  space_id: string;
  pass_id: string;
  kind: string;
  ended_at: Temporal.Instant;
  ended_by: string | null;
  reason: string | null;
}

export interface DayPasses {
  space_id: string;
  id: string;
  day: string;
  person_id: string;
  home_id: string;
  company_id: string | null;
  network_id: string;
  agreement_id: string;
  agreement_version: number;
  state: string;
  waits_for: string | null;
  code: string;
  holder_name: string;
  message: string | null;
  price_ore: Generated<number>;
  rules_version: number | null;
  quota_ids: Generated<string[]>;
  quota_subject_ids: Generated<string[]>;
  claimed_at: Temporal.Instant;
  held_at: Temporal.Instant | null;
  checked_in_at: Temporal.Instant | null;
}

export interface Displays {
  id: string;
  space_id: string;
  kind: string;
  resource_id: string | null;
  name: string;
  secret_hash: Buffer;
  shows_titles: Generated<boolean>;
  takes_bookings: Generated<boolean>;
  created_at: Temporal.Instant;
  created_by: string | null;
  renewed_at: Temporal.Instant;
}

export interface DutiesDone {
  space_id: string;
  pass_id: string;
  duty_id: string;
  done_at: Temporal.Instant;
  done_by: string | null;
  is_done: Generated<boolean>;
}

export interface EnrollmentMilestones {
  id: string;
  enrollment_id: string;
  title: string;
  due_on: string | null;
  reached_on: string | null;
  evidence: string | null;
  written_at: Temporal.Instant;
  written_by: string | null;
}

export interface EnrollmentNotes {
  id: string;
  enrollment_id: string;
  text: string;
  is_shared: Generated<boolean>;
  written_at: Temporal.Instant;
  written_by: string | null;
}

export interface Enrollments {
  id: string;
  program_id: string;
  organization_id: string;
  legal_form: string | null;
  intake_on: string;
  adviser_id: string | null;
  baseline_fte: number | null;
  baseline_heads: number | null;
  baseline_turnover_kroner: number | null;
  exit_on: string | null;
  exit_type: Generated<string>;
  last_evidence_on: string | null;
  reminded_on: string | null;
  version: Generated<number>;
  created_at: Temporal.Instant;
}

export interface EntitlementEntries {
  space_id: string;
  subscription_id: string;
  unit: string;
  period_from: string;
  period_until: string;
  number: number;
  id: string;
  kind: string;
  amount: number;
  previous_number: number | null;
  previous_balance: number | null;
  balance: number;
  cause: string;
  booking_id: string | null;
  person_id: string | null;
  reverses_id: string | null;
  written_at: Temporal.Instant;
  written_by: string | null;
  reason: string | null;
  day: string | null;
}

export interface EventAnswerCounts {
  event_id: string;
  question_id: string;
  choice: string;
  answers: number;
}

export interface EventAudience {
  event_id: string;
  organization_id: string;
}

export interface EventBeds {
  event_id: string;
  room_id: string;
  bed: number;
  ticket_id: string;
}

export interface EventCharges {
  event_id: string;
  id: string;
  registration_id: string;
  kind: string;
  owed_to: string;
  person_id: string | null;
  organization_id: string | null;
  amount_ore: number;
  seller_is_vat_registered: boolean | null;
  vat_percent: number;
  day: string;
  written_at: Temporal.Instant;
  written_by: string | null;
  ticket_id: string | null;
}

export interface EventCounts {
  event_id: string;
  organization_id: string;
  registrations: number;
  places: number;
  came: number;
}

export interface EventHosts {
  event_id: string;
  organization_id: string;
  leads: boolean;
}

export interface EventInvitations {
  event_id: string;
  person_id: string;
  invited_at: Temporal.Instant;
  invited_by: string | null;
  told_at: Temporal.Instant | null;
  declined_at: Temporal.Instant | null;
}

export interface EventLetterLines {
  event_id: string;
  about: string;
  texts: ColumnType<Texts, string, string>;
  changed_at: Temporal.Instant;
  changed_by: string | null;
}

export interface EventParentHosts {
  parent_id: string;
  organization_id: string;
  leads: boolean;
}

export interface EventParents {
  id: string;
  slug: string;
  kind: string;
  titles: ColumnType<Texts, string, string>;
  descriptions: ColumnType<Texts, string | undefined, string>;
  recurrence: string | null;
  version: Generated<number>;
  created_at: Temporal.Instant;
}

export interface EventPartners {
  id: string;
  event_id: string | null;
  parent_id: string | null;
  organization_id: string | null;
  name: string | null;
  website: string | null;
  level: string;
  added_at: Temporal.Instant;
  added_by: string | null;
  ended_at: Temporal.Instant | null;
  ended_by: string | null;
}

export interface EventQuestions {
  id: string;
  event_id: string;
  key: string;
  version: Generated<number>;
  place_in_order: number;
  kind: string;
  labels: ColumnType<Texts, string, string>;
  texts: ColumnType<Texts, string | undefined, string>;
  options: Generated<string[]>;
  is_required: Generated<boolean>;
  is_personal: Generated<boolean>;
  is_of_place: Generated<boolean>;
  ended_at: Temporal.Instant | null;
}

export interface EventQueue {
  event_id: string;
  person_id: string;
  arrived_at: Temporal.Instant;
  arrival_id: string;
  seen_at: Temporal.Instant;
  let_in_at: Temporal.Instant | null;
  let_in_until: Temporal.Instant | null;
}

export interface EventQuotas {
  event_id: string;
  id: string;
  name: string;
  size: number;
  taken: Generated<number>;
  waiting: Generated<number>;
  drawn_version: Generated<number>;
}

export interface EventRooms {
  event_id: string;
  id: string;
  place: string;
  name: string;
  beds: number;
}

export interface EventSessions {
  event_id: string;
  id: string;
  titles: ColumnType<Texts, string, string>;
  descriptions: ColumnType<Texts, string | undefined, string>;
  starts_at: Temporal.Instant;
  ends_at: Temporal.Instant;
  track: string | null;
  room: string | null;
  resource_id: string | null;
  language: string | null;
  most_people: number | null;
  version: Generated<number>;
  created_at: Temporal.Instant;
}

export interface EventSurveys {
  event_id: string;
  own_question: ColumnType<unknown, string | undefined, string>;
  asked_at: Temporal.Instant;
  asked_by: string | null;
}

export interface EventTotals {
  event_id: string;
  counting_id: string;
  registrations: number;
  places: number;
  came: number;
}

export interface EventUncounted {
  event_id: string;
  id: string;
}

export interface Events {
  id: string;
  slug: string;
  titles: ColumnType<Texts, string, string>;
  descriptions: ColumnType<Texts, string | undefined, string>;
  space_id: string | null;
  place: string | null;
  online_url: string | null;
  starts_at: Temporal.Instant;
  ends_at: Temporal.Instant;
  time_zone: string;
  languages: string[];
  audience: string;
  status: string;
  offer_hours: Generated<number>;
  version: Generated<number>;
  created_at: Temporal.Instant;
  cancelled_at: Temporal.Instant | null;
  cancellation_reason: string | null;
  reminded_at: Temporal.Instant | null;
  followed_up_at: Temporal.Instant | null;
  parent_id: string | null;
  themes: Generated<string[]>;
  municipality_number: string | null;
  municipality_recorded_on: string | null;
  answers_kept_days: Generated<number>;
  free_cancel_days: number | null;
  late_cancel_percent: Generated<number>;
  needs_approval: Generated<boolean>;
  approval_hours: Generated<number>;
  has_queue: Generated<boolean>;
  requests_told_at: Temporal.Instant | null;
  country: string | null;
}

export interface FundingChanges {
  id: string;
  funding_id: string;
  reason: string;
  agreed_on: string | null;
  agreed_reference: string | null;
  before: ColumnType<unknown, string, string>;
  after: ColumnType<unknown, string, string>;
  changed_at: Temporal.Instant;
  changed_by: string | null;
}

export interface FundingDeadlines {
  id: string;
  funding_id: string;
  kind: string;
  due_on: string;
  done_on: string | null;
}

export interface FundingRules {
  id: string;
  funding_id: string;
  key: string;
  value: number | null;
  source: string;
  source_on: string;
  written_at: Temporal.Instant;
  written_by: string | null;
}

export interface Fundings {
  id: string;
  project_id: string;
  funder_id: string | null;
  funder_name: string;
  decided_on: string;
  reference: string | null;
  amount_ore: number;
  conditions: string | null;
  version: Generated<number>;
  created_at: Temporal.Instant;
  created_by: string | null;
  submission_id: string | null;
}

export interface GuestClosedDays {
  space_id: string;
  day: string;
}

export interface GuestDays {
  space_id: string;
  day: string;
  capacity: number;
  taken: Generated<number>;
  seats_added: Generated<number>;
}

export interface GuestTerms {
  space_id: string;
  seats_per_weekday: number[];
  ask_first: Generated<boolean>;
  version: Generated<number>;
}

export interface HireChanges {
  space_id: string;
  id: string;
  hire_id: string;
  to_state: string;
  changed_at: Temporal.Instant;
  changed_by: string | null;
  reason: string | null;
  moved_from: Temporal.Instant | null;
}

export interface HireExtras {
  id: string;
  space_id: string;
  names: ColumnType<Texts, string, string>;
  unit: string;
  price_ore: number;
  vat_percent: number;
  added_at: Temporal.Instant;
  added_by: string | null;
  withdrawn_at: Temporal.Instant | null;
}

export interface HireLines {
  space_id: string;
  hire_id: string;
  number: number;
  kind: string;
  text: string;
  quantity: number;
  unit_ore: number;
  amount_ore: number;
  supply: string;
  vat_percent: number;
}

export interface HireMessages {
  space_id: string;
  id: string;
  hire_id: string;
  written_at: Temporal.Instant;
  written_by: string | null;
  text: string;
}

export interface HireRooms {
  space_id: string;
  resource_id: string;
  added_at: Temporal.Instant;
  added_by: string | null;
}

export interface HireTerms {
  space_id: string;
  version: number;
  texts: ColumnType<Texts, string, string>;
  free_days: number;
  fee_percent: number;
  letting_has_vat: boolean;
  published_at: Temporal.Instant;
  published_by: string | null;
}

export interface HireTimes {
  space_id: string;
  hire_id: string;
  resource_id: string;
  booking_id: string | null;
}

export interface HireWishes {
  space_id: string;
  hire_id: string;
  extra_id: string;
  quantity: number;
}

export interface Hires {
  space_id: string;
  id: string;
  state: string;
  state_since: Temporal.Instant;
  starts_at: Temporal.Instant;
  ends_at: Temporal.Instant;
  people: number;
  set_up: string;
  purpose: string;
  note: string | null;
  contact_name: string;
  email: string | null;
  locale: string;
  organization_name: string | null;
  organization_number: string | null;
  invoice_address: string | null;
  asked_terms: number;
  accepted_terms: number | null;
  discount_percent: Generated<number>;
  discount_reason: string | null;
  quoted_until: Temporal.Instant | null;
  quoted_by: string | null;
  created_at: Temporal.Instant;
  erased_at: Temporal.Instant | null;
  version: Generated<number>;
  free_until: Temporal.Instant | null;
}

export interface HostDuties {
  space_id: string;
  id: string;
  place_in_order: number;
  texts: ColumnType<Texts, string, string>;
}

export interface HouseRuleConsents {
  space_id: string;
  person_id: string;
  rules_version: number;
  consented_at: Temporal.Instant;
}

export interface HouseRules {
  space_id: string;
  version: number;
  texts: ColumnType<Texts, string, string>;
  published_at: Temporal.Instant;
  published_by: string | null;
}

export interface IdempotencyKeys {
  actor: string;
  key: string;
  request_hash: string;
  status: number | null;
  body: string | null;
  created_at: Temporal.Instant;
}

export interface ImportMappings {
  organization_id: string;
  kind: string;
  header_hash: string;
  mapping: ColumnType<unknown, string, string>;
  used_at: Temporal.Instant;
}

export interface ImportRows {
  run_id: string;
  row_number: number;
  outcome: string;
  label: string;
  reasons: ColumnType<unknown, string | undefined, string>;
  changes: ColumnType<unknown, string | undefined, string>;
  cells: ColumnType<unknown, string | undefined, string>;
}

export interface ImportRuns {
  id: string;
  kind: string;
  organization_id: string;
  started_by: string | null;
  file_name: string;
  file_key: string;
  header: ColumnType<unknown, string, string>;
  mapping: ColumnType<unknown, string, string>;
  state: string;
  choice: string | null;
  rows_total: number;
  rows_done: Generated<number>;
  created_count: Generated<number>;
  changed_count: Generated<number>;
  same_count: Generated<number>;
  refused_count: Generated<number>;
  created_at: Temporal.Instant;
  finished_at: Temporal.Instant | null;
  into_id: string | null;
}

export interface InductionSignUps {
  space_id: string;
  induction_id: string;
  person_id: string;
  signed_up_at: Temporal.Instant;
  outcome: string | null;
  settled_at: Temporal.Instant | null;
  settled_by: string | null;
  certificate_id: string | null;
}

export interface Inductions {
  space_id: string;
  id: string;
  booking_id: string;
  certification_id: string;
  level: number;
  instructor_id: string;
  places: number;
  taken: Generated<number>;
  note: string | null;
  created_at: Temporal.Instant;
  created_by: string | null;
}

export interface InstallationFacts {
  name: string;
  value: ColumnType<unknown, string, string>;
}

export interface IntroductionMeetings {
  id: string;
  introduction_id: string;
  met_on: string;
  note: string | null;
  side: string;
  written_at: Temporal.Instant;
  written_by: string | null;
}

export interface Introductions {
  id: string;
  raise_id: string;
  profile_id: string;
  asked_by_side: string;
  asked_by: string | null;
  note: string | null;
  asked_at: Temporal.Instant;
  expires_on: string;
  state: string;
  state_since: Temporal.Instant;
  startup_yes_at: Temporal.Instant | null;
  startup_yes_by: string | null;
  investor_yes_at: Temporal.Instant | null;
  investor_yes_by: string | null;
  introduced_on: string | null;
  declined_by_side: string | null;
  decline_word: string | null;
}

export interface InvestorProfiles {
  id: string;
  network_id: string;
  organization_id: string;
  ticket_from_ore: number | null;
  ticket_to_ore: number | null;
  stages: Generated<string[]>;
  sectors: Generated<string[]>;
  counties: Generated<string[]>;
  looks_for: string | null;
  avoids: string | null;
  contact_name: string | null;
  contact_email: string | null;
  contact_phone: string | null;
  created_at: Temporal.Instant;
  created_by: string | null;
  ended_at: Temporal.Instant | null;
  ended_by: string | null;
  version: Generated<number>;
}

export interface JointRegistrations {
  id: string;
  parent_id: string;
  person_id: string;
  registered_at: Temporal.Instant;
  registered_by: string | null;
}

export interface KeptFigures {
  metric_id: string;
  organization_id: string;
  from_day: string;
  to_day: string;
  version: number;
  fingerprint: string;
  cells: ColumnType<unknown, string, string>;
}

export interface KioskNames {
  space_id: string;
  person_id: string;
  allowed_at: Temporal.Instant;
}

export interface LedgerCorrections {
  id: string;
  network_id: string;
  transaction_id: string;
  asked_by_organization_id: string;
  asked_by: string | null;
  reason: string;
  asked_at: Temporal.Instant;
  decided_at: Temporal.Instant | null;
  decided_by: string | null;
  accepted: boolean | null;
  decision_reason: string | null;
}

export interface LedgerCounts {
  network_id: string;
  home_id: string;
  host_id: string;
  space_id: string;
  month: string;
  days: number;
  transactions: number;
}

export interface LedgerEntries {
  transaction_id: string;
  network_id: string;
  organization_id: string;
  counterpart_id: string;
  days: number;
  amount_ore: number;
  day: string;
  booked_at: Temporal.Instant;
  period_id: string;
}

export interface LedgerTransactions {
  id: string;
  network_id: string;
  host_id: string;
  home_id: string;
  space_id: string;
  pass_id: string;
  day: string;
  days: number;
  amount_ore: number;
  over_quota: Generated<boolean>;
  booked_at: Temporal.Instant;
  reverses_id: string | null;
  reason: string | null;
  period_id: string | null;
}

export interface Letters {
  id: string;
  letter_key: string;
  recipient: string;
  subject: string;
  body_text: string;
  body_html: string;
  attachments: ColumnType<unknown, string | undefined, string>;
  language: string;
  created_at: Temporal.Instant;
  taken_at: Temporal.Instant | null;
  sent_at: Temporal.Instant | null;
  attempts: Generated<number>;
  try_after: Temporal.Instant | null;
  failure: string | null;
}

export interface LoginProviders {
  id: string;
  login_id: string;
  account_id: string;
  provider_id: string;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: Temporal.Instant | null;
  refresh_token_expires_at: Temporal.Instant | null;
  scope: string | null;
  password: string | null;
  created_at: Temporal.Instant;
  updated_at: Temporal.Instant;
}

export interface LoginVerifications {
  id: string;
  identifier: string;
  value: string;
  expires_at: Temporal.Instant;
  created_at: Temporal.Instant;
  updated_at: Temporal.Instant;
}

export interface Logins {
  id: string;
  name: string;
  email: string;
  email_verified: Generated<boolean>;
  image: string | null;
  person_id: string;
  created_at: Temporal.Instant;
  updated_at: Temporal.Instant;
}

export interface Memberships {
  id: string;
  organization_id: string;
  member_organization_id: string | null;
  member_person_id: string | null;
  during: string;
  plan: string | null;
  tier: string | null;
  payer: Generated<string>;
  exchange_opt_out: Generated<boolean>;
  note: string | null;
  created_at: Temporal.Instant;
  version: Generated<number>;
  confirmed_at: Temporal.Instant | null;
  confirmed_by: string | null;
}

export interface Milestones {
  id: string;
  project_id: string;
  work_package_id: string | null;
  title: string;
  planned_on: string;
  forecast_on: string | null;
  done_on: string | null;
  evidence: string | null;
}

export interface Municipalities {
  number: string;
  name: string;
  name_no: string;
  county_number: string;
  valid_from: string;
  valid_to: string | null;
  label_lat: number | null;
  label_lon: number | null;
}

export interface MunicipalityChanges {
  date: string;
  from_number: string;
  to_number: string;
  kind: string;
}

export interface NationalSurvival {
  id: string;
  legal_form: string;
  cohort: number;
  horizon_years: number;
  percent: number;
  source: string;
  source_url: string | null;
  source_on: string;
  written_at: Temporal.Instant | null;
  written_by: string | null;
}

export interface Observations {
  id: string;
  enrollment_id: string;
  observed_on: string;
  fte_least: number | null;
  fte_most: number | null;
  heads_least: number | null;
  heads_most: number | null;
  turnover_kroner: number | null;
  capital_raised_kroner: number | null;
  source: string;
  status: string;
  written_at: Temporal.Instant;
  written_by: string | null;
}

export interface Offers {
  space_id: string;
  pass_id: string;
  offered_at: Temporal.Instant;
  expires_at: Temporal.Instant;
}

export interface OpeningExceptions {
  space_id: string;
  day: string;
  opens: string | null;
  closes: string | null;
  reasons: ColumnType<Texts, string | undefined, string>;
}

export interface OpeningHours {
  space_id: string;
  weekday: number;
  opens: string;
  closes: string;
}

export interface OrganizationKinds {
  organization_id: string;
  kind: string;
}

export interface Organizations {
  id: string;
  slug: string;
  name: string;
  name_from: Generated<string>;
  organization_number: string | null;
  legal_form: string | null;
  founded_on: string | null;
  industry_code: string | null;
  industry_standard: string | null;
  website: string | null;
  languages: Generated<string[]>;
  sectors: Generated<string[]>;
  focus_areas: Generated<string[]>;
  descriptions: ColumnType<Texts, string | undefined, string>;
  visibility: Generated<string>;
  address: string | null;
  postcode: string | null;
  municipality_number: string | null;
  municipality_recorded_on: string | null;
  latitude: number | null;
  longitude: number | null;
  contact_email: string | null;
  contact_confirmed_on: string | null;
  colour: string | null;
  entered_by_network_id: string | null;
  created_at: Temporal.Instant;
  version: Generated<number>;
  logo_id: string | null;
  logo_width: number | null;
  logo_height: number | null;
  logo_ground: string | null;
}

export interface Outages {
  space_id: string;
  id: string;
  resource_id: string;
  booking_id: string;
  note: string;
  reported_at: Temporal.Instant;
  reported_by: string | null;
  expected_until: Temporal.Instant;
  ended_at: Temporal.Instant | null;
  ended_by: string | null;
}

export interface Outbox {
  id: string;
  happened_at: Temporal.Instant;
  topic: string;
  organization_ids: string[];
  payload: ColumnType<unknown, string, string>;
  taken_at: Temporal.Instant | null;
}

export interface OutsideCalendars {
  space_id: string;
  id: string;
  resource_id: string;
  name: string;
  address: string;
  keeps_titles: Generated<boolean>;
  created_at: Temporal.Instant;
  created_by: string | null;
  tried_at: Temporal.Instant | null;
  read_at: Temporal.Instant | null;
  unpacked_at: Temporal.Instant | null;
  next_read_at: Temporal.Instant;
  etag: string | null;
  last_modified: string | null;
  failures: Generated<number>;
  failure: string | null;
}

export interface OutsideConflicts {
  space_id: string;
  time_id: string;
  booking_id: string;
  found_at: Temporal.Instant;
  told_at: Temporal.Instant | null;
}

export interface OutsideTimes {
  space_id: string;
  id: string;
  calendar_id: string;
  event_key: string;
  starts_at: Temporal.Instant;
  ends_at: Temporal.Instant;
  title: string | null;
}

export interface PartnerExposures {
  id: string;
  partner_id: string;
  kind: string;
  shown_on: string;
  seen_by: number | null;
  note: string | null;
  written_at: Temporal.Instant;
  written_by: string | null;
}

export interface Passkeys {
  id: string;
  name: string | null;
  public_key: string;
  login_id: string;
  credential_id: string;
  counter: number;
  device_type: string;
  backed_up: boolean;
  transports: string | null;
  aaguid: string | null;
  created_at: Temporal.Instant | null;
}

export interface People {
  id: string;
  name: string;
  email: string;
  locale: Generated<string>;
  visibility: Generated<string>;
  erased_at: Temporal.Instant | null;
  created_at: Temporal.Instant;
  version: Generated<number>;
}

export interface PersonDays {
  person_id: string;
  day: string;
  space_id: string;
  pass_id: string;
}

export interface Plans {
  id: string;
  space_id: string;
  names: ColumnType<Texts, string, string>;
  descriptions: ColumnType<Texts, string | undefined, string>;
  price_ore: number;
  period: string;
  valid_days: number | null;
  included_days: Generated<number>;
  included_room_minutes: Generated<number>;
  included_machine_minutes: Generated<number>;
  notice_days: Generated<number>;
  for_whom: Generated<string>;
  membership_plan: string | null;
  supply: Generated<string>;
  place_in_order: Generated<number>;
  offered: string;
  created_at: Temporal.Instant;
  version: Generated<number>;
  replaces_id: string | null;
}

export interface Positions {
  id: string;
  person_id: string;
  organization_id: string;
  role: string;
  title: string | null;
  during: string;
  last_confirmed_on: string | null;
  version: Generated<number>;
}

export interface ProductionOrderChanges {
  space_id: string;
  id: string;
  order_id: string;
  to_state: string;
  changed_at: Temporal.Instant;
  changed_by: string | null;
  reason: string | null;
}

export interface ProductionOrderFiles {
  space_id: string;
  id: string;
  order_id: string;
  kind: string;
  name: string;
  format: string;
  bytes: number;
  file_key: string;
  added_at: Temporal.Instant;
  added_by: string | null;
}

export interface ProductionOrderLines {
  space_id: string;
  id: string;
  order_id: string;
  kind: string;
  text: string;
  amount_ore: number;
  staff_id: string | null;
  booking_id: string | null;
  consumable_id: string | null;
  consumed: number | null;
  added_at: Temporal.Instant;
  added_by: string | null;
  owed_ore: number | null;
  used: number | null;
}

export interface ProductionOrderMessages {
  space_id: string;
  id: string;
  order_id: string;
  written_at: Temporal.Instant;
  written_by: string | null;
  text: string;
}

export interface ProductionOrders {
  space_id: string;
  id: string;
  customer_id: string;
  title: string;
  description: string | null;
  material: string | null;
  quantity: Generated<number>;
  wanted_by: string | null;
  priority: Generated<string>;
  state: Generated<string>;
  state_since: Temporal.Instant;
  quoted_ore: number | null;
  photos_allowed: Generated<boolean>;
  created_at: Temporal.Instant;
  version: Generated<number>;
  quoted_vat_percent: number | null;
  quoted_seller_vat_registered: boolean | null;
  organization_id: string | null;
}

export interface ProgramCohorts {
  id: string;
  program_id: string;
  name: string;
  intake: string;
  created_at: Temporal.Instant;
}

export interface ProgramTargets {
  id: string;
  program_id: string;
  names: ColumnType<Texts, string, string>;
  measure: string;
  amount: number;
  from_on: string;
  until_on: string;
  created_at: Temporal.Instant;
  withdrawn_at: Temporal.Instant | null;
}

export interface Programs {
  id: string;
  slug: string;
  organization_id: string;
  names: ColumnType<Texts, string, string>;
  kind: string;
  region_name: string | null;
  region_municipalities: Generated<string[]>;
  region_recorded_on: string | null;
  version: Generated<number>;
  created_at: Temporal.Instant;
}

export interface ProjectEvents {
  project_id: string;
  event_id: string;
}

export interface ProjectExpenses {
  id: string;
  project_id: string;
  line_id: string;
  financing_line_id: string | null;
  day: string;
  text: string;
  supplier: string | null;
  amount_ore: number;
  corrects_id: string | null;
  reason: string | null;
  written_at: Temporal.Instant;
  written_by: string;
}

export interface ProjectFiles {
  id: string;
  project_id: string;
  kind: string;
  expense_id: string | null;
  funding_id: string | null;
  name: string;
  format: string;
  bytes: number;
  file_key: string;
  added_at: Temporal.Instant;
  added_by: string | null;
}

export interface ProjectHours {
  id: string;
  project_id: string;
  line_id: string;
  financing_line_id: string | null;
  person_id: string;
  day: string;
  minutes: number;
  rate_ore: number;
  cap_ore: number | null;
  amount_ore: number;
  note: string | null;
  written_at: Temporal.Instant;
  written_by: string;
  approved_at: Temporal.Instant | null;
  approved_by: string | null;
}

export interface ProjectPartners {
  project_id: string;
  number: number;
  organization_id: string | null;
  name: string | null;
  role: string | null;
}

export interface ProjectRates {
  id: string;
  project_id: string;
  person_id: string;
  from_day: string;
  yearly_salary_ore: number | null;
  rate_ore: number | null;
  written_at: Temporal.Instant;
  written_by: string | null;
}

export interface Projects {
  id: string;
  organization_id: string;
  slug: string;
  titles: ColumnType<Texts, string, string>;
  descriptions: ColumnType<Texts, string | undefined, string>;
  lead_person_id: string | null;
  lead_percent: number | null;
  focus_areas: Generated<string[]>;
  from_day: string;
  to_day: string;
  version: Generated<number>;
  created_at: Temporal.Instant;
  created_by: string | null;
}

export interface ProofCodes {
  id: string;
  email: string;
  code_hash: Buffer;
  space_id: string;
  created_at: Temporal.Instant;
  expires_at: Temporal.Instant;
  attempts: Generated<number>;
  used_at: Temporal.Instant | null;
}

export interface QuotaUses {
  subject_id: string;
  month: string;
  quota_id: string;
  allowed: number;
  used: number;
}

export interface Quotas {
  id: string;
  agreement_id: string;
  version: number;
  dimension: string;
  days_per_month: number;
}

export interface RaiseConsents {
  id: string;
  raise_id: string;
  tier: string;
  profile_id: string | null;
  introduction_id: string | null;
  introduced_on: string | null;
  given_at: Temporal.Instant;
  given_by: string | null;
  withdrawn_at: Temporal.Instant | null;
  withdrawn_by: string | null;
}

export interface RaiseInterests {
  raise_id: string;
  profile_id: string;
  state: string;
  note: string | null;
  changed_at: Temporal.Instant;
  changed_by: string | null;
}

export interface Raises {
  id: string;
  network_id: string;
  organization_id: string;
  stage: string;
  instrument: string;
  summaries: ColumnType<unknown, string | undefined, string>;
  amount_ore: number;
  deadline: string | null;
  texts: ColumnType<Texts, string | undefined, string>;
  event_id: string | null;
  terms: ColumnType<unknown, string | undefined, string>;
  contact_name: string;
  contact_email: string;
  contact_phone: string | null;
  created_at: Temporal.Instant;
  created_by: string | null;
  published_at: Temporal.Instant | null;
  published_by: string | null;
  ended_at: Temporal.Instant | null;
  ended_by: string | null;
  version: Generated<number>;
}

export interface ReferenceLoads {
  name: string;
  checksum: string;
  loaded_at: Temporal.Instant;
}

export interface RegionMunicipalities {
  region_id: string;
  number: string;
  valid_from: string;
  valid_to: string | null;
}

export interface Regions {
  id: string;
  slug: string;
  name: string;
  organization_id: string | null;
  recorded_on: string | null;
  version: Generated<number>;
  created_at: Temporal.Instant | null;
  created_by: string | null;
  opened_at: Temporal.Instant | null;
  opened_by: string | null;
}

export interface RegisterEntries {
  organization_id: string;
  organization_number: string;
  name: string | null;
  legal_form: string | null;
  address: ColumnType<unknown, string | null | undefined, string | null>;
  municipality_number: string | null;
  industry_code: string | null;
  industry_standard: string | null;
  founded_on: string | null;
  deleted_on: string | null;
  unit_kind: Generated<string>;
  parent_number: string | null;
  status: string;
  headcount_least: number | null;
  headcount_most: number | null;
  headcount_on: string | null;
  vat_registered: boolean | null;
  fetched_at: Temporal.Instant;
  source: string;
  answer: ColumnType<unknown, string, string>;
}

export interface RegistrationAnswers {
  event_id: string;
  registration_id: string;
  about_id: string;
  question_id: string;
  value: ColumnType<unknown, string, string>;
  answered_at: Temporal.Instant;
  answered_by: string | null;
}

export interface Registrations {
  event_id: string;
  id: string;
  ticket_type_id: string;
  other_type_ids: Generated<string[]>;
  quantity: number;
  accepts_fewer: Generated<boolean>;
  state: string;
  person_id: string;
  organization_id: string | null;
  price_ore: Generated<number>;
  registered_at: Temporal.Instant;
  registered_by: string | null;
  held_until: Temporal.Instant | null;
  offered_at: Temporal.Instant | null;
  confirmed_at: Temporal.Instant | null;
  ended_at: Temporal.Instant | null;
  ended_by: string | null;
  ending: string | null;
  joint_id: string | null;
  vat_percent: Generated<number>;
  asked_at: Temporal.Instant | null;
  approved_at: Temporal.Instant | null;
  ending_reason: string | null;
  request_told_at: Temporal.Instant | null;
}

export interface ReportCurveRows {
  report_id: string;
  curve: number;
  number: number;
  label: string;
  path: string;
  organization_id: string | null;
  intake_on: string;
  entry_years: number;
  exit_years: number;
  is_end: boolean;
  outcome: string;
  seen_by: string[];
}

export interface ReportPackAnswers {
  id: string;
  pack_id: string;
  kind: string;
  remark: string | null;
  due_on: string | null;
  sent_at: Temporal.Instant;
  narrative: string;
  frozen: ColumnType<unknown, string, string>;
  answered_at: Temporal.Instant;
  answered_by: string | null;
}

export interface ReportPacks {
  id: string;
  funding_id: string;
  number: number;
  from_day: string;
  to_day: string;
  narrative: Generated<string>;
  explanations: ColumnType<unknown, string | undefined, string>;
  version: Generated<number>;
  created_at: Temporal.Instant;
  created_by: string | null;
  sent_at: Temporal.Instant | null;
  sent_by: string | null;
  frozen: ColumnType<unknown, string | null | undefined, string | null>;
  accepted_on: string | null;
  accepted_reference: string | null;
}

export interface ReportRows {
  report_id: string;
  metric_id: string;
  number: number;
  label: string | null;
  path: string | null;
  organization_id: string | null;
  municipality_number: string | null;
  day: string;
  amount: number | null;
  of_amount: number | null;
  source: string;
  seen_by: string[] | null;
}

export interface Reports {
  id: string;
  organization_id: string;
  slug: string;
  titles: ColumnType<Texts, string, string>;
  leads: ColumnType<Texts, string | undefined, string>;
  from_day: string;
  to_day: string;
  borders: string;
  parts: ColumnType<unknown, string, string>;
  version: Generated<number>;
  created_at: Temporal.Instant;
  created_by: string | null;
  published_at: Temporal.Instant | null;
  published_by: string | null;
  frozen: ColumnType<unknown, string | null | undefined, string | null>;
  checksum: string | null;
  frozen_drawings: ColumnType<unknown, string | null | undefined, string | null>;
  frozen_stories: ColumnType<unknown, string | null | undefined, string | null>;
  area_key: string | null;
  corrects_id: string | null;
  correction_reason: string | null;
}

export interface ResourcePrices {
  resource_id: string;
  audience: string;
  unit: string;
  amount_ore: number;
}

export interface Resources {
  id: string;
  space_id: string;
  kind: string;
  name: string;
  capacity: number;
  places: Generated<number>;
  descriptions: ColumnType<Texts, string | undefined, string>;
  equipment: Generated<string[]>;
  part_of: string | null;
  step_minutes: Generated<number>;
  shortest_minutes: Generated<number>;
  longest_minutes: Generated<number>;
  buffer_before_minutes: Generated<number>;
  buffer_after_minutes: Generated<number>;
  notice_minutes: Generated<number>;
  horizon_days: Generated<number>;
  cancel_by_minutes: Generated<number>;
  weekly_minutes: number | null;
  needs_approval: Generated<boolean>;
  booked_by: Generated<string>;
  opens_with_house: Generated<boolean>;
  certification_id: string | null;
  certification_level: number | null;
  place_in_order: Generated<number>;
  in_use: string;
  created_at: Temporal.Instant;
  version: Generated<number>;
  needs_check_in: Generated<boolean>;
}

export interface ReviewChanges {
  call_id: string;
  phase: number;
  submission_id: string;
  juror_id: string;
  version: number;
  changed_at: Temporal.Instant;
  conflict: string | null;
  scores: ColumnType<unknown, string, string>;
  is_delivered: boolean;
}

export interface ReviewScores {
  call_id: string;
  phase: number;
  submission_id: string;
  juror_id: string;
  criterion_id: string;
  weight: number;
  least: number;
  most: number;
  score: number;
  conflict: Generated<string>;
  given_at: Temporal.Instant;
}

export interface Reviews {
  call_id: string;
  phase: number;
  submission_id: string;
  juror_id: string;
  assigned_at: Temporal.Instant;
  conflict: string | null;
  conflict_reason: string | null;
  declared_at: Temporal.Instant | null;
  comment: string | null;
  delivered_at: Temporal.Instant | null;
  version: Generated<number>;
}

export interface Scans {
  space_id: string;
  nonce: string;
  pass_id: string;
  kind: string;
  counted: boolean;
  scanned_at: Temporal.Instant;
  received_at: Temporal.Instant;
  device: string | null;
  scanned_by: string | null;
  reason: string | null;
  settled_at: Temporal.Instant | null;
  settled_as: string | null;
}

export interface SchemaMigrations {
  name: string;
  checksum: string;
  applied_at: Temporal.Instant;
}

export interface SessionAttendances {
  event_id: string;
  session_id: string;
  ticket_id: string;
  nonce: string;
  scanned_at: Temporal.Instant;
  received_at: Temporal.Instant;
  door: string | null;
  scanned_by: string | null;
}

export interface SessionSpeakers {
  event_id: string;
  session_id: string;
  place_in_order: number;
  person_id: string | null;
  name: string | null;
  title: string | null;
  organization: string | null;
}

export interface Sessions {
  id: string;
  login_id: string;
  token: string;
  expires_at: Temporal.Instant;
  ip_address: string | null;
  user_agent: string | null;
  created_at: Temporal.Instant;
  updated_at: Temporal.Instant;
}

export interface SettlementPositions {
  settlement_id: string;
  organization_id: string;
  days_given: number;
  days_received: number;
  amount_ore: number;
}

export interface SettlementTransfers {
  settlement_id: string;
  payer_id: string;
  receiver_id: string;
  amount_ore: number;
}

export interface Settlements {
  id: string;
  network_id: string;
  during: string;
  closed_at: Temporal.Instant;
  closed_by: string | null;
}

export interface SharedYears {
  person_id: string;
  year: number;
  secret: string;
  shared_at: Temporal.Instant;
}

export interface SigningKeys {
  id: string;
  public_key: Buffer;
  private_key: Buffer;
  created_at: Temporal.Instant;
  retired_at: Temporal.Instant | null;
}

export interface SpacePhotos {
  space_id: string;
  id: string;
  file_key: string;
  width: number;
  height: number;
  texts: ColumnType<Texts, string | undefined, string>;
  place_in_order: number;
  created_at: Temporal.Instant;
}

export interface Spaces {
  id: string;
  organization_id: string;
  slug: string;
  name: string;
  address: string | null;
  postcode: string | null;
  town: string | null;
  municipality_number: string;
  municipality_recorded_on: string;
  latitude: number;
  longitude: number;
  time_zone: Generated<string>;
  desks: Generated<number>;
  descriptions: ColumnType<Texts, string | undefined, string>;
  guest_welcome: ColumnType<Texts, string | undefined, string>;
  arrival: ColumnType<Texts, string | undefined, string>;
  amenities: Generated<string[]>;
  themes: Generated<string[]>;
  open_on_holidays: Generated<boolean>;
  contact_email: string | null;
  contact_phone: string | null;
  contact_confirmed_on: string | null;
  during: string;
  created_at: Temporal.Instant;
  version: Generated<number>;
  globe_point: string | null;
}

export interface StageChanges {
  id: string;
  candidate_id: string;
  network_id: string;
  from_stage: string | null;
  to_stage: string;
  reason: string | null;
  changed_at: Temporal.Instant;
  changed_by: string | null;
  membership_id: string | null;
  undone_at: Temporal.Instant | null;
}

export interface StateAidAwards {
  id: string;
  organization_id: string;
  organization_number: string;
  name: string;
  granter: string;
  granted_on: string;
  basis: string;
  amount_ore: number;
  kroner_per_euro_x10000: number;
  amount_euro_cents: number;
  funding_id: string | null;
  corrects_id: string | null;
  reason: string | null;
  written_at: Temporal.Instant;
  written_by: string | null;
}

export interface StockMovements {
  space_id: string;
  consumable_id: string;
  number: number;
  kind: string;
  change: number;
  in_stock: number;
  order_id: string | null;
  moved_at: Temporal.Instant;
  moved_by: string | null;
  note: string | null;
}

export interface Stories {
  id: string;
  organization_id: string;
  titles: ColumnType<Texts, string, string>;
  texts: ColumnType<Texts, string | undefined, string>;
  photo_id: string | null;
  photo_width: number | null;
  photo_height: number | null;
  photo_texts: ColumnType<unknown, string | undefined, string>;
  shows_nobody: Generated<boolean>;
  content_version: Generated<number>;
  version: Generated<number>;
  created_at: Temporal.Instant;
  created_by: string | null;
}

export interface StoryAnswers {
  id: string;
  story_person_id: string;
  answer: string;
  content_version: number;
  answered_at: Temporal.Instant;
}

export interface StoryPeople {
  id: string;
  story_id: string;
  name: string;
  email: string | null;
  appearance: string;
  named_at: Temporal.Instant;
  asked_at: Temporal.Instant | null;
  asked_by: string | null;
  taken_off_at: Temporal.Instant | null;
}

export interface SubmissionFiles {
  id: string;
  submission_id: string;
  question: string;
  name: string;
  bytes: number;
  file_key: string;
  added_at: Temporal.Instant;
}

export interface Submissions {
  id: string;
  call_id: string;
  person_id: string;
  state: string;
  title: Generated<string>;
  organization_number: string | null;
  answers: ColumnType<unknown, string | undefined, string>;
  delivered_title: string | null;
  delivered_number: string | null;
  delivered_answers: ColumnType<unknown, string | undefined, string>;
  delivered_at: Temporal.Instant | null;
  is_late: Generated<boolean>;
  unchecked_rules: ColumnType<unknown, string | undefined, string>;
  created_at: Temporal.Instant;
  changed_at: Temporal.Instant;
  withdrawn_at: Temporal.Instant | null;
  reminded_at: Temporal.Instant | null;
  erased_at: Temporal.Instant | null;
  version: Generated<number>;
}

export interface SubscriptionPauses {
  space_id: string;
  id: string;
  subscription_id: string;
  during: string;
  reason: string | null;
  paused_at: Temporal.Instant;
  paused_by: string | null;
}

export interface SubscriptionPeople {
  space_id: string;
  id: string;
  subscription_id: string;
  person_id: string;
  during: string;
  added_at: Temporal.Instant;
  added_by: string | null;
}

export interface Subscriptions {
  space_id: string;
  id: string;
  plan_id: string;
  person_id: string | null;
  organization_id: string | null;
  seats: number | null;
  during: string;
  next_period_on: string | null;
  follows_id: string | null;
  created_at: Temporal.Instant;
  created_by: string | null;
  notice_at: Temporal.Instant | null;
  notice_by: string | null;
  notice_reason: string | null;
  version: Generated<number>;
}

export interface SurveyAnswers {
  event_id: string;
  id: string;
  was_worth: number | null;
  would_recommend: number | null;
  words: string | null;
}

export interface SurveyMarks {
  event_id: string;
  ticket_id: string;
}

export interface TicketScans {
  event_id: string;
  nonce: string;
  ticket_id: string;
  kind: string;
  counted: boolean;
  scanned_at: Temporal.Instant;
  received_at: Temporal.Instant;
  door: string | null;
  scanned_by: string | null;
  reason: string | null;
}

export interface TicketSettlements {
  event_id: string;
  id: string;
  ticket_id: string;
  stands: string;
  settled_as: string;
  note: string | null;
  settled_at: Temporal.Instant;
  settled_by: string | null;
}

export interface TicketTypeQuotas {
  event_id: string;
  ticket_type_id: string;
  quota_id: string;
}

export interface TicketTypes {
  id: string;
  event_id: string;
  place_in_order: number;
  name: string;
  price_ore: Generated<number>;
  member_price_ore: number | null;
  opens_at: Temporal.Instant | null;
  closes_at: Temporal.Instant | null;
  access_code: string | null;
  most_places: Generated<number>;
}

export interface Tickets {
  event_id: string;
  id: string;
  registration_id: string;
  ticket_type_id: string;
  holder_name: string | null;
  code: string;
  is_cancelled: Generated<boolean>;
  checked_in_at: Temporal.Instant | null;
  left_at: Temporal.Instant | null;
  holder_email: string | null;
  holder_id: string | null;
}

export interface TrancheReceipts {
  id: string;
  tranche_id: string;
  received_on: string;
  amount_ore: number;
  corrects_id: string | null;
  reason: string | null;
  written_at: Temporal.Instant;
  written_by: string | null;
}

export interface Tranches {
  id: string;
  funding_id: string;
  number: number;
  amount_ore: number;
  expected_on: string | null;
  condition: string | null;
  awaits: string | null;
  released_on: string | null;
}

export interface VisitCounts {
  space_id: string;
  day: string;
  announced: number;
  came: number;
  unexpected: number;
}

export interface VisitorTerms {
  space_id: string;
  takes_unexpected: Generated<boolean>;
  asks_for_rules: Generated<boolean>;
  kept_days: Generated<number>;
  version: Generated<number>;
}

export interface Visits {
  space_id: string;
  id: string;
  name: string;
  organization_name: string | null;
  email: string | null;
  language: string;
  visited_id: string | null;
  booking_id: string | null;
  day: string;
  expected_at: Temporal.Instant;
  code: string;
  is_announced: boolean;
  registered_by: string | null;
  rules_version: number | null;
  arrived_at: Temporal.Instant | null;
  left_at: Temporal.Instant | null;
  left_by: string | null;
  cancelled_at: Temporal.Instant | null;
  created_at: Temporal.Instant;
  version: Generated<number>;
  asked_for: string | null;
}

export interface WebhookDeliveries {
  id: string;
  endpoint_id: string;
  outbox_id: string;
  topic: string;
  body: string;
  attempts: Generated<number>;
  last_attempt_at: Temporal.Instant | null;
  last_status: number | null;
  last_error: string | null;
  delivered_at: Temporal.Instant | null;
  gave_up_at: Temporal.Instant | null;
}

export interface WebhookEndpoints {
  id: string;
  organization_id: string;
  url: string;
  topics: string[];
  secret: string;
  created_at: Temporal.Instant;
  created_by: string;
  disabled_at: Temporal.Instant | null;
}

export interface WorkPackages {
  id: string;
  project_id: string;
  number: number;
  title: string;
  summary: string | null;
}

export interface Database {
  agreement_acceptances: AgreementAcceptances;
  agreement_versions: AgreementVersions;
  agreements: Agreements;
  api_keys: ApiKeys;
  appointments: Appointments;
  area_bodies: AreaBodies;
  audience_votes: AudienceVotes;
  audit_log: AuditLog;
  booked_resources: BookedResources;
  booking_changes: BookingChanges;
  booking_series: BookingSeries;
  booking_waits: BookingWaits;
  bookings: Bookings;
  budget_amounts: BudgetAmounts;
  budget_forecasts: BudgetForecasts;
  budget_lines: BudgetLines;
  budgets: Budgets;
  calendar_feeds: CalendarFeeds;
  call_criteria: CallCriteria;
  call_decisions: CallDecisions;
  call_jurors: CallJurors;
  call_phases: CallPhases;
  calls: Calls;
  candidate_notes: CandidateNotes;
  candidates: Candidates;
  certificates: Certificates;
  certification_recognitions: CertificationRecognitions;
  certifications: Certifications;
  charges: Charges;
  closings: Closings;
  consultation_exceptions: ConsultationExceptions;
  consultations: Consultations;
  consumables: Consumables;
  counted_events: CountedEvents;
  counted_once: CountedOnce;
  counted_once_sums: CountedOnceSums;
  counted_tries: CountedTries;
  counties: Counties;
  county_changes: CountyChanges;
  day_pass_endings: DayPassEndings;
  day_passes: DayPasses;
  displays: Displays;
  duties_done: DutiesDone;
  enrollment_milestones: EnrollmentMilestones;
  enrollment_notes: EnrollmentNotes;
  enrollments: Enrollments;
  entitlement_entries: EntitlementEntries;
  event_answer_counts: EventAnswerCounts;
  event_audience: EventAudience;
  event_beds: EventBeds;
  event_charges: EventCharges;
  event_counts: EventCounts;
  event_hosts: EventHosts;
  event_invitations: EventInvitations;
  event_letter_lines: EventLetterLines;
  event_parent_hosts: EventParentHosts;
  event_parents: EventParents;
  event_partners: EventPartners;
  event_questions: EventQuestions;
  event_queue: EventQueue;
  event_quotas: EventQuotas;
  event_rooms: EventRooms;
  event_sessions: EventSessions;
  event_surveys: EventSurveys;
  event_totals: EventTotals;
  event_uncounted: EventUncounted;
  events: Events;
  funding_changes: FundingChanges;
  funding_deadlines: FundingDeadlines;
  funding_rules: FundingRules;
  fundings: Fundings;
  guest_closed_days: GuestClosedDays;
  guest_days: GuestDays;
  guest_terms: GuestTerms;
  hire_changes: HireChanges;
  hire_extras: HireExtras;
  hire_lines: HireLines;
  hire_messages: HireMessages;
  hire_rooms: HireRooms;
  hire_terms: HireTerms;
  hire_times: HireTimes;
  hire_wishes: HireWishes;
  hires: Hires;
  host_duties: HostDuties;
  house_rule_consents: HouseRuleConsents;
  house_rules: HouseRules;
  idempotency_keys: IdempotencyKeys;
  import_mappings: ImportMappings;
  import_rows: ImportRows;
  import_runs: ImportRuns;
  induction_sign_ups: InductionSignUps;
  inductions: Inductions;
  installation_facts: InstallationFacts;
  introduction_meetings: IntroductionMeetings;
  introductions: Introductions;
  investor_profiles: InvestorProfiles;
  joint_registrations: JointRegistrations;
  kept_figures: KeptFigures;
  kiosk_names: KioskNames;
  ledger_corrections: LedgerCorrections;
  ledger_counts: LedgerCounts;
  ledger_entries: LedgerEntries;
  ledger_transactions: LedgerTransactions;
  letters: Letters;
  login_providers: LoginProviders;
  login_verifications: LoginVerifications;
  logins: Logins;
  memberships: Memberships;
  milestones: Milestones;
  municipalities: Municipalities;
  municipality_changes: MunicipalityChanges;
  national_survival: NationalSurvival;
  observations: Observations;
  offers: Offers;
  opening_exceptions: OpeningExceptions;
  opening_hours: OpeningHours;
  organization_kinds: OrganizationKinds;
  organizations: Organizations;
  outages: Outages;
  outbox: Outbox;
  outside_calendars: OutsideCalendars;
  outside_conflicts: OutsideConflicts;
  outside_times: OutsideTimes;
  partner_exposures: PartnerExposures;
  passkeys: Passkeys;
  people: People;
  person_days: PersonDays;
  plans: Plans;
  positions: Positions;
  production_order_changes: ProductionOrderChanges;
  production_order_files: ProductionOrderFiles;
  production_order_lines: ProductionOrderLines;
  production_order_messages: ProductionOrderMessages;
  production_orders: ProductionOrders;
  program_cohorts: ProgramCohorts;
  program_targets: ProgramTargets;
  programs: Programs;
  project_events: ProjectEvents;
  project_expenses: ProjectExpenses;
  project_files: ProjectFiles;
  project_hours: ProjectHours;
  project_partners: ProjectPartners;
  project_rates: ProjectRates;
  projects: Projects;
  proof_codes: ProofCodes;
  quota_uses: QuotaUses;
  quotas: Quotas;
  raise_consents: RaiseConsents;
  raise_interests: RaiseInterests;
  raises: Raises;
  reference_loads: ReferenceLoads;
  region_municipalities: RegionMunicipalities;
  regions: Regions;
  register_entries: RegisterEntries;
  registration_answers: RegistrationAnswers;
  registrations: Registrations;
  report_curve_rows: ReportCurveRows;
  report_pack_answers: ReportPackAnswers;
  report_packs: ReportPacks;
  report_rows: ReportRows;
  reports: Reports;
  resource_prices: ResourcePrices;
  resources: Resources;
  review_changes: ReviewChanges;
  review_scores: ReviewScores;
  reviews: Reviews;
  scans: Scans;
  schema_migrations: SchemaMigrations;
  session_attendances: SessionAttendances;
  session_speakers: SessionSpeakers;
  sessions: Sessions;
  settlement_positions: SettlementPositions;
  settlement_transfers: SettlementTransfers;
  settlements: Settlements;
  shared_years: SharedYears;
  signing_keys: SigningKeys;
  space_photos: SpacePhotos;
  spaces: Spaces;
  stage_changes: StageChanges;
  state_aid_awards: StateAidAwards;
  stock_movements: StockMovements;
  stories: Stories;
  story_answers: StoryAnswers;
  story_people: StoryPeople;
  submission_files: SubmissionFiles;
  submissions: Submissions;
  subscription_pauses: SubscriptionPauses;
  subscription_people: SubscriptionPeople;
  subscriptions: Subscriptions;
  survey_answers: SurveyAnswers;
  survey_marks: SurveyMarks;
  ticket_scans: TicketScans;
  ticket_settlements: TicketSettlements;
  ticket_type_quotas: TicketTypeQuotas;
  ticket_types: TicketTypes;
  tickets: Tickets;
  tranche_receipts: TrancheReceipts;
  tranches: Tranches;
  visit_counts: VisitCounts;
  visitor_terms: VisitorTerms;
  visits: Visits;
  webhook_deliveries: WebhookDeliveries;
  webhook_endpoints: WebhookEndpoints;
  work_packages: WorkPackages;
}

/** A table, and no view. */
export type Table = Exclude<keyof Database, "ledger_entries">;
