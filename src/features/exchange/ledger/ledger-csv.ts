import type { Actor } from "../../../platform/access/actor.ts";
import type { Installation } from "../../../platform/installation.ts";
import type { Language } from "../../../platform/language/language.ts";
import { type SheetValue, writeCsv } from "../../../platform/sheets/index.ts";
import type { After } from "./ledger-rows.ts";
import { ledgerFileWords } from "./messages.ts";
import { type AskedRows, readLedger } from "./read-window.ts";

const rowsAtATime = 1000;

/** The ledger as far as the actor sees it, read page by page while it is sent. */
export function ledgerCsv(
  installation: Installation,
  actor: Actor,
  network: string,
  asked: AskedRows,
  language: Language,
): ReadableStream<Uint8Array> {
  const words = ledgerFileWords[language];
  const titles = [
    words.day,
    words.code,
    words.host,
    words.home,
    words.days,
    words.price,
    words.overQuota,
    words.reason,
    words.bookedAt,
    words.period,
  ];
  return writeCsv(titles, rows(installation, actor, network, asked), "excel");
}

async function* rows(installation: Installation, actor: Actor, network: string, asked: AskedRows): AsyncGenerator<SheetValue[]> {
  let after: After;
  for (;;) {
    const read = await readLedger(installation, actor, network, asked, rowsAtATime, after);
    const shown = read.slice(0, rowsAtATime);
    for (const row of shown) {
      yield [
        Temporal.PlainDate.from(row.day),
        row.code,
        row.host_name,
        row.home_name,
        row.days,
        row.amount_ore / 100,
        row.over_quota,
        row.reason,
        row.booked_at.toZonedDateTimeISO(row.time_zone).toPlainDateTime(),
        row.period_id,
      ];
    }
    const last = shown.at(-1);
    if (read.length <= rowsAtATime || !last) return;
    after = { day: last.day, id: last.id };
  }
}
