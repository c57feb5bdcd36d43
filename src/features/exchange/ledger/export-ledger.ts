import { type AnyExport, inParts, sheetExport } from "../../../platform/http/sheet-export.ts";
import type { Installation } from "../../../platform/installation.ts";
import type { SheetValue } from "../../../platform/sheets/index.ts";
import { ledgerFilters } from "./contract.ts";
import type { LedgerRow } from "./ledger-rows.ts";
import { ledgerFileWords } from "./messages.ts";
import { reachOf } from "./reach.ts";
import { readLedger } from "./read-window.ts";

/** The ledger as far as the actor sees it, narrowed as its list is. */
export function ledgerFile(installation: Installation): AnyExport {
  return sheetExport({
    path: "/networks/{id}/ledger",
    tag: "ledger",
    summary: "The ledger",
    permission: "coordinator of the network, or manager of a side",
    filters: ledgerFilters,
    async read({ actor, id, language, filters }) {
      const { network } = await reachOf(installation.db, actor, id);
      const words = ledgerFileWords[language];
      return {
        name: `${network.slug}-ledger`,
        titles: [
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
        ],
        rows: inParts<LedgerRow, SheetValue[]>(
          (last, limit) => readLedger(installation, actor, network.id, filters, limit - 1, last && { day: last.day, id: last.id }),
          (row) => [
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
          ],
        ),
      };
    },
  });
}
