import { z } from "zod";
import type { Db } from "../../platform/database/database.ts";
import type { Installation } from "../../platform/installation.ts";
import { type Addressee, writeLetter } from "../../platform/mail/index.ts";
import { type Announced, type Subscription, subscription } from "../../platform/outbox/subscription.ts";
import { dayIn } from "../../platform/time/day.ts";
import { readersAmong, readersAt } from "../organizations/index.ts";
import { appointmentLetters } from "./consultations/appointment-letters.ts";
import { cancelsShutOut } from "./consultations/cancel-shut-out.ts";
import { givesBackMachines } from "./give-back-machines.ts";
import { type OrderLetter, orderLetterTexts } from "./letter-texts.ts";
import type { OrderState } from "./order.ts";
import { owedOf, priceOf } from "./order-price.ts";
import { findOrder, linesOf } from "./queries.ts";
import { writtenPrice } from "./written-price.ts";

const facts = z.object({ orderId: z.uuid(), by: z.uuid(), reason: z.string().optional(), messageId: z.uuid().optional() });

/** Tells the other side what happened to an order: the customer of what the lab did, the desk of the lab of what the customer did. */
async function writeOrderLetter(tx: Db, announced: Announced, installation: Installation): Promise<void> {
  const { orderId, by, reason } = facts.parse(announced.payload);
  const order = await findOrder(tx, orderId);
  if (!order) return;
  const what = announced.topic.slice("production_order.".length) as OrderState | "message";
  const owedOre = what === "stopped" ? owedOf(await linesOf(tx, order)) : 0;
  const isByCustomer = by === order.customer_id;
  const readers: (Addressee & { personId: string })[] = isByCustomer
    ? await readersAt(tx, [order.host_id], ["host", "manager"], dayIn(installation.now(), order.time_zone))
    : await readersAmong(tx, [order.customer_id]);
  for (const reader of new Map(readers.map((one) => [one.personId, one])).values()) {
    const text = orderLetterTexts[reader.language];
    const told: OrderLetter | undefined = isByCustomer ? text.toLab[what] : text.toCustomer[what];
    if (told === undefined) continue;
    const f = {
      title: order.title,
      space: order.space_name,
      customer: order.payer_name === null ? order.customer_name : `${order.customer_name} (${order.payer_name})`,
      owed: owedOre > 0 ? writtenPrice(priceOf(order, owedOre), "customer", reader.language) : undefined,
      price: writtenPrice(priceOf(order, order.quoted_ore ?? 0), isByCustomer ? "lab" : "customer", reader.language),
    };
    await writeLetter(tx, installation, reader, {
      key: `${announced.topic}/${announced.id}/${reader.personId}`,
      subject: told.subject(f),
      lines: [
        told.text(f),
        ...(reason === undefined ? [] : [text.reason(reason)]),
        { label: text.seeOrder, path: isByCustomer ? `/spaces/${order.space_slug}/orders/${order.id}` : `/me/orders/${order.id}` },
      ],
    });
  }
}

/** What people are written to about orders. */
export const productionSubscriptions: Subscription[] = [
  subscription("production.letters", ["production_order.*"], writeOrderLetter),
  appointmentLetters,
  cancelsShutOut,
  givesBackMachines,
];
