import { z } from "@hono/zod-openapi";
import { type AnyExport, exportRoutes, inParts, sheetExport } from "../../platform/http/sheet-export.ts";
import type { Installation } from "../../platform/installation.ts";
import { catalogue } from "../../platform/language/language.ts";
import { registrationStates } from "./event.ts";
import type { RegistrationRow } from "./queries.ts";
import { readRegistrations } from "./read.ts";

/** Who has registered as a file, by the rules of the list. */
export function eventExports(installation: Installation) {
  return exportRoutes(installation, [registrationsFile(installation)]);
}

function registrationsFile({ db }: Installation): AnyExport {
  return sheetExport({
    path: "/events/{id}/registrations",
    tag: "events",
    summary: "Who has registered",
    permission: "host of the space",
    filters: z.object({ state: z.enum(registrationStates).optional() }),
    async read({ actor, id, language, filters: { state } }) {
      const words = texts[language];
      const after = (last: RegistrationRow | undefined): [string, string] | undefined => last && [last.registered_at.toString(), last.id];
      // refuses before the first row
      await readRegistrations(db, actor, id, { state, limit: 1, after: undefined });
      return {
        name: "registrations",
        titles: words.titles,
        rows: inParts<RegistrationRow, (string | number | null)[]>(
          (last, limit) => readRegistrations(db, actor, id, { state, limit: limit - 1, after: after(last) }),
          (row) => [
            row.holder,
            row.organization_name,
            row.type_name,
            row.quantity,
            words.states[row.state],
            row.registered_at.toZonedDateTimeISO(row.time_zone).toPlainDateTime().toString({ smallestUnit: "minute" }).replace("T", " "),
            row.tickets
              .map(({ holderName }) => holderName)
              .filter(Boolean)
              .join(", "),
          ],
        ),
      };
    },
  });
}

const texts = catalogue({
  nb: {
    titles: ["Navn", "Organisasjon", "Billett", "Plasser", "Tilstand", "Påmeldt", "Navn på billettene"],
    states: { held: "Holdes", waiting: "Venter", confirmed: "Påmeldt", cancelled: "Gitt tilbake" },
  },
  nn: {
    titles: ["Namn", "Organisasjon", "Billett", "Plassar", "Tilstand", "Påmeld", "Namn på billettane"],
    states: { held: "Blir halden", waiting: "Ventar", confirmed: "Påmeld", cancelled: "Gitt tilbake" },
  },
  en: {
    titles: ["Name", "Organization", "Ticket", "Places", "State", "Registered", "Names on the tickets"],
    states: { held: "Held", waiting: "Waiting", confirmed: "Confirmed", cancelled: "Given back" },
  },
});
