import { linesWithVat, withVat } from "../../plans/index.ts";
import type { OwedRow } from "./queries.ts";

/** What is owed for a registration, with VAT rounded so that its entries add up. */
export function presentOwed({ vatPercent, charges, ...row }: OwedRow) {
  const gross = linesWithVat(
    charges.map(({ amountOre }) => amountOre),
    vatPercent,
  );
  return {
    ...row,
    amountWithVatOre: withVat(row.amountOre, vatPercent).grossOre,
    charges: charges.map((charge, index) => ({ ...charge, amountWithVatOre: gross[index] ?? 0 })),
  };
}
