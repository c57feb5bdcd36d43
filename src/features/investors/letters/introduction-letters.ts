import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import type { Language } from "../../../platform/language/language.ts";
import { writtenDay } from "../../../platform/language/written-day.ts";
import { type LetterLine, writeLetter } from "../../../platform/mail/index.ts";
import { type Announced, type Subscription, subscription } from "../../../platform/outbox/subscription.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { readersAt } from "../../organizations/index.ts";
import { type Asker, mayAnswer, sides } from "../introductions/introduction.ts";
import { findIntroduction, type IntroductionRow } from "../introductions/queries.ts";
import { asInvestor, asNetwork, disclosedRaise } from "../raises/disclosure.ts";
import { introductionTexts } from "./letter-texts.ts";

type Told = { subject: string; text: string; means?: string };
type About = { startup: string; investor: string; network: string; until: string; isByNetwork: boolean };

/** Who is written to about what happened, and what. */
const letters: Record<
  string,
  (introduction: IntroductionRow, today: string) => { to: Asker; say: (about: About, language: Language) => Told }[]
> = {
  "introduction.asked": (introduction, today) =>
    sides
      .filter((side) => mayAnswer(introduction, side, today))
      .map((side) => ({ to: side, say: (about, language) => introductionTexts[language].asked[side](about) })),
  "introduction.made": () => sides.map((side) => ({ to: side, say: (about, language) => introductionTexts[language].made[side](about) })),
  "introduction.declined": ({ askedBySide, declinedBySide }) => {
    if (askedBySide === declinedBySide) return [];
    return [{ to: askedBySide, say: (about, language) => introductionTexts[language].declined[askedBySide](about) }];
  },
  "introduction.expired": ({ askedBySide }) => [
    { to: askedBySide, say: (about, language) => introductionTexts[language].expired[askedBySide](about) },
  ],
};

async function writeLetters(tx: Db, announced: Announced, installation: Installation): Promise<void> {
  const { introductionId } = z.object({ introductionId: z.uuid() }).parse(announced.payload);
  const introduction = await findIntroduction(tx, introductionId);
  if (!introduction) return;
  const today = dayIn(installation.now(), "Europe/Oslo");
  for (const { to, say } of letters[announced.topic]?.(introduction, today) ?? []) {
    const names = await namesFor(tx, introduction, to);
    for (const reader of await readersAt(tx, [organizationOf(introduction, to)], rolesOf[to], today)) {
      const text = introductionTexts[reader.language];
      const until = writtenDay(introduction.expiresOn, reader.language);
      const isByNetwork = introduction.askedBySide === "network";
      const {
        subject,
        text: told,
        means,
      } = say({ ...names, startup: names.startup ?? text.aStartup, until, isByNetwork }, reader.language);
      const link: LetterLine = { label: text.seeIntroduction, path: `/introductions/${introductionId}` };
      await writeLetter(tx, installation, reader, {
        key: `${announced.topic}/${announced.id}/${reader.personId}`,
        subject,
        lines: [told, ...(means === undefined ? [] : [means]), link],
      });
    }
  }
}

const rolesOf = {
  startup: ["owner", "manager"],
  investor: ["owner", "manager"],
  network: ["manager", "coordinator"],
} as const;

function organizationOf({ startupId, investor, networkId }: IntroductionRow, side: Asker): string {
  return { startup: startupId, investor: investor.id, network: networkId }[side];
}

// a letter names a startup to those alone who may see its name as it is written
async function namesFor(tx: Db, introduction: IntroductionRow, side: Asker) {
  const { raiseId, networkId, profileId, investor } = introduction;
  const [asSeen, whole] = await Promise.all([
    side === "investor" ? disclosedRaise(tx, asInvestor(profileId), raiseId) : undefined,
    disclosedRaise(tx, asNetwork(networkId), raiseId),
  ]);
  const seen = side === "investor" ? asSeen : whole;
  return { startup: seen?.names?.organization.name, investor: investor.name, network: whole?.network.name ?? "" };
}

export const investorSubscriptions: Subscription[] = [subscription("investors.letters", Object.keys(letters), writeLetters)];
