-- Houses say what their plans and packs cost and include. What is included is a ledger of rights that nothing can overdraw, and
-- what is owed is written down as it arises.
create table plans (
  id uuid primary key,
  space_id uuid not null constraint plans_space references spaces,
  names jsonb not null,
  descriptions jsonb not null default '{}',
  -- for each period that begins; a pack is bought once and lasts so many days
  price_ore integer not null,
  period text not null,
  valid_days integer,
  -- what each period includes
  included_days integer not null default 0,
  included_room_minutes integer not null default 0,
  included_machine_minutes integer not null default 0,
  notice_days integer not null default 0,
  for_whom text not null default 'everyone',
  -- the class its subscribers have as members of the house, as memberships.plan says it
  membership_plan text,
  supply text not null default 'service',
  place_in_order integer not null default 0,
  offered daterange not null,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint plans_price check (price_ore between 0 and 100000000),
  constraint plans_period check (period in ('week', 'month', 'year', 'once')),
  constraint plans_valid_days check ((period = 'once') = (valid_days is not null) and valid_days between 1 and 1100),
  constraint plans_included check (included_days between 0 and 366 and included_room_minutes between 0 and 527040
    and included_machine_minutes between 0 and 527040),
  constraint plans_notice check (notice_days between 0 and 366),
  constraint plans_for_whom check (for_whom in ('person', 'company', 'everyone')),
  constraint plans_supply check (supply in ('letting', 'service'))
);
create index plans_order on plans (space_id, place_in_order, id);

-- Who has which plan, from a day to a day. Nothing of it is written over: it ends, and another follows it.
create table subscriptions (
  space_id uuid not null constraint subscriptions_space references spaces,
  id uuid not null,
  plan_id uuid not null constraint subscriptions_plan references plans,
  person_id uuid,
  organization_id uuid,
  -- how many people of a company it is for at once
  seats integer,
  during daterange not null,
  -- the first day of the next period that has not begun, none when the last has
  next_period_on date,
  follows_id uuid,
  created_at timestamptz not null,
  created_by uuid,
  notice_at timestamptz,
  notice_by uuid,
  notice_reason text,
  version integer not null default 1,
  constraint subscriptions_once primary key (space_id, id),
  constraint subscriptions_of_one check ((person_id is null) <> (organization_id is null)),
  constraint subscriptions_seats check ((organization_id is null) = (seats is null) and seats between 1 and 10000),
  constraint subscriptions_during check (not lower_inf(during))
);
create index subscriptions_id on subscriptions (id);
create index subscriptions_person on subscriptions (person_id) where person_id is not null;
create index subscriptions_organization on subscriptions (organization_id) where organization_id is not null;
create index subscriptions_due on subscriptions (next_period_on) where next_period_on is not null;

-- The people a company pays for, who come and go.
create table subscription_people (
  space_id uuid not null,
  id uuid not null,
  subscription_id uuid not null,
  person_id uuid not null,
  during daterange not null,
  added_at timestamptz not null,
  added_by uuid,
  constraint subscription_people_once primary key (space_id, id),
  constraint subscription_people_subscription foreign key (space_id, subscription_id) references subscriptions,
  constraint subscription_people_no_overlap exclude using gist (space_id with =, subscription_id with =, person_id with =, during with &&)
);
create index subscription_people_person on subscription_people (person_id);

-- Whole periods in which nothing is included and nothing owed.
create table subscription_pauses (
  space_id uuid not null,
  id uuid not null,
  subscription_id uuid not null,
  during daterange not null,
  reason text,
  paused_at timestamptz not null,
  paused_by uuid,
  constraint subscription_pauses_once primary key (space_id, id),
  constraint subscription_pauses_subscription foreign key (space_id, subscription_id) references subscriptions,
  constraint subscription_pauses_no_overlap exclude using gist (space_id with =, subscription_id with =, during with &&)
);

-- What a subscription includes of one thing in one period is an allowance: a chain of numbered entries. Each begins at the balance
-- the one before it ended with, and none ends below zero, so that a balance is the sum of its entries at every moment, whatever a
-- program believes, and two that spend the same rest cannot both be the next.
create table entitlement_entries (
  space_id uuid not null,
  subscription_id uuid not null,
  unit text not null,
  period_from date not null,
  period_until date not null,
  number integer not null,
  id uuid not null,
  kind text not null,
  amount integer not null,
  -- null for the first
  previous_number integer,
  previous_balance integer,
  balance integer not null,
  cause text not null,
  booking_id uuid,
  person_id uuid,
  reverses_id uuid,
  written_at timestamptz not null,
  written_by uuid,
  reason text,
  constraint entitlement_entries_once primary key (space_id, subscription_id, unit, period_from, number),
  constraint entitlement_entries_subscription foreign key (space_id, subscription_id) references subscriptions,
  constraint entitlement_entries_balance_of_number unique (space_id, subscription_id, unit, period_from, period_until, number, balance),
  constraint entitlement_entries_chain foreign key (space_id, subscription_id, unit, period_from, period_until, previous_number, previous_balance)
    references entitlement_entries (space_id, subscription_id, unit, period_from, period_until, number, balance),
  constraint entitlement_entries_order check (number >= 1 and ((number = 1) = (previous_number is null))
    and ((previous_number is null) = (previous_balance is null)) and coalesce(previous_number, 0) = number - 1),
  constraint entitlement_entries_sum check (balance = coalesce(previous_balance, 0) + amount),
  constraint entitlement_entries_never_below check (balance >= 0),
  constraint entitlement_entries_unit check (unit in ('day', 'room_minute', 'machine_minute')),
  constraint entitlement_entries_kind check (kind in ('granted', 'held', 'used', 'released', 'expired', 'reversed')),
  constraint entitlement_entries_first_grants check ((number = 1) = (kind = 'granted')),
  constraint entitlement_entries_sign check ((kind in ('granted', 'released') and amount > 0) or (kind in ('held', 'used', 'expired') and amount < 0)
    or (kind = 'reversed' and amount <> 0)),
  constraint entitlement_entries_reverses check ((kind = 'reversed') = (reverses_id is not null)),
  constraint entitlement_entries_period check (period_from < period_until)
);
create unique index entitlement_entries_id on entitlement_entries (space_id, id);
create unique index entitlement_entries_reversed_once on entitlement_entries (space_id, reverses_id) where reverses_id is not null;
create index entitlement_entries_of_id on entitlement_entries (id);
create index entitlement_entries_period on entitlement_entries (period_until);
create index entitlement_entries_booking on entitlement_entries (space_id, booking_id) where booking_id is not null;

-- Who owes the house what, and why. Never changed: what was wrong is met by an entry against it.
create table charges (
  space_id uuid not null constraint charges_space references spaces,
  id uuid not null,
  kind text not null,
  owed_to uuid not null,
  person_id uuid,
  organization_id uuid,
  -- without VAT; below zero in an entry against another
  amount_ore integer not null,
  supply text not null,
  -- as the register said on the day; null when it had not been asked
  seller_is_vat_registered boolean,
  vat_percent integer not null,
  subscription_id uuid,
  period_from date,
  booking_id uuid,
  reverses_id uuid,
  -- the day, at the house, it is owed for
  day date not null,
  written_at timestamptz not null,
  written_by uuid,
  reason text,
  constraint charges_once primary key (space_id, id),
  constraint charges_kind check (kind in ('period', 'pack', 'booking', 'late_cancellation', 'no_show', 'reversal')),
  constraint charges_of_one check ((person_id is null) <> (organization_id is null)),
  constraint charges_cause check (num_nonnulls(subscription_id, booking_id) = 1 and (subscription_id is null) = (period_from is null)),
  constraint charges_amount check (amount_ore <> 0 and ((amount_ore < 0) = (kind = 'reversal'))),
  constraint charges_reverses check ((kind = 'reversal') = (reverses_id is not null)),
  constraint charges_supply check (supply in ('letting', 'service')),
  constraint charges_vat check (vat_percent in (0, 12, 15, 25))
);
create unique index charges_period_once on charges (space_id, subscription_id, period_from) where subscription_id is not null and reverses_id is null;
create unique index charges_booking_once on charges (space_id, booking_id) where booking_id is not null and reverses_id is null;
create unique index charges_reversed_once on charges (space_id, reverses_id) where reverses_id is not null;
create index charges_id on charges (id);
create index charges_day on charges (space_id, day, id);
create index charges_person on charges (person_id) where person_id is not null;

-- When what a booking held of an allowance became use, and what remained was charged. What was over before there were plans is not charged now.
alter table bookings add column used_at timestamptz;
update bookings set used_at = ends_at where ends_at <= now() or state = 'cancelled';
create index bookings_to_use on bookings (ends_at) where kind = 'booking' and state = 'confirmed' and used_at is null;
