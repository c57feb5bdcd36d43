import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import type { Installation } from "../../../platform/installation.ts";
import type { Language } from "../../../platform/language/language.ts";
import { writtenMoment } from "../../../platform/language/written-moment.ts";
import type { LetterAttachment, LetterPart } from "../../../platform/mail/index.ts";
import { shownCode } from "../../exchange/index.ts";
import { invitationLetter } from "../inviting/write-invitations.ts";
import { jointLetter } from "../parents/joint-letter.ts";
import { eventsOfParent, findParent, type ParentRow } from "../parents/queries.ts";
import { mayRunEvent } from "../policy.ts";
import { type EventRow, findEvent, hostIdsOf, ticketTypesOf } from "../queries.ts";
import { hasSurvey } from "../survey/queries.ts";
import { composed, type EventLetter, toldEvent } from "./event-letter.ts";
import { eventLetterTexts } from "./letter-texts.ts";
import { ownLetters, ownWordsOf } from "./own-words.ts";
import { placeLetterTexts } from "./place-letter-texts.ts";
import { isOfApproval, type PreviewedLetter, previewedLetters } from "./previewed-letters.ts";
import { confirmedLetter } from "./registration-letters.ts";
import { changedLetter, followUpLetter, reminderLetter } from "./rounds.ts";

const exampleCode = "K7M4QX2R";

/**
 * Every letter about an event as it would be written now, in a language, to somebody with one place; and what was added to those one adds words to.
 * Letters it never sends are left out: of answers where everybody is welcome, of several events where it stands alone.
 */
export async function previewLetters(installation: Installation, actor: Actor, idOrSlug: string, language: Language) {
  const { db, settings } = installation;
  const known = await findEvent(db, idOrSlug);
  authorize(actor, known !== undefined && mayRunEvent(actor, hostIdsOf(known)));
  const event = found(known);
  const [own, isAsked, types] = await Promise.all([ownWordsOf(db, event.id), hasSurvey(db, event.id), ticketTypesOf(db, event.id)]);
  const [parent, beside] = event.parent
    ? await Promise.all([findParent(db, event.parent.id), eventsOfParent(db, event.parent.id)])
    : [undefined, []];
  const facts: Facts = {
    ...{ installation, event, language, parent, beside: beside.filter(({ id }) => id !== event.id) },
    costs: types.some(({ priceOre }) => priceOre > 0),
    surveyUrl: isAsked ? `${settings.url}/${language}/tickets/…/survey` : undefined,
  };
  const sent = previewedLetters.filter((about) => (about !== "joint" || parent) && (!isOfApproval(about) || event.needs_approval));
  return sent.map((about) => {
    const { subject, parts, attachments } = writtenOf(about);
    const hasPicture = ["confirmed", "named", "joint"].includes(about);
    const files = [...(hasPicture ? [`${exampleCode}.png`] : []), ...attachments.map(({ fileName }) => fileName)];
    const mayAdd = ownLetters.some((each) => each === about);
    return { about, subject, parts, files, own: mayAdd ? (own.get(about) ?? {}) : null };
  });

  function writtenOf(about: PreviewedLetter): Written {
    if (about === "invited") return { ...invitationLetter(installation, event, language), attachments: [] };
    if (about === "joint" && parent) return exampleOfJoint(facts, parent);
    // who was given a ticket is led to the event, and who registered to the registration
    const isOfTicket = about === "named" || about === "moved";
    const reader = { registrationId: "…", ticketId: isOfTicket ? "…" : null, language };
    return composed(installation, event, reader, { about, once: "", ...exampleOf(about, facts) }, own);
  }
}

type Written = { subject: string; parts: LetterPart[]; attachments: LetterAttachment[] };

interface Facts {
  installation: Installation;
  event: EventRow;
  language: Language;
  parent: ParentRow | undefined;
  beside: EventRow[];
  costs: boolean;
  surveyUrl: string | undefined;
}

type Example = Omit<EventLetter, "about" | "once">;

function exampleOf(about: PreviewedLetter, { installation, event, language, costs, surveyUrl }: Facts): Example {
  const [text, ofPlace] = [eventLetterTexts[language], placeLetterTexts[language]];
  const told = toldEvent(event, language);
  const code = shownCode(exampleCode);
  const until = (hours: number) => {
    const latest = installation.now().add({ hours });
    const at = Temporal.Instant.compare(latest, event.ends_at) > 0 ? event.ends_at : latest;
    return writtenMoment(at, event.time_zone, language);
  };
  const owed = costs ? [text.nothingOwed] : [];
  const examples: Record<Exclude<PreviewedLetter, "invited" | "joint">, () => Example> = {
    confirmed: () => confirmedLetter(event, [code], language),
    named: () => ({
      told: text.named(told),
      lines: [text.codes([code]), text.calendar, { label: ofPlace.seeTicket, url: `${installation.settings.url}/${language}/tickets/…` }],
      calendar: "kept",
    }),
    waiting: () => ({ told: text.waiting({ ...told, place: 1 }) }),
    offered: () => ({ told: text.offered({ ...told, until: until(event.offer_hours) }) }),
    offer_lapsed: () => ({ told: text.offer_lapsed(told) }),
    pending: () => ({ told: text.pending({ ...told, until: until(event.approval_hours) }) }),
    refused: () => ({ told: text.refused(told), lines: [text.reason("…")] }),
    unanswered: () => ({ told: text.unanswered(told) }),
    reminder: () => reminderLetter(event, language),
    event_changed: () => changedLetter(event, language, ""),
    moved: () => ({ told: ofPlace.moved(told), calendar: "struck" }),
    returned: () => ({ told: ofPlace.returned({ ...told, ticket: code, left: 1 }), lines: owed }),
    cancelled: () => ({ told: text.cancelled(told), lines: owed, calendar: "struck" }),
    event_cancelled: () => ({ told: text.event_cancelled(told), lines: [text.reason("…")], calendar: "struck" }),
    came: () => followUpLetter(event, language, true, surveyUrl),
    missed: () => followUpLetter(event, language, false, undefined),
  };
  return examples[about as keyof typeof examples]();
}

// a place at this one, and at the next one of its festival or series a place on the list
function exampleOfJoint({ installation, event, language, beside }: Facts, parent: ParentRow): Written {
  const [next] = beside.filter(({ status }) => status !== "cancelled");
  return jointLetter(installation, language, parent, [
    { event, state: "confirmed", codes: [exampleCode], placeInLine: null },
    ...(next ? [{ event: next, state: "waiting" as const, codes: [], placeInLine: 1 }] : []),
  ]);
}
