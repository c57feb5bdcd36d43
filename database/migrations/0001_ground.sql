-- Everything that is done can be traced, sent on and answered twice alike: audit log, outbox, webhooks, keys, mail.
-- Extensions stand before the tables, so that the schema can be distributed (distribution.md).
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists cube;

-- a … z æ ø å, with aa sorted as å
create collation if not exists norwegian (provider = icu, locale = 'nb-NO');

-- Place names and people are found whether one types å, aa or a; æ, ø and å stay letters of their own when it matters.
create function search_form(value text) returns text
  language sql immutable parallel safe strict
  as $$ select public.unaccent('public.unaccent'::regdictionary, lower(value collate public.norwegian)) $$;

-- What was done, by whom, to what, and why when a rule was overridden.
create table audit_log (
  id uuid primary key,
  done_at timestamptz not null,
  actor_person_id uuid,
  actor_key_id uuid,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  organization_id uuid,
  reason text,
  details jsonb not null default '{}',
  request_id text
);
create index audit_log_latest on audit_log (done_at desc, id desc);
create index audit_log_subject on audit_log (subject_kind, subject_id);
create index audit_log_organization on audit_log (organization_id, done_at desc);
create index audit_log_actor on audit_log (actor_person_id, done_at desc);

-- Facts to be told to others: written with the change itself, taken out by the outbox job.
create table outbox (
  id uuid primary key,
  happened_at timestamptz not null,
  topic text not null,
  organization_ids uuid[] not null,
  payload jsonb not null,
  taken_at timestamptz
);
create index outbox_waiting on outbox (id) where taken_at is null;
create index outbox_latest on outbox (id desc);

-- Addresses that are told of what happens at an organization (Standard Webhooks).
create table webhook_endpoints (
  id uuid primary key,
  organization_id uuid not null,
  url text not null,
  topics text[] not null,
  secret text not null,
  created_at timestamptz not null,
  created_by uuid not null,
  disabled_at timestamptz
);
create index webhook_endpoints_organization on webhook_endpoints (organization_id);

create table webhook_deliveries (
  id uuid primary key,
  endpoint_id uuid not null constraint webhook_deliveries_endpoint references webhook_endpoints on delete cascade,
  outbox_id uuid not null,
  topic text not null,
  body text not null,
  attempts integer not null default 0,
  last_attempt_at timestamptz,
  last_status integer,
  last_error text,
  delivered_at timestamptz,
  gave_up_at timestamptz,
  constraint webhook_deliveries_once unique (endpoint_id, outbox_id)
);
create index webhook_deliveries_latest on webhook_deliveries (endpoint_id, id desc);

-- Programs act as the person who made the key, within its scopes.
create table api_keys (
  id uuid primary key,
  person_id uuid not null,
  name text not null,
  key_hash bytea not null constraint api_keys_hash unique,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz
);
create index api_keys_person on api_keys (person_id);

-- The same Idempotency-Key gets the same answer for a day.
create table idempotency_keys (
  actor text not null,
  key text not null,
  request_hash text not null,
  status integer,
  body text,
  created_at timestamptz not null,
  constraint idempotency_keys_once primary key (actor, key)
);
create index idempotency_keys_age on idempotency_keys (created_at);

-- One row per letter; the key is what makes a repeated job write nothing twice. A letter is taken before it is sent, so that
-- one that was under way when the program died is never sent again by itself.
create table letters (
  id uuid primary key,
  letter_key text not null constraint letters_once unique,
  recipient text not null,
  subject text not null,
  body_text text not null,
  body_html text not null,
  attachments jsonb not null default '[]',
  language text not null,
  created_at timestamptz not null,
  taken_at timestamptz,
  sent_at timestamptz,
  attempts integer not null default 0,
  try_after timestamptz,
  failure text
);
create index letters_latest on letters (id desc);
create index letters_waiting on letters (id) where taken_at is null;

-- Keys that sign passes. A retired key still verifies what it signed.
create table signing_keys (
  id text primary key,
  public_key bytea not null,
  private_key bytea not null,
  created_at timestamptz not null,
  retired_at timestamptz
);

-- Small facts of the installation itself: its name, whether the demonstration network is loaded.
create table installation_facts (
  name text primary key,
  value jsonb not null
);
