import { sql } from "kysely";
import { givesAddress, mentions, withoutMentions } from "../../platform/privacy/mentions.ts";
import { noName, type PersonalData } from "../../platform/privacy/personal-data.ts";
import { removeWhenCommitted } from "./remove-files.ts";

const orders: PersonalData = {
  name: "productionOrders",
  title: { nb: "Bestillinger", nn: "Bestillingar", en: "Production orders" },
  fields: {
    space: { nb: "Hus", nn: "Hus", en: "Space" },
    payer: { nb: "For hvem", nn: "For kven", en: "For whom" },
    title: { nb: "Hva", nn: "Kva", en: "What" },
    description: { nb: "Beskrivelse", nn: "Skildring", en: "Description" },
    material: { nb: "Materiale", nn: "Materiale", en: "Material" },
    state: { nb: "Tilstand", nn: "Tilstand", en: "State" },
    priceOre: { nb: "Pris i øre", nn: "Pris i øre", en: "Price in øre" },
    createdAt: { nb: "Begynt", nn: "Byrja", en: "Begun" },
  },
  kept: {
    nb: "At noe ble laget og hva det kostet, står uten navn: regnskap skal kunne vises fram i fem år.",
    nn: "At noko vart laga og kva det kosta, står utan namn: rekneskap skal kunne visast fram i fem år.",
    en: "That something was made and what it cost stays without your name: accounts must be kept for five years.",
  },
  about: (db, { personId }) =>
    db
      .selectFrom("production_orders as o")
      .innerJoin("spaces as s", "s.id", "o.space_id")
      .leftJoin("organizations as payer", "payer.id", "o.organization_id")
      .select([
        "s.name as space",
        "payer.name as payer",
        "o.title",
        "o.description",
        "o.material",
        "o.state",
        "o.quoted_ore as priceOre",
        "o.created_at as createdAt",
      ])
      .where("o.customer_id", "=", personId)
      .orderBy("o.created_at")
      .execute(),
  // what they sent and what was photographed for them leaves the disk by a job, which is tried until it is done
  async erase(tx, { personId }) {
    const theirs = tx.selectFrom("production_orders").select("id").where("customer_id", "=", personId);
    const files = await tx.deleteFrom("production_order_files").where("order_id", "in", theirs).returning("file_key").execute();
    await removeWhenCommitted(
      tx,
      files.map(({ file_key }) => file_key),
    );
    await tx.deleteFrom("production_order_messages").where("order_id", "in", theirs).execute();
    await tx
      .updateTable("production_orders")
      .set({ title: noName, description: null, photos_allowed: false })
      .where("customer_id", "=", personId)
      .execute();
  },
};

const messages: PersonalData = {
  name: "productionMessages",
  title: { nb: "Meldinger om bestillinger", nn: "Meldingar om bestillingar", en: "Messages about orders" },
  fields: {
    writtenAt: { nb: "Når", nn: "Når", en: "When" },
    text: { nb: "Tekst", nn: "Tekst", en: "Text" },
  },
  about: (db, subject) =>
    db
      .selectFrom("production_order_messages")
      .select(["written_at as writtenAt", "text"])
      .where((where) => where.or([where("written_by", "=", subject.personId), givesAddress(sql`text`, subject)]))
      .orderBy("written_at")
      .execute(),
  async erase(tx, subject) {
    await tx.updateTable("production_order_messages").set({ text: noName }).where("written_by", "=", subject.personId).execute();
    await tx
      .updateTable("production_order_messages")
      .set({ text: withoutMentions(sql`text`, subject) })
      .where(mentions(sql`text`, subject))
      .execute();
    await tx
      .updateTable("production_order_changes")
      .set({ reason: withoutMentions(sql`reason`, subject) })
      .where(mentions(sql`reason`, subject))
      .execute();
  },
};

/** What this feature holds about people. */
export const productionData: PersonalData[] = [orders, messages];
