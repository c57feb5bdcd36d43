-- Somebody who is no member asks to hire the auditorium: on a public page, with what it is for and what they want with it.
-- The house answers with a quote, which holds the time until it runs out; what is agreed is booked, and charged when it is over.
create table hire_rooms (
  space_id uuid not null constraint hire_rooms_space references spaces,
  resource_id uuid not null constraint hire_rooms_resource references resources,
  added_at timestamptz not null,
  added_by uuid,
  constraint hire_rooms_once primary key (space_id, resource_id)
);

-- What a house offers beside the room: coffee for each person, somebody at the sound desk by the hour.
create table hire_extras (
  id uuid primary key,
  space_id uuid not null constraint hire_extras_space references spaces,
  names jsonb not null,
  unit text not null,
  -- without VAT
  price_ore integer not null,
  -- the rate of what is sold, when the seller is registered
  vat_percent integer not null,
  added_at timestamptz not null,
  added_by uuid,
  withdrawn_at timestamptz,
  constraint hire_extras_unit check (unit in ('piece', 'person', 'hour')),
  constraint hire_extras_price check (price_ore between 0 and 100000000),
  constraint hire_extras_vat check (vat_percent in (0, 12, 15, 25))
);
create index hire_extras_space on hire_extras (space_id) where withdrawn_at is null;

-- The conditions of hire, version by version; a version is never changed.
create table hire_terms (
  space_id uuid not null constraint hire_terms_space references spaces,
  version integer not null,
  texts jsonb not null,
  -- until so many days before it may be cancelled free of charge; after that it costs this share of the price
  free_days integer not null,
  fee_percent integer not null,
  -- whether the seller has registered by choice for letting premises (merverdiavgiftsloven § 2-3)
  letting_has_vat boolean not null,
  published_at timestamptz not null,
  published_by uuid,
  constraint hire_terms_once primary key (space_id, version),
  constraint hire_terms_free_days check (free_days between 0 and 365),
  constraint hire_terms_fee check (fee_percent between 0 and 100)
);

create table hires (
  space_id uuid not null constraint hires_space references spaces,
  id uuid not null,
  state text not null,
  state_since timestamptz not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  people integer not null,
  set_up text not null,
  purpose text not null,
  note text,
  contact_name text not null,
  -- null once erased
  email text,
  locale text not null,
  -- who pays, as it stands on the invoice
  organization_name text,
  organization_number text,
  invoice_address text,
  -- the version of the conditions that was read when asking, and when accepting
  asked_terms integer not null,
  accepted_terms integer,
  discount_percent integer not null default 0,
  discount_reason text,
  quoted_until timestamptz,
  quoted_by uuid,
  created_at timestamptz not null,
  erased_at timestamptz,
  version integer not null default 1,
  constraint hires_once primary key (space_id, id),
  constraint hires_state check (state in ('unproven', 'asked', 'quoted', 'accepted', 'completed', 'declined', 'withdrawn', 'lapsed', 'cancelled')),
  constraint hires_order check (starts_at < ends_at),
  constraint hires_people check (people between 1 and 100000),
  constraint hires_set_up check (set_up in ('theatre', 'classroom', 'groups', 'boardroom', 'reception', 'as_it_is')),
  constraint hires_organization_number check (organization_number ~ '^[0-9]{9}$'),
  constraint hires_discount check (discount_percent between 0 and 100 and (discount_percent = 0) = (discount_reason is null)),
  constraint hires_quoted check (state not in ('quoted', 'accepted', 'completed') or quoted_until is not null),
  constraint hires_accepted check (state not in ('accepted', 'completed', 'cancelled') or accepted_terms is not null),
  constraint hires_erased check ((erased_at is null) = (email is not null))
);
create index hires_id on hires (id);
create index hires_list on hires (space_id, state_since desc, id desc);
create index hires_clock on hires (state, state_since);
create index hires_email on hires (email) where email is not null;

-- The rooms of a hire; while a quote stands or is agreed, each with the booking that holds its time.
create table hire_times (
  space_id uuid not null,
  hire_id uuid not null,
  resource_id uuid not null constraint hire_times_resource references resources,
  booking_id uuid,
  constraint hire_times_once primary key (space_id, hire_id, resource_id),
  constraint hire_times_hire foreign key (space_id, hire_id) references hires
);
create unique index hire_times_booking on hire_times (space_id, booking_id) where booking_id is not null;

-- What was wished for of the extras, and how much.
create table hire_wishes (
  space_id uuid not null,
  hire_id uuid not null,
  extra_id uuid not null constraint hire_wishes_extra references hire_extras,
  quantity integer not null,
  constraint hire_wishes_once primary key (space_id, hire_id, extra_id),
  constraint hire_wishes_hire foreign key (space_id, hire_id) references hires,
  constraint hire_wishes_quantity check (quantity between 1 and 100000)
);

-- What a quote is made of. The amount is what is left when the discount is taken off, without VAT.
create table hire_lines (
  space_id uuid not null,
  hire_id uuid not null,
  number integer not null,
  kind text not null,
  text text not null,
  quantity integer not null,
  unit_ore integer not null,
  amount_ore integer not null,
  supply text not null,
  vat_percent integer not null,
  constraint hire_lines_once primary key (space_id, hire_id, number),
  constraint hire_lines_hire foreign key (space_id, hire_id) references hires,
  constraint hire_lines_kind check (kind in ('room', 'extra', 'other')),
  constraint hire_lines_quantity check (quantity between 1 and 100000),
  constraint hire_lines_amount check (unit_ore >= 0 and amount_ore between 0 and unit_ore::bigint * quantity),
  constraint hire_lines_supply check (supply in ('letting', 'service')),
  constraint hire_lines_vat check (vat_percent in (0, 12, 15, 25))
);

create table hire_messages (
  space_id uuid not null,
  id uuid not null,
  hire_id uuid not null,
  written_at timestamptz not null,
  -- one of the house; null when the hirer wrote
  written_by uuid,
  text text not null,
  constraint hire_messages_once primary key (space_id, id),
  constraint hire_messages_hire foreign key (space_id, hire_id) references hires
);
create index hire_messages_hire on hire_messages (space_id, hire_id, written_at);

-- What happened to a hire: when, by whom (null: the hirer or the clock) and why. Nothing of it is ever changed.
create table hire_changes (
  space_id uuid not null,
  id uuid not null,
  hire_id uuid not null,
  to_state text not null,
  changed_at timestamptz not null,
  changed_by uuid,
  reason text,
  constraint hire_changes_once primary key (space_id, id),
  constraint hire_changes_hire foreign key (space_id, hire_id) references hires
);
create index hire_changes_hire on hire_changes (space_id, hire_id, changed_at);

-- A hire holds time like a booking, for nobody who has an account.
alter table bookings drop constraint bookings_kind;
alter table bookings add constraint bookings_kind check (kind in ('booking', 'maintenance', 'outside', 'at_door', 'hire'));

-- What a hirer owes is owed by whom the hire names.
alter table charges add column hire_id uuid;
alter table charges drop constraint charges_kind;
alter table charges add constraint charges_kind check (kind in ('period', 'pack', 'booking', 'late_cancellation', 'no_show', 'order', 'hire', 'hire_cancellation', 'reversal'));
alter table charges drop constraint charges_of_one;
alter table charges add constraint charges_of_one check (num_nonnulls(person_id, organization_id, hire_id) = 1);
alter table charges drop constraint charges_cause;
alter table charges add constraint charges_cause check (num_nonnulls(subscription_id, booking_id, order_id, hire_id) = 1 and (subscription_id is null) = (period_from is null));
create unique index charges_hire_once on charges (space_id, hire_id, supply, vat_percent) where hire_id is not null and reverses_id is null;
