import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { type Language, locale } from "../../../platform/language/language.ts";
import { writtenMoney } from "../../../platform/language/written-money.ts";
import { writeLetter } from "../../../platform/mail/index.ts";
import type { Announced } from "../../../platform/outbox/subscription.ts";
import { addDays, dayIn } from "../../../platform/time/day.ts";
import { readersAt } from "../../organizations/index.ts";
import { ledgerLetterTexts } from "./letter-texts.ts";
import type { Period } from "./period.ts";
import { findNetwork } from "./queries.ts";

const facts = z.object({ settlementId: z.uuid(), networkId: z.uuid(), from: z.string(), to: z.string(), by: z.uuid().nullish() });

/** Writes to those who run each side of a settlement: what it gave and received, and what it pays or is paid. */
export async function writeSettlementLetters(tx: Db, announced: Announced, installation: Installation): Promise<void> {
  const { settlementId, networkId, by, ...period } = facts.parse(announced.payload);
  const network = await findNetwork(tx, networkId);
  const sides = await sidesOf(tx, settlementId);
  if (!network) return;
  const readers = await readersAt(tx, [...sides.keys()], ["owner", "manager"], dayIn(installation.now(), "Europe/Oslo"));
  for (const to of readers) {
    const side = sides.get(to.organizationId);
    if (!side || to.personId === by) continue;
    const text = ledgerLetterTexts[to.language];
    await writeLetter(tx, installation, to, {
      key: `${announced.topic}/${announced.id}/${to.organizationId}/${to.personId}`,
      subject: text.closed(writtenPeriod(period, to.language)),
      lines: [
        text.position(side),
        ...moneyLines(side, to.language),
        { label: text.seeSettlement, path: `/networks/${network.slug}/exchange/settlements/${settlementId}` },
      ],
    });
  }
}

interface Side {
  organization: string;
  given: number;
  received: number;
  amountOre: number;
  pays: { other: string; amountOre: number }[];
  receives: { other: string; amountOre: number }[];
}

async function sidesOf(db: Db, settlementId: string): Promise<Map<string, Side>> {
  const positions = await db
    .selectFrom("settlement_positions as p")
    .innerJoin("organizations as o", "o.id", "p.organization_id")
    .where("p.settlement_id", "=", settlementId)
    .select(["o.id", "o.name", "p.days_given", "p.days_received", "p.amount_ore"])
    .execute();
  const transfers = await db
    .selectFrom("settlement_transfers")
    .where("settlement_id", "=", settlementId)
    .selectAll()
    .orderBy("amount_ore", "desc")
    .execute();
  const names = new Map(positions.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? "";
  return new Map(
    positions.map(({ id, name, days_given, days_received, amount_ore }) => [
      id,
      {
        organization: name,
        given: days_given,
        received: days_received,
        amountOre: amount_ore,
        pays: transfers
          .filter(({ payer_id }) => payer_id === id)
          .map((transfer) => ({ other: nameOf(transfer.receiver_id), amountOre: transfer.amount_ore })),
        receives: transfers
          .filter(({ receiver_id }) => receiver_id === id)
          .map((transfer) => ({ other: nameOf(transfer.payer_id), amountOre: transfer.amount_ore })),
      },
    ]),
  );
}

function moneyLines({ amountOre, pays, receives }: Side, language: Language): string[] {
  const text = ledgerLetterTexts[language];
  const written = ({ other, amountOre: ore }: { other: string; amountOre: number }) => ({ other, amount: writtenMoney(ore, language) });
  if (amountOre === 0 && pays.length + receives.length === 0) return [text.nothingToPay];
  return [
    ...(amountOre > 0 ? [text.isOwed(writtenMoney(amountOre, language))] : []),
    ...(amountOre < 0 ? [text.owes(writtenMoney(-amountOre, language))] : []),
    ...pays.map((transfer) => text.pays(written(transfer))),
    ...receives.map((transfer) => text.receives(written(transfer))),
  ];
}

/** "1. juli–30. september 2026". */
function writtenPeriod({ from, to }: Period, language: Language): string {
  const days = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(addDays(to, -1))] as const;
  return new Intl.DateTimeFormat(locale(language), { day: "numeric", month: "long", year: "numeric" }).formatRange(...days);
}
