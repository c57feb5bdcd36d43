import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import type { Installation } from "../../../platform/installation.ts";
import type { Language } from "../../../platform/language/language.ts";
import { writtenMoment } from "../../../platform/language/written-moment.ts";
import { lastMoment, textOf } from "../call.ts";
import { mayRunCall } from "../policy.ts";
import { findCall, phasesOf } from "../queries.ts";
import { outcomes } from "../submissions/outcome.ts";
import { decisionLetter, juryLetter, receiptLetter, reminderLetter, type Written } from "./written.ts";

/** Every letter of a call, in the order they come. */
export const previewedLetters = ["reminder", "received", "received_late", "assigned", ...outcomes] as const;
export type PreviewedLetter = (typeof previewedLetters)[number];

/** The letters a call writes, as they would be written in a language; those it never sends are left out. What is not known yet is "…". */
export async function previewOfCall({ db, settings }: Installation, actor: Actor, idOrSlug: string, language: Language) {
  const known = await findCall(db, idOrSlug);
  authorize(actor, known !== undefined && mayRunCall(actor, known.organization_id));
  const call = found(known);
  const [phase] = await phasesOf(db, call.id);
  const about = { title: "…", call: textOf(call.titles, language), runner: call.organization_name };
  const moment = (at: Temporal.Instant) => writtenMoment(at, call.time_zone, language);
  const until = moment(call.closes_at);
  const own = "/me/submissions/…";
  const decided = (outcome: (typeof outcomes)[number]) => () =>
    decisionLetter(language, { ...about, outcome, reason: "…", appeal: textOf(call.texts, language) }, own);
  const letters: Record<PreviewedLetter, () => Written> = {
    reminder: () => reminderLetter(language, { ...about, until }, own),
    received: () => receiptLetter(language, { ...about, when: until, isLate: false, until }, own),
    received_late: () => receiptLetter(language, { ...about, when: moment(lastMoment(call)), isLate: true, until }, own),
    assigned: () => juryLetter(language, { ...about, phase: phase ? textOf(phase.names, language) : "", count: 2 }),
    shortlisted: decided("shortlisted"),
    awarded: decided("awarded"),
    reserve: decided("reserve"),
    declined: decided("declined"),
  };
  const sent = previewedLetters.filter((one) => (one !== "received_late" || call.grace_minutes > 0) && (one !== "assigned" || phase));
  return sent.map((one) => {
    const { subject, lines, link } = letters[one]();
    return { about: one, subject, lines, link: { label: link.label, url: `${settings.url}/${language}${link.path}` } };
  });
}
