import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { isLanguage } from "../../../platform/language/language.ts";
import { writtenMoment } from "../../../platform/language/written-moment.ts";
import { type LetterAttachment, sendLetter } from "../../../platform/mail/index.ts";
import { writeCalendar } from "../../bookings/index.ts";
import { codePng, shownCode } from "../../exchange/index.ts";
import { findSpace, textIn } from "../../spaces/index.ts";
import { type VisitRow, visitorTermsOf } from "../queries.ts";
import { visitLetterTexts } from "./letter-texts.ts";

type What = "invited" | "changed" | "cancelled";

/** Writes to a visitor who has an address: when, where, whom, how to get in, the code, and the time for their calendar. */
export async function writeToVisitor(tx: Db, installation: Installation, visit: VisitRow, what: What, tellingId: string): Promise<void> {
  const space = await findSpace(tx, visit.space_id);
  if (visit.email === null || !space) return;
  const language = isLanguage(visit.language) ? visit.language : "nb";
  const text = visitLetterTexts[language];
  const visited = visit.visited_name ?? text.someone;
  const facts = { visited, space: visit.space_name, when: writtenMoment(visit.expected_at, visit.time_zone, language) };
  const address = [space.address, [space.postcode, space.town].filter(Boolean).join(" ")].filter(Boolean).join(", ");
  const arrival = textIn(space.arrival, language)?.text ?? "";
  const { kept_days: keptDays } = await visitorTermsOf(tx, visit.space_id);
  const isOff = what === "cancelled";
  const subject = text[`${what}Subject`](facts);
  const body = isOff
    ? []
    : [
        ...(address ? [text.address(address)] : []),
        ...(visit.room ? [text.room(visit.room)] : []),
        ...arrival.split(/\n+/).filter((paragraph) => paragraph.trim() !== ""),
        text.code(shownCode(visit.code)),
        text.kept(keptDays),
      ];
  await sendLetter(tx, {
    // the id second: so it is found again when the visitor is forgotten
    key: `visit.${what}/${visit.id}/${tellingId}`,
    to: visit.email,
    language,
    subject,
    parts: [text[what](facts), ...body],
    attachments: [
      calendarOf(visit, { subject, address, isOff, url: installation.settings.url, at: installation.now() }),
      ...(isOff ? [] : [await codeOf(visit)]),
    ],
    from: installation.settings.name,
    at: installation.now(),
  });
}

type Shown = { subject: string; address: string; isOff: boolean; url: string; at: Temporal.Instant };

function calendarOf(visit: VisitRow, { subject, address, isOff, url, at }: Shown): LetterAttachment {
  const event = {
    uid: `${visit.id}@${new URL(url).hostname}`,
    sequence: visit.version,
    changedAt: at,
    startsAt: visit.expected_at,
    endsAt: visit.booking_ends_at ?? visit.expected_at.add({ hours: 1 }),
    summary: subject,
    location: [visit.space_name, address].filter(Boolean).join(", "),
    isTentative: false,
    isCancelled: isOff,
  };
  return { fileName: "visit.ics", contentType: "text/calendar; charset=utf-8", content: base64(writeCalendar(visit.space_name, [event])) };
}

async function codeOf(visit: VisitRow): Promise<LetterAttachment> {
  return { fileName: `${visit.code}.png`, contentType: "image/png", content: base64(await codePng(visit.code)) };
}

function base64(content: string | Uint8Array): string {
  return Buffer.from(content).toString("base64");
}
