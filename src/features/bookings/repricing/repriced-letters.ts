import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { catalogue, type Language } from "../../../platform/language/language.ts";
import { writtenMoment } from "../../../platform/language/written-moment.ts";
import { writtenMoney } from "../../../platform/language/written-money.ts";
import { writeLetter } from "../../../platform/mail/index.ts";
import { readersAmong } from "../../organizations/index.ts";
import { type Repriced, repricedAt } from "./queries.ts";

type Line = { resource: string; when: string; price: string; before: string };

const texts = catalogue({
  nb: {
    subject: (space: string) => `Bookingene dine hos ${space} har fått ny pris`,
    why: (space: string) =>
      `Planen som dekket dem hos ${space}, er endret, satt på pause eller slutt. Tidene er fortsatt dine. Du betaler først når de er over.`,
    line: (f: Line) => `${f.resource} ${f.when}: ${f.price} (før ${f.before}).`,
    nothing: "inkludert",
    cancel: "Trenger du dem ikke, gi dem tilbake i tide. Da betaler du ingenting.",
    see: "Se bookingene dine",
  },
  nn: {
    subject: (space: string) => `Bookingane dine hos ${space} har fått ny pris`,
    why: (space: string) =>
      `Planen som dekte dei hos ${space}, er endra, sett på pause eller slutt. Tidene er framleis dine. Du betaler først når dei er over.`,
    line: (f: Line) => `${f.resource} ${f.when}: ${f.price} (før ${f.before}).`,
    nothing: "inkludert",
    cancel: "Treng du dei ikkje, gi dei tilbake i tide. Då betaler du ingenting.",
    see: "Sjå bookingane dine",
  },
  en: {
    subject: (space: string) => `Your bookings at ${space} have a new price`,
    why: (space: string) =>
      `The plan that covered them at ${space} has changed, is paused or has ended. The times are still yours. You pay only when they are over.`,
    line: (f: Line) => `${f.resource} on ${f.when}: ${f.price} (before: ${f.before}).`,
    nothing: "included",
    cancel: "If you do not need them, give them back in time. Then you pay nothing.",
    see: "See your bookings",
  },
});

type Cause = { spaceId: string; at: Temporal.Instant; causeId: string };

/** One letter to each, with all of their bookings that cost something else than before. */
export async function writeRepricedLetters(tx: Db, installation: Installation, { spaceId, at, causeId }: Cause): Promise<void> {
  const theirs = Map.groupBy(await repricedAt(tx, spaceId, at), ({ person_id }) => person_id);
  for (const reader of await readersAmong(tx, [...theirs.keys()])) {
    const bookings = theirs.get(reader.personId) ?? [];
    const space = bookings[0]?.space_name ?? "";
    const text = texts[reader.language];
    await writeLetter(tx, installation, reader, {
      key: `bookings.repriced/${causeId}/${reader.personId}`,
      subject: text.subject(space),
      lines: [
        text.why(space),
        ...bookings.map((booking) => text.line(lineOf(booking, reader.language))),
        text.cancel,
        { label: text.see, path: "/me/bookings" },
      ],
    });
  }
}

function lineOf({ resource_name, starts_at, time_zone, price_ore, price_ore_before }: Repriced, language: Language): Line {
  const price = (ore: number) => (ore === 0 ? texts[language].nothing : writtenMoney(ore, language));
  return {
    resource: resource_name,
    when: writtenMoment(starts_at, time_zone, language),
    price: price(price_ore),
    before: price(price_ore_before),
  };
}
