import { type Supply, supplyOf } from "../plans/index.ts";
import { type Price, priceOf, type ResourceKind } from "../spaces/index.ts";

/** What an extra is priced by. */
export const extraUnits = ["piece", "person", "hour"] as const;
export type ExtraUnit = (typeof extraUnits)[number];

/** The rates of the VAT act (merverdiavgiftsloven §§ 5-1 to 5-11): food taken away 15, some admissions and rooms 12, all else 25. */
export const vatRates = [0, 12, 15, 25] as const;

export const lineKinds = ["room", "extra", "other"] as const;
export type LineKind = (typeof lineKinds)[number];

/** A line of a quote as the house writes it, in øre without VAT. */
export interface Line {
  kind: LineKind;
  text: string;
  quantity: number;
  unitOre: number;
  supply: Supply;
  vatPercent: number;
}

/** The same with what is left of it when the discount is taken off. */
export type PricedLine = Line & { amountOre: number };

/** What the seller is, as far as VAT goes. */
export interface Seller {
  /** By the register; null when it has not been asked. */
  isVatRegistered: boolean | null;
  /** Registered by choice for letting premises (merverdiavgiftsloven § 2-3). */
  lettingHasVat: boolean;
}

/**
 * The VAT of a line, in percent. A seller who is not registered adds none. Letting of premises is outside unless the seller has
 * chosen otherwise (§§ 3-11 and 2-3); what is sold beside it has the rate of what it is.
 */
export function vatOf({ supply, vatPercent }: { supply: Supply; vatPercent: number }, seller: Seller): number {
  if (seller.isVatRegistered !== true) return 0;
  if (supply === "letting") return seller.lettingHasVat ? 25 : 0;
  return vatPercent;
}

type Room = { name: string; kind: ResourceKind; prices: readonly Price[] };

/** What a room costs somebody who is no member for so long. */
export function roomLine(room: Room, minutes: number, seller: Seller): Line {
  const supply = supplyOf(room.kind);
  const vatPercent = vatOf({ supply, vatPercent: 25 }, seller);
  return { kind: "room", text: room.name, quantity: 1, unitOre: priceOf(room.prices, "everyone", minutes), supply, vatPercent };
}

/** What so many of an extra cost. */
export function extraLine(extra: { name: string; priceOre: number; vatPercent: number }, quantity: number, seller: Seller): Line {
  const vatPercent = vatOf({ supply: "service", vatPercent: extra.vatPercent }, seller);
  return { kind: "extra", text: extra.name, quantity, unitOre: extra.priceOre, supply: "service", vatPercent };
}

/** The lines with the discount taken off each, so that every rate of VAT gets its share. */
export function priced(lines: readonly Line[], discountPercent: number): PricedLine[] {
  return lines.map((line) => ({ ...line, amountOre: Math.round((line.quantity * line.unitOre * (100 - discountPercent)) / 100) }));
}

type Amount = { supply: Supply; vatPercent: number; amountOre: number };

/** What lines come to. VAT is counted of the sum of each rate, not line by line. */
export function totalOf(lines: readonly Amount[]) {
  const byRate = [...Map.groupBy(lines, ({ vatPercent }) => vatPercent)].sort(([a], [b]) => a - b);
  const rates = byRate.map(([vatPercent, of]) => ({
    vatPercent,
    netOre: sum(of),
    vatOre: Math.round((sum(of) * vatPercent) / 100),
  }));
  const netOre = sum(lines);
  const vatOre = rates.reduce((total, rate) => total + rate.vatOre, 0);
  return { netOre, vatOre, sumOre: netOre + vatOre, rates };
}

/** The share of lines that is owed, by what is sold and its rate of VAT; nothing where it comes to nothing. */
export function shareOf(lines: readonly Amount[], percent: number): Amount[] {
  const groups = Map.groupBy(lines, ({ supply, vatPercent }) => `${supply} ${vatPercent}`);
  return [...groups.values()].flatMap((of) => {
    const [first] = of;
    const amountOre = Math.round((sum(of) * percent) / 100);
    return first && amountOre > 0 ? [{ supply: first.supply, vatPercent: first.vatPercent, amountOre }] : [];
  });
}

function sum(lines: readonly { amountOre: number }[]): number {
  return lines.reduce((total, { amountOre }) => total + amountOre, 0);
}
