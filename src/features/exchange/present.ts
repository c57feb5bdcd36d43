import { kilometresOfChord } from "../geography/index.ts";
import type { FoundSeats } from "./find-seats.ts";

/** A space with its seats as the API shows it. */
export function presentSeats(row: FoundSeats, day: string) {
  return {
    id: row.id,
    slug: row.slug,
    organizationId: row.organization_id,
    name: row.name,
    town: row.town ?? row.municipality ?? "",
    municipality: row.municipality ?? "",
    municipalityName: row.municipality_name ?? "",
    municipalityNumber: row.municipality_number,
    latitude: row.latitude,
    longitude: row.longitude,
    distanceKm: row.distance === null ? null : kilometresOfChord(row.distance),
    day,
    guestSeats: row.opened,
    guestSeatsLeft: Math.max(0, row.opened - row.taken),
    waiting: row.waiting,
    askFirst: row.ask_first,
    amenities: row.amenities,
  };
}
