import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { writtenMoment } from "../../../platform/language/written-moment.ts";
import { writeLetter } from "../../../platform/mail/index.ts";
import { type Announced, type Subscription, subscription } from "../../../platform/outbox/subscription.ts";
import { readersAmong } from "../../organizations/index.ts";
import { appointmentTexts } from "./letter-texts.ts";
import { findAppointment } from "./queries.ts";

const facts = z.object({ appointmentId: z.uuid(), by: z.uuid().nullable(), reason: z.string().optional() });

/** Tells whoever took a slot that it is theirs, or why it is not any more; and who helps them, when somebody does, what they did, or that the house is shut. */
async function writeAppointmentLetters(tx: Db, announced: Announced, installation: Installation): Promise<void> {
  const { appointmentId, by, reason } = facts.parse(announced.payload);
  const appointment = await findAppointment(tx, appointmentId);
  if (!appointment) return;
  const isByThemselves = by === appointment.person_id;
  const isShut = by === null;
  const isTaken = announced.topic === "appointment.booked";
  const told = [isTaken || !isByThemselves ? [appointment.person_id] : [], isByThemselves || isShut ? [appointment.staff_id] : []].flat();
  const readers = await readersAmong(
    tx,
    told.filter((id) => id !== null),
  );
  for (const reader of readers) {
    const text = appointmentTexts[reader.language];
    const isOwn = reader.personId === appointment.person_id;
    const { subject, lines } = isOwn ? (isTaken ? text.yours : text.lost) : isTaken ? text.taken : isShut ? text.shutOut : text.givenUp;
    const f = {
      space: appointment.space_name,
      who: appointment.person,
      staff: appointment.staff,
      when: writtenMoment(appointment.starts_at, appointment.time_zone, reader.language),
      about: appointment.order_title ?? appointment.about,
    };
    await writeLetter(tx, installation, reader, {
      key: `${announced.topic}/${announced.id}/${reader.personId}`,
      subject: subject(f),
      lines: [
        ...lines(f),
        ...(isShut && isOwn ? [text.isShut] : []),
        ...(reason === undefined ? [] : [text.reason(reason)]),
        { label: text.seeSlots, path: `/spaces/${appointment.space_slug}/consultations` },
      ],
    });
  }
}

/** What people are written to about slots. */
export const appointmentLetters: Subscription = subscription(
  "production.appointment-letters",
  ["appointment.booked", "appointment.cancelled"],
  writeAppointmentLetters,
);
