-- Machines are taught to people, and break down: sessions that grant certificates, and a machine out of order with a note.
-- Their time lies in the calendar as bookings of the house, so that nobody books over it.
create table inductions (
  space_id uuid not null constraint inductions_space references spaces,
  id uuid not null,
  -- the time it takes, and of what: a booking of the one who teaches
  booking_id uuid not null,
  certification_id uuid not null constraint inductions_certification references certifications,
  level integer not null,
  instructor_id uuid not null,
  places integer not null,
  taken integer not null default 0,
  note text,
  created_at timestamptz not null,
  created_by uuid,
  constraint inductions_once primary key (space_id, id),
  constraint inductions_booked_once unique (space_id, booking_id),
  constraint inductions_level check (level between 1 and 9),
  constraint inductions_size check (places between 1 and 500),
  -- however many sign up at once, no more than there is room for
  constraint inductions_places check (taken between 0 and places)
);
create index inductions_id on inductions (id);

create table induction_sign_ups (
  space_id uuid not null,
  induction_id uuid not null,
  person_id uuid not null,
  signed_up_at timestamptz not null,
  outcome text,
  settled_at timestamptz,
  settled_by uuid,
  certificate_id uuid,
  constraint induction_sign_ups_once primary key (space_id, induction_id, person_id),
  constraint induction_sign_ups_induction foreign key (space_id, induction_id) references inductions,
  constraint induction_sign_ups_outcome check (outcome in ('passed', 'not_passed', 'absent')),
  constraint induction_sign_ups_settled check ((outcome is null) = (settled_at is null))
);
create index induction_sign_ups_person on induction_sign_ups (person_id);

-- A machine out of order, from when it was reported until it is put back or the day named has come.
create table outages (
  space_id uuid not null constraint outages_space references spaces,
  id uuid not null,
  resource_id uuid not null constraint outages_resource references resources,
  booking_id uuid not null,
  note text not null,
  reported_at timestamptz not null,
  reported_by uuid,
  expected_until timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  constraint outages_once primary key (space_id, id),
  constraint outages_order check (reported_at < expected_until)
);
create unique index outages_one_at_a_time on outages (space_id, resource_id) where ended_at is null;
