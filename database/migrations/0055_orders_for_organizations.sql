-- A company pays for what one of its people orders: the order says which, and the price is owed by the company.
alter table production_orders add column organization_id uuid;
create index production_orders_organization on production_orders (organization_id) where organization_id is not null;
