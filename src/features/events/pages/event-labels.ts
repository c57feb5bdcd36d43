import { labelsInEach } from "../../../interface/labels.ts";
import type { Language } from "../../../platform/language/language.ts";
import { editEventWords } from "./edit-event-words.ts";
import { newEventWords } from "./new-event-words.ts";

/** What the fields of an event are called, in its form and in the list of what is wrong. */
export function eventLabels(language: Language) {
  const text = newEventWords[language];
  const { day, from, to, lastDay, space, place, country, onlineUrl, coHosts, audience, audienceOrganizations } = text;
  return {
    ...labelsInEach("title", text.name),
    ...labelsInEach("about", text.about),
    ...{ day, from, to, lastDay, space, place, country, onlineUrl, coHosts, audience, audienceOrganizations },
    ...{ languages: text.languages, themes: text.themes },
  };
}

/** On what terms one comes. */
export function termsLabels(language: Language) {
  const { freeCancelDays, lateCancelPercent, needsApproval, approvalHours, hasQueue } = newEventWords[language];
  return { freeCancelDays, lateCancelPercent, needsApproval, approvalHours, hasQueue };
}

/** Of an event that is there also what the change is for, the sizes of its quotas, and why it is called off. */
export function changeLabels(quotas: readonly { name: string }[], language: Language): Record<string, string> {
  const { scope, sizeOf, reason } = editEventWords[language];
  const sizes = quotas.map(({ name }, index) => [`size-${index + 1}`, sizeOf({ quota: name })]);
  return { scope, ...eventLabels(language), ...Object.fromEntries(sizes), ...termsLabels(language), reason };
}

/** Of one kind of ticket. */
export function ticketTypeLabels(language: Language) {
  const { typeName: type, typeQuota: of, price, opens, closes, memberPrice, code, most } = newEventWords[language];
  return { type, of, price, opens, closes, memberPrice, code, most };
}

/** Of the rows of quotas and kinds of tickets, each with its number. */
export function rowLabels(quotas: readonly string[], types: readonly string[], language: Language): Record<string, string> {
  const text = newEventWords[language];
  const ofType = Object.entries(ticketTypeLabels(language));
  return Object.fromEntries([
    ...quotas.flatMap((number) => [
      [`quota-${number}`, text.quota({ number })],
      [`size-${number}`, text.quotaSize({ number })],
    ]),
    ...types.flatMap((number) => ofType.map(([field, label]) => [`${field}-${number}`, `${text.type({ number })}, ${label}`])),
  ]);
}
