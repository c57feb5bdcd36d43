import { type PriceWithVat, vatPercentOf, withVat } from "../plans/index.ts";

export type Quoted = {
  quoted_vat_percent: number | null;
  quoted_seller_vat_registered: boolean | null;
  vat_registered: boolean | null;
};

/** The price of an order, and the rate of its VAT. */
export type OrderPrice = PriceWithVat & { vatPercent: number };

/** The VAT of an order: what the quote was given with; before there is one, what the lab is registered for now. */
export function vatOf(order: Quoted) {
  if (order.quoted_vat_percent !== null)
    return { vatPercent: order.quoted_vat_percent, sellerIsVatRegistered: order.quoted_seller_vat_registered };
  return { vatPercent: vatPercentOf("service", order.vat_registered), sellerIsVatRegistered: order.vat_registered };
}

/** What is to be paid of the lines of an order that was stopped, without VAT. */
export function owedOf(lines: readonly { owed_ore: number | null }[]): number {
  return lines.reduce((sum, { owed_ore }) => sum + (owed_ore ?? 0), 0);
}

/** What an amount is with the VAT of an order. */
export function priceOf(order: Quoted, netOre: number): OrderPrice {
  const { vatPercent } = vatOf(order);
  return { ...withVat(netOre, vatPercent), vatPercent };
}
