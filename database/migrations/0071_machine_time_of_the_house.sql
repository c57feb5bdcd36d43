-- Time of a machine for an order is the house's own: it stands in nobody's name, draws on nobody's allowance, and is not cancelled when
-- whoever typed it leaves. What is booked for orders already becomes the house's too.
alter table bookings drop constraint bookings_kind;
alter table bookings add constraint bookings_kind check (kind in ('booking', 'maintenance', 'outside', 'at_door', 'hire', 'order'));
update bookings b set kind = 'order', person_id = null
from production_order_lines l
where l.space_id = b.space_id and l.booking_id = b.id and b.kind = 'booking' and b.audience = 'staff' and b.price_ore = 0;
