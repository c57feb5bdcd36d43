import { z } from "zod";
import type { Db } from "../../platform/database/database.ts";
import type { Installation } from "../../platform/installation.ts";
import { isLanguage, type Language, locale } from "../../platform/language/language.ts";
import { writtenDay } from "../../platform/language/written-day.ts";
import { type Addressee, type LetterLine, writeLetter } from "../../platform/mail/index.ts";
import type { Announced } from "../../platform/outbox/subscription.ts";
import { dayIn } from "../../platform/time/day.ts";
import { readersAt } from "../organizations/index.ts";
import { cancelDeadline, termsSchema } from "./agreement.ts";
import { letterTexts } from "./letter-texts.ts";
import { findPass, type PassRow } from "./queries.ts";

const facts = z.object({ passId: z.uuid(), ending: z.string().optional(), by: z.uuid().nullish(), reason: z.string().nullish() });

type Told = { subject: string; text: string };

/** Writes to those a change of a pass concerns: its holder, and the host's people when they have something to do or to know. */
export async function writePassLetter(tx: Db, announced: Announced, installation: Installation): Promise<void> {
  const { passId, ending, by, reason } = facts.parse(announced.payload);
  const pass = await findPass(tx, passId);
  const holder = pass && (await readerOf(tx, pass.person_id));
  if (!pass || !holder) return;
  const hosts = await readersAt(tx, [pass.host_id], ["host", "manager"], dayIn(installation.now(), pass.time_zone));
  const isOwnDoing = by === pass.person_id;
  const given = { topic: announced.topic, ending, reason, isOwnDoing, by: isOwnDoing ? null : await nameOf(tx, by) };
  for (const { to, told, more } of lettersOf(pass, holder, hosts, given)) {
    const key = `${announced.topic}/${announced.id}/${to.personId}`;
    await writeLetter(tx, installation, to, { key, subject: told.subject, lines: [told.text, ...more] });
  }
}

type Reader = Addressee & { personId: string };
type Draft = { to: Reader; told: Told; more: LetterLine[] };

function lettersOf(
  pass: PassRow,
  holder: Reader,
  hosts: Reader[],
  given: { topic: string; ending: string | undefined; reason: string | null | undefined; isOwnDoing: boolean; by: string | null },
): Draft[] {
  const f = (language: Language) => ({ space: pass.space_name, day: writtenDay(pass.day, language), holder: pass.holder_name });
  const t = letterTexts[holder.language];
  const own = (told: Told, ...more: LetterLine[]): Draft[] => [{ to: holder, told, more }];
  const theirs = (tell: (language: Language) => Told): Draft[] =>
    hosts.map((to) => ({
      to,
      told: tell(to.language),
      more: [{ label: letterTexts[to.language].seeDay, path: `/spaces/${pass.space_slug}/today?day=${pass.day}` }],
    }));
  const seePass = { label: t.seePass, path: `/me/passes/${pass.id}` };
  const seeDays = { label: t.seeDays, path: "/me" };
  // whoever took it for themselves saw it on the page
  const takenFor = given.by === null ? undefined : { ...f(holder.language), by: given.by, home: pass.home_name };
  switch (given.topic) {
    case "day_pass.held":
      return own(
        t.held(f(holder.language)),
        ...(takenFor ? [t.takenBy(takenFor)] : []),
        t.cancelBy(momentText(cancelDeadline(termsSchema.parse(pass.terms), pass.day, pass.time_zone), pass.time_zone, holder.language)),
        seePass,
      );
    case "day_pass.asked":
      return [...theirs((language) => letterTexts[language].asked(f(language))), ...(takenFor ? own(t.askedFor(takenFor), seePass) : [])];
    case "day_pass.waiting":
      return takenFor ? own(t.listedFor(takenFor), seePass) : [];
    case "day_pass.offered":
      return pass.offer_expires_at === null
        ? []
        : own(t.offered({ ...f(holder.language), until: momentText(pass.offer_expires_at, pass.time_zone, holder.language) }), seePass);
    case "day_pass.ended":
      return endLetters();
    default:
      return [];
  }

  function endLetters(): Draft[] {
    const facts = f(holder.language);
    switch (given.ending) {
      case "refused":
        return given.reason === "no answer"
          ? own(t.unanswered(facts), seeDays)
          : own(t.refused(facts), ...(given.reason ? [t.reason(given.reason)] : []), seeDays);
      case "membership_ended":
        return [...own(t.membershipEnded(facts), seeDays), ...theirs((language) => letterTexts[language].guestLost(f(language)))];
      case "no_show":
        return own(t.noShow(facts), seePass);
      case "offer_lapsed":
        return given.isOwnDoing ? [] : own(t.lapsed(facts), seeDays);
      case "cancelled":
        if (given.isOwnDoing) return [];
        // only a host who gives the seat to somebody else says why
        return given.reason ? own(t.givenAway(facts), t.reason(given.reason), seeDays) : own(t.cancelled(facts), seeDays);
      default:
        return [];
    }
  }
}

async function readerOf(db: Db, personId: string): Promise<Reader | undefined> {
  const row = await db
    .selectFrom("people")
    .select(["email", "locale"])
    .where("id", "=", personId)
    .where("erased_at", "is", null)
    .executeTakeFirst();
  return row && { personId, email: row.email, language: isLanguage(row.locale) ? row.locale : "nb" };
}

async function nameOf(db: Db, personId: string | null | undefined): Promise<string | null> {
  if (!personId) return null;
  const row = await db.selectFrom("people").select("name").where("id", "=", personId).executeTakeFirst();
  return row?.name ?? null;
}

function momentText(moment: Temporal.Instant, timeZone: string, language: Language): string {
  return moment
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toLocaleString(locale(language), { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
}
