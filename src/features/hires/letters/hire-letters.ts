import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import type { Language } from "../../../platform/language/language.ts";
import { writtenMoment } from "../../../platform/language/written-moment.ts";
import { writtenMoney } from "../../../platform/language/written-money.ts";
import { type Addressee, writeLetter } from "../../../platform/mail/index.ts";
import { type Announced, type Subscription, subscription } from "../../../platform/outbox/subscription.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { readersAt } from "../../organizations/index.ts";
import { freeUntilOf } from "../cancellation.ts";
import type { HireState } from "../hire.ts";
import { secretOf } from "../hire-link.ts";
import { totalOf } from "../price.ts";
import { findHire, type HireParts, type HireRow, partsOf } from "../queries.ts";
import { hireLetterTexts } from "./letter-texts.ts";

const facts = z.object({
  hireId: z.uuid(),
  side: z.enum(["hirer", "house", "clock"]),
  reason: z.string().optional(),
  messageId: z.uuid().optional(),
  movedFrom: z.string().optional(),
  isWished: z.boolean().default(false),
});

type Reader = Addressee & { key: string; side: "toHirer" | "toHouse"; path: string };

/** Tells each side what the other did, and both what time did. Whoever sends or accepts gets a receipt. */
async function writeHireLetter(tx: Db, announced: Announced, installation: Installation): Promise<void> {
  const { hireId, side, reason, messageId, movedFrom, isWished } = facts.parse(announced.payload);
  const row = await findHire(tx, hireId);
  if (!row) return;
  const parts = await partsOf(tx, row);
  const what = announced.topic.slice("hire.".length) as HireState | "message" | "moved";
  const message = parts.messages.find(({ id }) => id === messageId);
  const isReceipt = what === "asked" || what === "accepted";
  const readers = [
    ...(side !== "hirer" || isReceipt ? hirerOf(row, installation) : []),
    ...(side !== "house" ? await managersOf(tx, row, installation) : []),
  ];
  for (const reader of readers) {
    const text = hireLetterTexts[reader.language];
    const told = text[reader.side][what];
    // a quote taken back is told by the next one
    if (!told || (what === "asked" && side === "house")) continue;
    const before = movedFrom === undefined ? "" : writtenMoment(Temporal.Instant.from(movedFrom), row.time_zone, reader.language);
    const f = { ...factsOf(row, parts, reader.language), before };
    await writeLetter(tx, installation, reader, {
      key: `${announced.topic}/${announced.id}/${reader.key}`,
      subject: told.subject(f),
      lines: [
        told.text(f),
        ...(what === "moved"
          ? [text.movedConditions, ...(isWished ? [] : [text.mayCancel({ until: freeUntilIn(row, parts, reader.language) })])]
          : []),
        ...(message ? [text.wrote(message.text)] : []),
        ...(reason === undefined ? [] : [text.reason(reason)]),
        { label: text.see, path: reader.path },
      ],
    });
  }
}

function hirerOf({ id, email, locale }: HireRow, { settings }: Installation): Reader[] {
  return email === null ? [] : [{ email, language: locale, key: "hirer", side: "toHirer", path: `/hires/${secretOf(settings, id)}` }];
}

async function managersOf(tx: Db, row: HireRow, { now }: Installation): Promise<Reader[]> {
  const readers = await readersAt(tx, [row.host_id], ["manager", "owner"], dayIn(now(), row.time_zone));
  const path = `/spaces/${row.space_slug}/hires/${row.id}`;
  return readers.map(({ email, language, personId }) => ({ email, language, key: personId, side: "toHouse", path }));
}

function freeUntilIn(row: HireRow, { terms }: HireParts, language: Language): string {
  const conditions = { freeDays: terms?.free_days ?? 0, feePercent: terms?.fee_percent ?? 0 };
  return writtenMoment(freeUntilOf(row, conditions), row.time_zone, language);
}

function factsOf(row: HireRow, { rooms, lines }: HireParts, language: Language) {
  return {
    space: row.space_name,
    purpose: row.purpose,
    who: row.organization_name ?? row.contact_name,
    rooms: new Intl.ListFormat(language).format(rooms.map(({ name }) => name)),
    when: writtenMoment(row.starts_at, row.time_zone, language),
    until: row.quoted_until ? writtenMoment(row.quoted_until, row.time_zone, language) : "",
    sum: writtenMoney(totalOf(lines).sumOre, language),
  };
}

/** What people are written to about hires. */
export const hireSubscriptions: Subscription[] = [subscription("hires.letters", ["hire.*"], writeHireLetter)];
