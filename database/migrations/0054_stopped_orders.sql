-- A lab that cannot finish what it began ends the order: it says why, what was used of the material stays used and the rest goes back
-- to the stock, and of each line no more is owed than was agreed.
alter table production_order_lines add column owed_ore integer;
alter table production_order_lines add column used integer;
alter table production_order_lines add constraint production_order_lines_owed check (owed_ore between 0 and amount_ore);
alter table production_order_lines add constraint production_order_lines_used check (used between 0 and consumed);

alter table production_orders drop constraint production_orders_state;
alter table production_orders add constraint production_orders_state check (state in ('draft', 'asked', 'quoted', 'accepted', 'in_production', 'ready', 'collected', 'declined', 'stopped'));
alter table production_orders drop constraint production_orders_quoted;
alter table production_orders add constraint production_orders_quoted check (quoted_ore >= 0 and (state not in ('quoted', 'accepted', 'in_production', 'ready', 'collected', 'stopped') or quoted_ore is not null));
