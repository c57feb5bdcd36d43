-- State aid an undertaking has been given, by organization number, so that small aid can be counted over three years.
-- A correction is a new row with the opposite amount.
create table state_aid_awards (
  id uuid primary key,
  -- who keeps this ledger
  organization_id uuid not null constraint state_aid_awards_organization references organizations,
  organization_number text not null,
  name text not null,
  granter text not null,
  granted_on date not null,
  basis text not null,
  amount_ore bigint not null,
  -- ten-thousandths of a krone for one euro on the day it was granted
  kroner_per_euro_x10000 integer not null,
  amount_euro_cents bigint not null,
  funding_id uuid constraint state_aid_awards_funding references fundings,
  corrects_id uuid constraint state_aid_awards_corrects references state_aid_awards,
  reason text,
  written_at timestamptz not null,
  written_by uuid,
  constraint state_aid_awards_number check (organization_number ~ '^[0-9]{9}$'),
  constraint state_aid_awards_basis check (basis in ('de_minimis', 'other')),
  constraint state_aid_awards_rate check (kroner_per_euro_x10000 > 0),
  constraint state_aid_awards_amount check (amount_ore <> 0 and (amount_ore < 0) = (corrects_id is not null)),
  constraint state_aid_awards_reason check ((corrects_id is null) = (reason is null)),
  constraint state_aid_awards_corrected_once unique (corrects_id)
);
create index state_aid_awards_ledger on state_aid_awards (organization_id, granted_on desc, id desc);
create index state_aid_awards_undertaking on state_aid_awards (organization_id, organization_number, granted_on);
