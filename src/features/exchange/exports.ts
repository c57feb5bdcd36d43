import { exportRoutes } from "../../platform/http/sheet-export.ts";
import type { Installation } from "../../platform/installation.ts";
import { guestsFile } from "./export-guests.ts";
import { myPassesFile } from "./export-my-passes.ts";
import { seatsFile } from "./export-seats.ts";
import { ledgerFile } from "./ledger/export-ledger.ts";

/** Guests, one's own days, free seats and the ledger as files, by the rules of their lists. */
export function exchangeExports(installation: Installation) {
  return exportRoutes(installation, [
    guestsFile(installation),
    myPassesFile(installation),
    seatsFile(installation),
    ledgerFile(installation),
  ]);
}
