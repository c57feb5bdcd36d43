import { authorize, found } from "../../platform/access/authorize.ts";
import { type AnyExport, dayCell, inParts, sheetExport } from "../../platform/http/sheet-export.ts";
import type { Installation } from "../../platform/installation.ts";
import { catalogue } from "../../platform/language/language.ts";
import type { SheetValue } from "../../platform/sheets/index.ts";
import { dayIn } from "../../platform/time/day.ts";
import { boardMessages } from "./board-messages.ts";
import { type CandidateRow, findCandidates, stepDayOf } from "./candidate-queries.ts";
import { candidateFilters } from "./candidates-contract.ts";
import { findNamedOrganization } from "./member-queries.ts";
import { mayRecruit } from "./policy.ts";

/** The candidates of a network, narrowed and in order as their list is. */
export function candidatesFile({ db, now }: Installation): AnyExport {
  return sheetExport({
    path: "/networks/{id}/candidates",
    tag: "memberships",
    summary: "The recruiting board",
    permission: "coordinator of the network",
    filters: candidateFilters,
    async read({ actor, id, language, filters: { q, owner, ...asked } }) {
      const network = await findNamedOrganization(db, id);
      authorize(actor, network !== undefined && mayRecruit(actor, network));
      const filter = { ...asked, networkId: found(network).id, text: q, ownerId: owner, today: dayIn(now(), "Europe/Oslo") };
      return {
        name: "candidates",
        titles: titles[language],
        rows: inParts<CandidateRow, SheetValue[]>(
          (last, limit) => findCandidates(db, filter, { limit: limit - 1, after: last && [stepDayOf(last), last.name, last.id] }),
          (row) => [
            row.name,
            row.slug,
            row.municipality,
            boardMessages[language].stages[row.stage],
            row.desks,
            row.next_step,
            dayCell(row.next_step_on),
            row.owner_name,
          ],
        ),
      };
    },
  });
}

const titles = catalogue({
  nb: ["Navn", "Adresseord", "Kommune", "Steg", "Plasser", "Neste steg", "Dag for neste steg", "Ansvarlig"],
  nn: ["Namn", "Adresseord", "Kommune", "Steg", "Plassar", "Neste steg", "Dag for neste steg", "Ansvarleg"],
  en: ["Name", "Slug", "Municipality", "Stage", "Desks", "Next step", "Day of the next step", "Owner"],
});
