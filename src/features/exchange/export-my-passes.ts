import { authorize } from "../../platform/access/authorize.ts";
import { type AnyExport, dayCell, inParts, sheetExport } from "../../platform/http/sheet-export.ts";
import type { Installation } from "../../platform/installation.ts";
import { catalogue } from "../../platform/language/language.ts";
import type { SheetValue } from "../../platform/sheets/index.ts";
import { passDays } from "./contract.ts";
import { passStateCells } from "./pass-state-words.ts";
import { passesOf } from "./passes.ts";
import type { PassRow } from "./queries.ts";

/** One's own days, the latest first as in their list. */
export function myPassesFile(installation: Installation): AnyExport {
  return sheetExport({
    path: "/me/day-passes",
    tag: "exchange",
    summary: "One's own passes",
    permission: "signed in",
    filters: passDays,
    async read({ actor, language, filters }) {
      // before the answer begins
      authorize(actor, true);
      return {
        name: "my-day-passes",
        titles: titles[language],
        rows: inParts<PassRow, SheetValue[]>(
          (last, limit) => passesOf(installation, actor, { ...filters, limit: limit - 1, after: last && [last.day, last.id] }),
          (pass) => [
            dayCell(pass.day),
            pass.space_name,
            pass.space_town,
            pass.home_name,
            passStateCells[language][pass.state],
            pass.checked_in_at === null ? null : pass.checked_in_at.toZonedDateTimeISO(pass.time_zone).toPlainDateTime(),
            pass.code,
            pass.price_ore / 100,
          ],
        ),
      };
    },
  });
}

const titles = catalogue({
  nb: ["Dag", "Hus", "Sted", "Hjemmehus", "Tilstand", "Sluppet inn", "Kode", "Pris (kr)"],
  nn: ["Dag", "Hus", "Stad", "Heimehus", "Tilstand", "Sleppt inn", "Kode", "Pris (kr)"],
  en: ["Day", "Space", "Town", "Home", "State", "Let in", "Code", "Price (NOK)"],
});
