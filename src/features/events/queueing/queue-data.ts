import { sql } from "kysely";
import type { Texts } from "../../../platform/database/schema.ts";
import type { PersonalData } from "../../../platform/privacy/personal-data.ts";
import { titleIn } from "../event.ts";

/** Which queues somebody has stood in. */
export const queueData: PersonalData = {
  name: "event_queues",
  title: { nb: "Køer", nn: "Køar", en: "Queues" },
  fields: {
    event: { nb: "Arrangement", nn: "Arrangement", en: "Event" },
    arrivedAt: { nb: "Kom", nn: "Kom", en: "Arrived" },
    letInAt: { nb: "Slapp inn", nn: "Slapp inn", en: "Let in" },
  },
  async about(db, { personId }) {
    const rows = await db
      .selectFrom("event_queue as q")
      .innerJoin("events as e", "e.id", "q.event_id")
      .select([sql<Texts>`e.titles`.as("titles"), "q.arrived_at as arrivedAt", "q.let_in_at as letInAt"])
      .where("q.person_id", "=", personId)
      .orderBy("q.arrived_at")
      .execute();
    return rows.map(({ titles, ...row }) => ({ event: titleIn(titles, "nb"), ...row }));
  },
  async erase(tx, { personId }) {
    await tx.deleteFrom("event_queue").where("person_id", "=", personId).execute();
  },
};
