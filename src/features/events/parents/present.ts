import type { Language } from "../../../platform/language/language.ts";
import { vatPercentOf, withVat } from "../../plans/index.ts";
import { presentLine } from "../present.ts";
import type { EventRow } from "../queries.ts";
import { presentQuestion } from "../questions/present.ts";
import { isInside } from "../queueing/queue.ts";
import type { readParentCounts, seeParent } from "./read-parent.ts";
import type { Part } from "./register-jointly.ts";

/** A festival or series with its events and what is left of them. */
export function presentParent(
  { parent, events, types, questions, queuePlaces, mayRun }: Awaited<ReturnType<typeof seeParent>>,
  now: Temporal.Instant,
) {
  return {
    id: parent.id,
    slug: parent.slug,
    kind: parent.kind,
    title: parent.titles,
    descriptions: parent.descriptions,
    recurrence: parent.recurrence,
    hosts: parent.hosts,
    events: events.map((event) => {
      const own = types.filter(({ eventId }) => eventId === event.id);
      const vatPercent = vatPercentOf("service", event.vat_registered);
      const place = queuePlaces.find(({ eventId, letInUntil }) => eventId === event.id && (!letInUntil || isInside({ letInUntil }, now)));
      return {
        ...presentLine(event),
        ticketTypes: own.map(({ eventId: _, ...type }) => ({
          ...type,
          priceWithVatOre: withVat(type.priceOre, vatPercent).grossOre,
          memberPriceWithVatOre: type.memberPriceOre === null ? null : withVat(type.memberPriceOre, vatPercent).grossOre,
        })),
        questions: (questions.get(event.id) ?? []).map(presentQuestion),
        answersKeptDays: event.answers_kept_days,
        hasQueue: event.has_queue,
        queuePlace: place ? { ahead: place.ahead, letInUntil: place.letInUntil?.toString() ?? null } : null,
        isOpen: event.status === "published" && Temporal.Instant.compare(event.ends_at, now) > 0 && own.length > 0,
      };
    }),
    version: parent.version,
    abilities: { run: mayRun },
  };
}

/** What became of each registration, in words where one was refused. */
export function presentParts(parts: readonly Part[], language: Language) {
  return {
    items: parts.map(({ eventId, registration, refusal }) => ({
      eventId,
      registrationId: registration?.id ?? null,
      state: registration?.state ?? null,
      quantity: registration?.quantity ?? 0,
      priceOre: registration?.priceOre ?? 0,
      refused: refusal ? { code: refusal.code, title: refusal.sentence(language) } : null,
    })),
  };
}

export function presentParentCounts({ items, ...total }: Awaited<ReturnType<typeof readParentCounts>>) {
  return { ...total, items: items.map(({ event, ...counts }) => ({ event: eventOf(event), ...counts })) };
}

function eventOf({ id, slug, titles, starts_at }: EventRow) {
  return { id, slug, title: titles, startsAt: starts_at.toString() };
}
