/**
 * The guest seats a host has opened on a day before anyone took one, as SQL: none when closed to guests, closed altogether, or on
 * a public holiday it does not keep open; null without guest terms. `space`, `day` and `isHoliday` are SQL expressions.
 *
 * It is text and no function of the database: one that reads tables cannot be called from a statement about spread tables.
 */
export function seatsOpened(space: string, day: string, isHoliday: string): string {
  return `(
    select case
      when not asked_space.during @> ${day} then 0
      when exists (select from guest_closed_days closed where closed.space_id = asked_terms.space_id and closed.day = ${day}) then 0
      when special.day is not null and special.opens is null then 0
      when special.day is null and ${isHoliday} and not asked_space.open_on_holidays then 0
      when special.day is null and not exists (
        select from opening_hours usual where usual.space_id = asked_terms.space_id and usual.weekday = extract(isodow from ${day})) then 0
      else asked_terms.seats_per_weekday[extract(isodow from ${day})::integer]
    end
    from guest_terms asked_terms
    join spaces asked_space on asked_space.id = asked_terms.space_id
    left join opening_exceptions special on special.space_id = asked_terms.space_id and special.day = ${day}
    where asked_terms.space_id = ${space})`;
}
