import { newPassCode } from "../../src/features/exchange/day-pass.ts";
import { vatPercentOf } from "../../src/features/plans/index.ts";
import type { Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { timeZone } from "./calendar.ts";
import { chance } from "./chance.ts";
import { insertMany } from "./insert-all.ts";
import type { Network } from "./network.ts";
import { offerHours, type Planned } from "./place-events.ts";
import type { Entry } from "./plan-entries.ts";

type Asked = Planned["questions"][number];

// nobody has asked the register about houses that are made up
const isVatRegistered = null;

/** Registrations with their tickets, what those who come have answered, and what they owe. */
export async function insertEntries(tx: Tx, entries: Entry[], network: Network, now: Temporal.Instant): Promise<void> {
  const priced = entries.map((entry) => ({ ...entry, priceOre: priceOf(entry, network) }));
  const until = now.add({ hours: offerHours - 3 });
  await insertMany(
    tx,
    "registrations",
    priced.map(({ placed, id, type, quantity, state, person, organizationId, priceOre, at }) => ({
      event_id: placed.eventId,
      id,
      ticket_type_id: placed.types.get(type.name) ?? "",
      other_type_ids: [],
      quantity,
      accepts_fewer: quantity > 1 && state === "waiting",
      state,
      person_id: person.id,
      organization_id: organizationId,
      price_ore: priceOre,
      registered_at: at,
      registered_by: person.id,
      held_until: state === "held" ? until : null,
      offered_at: state === "held" ? now.subtract({ hours: 3 }) : null,
      confirmed_at: state === "confirmed" ? at : null,
    })),
  );
  const confirmed = priced.filter(({ state }) => state === "confirmed");
  await insertMany(
    tx,
    "tickets",
    priced
      .filter(({ state }) => state !== "waiting")
      .flatMap(({ placed, id, type, quantity, person, organizationId }) =>
        Array.from({ length: quantity }, (_, place) => ({
          event_id: placed.eventId,
          id: newId(),
          registration_id: id,
          ticket_type_id: placed.types.get(type.name) ?? "",
          holder_name: organizationId === null && place === 0 ? person.name : null,
          code: newPassCode(),
          is_cancelled: false,
        })),
      ),
  );
  await insertMany(tx, "registration_answers", confirmed.flatMap(answersOf));
  await insertMany(
    tx,
    "event_charges",
    confirmed
      .filter(({ priceOre }) => priceOre > 0)
      .map(({ placed, id, person, organizationId, priceOre, at }) => ({
        event_id: placed.eventId,
        id: newId(),
        registration_id: id,
        kind: "registration",
        owed_to: placed.leads,
        person_id: organizationId === null ? person.id : null,
        organization_id: organizationId,
        amount_ore: priceOre,
        seller_is_vat_registered: isVatRegistered,
        vat_percent: vatPercentOf("service", isVatRegistered),
        day: placed.startsAt.toZonedDateTimeISO(timeZone).toPlainDate().toString(),
        written_at: at,
        written_by: person.id,
      })),
  );
}

const notTolerated = ["Nøtter", "Skalldyr", "Laktose", "Gluten"];

/** What somebody answered: what is required always, what they do not tolerate seldom. */
function answersOf({ placed, id, person, at }: Entry) {
  const dice = chance(`${placed.planned.slug} ${person.name}`);
  return placed.planned.questions.flatMap((question) => {
    const value = answerTo(question, dice);
    const answered = { registration_id: id, about_id: id, question_id: placed.questions.get(question.key) ?? "" };
    return value === null
      ? []
      : [{ event_id: placed.eventId, ...answered, value: value as never, answered_at: at, answered_by: person.id }];
  });
}

function answerTo({ kind, options, isRequired }: Asked, dice: ReturnType<typeof chance>): string | true | null {
  if (!isRequired && dice.below(100) >= (kind === "text" ? 6 : 70)) return null;
  if (kind === "consent") return true;
  const answers = kind === "text" ? notTolerated : options;
  return answers[dice.below(answers.length)] ?? null;
}

// a member of any of those who hold it pays what members pay
function priceOf({ type, placed, person, organizationId, quantity, at }: Entry, network: Network): number {
  const day = at.toZonedDateTimeISO(timeZone).toPlainDate().toString();
  const hosts = placed.planned.hosts.flatMap((slug) => network.organizations.get(slug) ?? []);
  const isMember = hosts.some((host) => network.isMember(host, organizationId ?? person.id, day));
  return (isMember ? (type.memberKroner ?? type.kroner) : type.kroner) * 100 * quantity;
}
