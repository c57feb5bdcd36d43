import { sql } from "kysely";
import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { writtenDay } from "../../../platform/language/written-day.ts";
import { type LetterLine, writeLetter } from "../../../platform/mail/index.ts";
import type { Announced } from "../../../platform/outbox/subscription.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { type LetterReader, readersAt } from "../../organizations/index.ts";
import { type CorrectionRow, corrections } from "./ledger-rows.ts";
import { ledgerLetterTexts } from "./letter-texts.ts";
import { quarterOf } from "./period.ts";
import { findNetwork } from "./queries.ts";

const facts = z.object({ correctionId: z.uuid(), networkId: z.uuid(), by: z.uuid().nullish() });

/**
 * Writes about a day that a side says is wrong: when asked, to the other side and to the coordinator who decides; when decided,
 * to both sides.
 */
export async function writeCorrectionLetters(tx: Db, announced: Announced, installation: Installation): Promise<void> {
  const { correctionId, networkId, by } = facts.parse(announced.payload);
  const correction = await corrections(tx).where("c.id", "=", correctionId).executeTakeFirst();
  const network = await findNetwork(tx, networkId);
  if (!correction || !network) return;
  const today = dayIn(installation.now(), "Europe/Oslo");
  const { host_id, home_id, asked_by_organization_id: askedBy } = correction;
  const isDecided = announced.topic === "ledger_correction.decided";
  const sides = [host_id, home_id].filter((id) => isDecided || id !== askedBy);
  const pages = await pagesOfSides(tx, sides);
  const managers = await readersAt(tx, sides, ["owner", "manager"], today);
  const coordinators = isDecided ? [] : await readersAt(tx, [networkId], ["coordinator"], today);
  const write = async (to: LetterReader, told: Told) => {
    if (to.personId === by) return;
    // whoever runs both sides, or coordinates and runs one, is told once
    await writeLetter(tx, installation, to, { key: `${announced.topic}/${announced.id}/${to.personId}`, ...told });
  };
  for (const to of coordinators) {
    const path = `/networks/${network.slug}/exchange?from=${quarterOf(correction.day).from}`;
    await write(
      to,
      asked(correction, to, ledgerLetterTexts[to.language].youDecide, { label: ledgerLetterTexts[to.language].answer, path }),
    );
  }
  for (const to of managers) {
    const text = ledgerLetterTexts[to.language];
    const page = pages.get(to.organizationId);
    const link = page === undefined ? [] : [{ label: text.seeDays, path: `${page}?year=${correction.day.slice(0, 4)}` }];
    await write(to, isDecided ? decided(correction, to, ...link) : asked(correction, to, text.coordinatorDecides, ...link));
  }
}

type Told = { subject: string; lines: LetterLine[] };

function asked(correction: CorrectionRow, { language }: LetterReader, ...more: LetterLine[]): Told {
  const text = ledgerLetterTexts[language];
  const told = text.asked(wordsOf(correction, language));
  return { subject: told.subject, lines: [told.text, text.theyWrite(correction.reason), ...more] };
}

function decided(correction: CorrectionRow, { language }: LetterReader, ...more: LetterLine[]): Told {
  const text = ledgerLetterTexts[language];
  const told = text[correction.accepted ? "accepted" : "rejected"](wordsOf(correction, language));
  const why = correction.decision_reason ? [text.coordinatorWrites(correction.decision_reason)] : [];
  return { subject: told.subject, lines: [told.text, ...why, ...more] };
}

function wordsOf({ day, host_name, home_name, asker_name }: CorrectionRow, language: LetterReader["language"]) {
  return { day: writtenDay(day, language), host: host_name, home: home_name, asker: asker_name };
}

/** Where those who run an organization read its side of the ledger: at its oldest space. */
async function pagesOfSides(db: Db, organizationIds: string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("spaces")
    .where("organization_id", "in", organizationIds)
    .distinctOn("organization_id")
    .select(["organization_id", "slug"])
    .orderBy("organization_id")
    .orderBy(sql`lower(during)`)
    .orderBy("id")
    .execute();
  return new Map(rows.map(({ organization_id, slug }) => [organization_id, `/spaces/${slug}/numbers`]));
}
