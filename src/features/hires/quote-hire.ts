import { found } from "../../platform/access/authorize.ts";
import type { Installation } from "../../platform/installation.ts";
import { dayIn } from "../../platform/time/day.ts";
import { holdOf } from "./estimate.ts";
import { withoutParts } from "./hire.ts";
import { type Asked, allDone, onHire, requireStep, step } from "./on-hire.ts";
import { type Line, priced, vatOf } from "./price.ts";
import { termsOf } from "./queries.ts";
import { hireRefusals } from "./refusals.ts";
import { roomsForHire } from "./rooms-for-hire.ts";
import type { Quote } from "./shapes.ts";

const mostDaysValid = 62;

/**
 * The house says what it costs and holds the time until the quote runs out: the rooms and the time asked for, or others it offers instead.
 * @throws Refusal booking.taken when somebody else was given the time, hire.wrong_step, hire.wrong_deadline, hire.no_vat, hire.discount_needs_reason, hire.not_offered
 */
export async function quoteHire(installation: Installation, asked: Asked, quote: Quote): Promise<void> {
  await onHire(installation, asked, async (given) => {
    const { tx, decide, hire, by, at } = given;
    requireStep(given, "quoted");
    const startsAt = quote.startsAt === undefined ? hire.starts_at : Temporal.Instant.from(quote.startsAt);
    const endsAt = quote.endsAt === undefined ? hire.ends_at : Temporal.Instant.from(quote.endsAt);
    const until = Temporal.Instant.from(quote.validUntil);
    if (Temporal.Instant.compare(startsAt, at) <= 0) throw hireRefusals.wrongTime();
    const isDeadline = Temporal.Instant.compare(at, until) < 0 && Temporal.Instant.compare(until, startsAt) < 0;
    if (!isDeadline || at.until(until).total("days") > mostDaysValid) throw hireRefusals.wrongDeadline();
    const terms = found(await termsOf(tx, hire.space_id));
    const seller = { isVatRegistered: hire.vat_registered, lettingHasVat: terms.letting_has_vat };
    const lines = quote.lines.map(
      (line): Line => ({ ...line, vatPercent: line.vatPercent ?? vatOf({ supply: line.supply, vatPercent: 25 }, seller) }),
    );
    if (hire.vat_registered === false && lines.some(({ vatPercent }) => vatPercent > 0)) throw hireRefusals.noVat();
    if (quote.discountPercent > 0 && !quote.discountReason) throw hireRefusals.discountNeedsReason();
    const all = await roomsForHire(tx, { spaceId: hire.space_id, today: dayIn(startsAt, hire.time_zone) });
    const chosen = all.filter(({ id }) => quote.rooms.includes(id));
    if (chosen.length === 0 || chosen.length < new Set(quote.rooms).size) throw hireRefusals.notOffered();
    const rooms = withoutParts(chosen, all);
    const hold = { spaceId: hire.space_id, startsAt, endsAt, at, until, by, people: hire.people, title: hire.purpose };
    const held = allDone(await decide(rooms.map(({ id: resourceId }) => holdOf({ ...hold, resourceId }))));
    const key = { space_id: hire.space_id, hire_id: hire.id };
    await tx.deleteFrom("hire_times").where("space_id", "=", key.space_id).where("hire_id", "=", key.hire_id).execute();
    await tx
      .insertInto("hire_times")
      .values(held.map((booking) => ({ ...key, resource_id: booking.resourceId, booking_id: booking.id })))
      .execute();
    await tx.deleteFrom("hire_lines").where("space_id", "=", key.space_id).where("hire_id", "=", key.hire_id).execute();
    await tx
      .insertInto("hire_lines")
      .values(
        priced(lines, quote.discountPercent).map(({ unitOre, amountOre, vatPercent, ...line }, index) => ({
          ...key,
          ...line,
          number: index + 1,
          unit_ore: unitOre,
          amount_ore: amountOre,
          vat_percent: vatPercent,
        })),
      )
      .execute();
    await step(given, {
      to: "quoted",
      more: {
        starts_at: startsAt,
        ends_at: endsAt,
        quoted_until: until,
        quoted_by: by,
        discount_percent: quote.discountPercent,
        discount_reason: quote.discountPercent > 0 ? quote.discountReason : null,
      },
    });
  });
}
