import { z } from "@hono/zod-openapi";
import { type AnyExport, inParts, sheetExport } from "../../../platform/http/sheet-export.ts";
import type { Installation } from "../../../platform/installation.ts";
import { catalogue, type Language } from "../../../platform/language/language.ts";
import type { SheetValue } from "../../../platform/sheets/index.ts";
import { owedWords } from "./pages/owed-words.ts";
import { presentOwed } from "./present.ts";
import { type OwedRow, owedFor } from "./queries.ts";
import { eventOwedFor } from "./read-owed.ts";

/** What is owed for an event as a file: what one writes invoices by. */
export function owedFile({ db }: Installation): AnyExport {
  return sheetExport({
    path: "/events/{id}/charges",
    tag: "events",
    summary: "What is owed for an event",
    permission: "manager of the organization",
    filters: z.object({}),
    async read({ actor, id, language }) {
      const event = await eventOwedFor(db, actor, id);
      return {
        name: "charges",
        titles: titles[language],
        rows: inParts<OwedRow, SheetValue[]>(
          (last, limit) => owedFor(db, event.id, { limit: limit - 1, after: last && [last.payer, last.payerId, last.id] }),
          (row) => lineOf(row, language),
        ),
      };
    },
  });
}

function lineOf(row: OwedRow, language: Language): SheetValue[] {
  const { payer, organization, registeredBy, email, ticketType, places, standing, amountOre, isVatUnknown, vatPercent } = row;
  return [
    ...[payer, organization?.number ?? null, registeredBy, email, ticketType, places, owedWords[language].standings[standing]],
    ...[amountOre / 100, isVatUnknown ? null : vatPercent, presentOwed(row).amountWithVatOre / 100, row.id],
  ];
}

const titles = catalogue({
  nb: [
    ...["Betaler", "Organisasjonsnummer", "Meldt på av", "E-post", "Billett", "Plasser", "Tilstand"],
    ...["Kroner uten mva", "Mva i prosent", "Kroner med mva", "Påmelding"],
  ],
  nn: [
    ...["Betaler", "Organisasjonsnummer", "Meld på av", "E-post", "Billett", "Plassar", "Tilstand"],
    ...["Kroner utan mva", "Mva i prosent", "Kroner med mva", "Påmelding"],
  ],
  en: [
    ...["Payer", "Organization number", "Registered by", "E-mail", "Ticket", "Places", "State"],
    ...["Kroner without VAT", "VAT in percent", "Kroner with VAT", "Registration"],
  ],
});
