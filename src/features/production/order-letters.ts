import { z } from "zod";
import type { Db } from "../../platform/database/database.ts";
import type { Installation } from "../../platform/installation.ts";
import { writeLetter } from "../../platform/mail/index.ts";
import { type Announced, type Subscription, subscription } from "../../platform/outbox/subscription.ts";
import { dayIn } from "../../platform/time/day.ts";
import { readersAmong, readersAt } from "../organizations/index.ts";
import { companyLetterTexts } from "./company-letter-texts.ts";
import { appointmentLetters } from "./consultations/appointment-letters.ts";
import { cancelsShutOut } from "./consultations/cancel-shut-out.ts";
import { givesBackMachines } from "./give-back-machines.ts";
import { type OrderLetter, orderLetterTexts } from "./letter-texts.ts";
import { machineLetters } from "./machine-letters.ts";
import type { OrderState } from "./order.ts";
import { owedOf, priceOf } from "./order-price.ts";
import { findOrder, linesOf } from "./queries.ts";
import { writtenPrice } from "./written-price.ts";

const facts = z.object({ orderId: z.uuid(), by: z.uuid(), side: z.enum(["customer", "lab"]).optional(), reason: z.string().optional() });

/**
 * Tells what happened to an order: whoever ordered of what the lab did, the desk of the lab of what the customer's side did, and whoever
 * ordered of what their company's manager did.
 */
async function writeOrderLetter(tx: Db, announced: Announced, installation: Installation): Promise<void> {
  const { orderId, by, side, reason } = facts.parse(announced.payload);
  const order = await findOrder(tx, orderId);
  if (!order) return;
  const what = announced.topic.slice("production_order.".length) as OrderState | "message";
  const owedOre = what === "stopped" ? owedOf(await linesOf(tx, order)) : 0;
  // what was announced before sides were said
  const isByCustomer = (side ?? (by === order.customer_id ? "customer" : "lab")) === "customer";
  const [actor] = await readersAmong(tx, [by]);
  // whoever ordered is told what their company's manager does
  const ordered = by === order.customer_id ? [] : await readersAmong(tx, [order.customer_id]);
  const desk = isByCustomer ? await readersAt(tx, [order.host_id], ["host", "manager"], dayIn(installation.now(), order.time_zone)) : [];
  const readers = [...desk.map((reader) => ({ ...reader, isLab: true })), ...ordered.map((reader) => ({ ...reader, isLab: false }))];
  for (const reader of new Map(readers.map((one) => [one.personId, one])).values()) {
    const text = orderLetterTexts[reader.language];
    const told: OrderLetter | undefined = reader.isLab
      ? text.toLab[what]
      : isByCustomer
        ? companyLetterTexts[reader.language][what]
        : text.toCustomer[what];
    if (told === undefined) continue;
    const name = (isByCustomer && actor?.name) || order.customer_name;
    const f = {
      title: order.title,
      space: order.space_name,
      customer: order.payer_name === null ? name : `${name} (${order.payer_name})`,
      owed: owedOre > 0 ? writtenPrice(priceOf(order, owedOre), "customer", reader.language) : undefined,
      price: writtenPrice(priceOf(order, order.quoted_ore ?? 0), reader.isLab ? "lab" : "customer", reader.language),
    };
    await writeLetter(tx, installation, reader, {
      key: `${announced.topic}/${announced.id}/${reader.personId}`,
      subject: told.subject(f),
      lines: [
        told.text(f),
        ...(reason === undefined ? [] : [text.reason(reason)]),
        { label: text.seeOrder, path: reader.isLab ? `/spaces/${order.space_slug}/orders/${order.id}` : `/me/orders/${order.id}` },
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
  machineLetters,
];
