-- Startups of a network tell what they raise, part by part and only by consent; investors say what they look for; two who both say yes
-- are introduced, and what comes of it is written down.

-- What an organization puts money into, as one of the investors of a network. Ended, it sees nothing of that network any more.
create table investor_profiles (
  id uuid primary key,
  network_id uuid not null constraint investor_profiles_network references organizations,
  organization_id uuid not null constraint investor_profiles_organization references organizations,
  ticket_from_ore bigint,
  ticket_to_ore bigint,
  stages text[] not null default '{}',
  sectors text[] not null default '{}',
  -- numbers of counties
  counties text[] not null default '{}',
  looks_for text,
  avoids text,
  -- told to nobody but the startups it was introduced to
  contact_name text,
  contact_email text,
  contact_phone text,
  created_at timestamptz not null,
  created_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  version integer not null default 1,
  constraint investor_profiles_ticket check (ticket_from_ore >= 0 and ticket_to_ore >= coalesce(ticket_from_ore, 0)),
  constraint investor_profiles_stages check (stages <@ array['idea', 'pre_seed', 'seed', 'early', 'growth'])
);
create unique index investor_profiles_once on investor_profiles (network_id, organization_id) where ended_at is null;
create index investor_profiles_organization on investor_profiles (organization_id);

create table raises (
  id uuid primary key,
  network_id uuid not null constraint raises_network references organizations,
  organization_id uuid not null constraint raises_organization references organizations,
  -- summary
  stage text not null,
  instrument text not null,
  summaries jsonb not null default '{}',
  -- names
  amount_ore bigint not null,
  deadline date,
  texts jsonb not null default '{}',
  event_id uuid constraint raises_event references events,
  -- contact
  terms jsonb not null default '{}',
  contact_name text not null,
  contact_email text not null,
  contact_phone text,
  created_at timestamptz not null,
  created_by uuid,
  published_at timestamptz,
  published_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  version integer not null default 1,
  constraint raises_amount check (amount_ore between 100 and 1000000000000),
  constraint raises_stage check (stage in ('idea', 'pre_seed', 'seed', 'early', 'growth')),
  constraint raises_instrument check (instrument in ('shares', 'convertible_loan', 'slip', 'loan', 'open'))
);
create unique index raises_one_at_a_time on raises (network_id, organization_id) where ended_at is null;
create index raises_list on raises (network_id, published_at desc, id desc) where published_at is not null;
create index raises_organization on raises (organization_id);

-- One is asked whether to meet the other. No contact data before both have said yes.
create table introductions (
  id uuid primary key,
  raise_id uuid not null constraint introductions_raise references raises,
  profile_id uuid not null constraint introductions_profile references investor_profiles,
  asked_by_side text not null,
  asked_by uuid,
  note text,
  asked_at timestamptz not null,
  expires_on date not null,
  state text not null,
  state_since timestamptz not null,
  startup_yes_at timestamptz,
  startup_yes_by uuid,
  investor_yes_at timestamptz,
  investor_yes_by uuid,
  introduced_on date,
  declined_by_side text,
  decline_word text,
  constraint introductions_side check (asked_by_side in ('startup', 'investor', 'network')),
  constraint introductions_state check (state in ('asked', 'introduced', 'declined', 'withdrawn', 'expired', 'ended')),
  constraint introductions_both_yes check (introduced_on is null or num_nonnulls(startup_yes_at, investor_yes_at) = 2),
  constraint introductions_introduced check ((state in ('introduced', 'ended')) = (introduced_on is not null)),
  constraint introductions_declined check ((state = 'declined') = (declined_by_side is not null)),
  constraint introductions_decline_word check (decline_word in ('not_now', 'not_a_fit')),
  constraint introductions_of_both unique (id, raise_id, profile_id, introduced_on)
);
create unique index introductions_once on introductions (raise_id, profile_id) where state in ('asked', 'introduced');
create index introductions_profile on introductions (profile_id, asked_at desc);
create index introductions_clock on introductions (expires_on) where state = 'asked';

create table introduction_meetings (
  id uuid primary key,
  introduction_id uuid not null constraint introduction_meetings_introduction references introductions,
  met_on date not null,
  note text,
  side text not null,
  written_at timestamptz not null,
  written_by uuid,
  constraint introduction_meetings_side check (side in ('startup', 'investor')),
  constraint introduction_meetings_once unique (introduction_id, met_on)
);

-- A consent lets its audience see a raise as far as its tier, and what lies before it. Withdrawn, it lets nobody see anything. Contact
-- data follow from an introduction alone, and that can only be written once both have said yes to it.
create table raise_consents (
  id uuid primary key,
  raise_id uuid not null constraint raise_consents_raise references raises,
  tier text not null,
  -- none: every investor of the network
  profile_id uuid constraint raise_consents_profile references investor_profiles,
  introduction_id uuid,
  introduced_on date,
  given_at timestamptz not null,
  given_by uuid,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  constraint raise_consents_tier check (tier in ('summary', 'names', 'contact')),
  constraint raise_consents_contact check ((tier = 'contact') = (introduction_id is not null)),
  constraint raise_consents_introduced check (introduction_id is null or (introduced_on is not null and profile_id is not null)),
  constraint raise_consents_introduction foreign key (introduction_id, raise_id, profile_id, introduced_on)
    references introductions (id, raise_id, profile_id, introduced_on)
);
create unique index raise_consents_once on raise_consents (raise_id, tier, coalesce(profile_id, raise_id)) where withdrawn_at is null;
create index raise_consents_raise on raise_consents (raise_id, given_at);

-- What an investor thinks of a raise. The note is the investor's own.
create table raise_interests (
  raise_id uuid not null constraint raise_interests_raise references raises,
  profile_id uuid not null constraint raise_interests_profile references investor_profiles,
  state text not null,
  note text,
  changed_at timestamptz not null,
  changed_by uuid,
  constraint raise_interests_once primary key (raise_id, profile_id),
  constraint raise_interests_state check (state in ('following', 'passed'))
);

-- Money that came. It is the network's doing only where an introduction both said yes to came before it.
create table closings (
  id uuid primary key,
  raise_id uuid not null constraint closings_raise references raises,
  profile_id uuid constraint closings_profile references investor_profiles,
  -- an investor the network does not know
  investor_name text,
  closed_on date not null,
  amount_ore bigint not null,
  instrument text not null,
  introduction_id uuid,
  introduced_on date,
  entered_at timestamptz not null,
  entered_by uuid,
  entered_by_side text not null,
  -- by the startup
  confirmed_at timestamptz,
  confirmed_by uuid,
  struck_at timestamptz,
  struck_by uuid,
  struck_because text,
  constraint closings_investor check (num_nonnulls(profile_id, investor_name) = 1),
  constraint closings_amount check (amount_ore between 100 and 1000000000000),
  constraint closings_instrument check (instrument in ('shares', 'convertible_loan', 'slip', 'loan', 'open')),
  constraint closings_side check (entered_by_side in ('startup', 'investor', 'network')),
  constraint closings_facilitated check (introduction_id is null or (profile_id is not null and introduced_on is not null and introduced_on < closed_on)),
  constraint closings_introduction foreign key (introduction_id, raise_id, profile_id, introduced_on)
    references introductions (id, raise_id, profile_id, introduced_on),
  constraint closings_struck check ((struck_at is null) = (struck_because is null))
);
create index closings_raise on closings (raise_id, closed_on desc);
