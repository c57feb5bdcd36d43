import { dayCell, exportRoutes, inParts, sheetExport } from "../../platform/http/sheet-export.ts";
import type { Installation } from "../../platform/installation.ts";
import { catalogue, type Language } from "../../platform/language/language.ts";
import type { SheetValue } from "../../platform/sheets/index.ts";
import { isFeeWithoutVat } from "./charge.ts";
import type { ChargeRow } from "./charge-queries.ts";
import { chargeWords } from "./pages/charge-words.ts";
import { planName } from "./plan-name.ts";
import { readCharges } from "./read.ts";
import { chargeFilters } from "./shapes.ts";

/** What is owed to a house as a file, narrowed as its list is: what an accounting system takes. */
export function planExports(installation: Installation) {
  return exportRoutes(installation, [
    sheetExport({
      path: "/spaces/{id}/charges",
      tag: "plans",
      summary: "What is owed to a space",
      permission: "manager of the organization",
      filters: chargeFilters,
      async read({ actor, id, language, filters }) {
        // refused before the first row, or not at all
        await readCharges(installation, actor, id, { ...filters, limit: 1, before: undefined });
        return {
          name: "charges",
          titles: titles[language],
          rows: inParts<ChargeRow, SheetValue[]>(
            async (last, limit) => {
              const before: [string, string] | undefined = last && [last.day, last.id];
              const { rows } = await readCharges(installation, actor, id, { ...filters, limit: limit - 1, before });
              return rows;
            },
            (row) => lineOf(row, language),
          ),
        };
      },
    }),
  ]);
}

function lineOf(row: ChargeRow, language: Language): SheetValue[] {
  return [
    dayCell(row.day),
    row.person_name ?? row.organization_name,
    chargeWords[language].kinds[row.kind],
    row.plan_names ? planName(row.plan_names, language) : row.resource_name,
    row.amount_ore / 100,
    isVatKnown(row) ? row.vat_percent : null,
    row.reason,
    row.id,
    row.reverses_id,
  ];
}

// of what is exempt there is none to tell, and of what an unknown seller sells it is not known; a fee for cancelling has none by itself
function isVatKnown(row: ChargeRow): boolean {
  if (isFeeWithoutVat({ kind: row.kind, vatPercent: row.vat_percent })) return true;
  return row.supply !== "letting" && row.seller_is_vat_registered !== null;
}

const titles = catalogue({
  nb: ["Dag", "Hvem", "For", "Hva", "Kroner uten mva", "Mva i prosent", "Grunn", "Nummer", "Fører tilbake nummer"],
  nn: ["Dag", "Kven", "For", "Kva", "Kroner utan mva", "Mva i prosent", "Grunn", "Nummer", "Fører tilbake nummer"],
  en: ["Day", "Who", "For", "What", "Kroner without VAT", "VAT in percent", "Reason", "Number", "Reverses number"],
});
