import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { findOrganization } from "../../organizations/index.ts";
import { type Contact, contactOfProfile, type Place } from "../profiles/queries.ts";
import { asInvestor, asNetwork, disclosedRaise } from "../raises/disclosure.ts";
import { findRaise } from "../raises/queries.ts";
import { isSide } from "./answer.ts";
import { type Asker, askers, mayAnswer, mayEnd, type Side, sides } from "./introduction.ts";
import { findIntroduction, type IntroductionRow, introductionsOf } from "./queries.ts";

/** An introduction as one of its sides is told it. */
export interface IntroductionAnswered {
  introduction: IntroductionRow;
  /** Null while the reader is not told who it is. */
  startup: Place | null;
  /** Those of the other side, of two who are introduced. */
  contact: { startup: Contact | null; investor: Contact | null };
  mine: Asker[];
  abilities: { answer: Side[]; end: Asker[]; meet: Side[] };
}

export async function listIntroductions(
  { db, now }: Installation,
  actor: Actor,
  given: { network?: string | undefined; raise?: string | undefined; limit: number; after: [string, string] | undefined },
) {
  authorize(actor, true);
  const today = dayIn(now(), "Europe/Oslo");
  const network = given.network === undefined ? undefined : found(await findOrganization(db, actor, given.network, today)).id;
  const rows = await introductionsOf(db, actor, { network, raiseId: given.raise, limit: given.limit, after: given.after });
  const told: IntroductionAnswered[] = [];
  for (const row of rows) told.push(await toldTo(db, actor, row, today));
  return told;
}

/** @throws Refusal not_here */
export async function readIntroduction({ db, now }: Installation, actor: Actor, id: string): Promise<IntroductionAnswered> {
  const known = await findIntroduction(db, id);
  authorize(actor, known !== undefined && askers.some((side) => isSide(actor, known, side)));
  return await toldTo(db, actor, found(known), dayIn(now(), "Europe/Oslo"));
}

async function toldTo(db: Db, actor: Actor, introduction: IntroductionRow, today: string): Promise<IntroductionAnswered> {
  const mine = askers.filter((side) => isSide(actor, introduction, side));
  const seen = mine.includes("investor") ? await disclosedRaise(db, asInvestor(introduction.profileId), introduction.raiseId) : undefined;
  const staffSeen = mine.includes("network")
    ? await disclosedRaise(db, asNetwork(introduction.networkId), introduction.raiseId)
    : undefined;
  const own = mine.includes("startup") ? await findRaise(db, introduction.raiseId) : undefined;
  const isIntroduced = introduction.state === "introduced";
  const startup = own?.organization ?? seen?.names?.organization ?? staffSeen?.names?.organization ?? null;
  return {
    introduction: startup ? introduction : withoutOthersWords(introduction, mine),
    startup,
    contact: {
      startup: seen?.contact ? { name: seen.contact.name, email: seen.contact.email, phone: seen.contact.phone } : null,
      investor: own && isIntroduced && !introduction.profileEnded ? await contactOfProfile(db, introduction.profileId) : null,
    },
    mine,
    abilities: {
      answer: sides.filter((side) => mine.includes(side) && mayAnswer(introduction, side, today)),
      end: mine.filter((side) => mayEnd(introduction, side)),
      meet: sides.filter((side) => mine.includes(side) && isIntroduced),
    },
  };
}

// what others wrote may say who the startup is
function withoutOthersWords(introduction: IntroductionRow, mine: readonly Asker[]): IntroductionRow {
  const { note, askedBySide, meetings } = introduction;
  return {
    ...introduction,
    note: mine.includes(askedBySide) ? note : null,
    meetings: meetings.map((meeting) => (mine.includes(meeting.side) ? meeting : { ...meeting, note: null })),
  };
}
