import { visitor } from "../../platform/access/actor.ts";
import type { Installation } from "../../platform/installation.ts";
import { dayIn } from "../../platform/time/day.ts";
import { insertCharges } from "../plans/index.ts";
import { feePercentAt } from "./cancellation.ts";
import { mayStep } from "./hire.ts";
import { type Asked, allDone, giveTimeBack, onHire, requireStep, step } from "./on-hire.ts";
import { linesOf, standingBookings, termsOf } from "./queries.ts";
import { hireRefusals } from "./refusals.ts";
import { chargesOf } from "./what-is-owed.ts";

/** Whoever asked has opened the letter: from now on the house sees the request. @throws Refusal hire.wrong_step */
export async function proveHire(installation: Installation, asked: Asked): Promise<void> {
  await onHire(installation, asked, (given) => step(given, { to: "asked" }));
}

/**
 * The hirer says yes to the quote and to the conditions as they now are: its time is booked, in one transaction.
 * @throws Refusal hire.wrong_step, hire.ran_out, hire.terms_replaced
 */
export async function acceptHire(installation: Installation, asked: Asked, termsVersion: number): Promise<void> {
  await onHire(installation, asked, async (given) => {
    const { tx, decide, hire, at } = given;
    requireStep(given, "accepted");
    const terms = await termsOf(tx, hire.space_id);
    if (terms?.version !== termsVersion) throw hireRefusals.termsReplaced({ current: terms?.version });
    const standing = await standingBookings(tx, hire);
    const isOver = hire.quoted_until === null || Temporal.Instant.compare(hire.quoted_until, at) <= 0;
    if (isOver || standing.length === 0) throw hireRefusals.ranOut();
    const settles = standing.map((bookingId) => ({
      kind: "settle" as const,
      bookingId,
      spaceId: hire.space_id,
      as: "booked" as const,
      by: null,
      at,
    }));
    allDone(await decide(settles));
    await step(given, { to: "accepted", more: { accepted_terms: termsVersion } });
  });
}

/** The house says no, the hirer takes the request back, or the house takes its quote back: time that was held is free again. */
export async function endRequest(
  installation: Installation,
  asked: Asked,
  to: "declined" | "withdrawn" | "asked",
  reason?: string,
): Promise<void> {
  await onHire(installation, asked, async (given) => {
    requireStep(given, to);
    await giveTimeBack(given, "cancelled", reason);
    // a quote taken back says nothing any more
    const more = to === "asked" ? { quoted_until: null, quoted_by: null } : {};
    await step(given, { to, reason, more });
  });
}

/** Takes a request back for somebody who has been erased, if the house still considers it; done twice it is as done once. */
export async function withdrawOpen(installation: Installation, id: string): Promise<void> {
  await onHire(installation, { id, side: "hirer", actor: visitor }, async (given) => {
    if (!mayStep(given.hire.state, "withdrawn", "hirer")) return;
    await giveTimeBack(given, "cancelled");
    await step(given, { to: "withdrawn" });
  });
}

/** Cancels what was agreed. The hirer pays what the accepted conditions say; when the house cancels, nobody pays. */
export async function cancelHire(installation: Installation, asked: Asked, reason?: string): Promise<void> {
  await onHire(installation, asked, async (given) => {
    const { tx, hire, side, by, at } = given;
    requireStep(given, "cancelled");
    if (Temporal.Instant.compare(hire.starts_at, at) <= 0) throw hireRefusals.wrongStep({ from: hire.state, to: "cancelled" });
    const terms = await termsOf(tx, hire.space_id, hire.accepted_terms ?? undefined);
    const percent = side === "hirer" && terms ? feePercentAt(at, hire, { freeDays: terms.free_days, feePercent: terms.fee_percent }) : 0;
    await giveTimeBack(given, "cancelled", reason);
    const day = dayIn(at, hire.time_zone);
    await insertCharges(tx, chargesOf(hire, await linesOf(tx, hire), { kind: "hire_cancellation", percent, day, at, by }));
    await step(given, { to: "cancelled", reason });
  });
}
