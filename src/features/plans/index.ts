export { type Charge, type ChargeKind, vatPercentOf } from "./charge.ts";
export { type Allowance, allowanceKey, type Entry, hold, makeUseOf, release } from "./ledger.ts";
export { amountOf, supplyOf, unitOf } from "./plan.ts";
export { type Cover, type Hold, readCover, readHolds, type Wanted, wantedKey } from "./read-allowances.ts";
export { sendCharges, sendEntries } from "./write-entries.ts";
