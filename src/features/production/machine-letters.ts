import { z } from "zod";
import type { Db } from "../../platform/database/database.ts";
import type { Installation } from "../../platform/installation.ts";
import { catalogue } from "../../platform/language/language.ts";
import { writtenMoment } from "../../platform/language/written-moment.ts";
import { writeLetter } from "../../platform/mail/index.ts";
import { type Announced, type Subscription, subscription } from "../../platform/outbox/subscription.ts";
import { readersAmong } from "../organizations/index.ts";
import { isWorkedOn, type OrderState } from "./order.ts";

const facts = z.object({ bookingId: z.uuid(), spaceId: z.uuid(), by: z.uuid().nullable(), reason: z.string().optional() });

/** Time of a machine for an order is the house's: whoever was to do the work is told when another has cancelled it, and why. */
async function writeMachineLetter(tx: Db, { payload }: Announced, installation: Installation): Promise<void> {
  const { bookingId, spaceId, by, reason } = facts.parse(payload);
  const lost = await tx
    .selectFrom("production_order_lines as l")
    .innerJoin("production_orders as o", (join) => join.onRef("o.space_id", "=", "l.space_id").onRef("o.id", "=", "l.order_id"))
    .innerJoin("bookings as b", (join) => join.onRef("b.space_id", "=", "l.space_id").onRef("b.id", "=", "l.booking_id"))
    .innerJoin("spaces as s", "s.id", "l.space_id")
    .select(["l.staff_id", "l.text", "o.id", "o.title", "o.state", "b.starts_at", "s.time_zone", "s.slug"])
    .where("l.space_id", "=", spaceId)
    .where("l.booking_id", "=", bookingId)
    .where("b.kind", "=", "order")
    .executeTakeFirst();
  if (!lost?.staff_id || lost.staff_id === by || !isWorkedOn(lost.state as OrderState)) return;
  for (const reader of await readersAmong(tx, [lost.staff_id])) {
    const text = words[reader.language];
    const f = { machine: lost.text, title: lost.title, when: writtenMoment(lost.starts_at, lost.time_zone, reader.language) };
    await writeLetter(tx, installation, reader, {
      key: `production.machine-time-cancelled/${bookingId}`,
      subject: text.subject(f),
      lines: [
        text.cancelled(f),
        ...(reason === undefined ? [] : [text.reason(reason)]),
        { label: text.seeOrder, path: `/spaces/${lost.slug}/orders/${lost.id}` },
      ],
    });
  }
}

/** What those who work on orders are written to about time of machines. */
export const machineLetters: Subscription = subscription("production.machine-letters", ["booking.cancelled"], writeMachineLetter);

type Time = { machine: string; title: string; when: string };

const words = catalogue({
  nb: {
    subject: (f: Time) => `${f.machine} til «${f.title}» er avlyst`,
    cancelled: (f: Time) => `${f.machine} ${f.when}, til «${f.title}», er avlyst. Book en ny tid på bestillingen.`,
    reason: (reason: string) => `Grunn: ${reason}`,
    seeOrder: "Se bestillingen",
  },
  nn: {
    subject: (f: Time) => `${f.machine} til «${f.title}» er avlyst`,
    cancelled: (f: Time) => `${f.machine} ${f.when}, til «${f.title}», er avlyst. Book ei ny tid på bestillinga.`,
    reason: (reason: string) => `Grunn: ${reason}`,
    seeOrder: "Sjå bestillinga",
  },
  en: {
    subject: (f: Time) => `${f.machine} for “${f.title}” is cancelled`,
    cancelled: (f: Time) => `${f.machine} ${f.when}, for “${f.title}”, is cancelled. Book a new time on the order.`,
    reason: (reason: string) => `Reason: ${reason}`,
    seeOrder: "See the order",
  },
});
