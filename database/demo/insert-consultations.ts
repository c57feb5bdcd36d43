import type { Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { addDays, momentOf, weekdayOf } from "../../src/platform/time/day.ts";
import { isHoliday } from "../../src/platform/time/holidays.ts";
import { calendarAt, timeZone } from "./calendar.ts";
import { insertAll } from "./insert-all.ts";
import type { Network } from "./network.ts";
import type { Demo } from "./read.ts";

/** Weekly consultations of the labs, with who has taken a slot the next time they are held. */
export async function insertConsultations(tx: Tx, demo: Demo, network: Network, now: Temporal.Instant): Promise<void> {
  const today = calendarAt(now).today.toString();
  const placed = demo.making.consultations.flatMap(({ space, staff, times, ...planned }) => {
    const house = network.houses.get(space);
    const [opens = "", closes = ""] = times.split("-");
    return house ? [{ ...planned, opens, closes, id: newId(), spaceId: house.id, staffId: network.people.get(staff)?.id ?? null }] : [];
  });
  await insertAll(
    tx,
    "consultations",
    placed.map(({ id, spaceId, staffId, weekday, opens, closes, slotMinutes, note }) => ({
      space_id: spaceId,
      id,
      weekday,
      opens,
      closes,
      slot_minutes: slotMinutes,
      staff_id: staffId,
      note: note ?? null,
      valid_from: addDays(today, -180),
      created_at: now.subtract({ hours: 24 * 180 }),
      created_by: staffId,
    })),
  );
  await insertAll(
    tx,
    "appointments",
    placed.flatMap(({ id, spaceId, weekday, opens, slotMinutes, taken }) =>
      taken.flatMap(({ person, slot, about }) => {
        const personId = network.people.get(person)?.id;
        if (!personId) return [];
        const startsAt = momentOf(nextHeld(today, weekday), opens, timeZone).add({ minutes: slot * slotMinutes });
        const time = { starts_at: startsAt, ends_at: startsAt.add({ minutes: slotMinutes }), place: 1 };
        return [
          {
            space_id: spaceId,
            id: newId(),
            consultation_id: id,
            ...time,
            person_id: personId,
            about,
            booked_at: now.subtract({ hours: 30 }),
          },
        ];
      }),
    ),
  );
}

// the first such weekday after today that is no holiday
function nextHeld(today: string, weekday: number): string {
  for (let day = addDays(today, 1); ; day = addDays(day, 1)) if (weekdayOf(day) === weekday && !isHoliday(day)) return day;
}
