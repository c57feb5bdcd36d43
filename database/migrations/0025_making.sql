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

-- Bring a design and get help to make it: an order from draft to collection, with files, messages, lines, and all that happened kept.
create table consumables (
  id uuid primary key,
  space_id uuid not null constraint consumables_space references spaces,
  name text not null,
  unit text not null,
  price_ore integer not null,
  created_at timestamptz not null,
  constraint consumables_name check (length(name) between 1 and 120),
  constraint consumables_unit check (length(unit) between 1 and 20),
  constraint consumables_price check (price_ore between 0 and 100000000)
);
create unique index consumables_name_in_space on consumables (space_id, lower(name));

create table production_orders (
  space_id uuid not null constraint production_orders_space references spaces,
  id uuid not null,
  customer_id uuid not null,
  title text not null,
  description text,
  material text,
  quantity integer not null default 1,
  wanted_by date,
  priority text not null default 'ordinary',
  state text not null default 'draft',
  state_since timestamptz not null,
  -- what the customer was told it costs
  quoted_ore integer,
  photos_allowed boolean not null default false,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint production_orders_once primary key (space_id, id),
  constraint production_orders_state check (state in ('draft', 'asked', 'quoted', 'accepted', 'in_production', 'ready', 'collected', 'declined')),
  constraint production_orders_priority check (priority in ('can_wait', 'ordinary', 'urgent')),
  constraint production_orders_quantity check (quantity between 1 and 100000),
  constraint production_orders_quoted check (quoted_ore >= 0 and (state not in ('quoted', 'accepted', 'in_production', 'ready', 'collected') or quoted_ore is not null))
);
create index production_orders_id on production_orders (id);
create index production_orders_customer on production_orders (customer_id, created_at desc);
create index production_orders_work on production_orders (space_id, state, state_since);

create table production_order_changes (
  space_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  to_state text not null,
  changed_at timestamptz not null,
  changed_by uuid,
  reason text,
  constraint production_order_changes_once primary key (space_id, id),
  constraint production_order_changes_order foreign key (space_id, order_id) references production_orders
);
create index production_order_changes_order on production_order_changes (space_id, order_id, changed_at);

-- Designs the customer sends, and photos the lab takes of the result.
create table production_order_files (
  space_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  kind text not null,
  name text not null,
  format text not null,
  bytes integer not null,
  file_key text not null,
  added_at timestamptz not null,
  added_by uuid,
  constraint production_order_files_once primary key (space_id, id),
  constraint production_order_files_order foreign key (space_id, order_id) references production_orders,
  constraint production_order_files_kind check (kind in ('design', 'photo'))
);
create index production_order_files_order on production_order_files (space_id, order_id);

create table production_order_messages (
  space_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  written_at timestamptz not null,
  written_by uuid,
  text text not null,
  constraint production_order_messages_once primary key (space_id, id),
  constraint production_order_messages_order foreign key (space_id, order_id) references production_orders
);
create index production_order_messages_order on production_order_messages (space_id, order_id, written_at);

-- What the price is made of: somebody's work, a machine that is booked, material from the stock.
create table production_order_lines (
  space_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  kind text not null,
  text text not null,
  amount_ore integer not null,
  staff_id uuid,
  booking_id uuid,
  consumable_id uuid constraint production_order_lines_consumable references consumables,
  consumed integer,
  added_at timestamptz not null,
  added_by uuid,
  constraint production_order_lines_once primary key (space_id, id),
  constraint production_order_lines_order foreign key (space_id, order_id) references production_orders,
  constraint production_order_lines_kind check (kind in ('work', 'machine', 'material', 'other')),
  constraint production_order_lines_amount check (amount_ore >= 0),
  constraint production_order_lines_machine check ((kind = 'machine') = (booking_id is not null)),
  constraint production_order_lines_consumed check ((consumable_id is null) = (consumed is null) and consumed between 1 and 1000000)
);
create index production_order_lines_order on production_order_lines (space_id, order_id);

-- What came in and went out of the stock. Nothing of it is ever changed; each row says what is left, and that is never below zero.
create table stock_movements (
  space_id uuid not null,
  consumable_id uuid not null constraint stock_movements_consumable references consumables,
  number integer not null,
  kind text not null,
  change integer not null,
  in_stock integer not null,
  order_id uuid,
  moved_at timestamptz not null,
  moved_by uuid,
  note text,
  constraint stock_movements_once primary key (space_id, consumable_id, number),
  constraint stock_movements_kind check (kind in ('received', 'counted', 'used', 'returned')),
  constraint stock_movements_in_stock check (in_stock >= 0)
);
