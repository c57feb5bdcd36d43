import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { writtenDay } from "../../../platform/language/written-day.ts";
import { type LetterLine, writeLetter } from "../../../platform/mail/index.ts";
import { type Announced, type Subscription, subscription } from "../../../platform/outbox/subscription.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { readersAmong, readersAt } from "../../organizations/index.ts";
import { includedInWords } from "../pages/amounts.ts";
import { planName } from "../plan-name.ts";
import { findSubscription, type SubscriptionRow } from "../queries.ts";
import { type PlanFacts, planLetterTexts } from "./letter-texts.ts";

const told = {
  "subscription.started": "started",
  "subscription.changed": "changed",
  "subscription.paused": "paused",
  "subscription.ended": "ended",
  "subscription.person_added": "paidFor",
} as const;

const facts = z.object({
  subscriptionId: z.uuid(),
  from: z.string().optional(),
  until: z.string().nullable().optional(),
  nextId: z.uuid().optional(),
  personId: z.uuid().optional(),
});

/** Tells whoever has a plan, and the managers of a company that does, what has become of it; and somebody that a company pays for them. */
export async function writePlanLetter(tx: Db, announced: Announced, installation: Installation): Promise<void> {
  const { subscriptionId, from, until, nextId, personId } = facts.parse(announced.payload);
  const row = await findSubscription(tx, subscriptionId);
  if (!row) return;
  const kind = told[announced.topic as keyof typeof told];
  const next = nextId === undefined ? undefined : await findSubscription(tx, nextId);
  const readers =
    kind === "paidFor" ? await readersAmong(tx, personId === undefined ? [] : [personId]) : await holdersOf(tx, row, announced.happenedAt);
  for (const reader of readers) {
    const { language } = reader;
    const day = (date: string | null | undefined) => (date ? writtenDay(date, language) : "");
    await sendPlanLetter(tx, installation, reader, {
      kind,
      key: `${announced.topic}/${announced.id}/${reader.personId}`,
      facts: {
        plan: planName(row.plan_names, language),
        space: row.space_name,
        from: day(from),
        until: day(until),
        next: next ? planName(next.plan_names, language) : "",
        included: includedInWords(wordsOf(next ?? row), language),
        company: row.organization_name ?? "",
        what: "",
      },
    });
  }
}

/** Whoever a subscription is written to about: its person, or the managers of the company that pays. */
export function holdersOf(tx: Db, row: SubscriptionRow, at: Temporal.Instant) {
  return row.person_id === null
    ? readersAt(tx, row.organization_id === null ? [] : [row.organization_id], ["owner", "manager"], dayIn(at, row.time_zone))
    : readersAmong(tx, [row.person_id]);
}

type Reader = Awaited<ReturnType<typeof readersAmong>>[number];
type PlanLetterKind = Exclude<keyof typeof planLetterTexts.nb, "see">;

/** Writes one letter about a plan; the key is what stops a second. */
export async function sendPlanLetter(
  tx: Db,
  installation: Installation,
  reader: Reader,
  letter: { kind: PlanLetterKind; key: string; facts: PlanFacts },
): Promise<void> {
  const text = planLetterTexts[reader.language];
  const lines: LetterLine[] = [text[letter.kind].text(letter.facts), { label: text.see, path: "/me/allowances" }];
  await writeLetter(tx, installation, reader, { key: letter.key, subject: text[letter.kind].subject(letter.facts), lines });
}

function wordsOf(row: SubscriptionRow) {
  return {
    includedDays: row.included_days,
    includedRoomMinutes: row.included_room_minutes,
    includedMachineMinutes: row.included_machine_minutes,
  };
}

export const planSubscriptions: Subscription[] = [subscription("plans.letters", Object.keys(told), writePlanLetter)];
