-- A member of one space works a day at another: agreement, guest seats, day passes, proof, ledger and netting.
create table agreements (
  id uuid primary key,
  network_id uuid not null constraint agreements_network references organizations,
  created_at timestamptz not null,
  constraint agreements_one_per_network unique (network_id)
);

-- A version holds from its day until the next one's. Published versions never change.
create table agreement_versions (
  agreement_id uuid not null constraint agreement_versions_agreement references agreements,
  version integer not null,
  valid_from date not null,
  texts jsonb not null,
  terms jsonb not null,
  drafted_at timestamptz not null,
  published_at timestamptz,
  published_by uuid,
  revision integer not null default 1,
  constraint agreement_versions_once primary key (agreement_id, version),
  constraint agreement_versions_one_per_day unique (agreement_id, valid_from)
);

create table quotas (
  id uuid primary key,
  agreement_id uuid not null,
  version integer not null,
  dimension text not null,
  days_per_month integer not null,
  constraint quotas_version foreign key (agreement_id, version) references agreement_versions,
  constraint quotas_once_per_dimension unique (agreement_id, version, dimension),
  constraint quotas_dimension check (dimension in ('person', 'company', 'host', 'person_and_host')),
  constraint quotas_days check (days_per_month >= 0)
);

create table agreement_acceptances (
  agreement_id uuid not null,
  version integer not null,
  space_id uuid not null constraint agreement_acceptances_space references spaces,
  accepted_at timestamptz not null,
  accepted_by uuid,
  withdrawn_on date,
  constraint agreement_acceptances_once primary key (agreement_id, version, space_id),
  constraint agreement_acceptances_version foreign key (agreement_id, version) references agreement_versions
);

-- The agreements a home takes part in: those that a space it runs has accepted. Only who gives may receive.
create function agreements_of_home(of_organization uuid) returns uuid[]
  language sql stable parallel safe
  as $$
    select coalesce(array_agg(distinct c.agreement_id), '{}')
    from agreement_acceptances c join spaces s on s.id = c.space_id
    where s.organization_id = of_organization and c.withdrawn_on is null
  $$;

create table guest_terms (
  space_id uuid primary key constraint guest_terms_space references spaces,
  seats_per_weekday integer[] not null,
  ask_first boolean not null default false,
  version integer not null default 1,
  constraint guest_terms_seven_days check (array_length(seats_per_weekday, 1) = 7),
  constraint guest_terms_seats check (0 <= all (seats_per_weekday))
);

create table guest_closed_days (
  space_id uuid not null constraint guest_closed_days_space references spaces,
  day date not null,
  constraint guest_closed_days_once primary key (space_id, day)
);

-- The guest seats a host has opened on a day, before anyone took one: none when closed to guests, closed altogether,
-- or on a public holiday it does not keep open.
create function guest_seats_opened(of_space uuid, on_day date, is_holiday boolean) returns integer
  language sql stable parallel safe
  as $$
    select case
      when s.id is null or not s.during @> on_day then 0
      when exists (select from guest_closed_days c where c.space_id = of_space and c.day = on_day) then 0
      when e.day is not null and e.opens is null then 0
      when e.day is null and is_holiday and not s.open_on_holidays then 0
      when e.day is null and not exists (select from opening_hours h where h.space_id = of_space and h.weekday = extract(isodow from on_day)) then 0
      else t.seats_per_weekday[extract(isodow from on_day)::integer]
    end
    from guest_terms t
    join spaces s on s.id = t.space_id
    left join opening_exceptions e on e.space_id = t.space_id and e.day = on_day
    where t.space_id = of_space
  $$;

-- Guest seats of one host on one day. `taken` is the number of passes that hold a seat.
create table guest_days (
  space_id uuid not null constraint guest_days_space references spaces,
  day date not null,
  capacity integer not null,
  taken integer not null default 0,
  constraint guest_days_once primary key (space_id, day),
  constraint guest_days_seats check (taken between 0 and capacity)
);

create table day_passes (
  space_id uuid not null,
  id uuid not null,
  day date not null,
  person_id uuid not null,
  home_id uuid not null,
  company_id uuid,
  network_id uuid not null,
  agreement_id uuid not null,
  agreement_version integer not null,
  state text not null,
  waits_for text,
  code text not null,
  holder_name text not null,
  message text,
  price_ore integer not null default 0,
  rules_version integer,
  -- the counters it was counted on, in pairs: what is given back when it ends in time
  quota_ids uuid[] not null default '{}',
  quota_subject_ids uuid[] not null default '{}',
  claimed_at timestamptz not null,
  held_at timestamptz,
  checked_in_at timestamptz,
  constraint day_passes_once primary key (space_id, id),
  constraint day_passes_guest_day foreign key (space_id, day) references guest_days,
  constraint day_passes_code unique (space_id, day, code),
  constraint day_passes_state check (state in ('waiting', 'offered', 'held', 'checked_in', 'completed', 'cancelled', 'no_show', 'refused')),
  constraint day_passes_waits_for check ((state = 'waiting') = (waits_for is not null) and waits_for in ('seat', 'host'))
);
create index day_passes_id on day_passes (id);
create index day_passes_arrivals on day_passes (space_id, day, state);
create index day_passes_waiting on day_passes (space_id, day, claimed_at, id) where state = 'waiting';
create index day_passes_person on day_passes (person_id, day desc);
create index day_passes_home on day_passes (home_id, day);
create unique index day_passes_one_wait on day_passes (space_id, day, person_id) where state = 'waiting';

-- A pass ends once; what it held is given back once.
create table day_pass_endings (
  space_id uuid not null,
  pass_id uuid not null,
  kind text not null,
  ended_at timestamptz not null,
  ended_by uuid,
  reason text,
  constraint day_pass_endings_once primary key (space_id, pass_id),
  constraint day_pass_endings_pass foreign key (space_id, pass_id) references day_passes,
  constraint day_pass_endings_kind check (kind in ('cancelled', 'refused', 'offer_lapsed', 'membership_ended', 'left_list', 'completed', 'no_show'))
);

-- One active pass per person and day, over all hosts.
create table person_days (
  person_id uuid not null,
  day date not null,
  space_id uuid not null,
  pass_id uuid not null,
  constraint person_days_one_pass primary key (person_id, day)
);

create table quota_uses (
  subject_id uuid not null,
  month date not null,
  quota_id uuid not null,
  allowed integer not null,
  used integer not null,
  constraint quota_uses_once primary key (subject_id, month, quota_id),
  constraint quota_uses_within check (used between 0 and allowed)
);

create table offers (
  space_id uuid not null,
  pass_id uuid not null,
  offered_at timestamptz not null,
  expires_at timestamptz not null,
  constraint offers_once primary key (space_id, pass_id)
);
create index offers_deadline on offers (expires_at);

-- Every scan, counted or not. The nonce is made by the phone, so that a scan sent twice is one scan.
create table scans (
  space_id uuid not null,
  nonce uuid not null,
  pass_id uuid not null,
  kind text not null,
  counted boolean not null,
  scanned_at timestamptz not null,
  received_at timestamptz not null,
  device text,
  scanned_by uuid,
  reason text,
  settled_at timestamptz,
  settled_as text,
  constraint scans_once primary key (space_id, nonce),
  constraint scans_kind check (kind in ('check_in', 'undo')),
  constraint scans_settled check (settled_as in ('same_person', 'someone_else'))
);
create index scans_pass on scans (space_id, pass_id, scanned_at);

create table duties_done (
  space_id uuid not null,
  pass_id uuid not null,
  duty_id uuid not null,
  done_at timestamptz not null,
  done_by uuid,
  constraint duties_done_once primary key (space_id, pass_id, duty_id)
);

-- One row is one day given by a host and received by a home; both sides of the double entry read from it,
-- so the two can never differ. What was wrong is reversed, never changed.
create table ledger_transactions (
  id uuid primary key,
  network_id uuid not null,
  host_id uuid not null,
  home_id uuid not null,
  space_id uuid not null,
  pass_id uuid not null,
  day date not null,
  days integer not null,
  amount_ore integer not null,
  over_quota boolean not null default false,
  booked_at timestamptz not null,
  reverses_id uuid constraint ledger_transactions_reversed_once unique,
  reason text,
  period_id uuid,
  constraint ledger_transactions_direction check (days in (-1, 1) and (days = 1) = (reverses_id is null)),
  constraint ledger_transactions_amount check (sign(amount_ore) in (0, sign(days))),
  constraint ledger_transactions_two_sides check (host_id <> home_id)
);
create index ledger_transactions_network on ledger_transactions (network_id, day);
create index ledger_transactions_pass on ledger_transactions (space_id, pass_id);
create index ledger_transactions_period on ledger_transactions (period_id);

create view ledger_entries as
  select id as transaction_id, network_id, host_id as organization_id, home_id as counterpart_id, days, amount_ore, day, booked_at, period_id from ledger_transactions
  union all
  select id, network_id, home_id, host_id, -days, -amount_ore, day, booked_at, period_id from ledger_transactions;

create table ledger_corrections (
  id uuid primary key,
  network_id uuid not null,
  transaction_id uuid not null constraint ledger_corrections_transaction references ledger_transactions,
  asked_by_organization_id uuid not null,
  asked_by uuid,
  reason text not null,
  asked_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  accepted boolean,
  decision_reason text
);
create unique index ledger_corrections_one_open on ledger_corrections (transaction_id) where decided_at is null;
create index ledger_corrections_network on ledger_corrections (network_id, id desc);

create table settlements (
  id uuid primary key,
  network_id uuid not null,
  during daterange not null,
  closed_at timestamptz not null,
  closed_by uuid,
  constraint settlements_no_overlap exclude using gist (network_id with =, during with &&)
);

create table settlement_positions (
  settlement_id uuid not null constraint settlement_positions_settlement references settlements,
  organization_id uuid not null,
  days_given integer not null,
  days_received integer not null,
  amount_ore integer not null,
  constraint settlement_positions_once primary key (settlement_id, organization_id)
);

create table settlement_transfers (
  settlement_id uuid not null constraint settlement_transfers_settlement references settlements,
  payer_id uuid not null,
  receiver_id uuid not null,
  amount_ore integer not null,
  constraint settlement_transfers_once primary key (settlement_id, payer_id, receiver_id),
  constraint settlement_transfers_amount check (amount_ore > 0)
);

-- Members of a space on another system prove themselves by a code sent to the address their space gave.
create table proof_codes (
  id uuid primary key,
  email text not null,
  code_hash bytea not null,
  space_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  attempts integer not null default 0,
  used_at timestamptz
);
create index proof_codes_email on proof_codes (email, created_at desc);
