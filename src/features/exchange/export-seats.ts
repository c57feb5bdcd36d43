import { found } from "../../platform/access/authorize.ts";
import { type AnyExport, dayCell, inParts, sheetExport } from "../../platform/http/sheet-export.ts";
import type { Installation } from "../../platform/installation.ts";
import { catalogue } from "../../platform/language/language.ts";
import type { SheetValue } from "../../platform/sheets/index.ts";
import { dayIn } from "../../platform/time/day.ts";
import { findOrganization } from "../organizations/index.ts";
import { seatFilters } from "./contract.ts";
import { type FoundSeats, findSeats } from "./find-seats.ts";
import { presentSeats } from "./present.ts";

/** The spaces of a network with their guest seats on a day, narrowed and in order as their list is. */
export function seatsFile({ db, now }: Installation): AnyExport {
  return sheetExport({
    path: "/networks/{id}/spaces",
    tag: "spaces",
    summary: "The spaces of a network, with the guest seats of a day",
    permission: "everyone",
    filters: seatFilters,
    async read({ actor, id, language, filters: { near, seats, amenity, day: asked } }) {
      const today = dayIn(now(), "Europe/Oslo");
      const network = found(await findOrganization(db, actor, id, today));
      const day = asked ?? today;
      const search = { near, day, seats, network: network.id, amenities: amenity?.split(",") ?? [] };
      return {
        name: "spaces",
        titles: titles[language],
        rows: inParts<FoundSeats, SheetValue[]>(
          (last, limit) => findSeats(db, { ...search, limit: limit - 1, after: last && [last.distance ?? last.name, last.id] }),
          (row) => {
            const { name, slug, town, municipality, latitude, longitude, distanceKm, guestSeats, guestSeatsLeft, askFirst, waiting } =
              presentSeats(row, day);
            const place = [name, slug, town, municipality, latitude, longitude, distanceKm];
            return [...place, dayCell(day), guestSeats, guestSeatsLeft, waiting, askFirst];
          },
        ),
      };
    },
  });
}

const titles = catalogue({
  nb: [
    "Navn",
    "Adresseord",
    "Sted",
    "Kommune",
    "Breddegrad",
    "Lengdegrad",
    "Avstand (km)",
    "Dag",
    "Gjesteplasser",
    "Ledige",
    "På ventelista",
    "Verten svarer først",
  ],
  nn: [
    "Namn",
    "Adresseord",
    "Stad",
    "Kommune",
    "Breiddegrad",
    "Lengdegrad",
    "Avstand (km)",
    "Dag",
    "Gjesteplassar",
    "Ledige",
    "På ventelista",
    "Verten svarar først",
  ],
  en: [
    "Name",
    "Slug",
    "Town",
    "Municipality",
    "Latitude",
    "Longitude",
    "Distance (km)",
    "Day",
    "Guest seats",
    "Free",
    "On the waiting list",
    "The host answers first",
  ],
});
