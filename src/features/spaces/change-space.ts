import type { Insertable } from "kysely";
import type { Spaces } from "../../platform/database/schema.ts";
import type { Installation } from "../../platform/installation.ts";
import { type Day, dayIn } from "../../platform/time/day.ts";
import { type Edit, editSpace } from "./edit-space.ts";
import { requireMunicipality } from "./municipality.ts";
import type { SpaceChanges } from "./shapes.ts";
import { writtenTexts } from "./texts.ts";

type Columns = Partial<Omit<Insertable<Spaces>, "id" | "organization_id" | "slug" | "during" | "created_at" | "version">>;

/** Changes facts and texts of a space; what is not given stays as it is. */
export async function changeSpace(installation: Installation, edit: Edit, changes: SpaceChanges): Promise<void> {
  await editSpace(installation, edit, async (tx, space, at) => {
    const today = dayIn(at, space.time_zone);
    const columns = columnsOf(changes, today);
    if (changes.municipalityNumber !== undefined || changes.municipalityRecordedOn !== undefined) {
      const number = changes.municipalityNumber ?? space.municipality_number;
      const isSame = number === space.municipality_number && changes.municipalityRecordedOn === undefined;
      columns.municipality_recorded_on = changes.municipalityRecordedOn ?? (isSame ? space.municipality_recorded_on : today);
      await requireMunicipality(tx, number, columns.municipality_recorded_on);
    }
    const isSameContact =
      (changes.contactEmail ?? space.contact_email) === space.contact_email &&
      (changes.contactPhone ?? space.contact_phone) === space.contact_phone;
    if (isSameContact) delete columns.contact_confirmed_on;
    if (Object.keys(columns).length > 0) await tx.updateTable("spaces").set(columns).where("id", "=", space.id).execute();
    const movesOpening =
      (changes.openOnHolidays ?? space.open_on_holidays) !== space.open_on_holidays ||
      (changes.timeZone ?? space.time_zone) !== space.time_zone;
    return { action: "space.change", details: { fields: Object.keys(changes) }, movesOpening, result: undefined };
  });
}

/** The columns that hold what is given. Contact data somebody writes are confirmed by that. */
export function columnsOf(changes: SpaceChanges, today: Day): Columns {
  const columns: Columns = {
    name: changes.name,
    address: emptyIsNull(changes.address),
    postcode: emptyIsNull(changes.postcode),
    town: emptyIsNull(changes.town),
    municipality_number: changes.municipalityNumber,
    latitude: changes.latitude,
    longitude: changes.longitude,
    time_zone: changes.timeZone,
    desks: changes.desks,
    descriptions: changes.descriptions && JSON.stringify(writtenTexts(changes.descriptions)),
    guest_welcome: changes.guestWelcome && JSON.stringify(writtenTexts(changes.guestWelcome)),
    arrival: changes.arrival && JSON.stringify(writtenTexts(changes.arrival)),
    amenities: changes.amenities && [...new Set(changes.amenities)],
    themes: changes.themes && [...new Set(changes.themes)],
    open_on_holidays: changes.openOnHolidays,
    contact_email: changes.contactEmail,
    contact_phone: emptyIsNull(changes.contactPhone),
    contact_confirmed_on: changes.contactEmail || changes.contactPhone ? today : undefined,
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}

function emptyIsNull(text: string | null | undefined): string | null | undefined {
  return text === "" ? null : text;
}
