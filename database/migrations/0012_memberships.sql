-- A membership of an organization counts when the member has said yes to it: until then neither sees more of the other than everybody
-- does, and nobody takes part through it. Those there are were agreed on before this was asked.
alter table memberships add column confirmed_at timestamptz;
alter table memberships add column confirmed_by uuid;
alter table memberships add constraint memberships_confirmed check (confirmed_at is null or member_organization_id is not null);
update memberships set confirmed_at = created_at where member_organization_id is not null;
