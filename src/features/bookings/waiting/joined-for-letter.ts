import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { catalogue } from "../../../platform/language/language.ts";
import { writtenMoment } from "../../../platform/language/written-moment.ts";
import { writeLetter } from "../../../platform/mail/index.ts";
import type { LetterReader } from "../../organizations/index.ts";
import { findWaits } from "./queries.ts";

type Facts = { resource: string; space: string; when: string; by: string };

const texts = catalogue({
  nb: {
    subject: ({ resource, when }: Facts) => `Du står på lista for ${resource} ${when}`,
    joined: ({ by, space, resource, when }: Facts) =>
      `${by} hos ${space} har satt deg på lista for ${resource} ${when}. Blir tida ledig, holdes den av til deg, og du får en e-post.`,
    see: "Se lista, eller gå av den",
  },
  nn: {
    subject: ({ resource, when }: Facts) => `Du står på lista for ${resource} ${when}`,
    joined: ({ by, space, resource, when }: Facts) =>
      `${by} hos ${space} har sett deg på lista for ${resource} ${when}. Blir tida ledig, held vi ho av til deg, og du får ein e-post.`,
    see: "Sjå lista, eller gå av henne",
  },
  en: {
    subject: ({ resource, when }: Facts) => `You are in line for ${resource} ${when}`,
    joined: ({ by, space, resource, when }: Facts) =>
      `${by} at ${space} has put you in line for ${resource} ${when}. If the time comes free it is held for you, and you get an e-mail.`,
    see: "See the list, or leave it",
  },
});

/** Tells somebody that the desk has put them in line; once, however often it is asked. */
export async function writeJoinedFor(
  tx: Db,
  installation: Installation,
  { id, reader, by }: { id: string; reader: Omit<LetterReader, "organizationId">; by: string },
): Promise<void> {
  const [wait] = await findWaits(tx, { id });
  if (!wait) return;
  const when = writtenMoment(wait.wanted_from, wait.time_zone, reader.language);
  const facts = { resource: wait.resource_name, space: wait.space_name, when, by };
  const text = texts[reader.language];
  await writeLetter(tx, installation, reader, {
    key: `booking_wait.join/${id}`,
    subject: text.subject(facts),
    lines: [text.joined(facts), { label: text.see, path: "/me/bookings" }],
  });
}
