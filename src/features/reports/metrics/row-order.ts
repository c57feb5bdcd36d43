import { type RawBuilder, sql } from "kysely";

/** In what order rows are read: as they happened, or by their amounts, so that one that is wrong by far stands out. Missing amounts come last. */
export const rowOrders = ["day", "largest", "smallest"] as const;
export type RowOrder = (typeof rowOrders)[number];
export type AmountOrder = Exclude<RowOrder, "day">;

/** Where a list by amount goes on: 1 where the amount is missing, and the amount as it is sorted. */
export type AmountPlace = [isMissing: number, sorted: number];

export function amountPlace(order: AmountOrder, amount: number | null): AmountPlace {
  return [amount === null ? 1 : 0, (amount ?? 0) * signOf(order)];
}

/** The same of a row of alias `r`, as two columns. */
export function amountColumns(order: AmountOrder): RawBuilder<unknown> {
  return sql`(case when r.amount is null then 1 else 0 end), coalesce(r.amount, 0)::float8 * ${signOf(order)}::integer`;
}

function signOf(order: AmountOrder): 1 | -1 {
  return order === "largest" ? -1 : 1;
}
