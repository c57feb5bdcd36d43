import { feePercentAt, freeUntilOf } from "./cancellation.ts";
import { isTalkedOf, mayStep, type Side } from "./hire.ts";
import { type PricedLine, shareOf, totalOf } from "./price.ts";
import type { HireParts, HireRow } from "./queries.ts";

type Room = { resource_id: string; name: string; booking_id: string | null };
type Terms = NonNullable<HireParts["terms"]>;

/** A hire as it stands in a list. */
export function presentHireLine(row: HireRow, rooms: readonly Room[]) {
  return {
    id: row.id,
    space: { id: row.space_id, slug: row.space_slug, name: row.space_name, timeZone: row.time_zone },
    state: row.state,
    stateSince: row.state_since.toString(),
    rooms: rooms.map(({ resource_id, name, booking_id }) => ({ id: resource_id, name, bookingId: booking_id })),
    startsAt: row.starts_at.toString(),
    endsAt: row.ends_at.toString(),
    people: row.people,
    purpose: row.purpose,
    contactName: row.contact_name,
    organizationName: row.organization_name,
    quotedUntil: row.quoted_until?.toString() ?? null,
    createdAt: row.created_at.toString(),
  };
}

/** A hire as one of its two sides sees it. A quote that was taken back is seen by nobody but the house. */
export function presentHire(row: HireRow, parts: HireParts, { side, at }: { side: Exclude<Side, "clock">; at: Temporal.Instant }) {
  const may = (to: Parameters<typeof mayStep>[1]) => mayStep(row.state, to, side);
  const isAhead = Temporal.Instant.compare(at, row.starts_at) < 0;
  const isOpen = row.quoted_until !== null && Temporal.Instant.compare(at, row.quoted_until) < 0;
  const lines = side === "house" || row.state !== "asked" ? parts.lines : [];
  return {
    ...presentHireLine(row, parts.rooms),
    setUp: row.set_up,
    note: row.note,
    email: row.email,
    organizationNumber: row.organization_number,
    invoiceAddress: row.invoice_address,
    wishes: parts.wishes.map(({ extra_id, names, unit, quantity }) => ({ id: extra_id, names, unit: unit as "piece", quantity })),
    ...presentPrice(lines),
    discountPercent: row.discount_percent,
    discountReason: row.discount_reason,
    terms: parts.terms ? presentTerms(parts.terms) : null,
    cancellation: row.state === "accepted" && isAhead && parts.terms ? cancellationOf(row, parts.lines, parts.terms, at) : null,
    messages: parts.messages.map((one) => ({
      id: one.id,
      writtenAt: one.written_at.toString(),
      side: one.written_by === null ? ("hirer" as const) : ("house" as const),
      by: one.by,
      text: one.text,
    })),
    history: parts.history.map(({ state, changed_at, by, reason, moved_from }) => ({
      state,
      at: changed_at.toString(),
      by,
      reason,
      movedFrom: moved_from?.toString() ?? null,
    })),
    version: row.version,
    abilities: {
      prove: may("asked") && row.state === "unproven",
      accept: may("accepted") && isOpen,
      withdraw: may("withdrawn"),
      cancel: may("cancelled") && isAhead,
      move: side === "house" && row.state === "accepted" && isAhead,
      write: isTalkedOf(row.state),
      quote: may("quoted") && isAhead,
      decline: may("declined"),
      takeBack: may("asked") && row.state === "quoted",
    },
  };
}

/** Lines of a price and what they come to. */
export function presentPrice(lines: readonly PricedLine[]) {
  const shown = lines.map(({ kind, text, quantity, unitOre, amountOre, supply, vatPercent }) => ({
    kind,
    text,
    quantity,
    unitOre,
    amountOre,
    supply,
    vatPercent,
  }));
  return { lines: shown, total: totalOf(lines) };
}

/** A version of the conditions of hire. */
export function presentTerms(terms: Terms) {
  return {
    version: terms.version,
    texts: terms.texts,
    freeDays: terms.free_days,
    feePercent: terms.fee_percent,
    lettingHasVat: terms.letting_has_vat,
    publishedAt: terms.published_at.toString(),
  };
}

function cancellationOf(row: HireRow, lines: readonly PricedLine[], terms: Terms, at: Temporal.Instant) {
  const cancel = { freeDays: terms.free_days, feePercent: terms.fee_percent };
  const feePercent = feePercentAt(at, row, cancel);
  const feeOre = shareOf(lines, feePercent).reduce((sum, { amountOre }) => sum + amountOre, 0);
  return { freeUntil: freeUntilOf(row, cancel).toString(), feePercent, feeOre };
}
