import type { Language } from "../../../platform/language/language.ts";
import { writeCsv } from "../../../platform/sheets/index.ts";
import { ledgerFileWords } from "./messages.ts";
import type { Statement } from "./read-period.ts";

/** A settlement as a sheet: a line per organization's position, then one per transfer. */
export function statementCsv({ positions, transfers }: Statement, language: Language): ReadableStream<Uint8Array> {
  const words = ledgerFileWords[language];
  const titles = [
    words.line,
    words.organization,
    words.counterpart,
    words.given,
    words.received,
    words.balance,
    words.overQuota,
    words.amount,
  ];
  const lines = [
    ...positions.map(({ organization, given, received, balance, givenOverQuota, amountOre }) => [
      words.position,
      organization.name,
      null,
      given,
      received,
      balance,
      givenOverQuota,
      amountOre / 100,
    ]),
    ...transfers.map(({ payer, receiver, amountOre }) => [
      words.transfer,
      payer.name,
      receiver.name,
      null,
      null,
      null,
      null,
      amountOre / 100,
    ]),
  ];
  return writeCsv(titles, lines, "excel");
}
