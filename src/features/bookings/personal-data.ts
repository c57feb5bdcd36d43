import { sql } from "kysely";
import { givesAddress, mentions, withoutMentions } from "../../platform/privacy/mentions.ts";
import type { PersonalData } from "../../platform/privacy/personal-data.ts";

const bookings: PersonalData = {
  name: "bookings",
  title: { nb: "Bookinger", nn: "Bookingar", en: "Bookings" },
  fields: {
    space: { nb: "Hus", nn: "Hus", en: "Space" },
    resource: { nb: "Rom, plass eller maskin", nn: "Rom, plass eller maskin", en: "Room, desk or machine" },
    startsAt: { nb: "Fra", nn: "Frå", en: "From" },
    endsAt: { nb: "Til", nn: "Til", en: "To" },
    state: { nb: "Tilstand", nn: "Tilstand", en: "State" },
    title: { nb: "Tittel", nn: "Tittel", en: "Title" },
    note: { nb: "Beskjed til huset", nn: "Melding til huset", en: "Message to the house" },
    people: { nb: "Antall", nn: "Talet på folk", en: "People" },
    priceOre: { nb: "Pris i øre", nn: "Pris i øre", en: "Price in øre" },
    createdAt: { nb: "Booket", nn: "Booka", en: "Booked" },
    checkedInAt: { nb: "Sjekket inn", nn: "Sjekka inn", en: "Checked in" },
  },
  kept: {
    nb: "Tida du har booket, står uten navn, tittel og beskjed: huset teller bruken, og det som er priset, skal kunne vises fram i fem år. Det du har booket framover, blir avlyst.",
    nn: "Tida du har booka, står utan namn, tittel og melding: huset tel bruken, og det som er prisa, skal kunne visast fram i fem år. Det du har booka framover, blir avlyst.",
    en: "Time you have booked stays without name, title and message: the house counts its use, and what was priced must be kept for five years. What you have booked ahead is cancelled.",
  },
  about: (db, { personId }) =>
    db
      .selectFrom("bookings as b")
      .innerJoin("spaces as s", "s.id", "b.space_id")
      .innerJoin("resources as r", "r.id", "b.resource_id")
      .select(["s.name as space", "r.name as resource", "b.starts_at as startsAt", "b.ends_at as endsAt", "b.state", "b.title", "b.note"])
      .select(["b.people", "b.price_ore as priceOre", "b.created_at as createdAt", "b.checked_in_at as checkedInAt"])
      .where("b.person_id", "=", personId)
      .orderBy("b.starts_at")
      .orderBy("b.id")
      .execute(),
  // what is ahead is given back by its own job, told of the erasure, so that its time is decided with everybody else's
  async erase(tx, subject) {
    await tx.updateTable("bookings").set({ title: null, note: null }).where("person_id", "=", subject.personId).execute();
    for (const column of ["title", "note"] as const)
      await tx
        .updateTable("bookings")
        .set({ [column]: withoutMentions(sql.ref(column), subject) })
        .where(column, "is not", null)
        .where(mentions(sql.ref(column), subject))
        .execute();
  },
};

/** Why a booking was cancelled, refused or made past a rule, when the sentence names the person. */
const reasons: PersonalData = {
  name: "bookingReasons",
  title: {
    nb: "Begrunnelser for bookinger som nevner deg",
    nn: "Grunngjevingar for bookingar som nemner deg",
    en: "Reasons given for bookings that mention you",
  },
  fields: { text: { nb: "Tekst", nn: "Tekst", en: "Text" } },
  about: (db, subject) =>
    db
      .selectFrom("booking_changes")
      .select("reason as text")
      .where(givesAddress(sql`reason`, subject))
      .unionAll(db.selectFrom("booking_series").select("override_reason as text").where(givesAddress(sql`override_reason`, subject)))
      .execute(),
  async erase(tx, subject) {
    await tx
      .updateTable("booking_changes")
      .set({ reason: withoutMentions(sql`reason`, subject) })
      .where(mentions(sql`reason`, subject))
      .execute();
    await tx
      .updateTable("booking_series")
      .set({ override_reason: withoutMentions(sql`override_reason`, subject) })
      .where(mentions(sql`override_reason`, subject))
      .execute();
  },
};

/** What this feature holds about people. */
export const bookingData: PersonalData[] = [bookings, reasons];
