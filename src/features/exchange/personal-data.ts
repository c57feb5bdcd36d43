import { sql } from "kysely";
import { givesAddress, mentions, withoutMentions } from "../../platform/privacy/mentions.ts";
import { noName, type PersonalData } from "../../platform/privacy/personal-data.ts";

const passes: PersonalData = {
  name: "dayPasses",
  title: { nb: "Pass", nn: "Pass", en: "Day passes" },
  fields: {
    space: { nb: "Hus", nn: "Hus", en: "Space" },
    day: { nb: "Dag", nn: "Dag", en: "Day" },
    state: { nb: "Tilstand", nn: "Tilstand", en: "State" },
    message: { nb: "Beskjed til verten", nn: "Melding til verten", en: "Message to the host" },
    claimedAt: { nb: "Tatt", nn: "Teke", en: "Claimed" },
    checkedInAt: { nb: "Sjekket inn", nn: "Sjekka inn", en: "Checked in" },
  },
  kept: {
    nb: "Dager du har vært gjest, står uten navn i hovedboka: husene gjør opp etter den, og regnskap skal kunne vises fram i fem år.",
    nn: "Dagar du har vore gjest, står utan namn i hovudboka: husa gjer opp etter ho, og rekneskap skal kunne visast fram i fem år.",
    en: "Days you have been a guest stay without your name in the ledger: the houses settle by it, and accounts must be kept for five years.",
  },
  about: (db, { personId }) =>
    db
      .selectFrom("day_passes")
      .innerJoin("spaces", "spaces.id", "day_passes.space_id")
      .select(["spaces.name as space", "day_passes.day", "day_passes.state", "day_passes.message"])
      .select(["day_passes.claimed_at as claimedAt", "day_passes.checked_in_at as checkedInAt"])
      .where("day_passes.person_id", "=", personId)
      .orderBy("day_passes.day")
      .execute(),
  async erase(tx, subject) {
    await tx.updateTable("day_passes").set({ holder_name: noName, message: null }).where("person_id", "=", subject.personId).execute();
    await tx
      .updateTable("day_passes")
      .set({ message: withoutMentions(sql`message`, subject) })
      .where("message", "is not", null)
      .where(mentions(sql`message`, subject))
      .execute();
    await tx.deleteFrom("proof_codes").where("email", "=", subject.email).execute();
    // what was written to hosts and homes gives the guest's name and initial, and to a guest the name of who took the day for them
    const announced = sql`select id::text from outbox where topic like 'day\\_pass.%' and ${subject.personId} in (payload ->> 'personId', payload ->> 'by')`;
    await tx.deleteFrom("letters").where(sql<boolean>`split_part(letter_key, '/', 2) in (${announced})`).execute();
  },
};

/** Why something ended, was undone or corrected, when the sentence names the person. */
const reasons: PersonalData = {
  name: "reasons",
  title: { nb: "Begrunnelser som nevner deg", nn: "Grunngjevingar som nemner deg", en: "Reasons that mention you" },
  fields: { text: { nb: "Tekst", nn: "Tekst", en: "Text" } },
  async about(db, subject) {
    const said = givesAddress(sql`reason`, subject);
    const [endings, scans, corrections] = await Promise.all([
      db.selectFrom("day_pass_endings").select("reason as text").where(said).execute(),
      db.selectFrom("scans").select("reason as text").where(said).execute(),
      db.selectFrom("ledger_corrections").select("reason as text").where(said).execute(),
    ]);
    return [...endings, ...scans, ...corrections];
  },
  async erase(tx, subject) {
    const said = mentions(sql`reason`, subject);
    const without = { reason: withoutMentions(sql`reason`, subject) };
    await tx.updateTable("day_pass_endings").set(without).where(said).execute();
    await tx.updateTable("scans").set(without).where(said).execute();
    await tx.updateTable("ledger_transactions").set(without).where(said).execute();
    await tx.updateTable("ledger_corrections").set(without).where(said).execute();
    await tx
      .updateTable("ledger_corrections")
      .set({ decision_reason: withoutMentions(sql`decision_reason`, subject) })
      .where(mentions(sql`decision_reason`, subject))
      .execute();
  },
};

/** What this feature holds about people. */
export const exchangeData: PersonalData[] = [passes, reasons];
