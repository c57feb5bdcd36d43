import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Installation } from "../../platform/installation.ts";
import { catalogue } from "../../platform/language/language.ts";
import { writeLetter } from "../../platform/mail/index.ts";
import { type Day, dayIn } from "../../platform/time/day.ts";
import { firstFreshDay, type LetterReader, readersAt, staleOrganizations } from "../organizations/index.ts";

/** Something whose contact data nobody has confirmed for long, one who may confirm it, and where. */
interface Stale {
  kind: "organization" | "space";
  name: string;
  path: string;
  reader: LetterReader;
}

/**
 * Asks those who run organizations and spaces whether the contact data still hold: one letter to a person with all that is stale,
 * and at most one in a quarter of a year.
 */
export async function askAboutContacts(installation: Installation): Promise<void> {
  const { db, now } = installation;
  const today = dayIn(now(), "Europe/Oslo");
  const organizations = (await staleOrganizations(db, today)).map(({ slug, name, reader }): Stale => {
    return { kind: "organization", name, path: `/organizations/${slug}`, reader };
  });
  const byPerson = Map.groupBy([...organizations, ...(await staleSpaces(db, today))], ({ reader }) => reader.personId);
  for (const [personId, stale] of byPerson) {
    const [first] = stale;
    if (!first) continue;
    const text = words[first.reader.language];
    const letter = {
      key: `contact.stale/${quarterOf(today)}/${personId}`,
      subject: stale.length === 1 ? text.subject(first.name) : text.subjectOfMany(stale.length),
      lines: [
        text.why,
        ...stale.slice(0, mostListed).map(({ kind, name, path }) => ({ label: text[kind](name), path })),
        ...(stale.length > mostListed ? [text.more(stale.length - mostListed)] : []),
      ],
    };
    await db.transaction().execute((tx) => writeLetter(tx, installation, first.reader, letter));
  }
}

const mostListed = 12;

async function staleSpaces(db: Db, today: Day): Promise<Stale[]> {
  const spaces = await db
    .selectFrom("spaces")
    .select(["slug", "name", "organization_id"])
    .where((where) => where.or([where("contact_email", "is not", null), where("contact_phone", "is not", null)]))
    .where((where) => where.or([where("contact_confirmed_on", "is", null), where("contact_confirmed_on", "<", firstFreshDay(today))]))
    .where(sql<boolean>`during @> ${today}::date`)
    .orderBy(sql`name collate norwegian`)
    .orderBy("id")
    .execute();
  const readers = await readersAt(db, [...new Set(spaces.map(({ organization_id }) => organization_id))], ["owner", "manager"], today);
  const byPlace = Map.groupBy(readers, ({ organizationId }) => organizationId);
  return spaces.flatMap(({ slug, name, organization_id }) =>
    (byPlace.get(organization_id) ?? []).map(
      (reader): Stale => ({ kind: "space", name, path: `/spaces/${slug}/settings#contact`, reader }),
    ),
  );
}

/** "2026-Q4". */
function quarterOf(day: Day): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

const words = catalogue({
  nb: {
    subject: (name: string) => `Stemmer kontakten for ${name}?`,
    subjectOfMany: (count: number) => `Stemmer kontakten for ${count} steder?`,
    why: "Ingen har bekreftet den det siste halvåret. Gjester og nettverket bruker den. Se på den, og bekreft eller rett.",
    organization: (name: string) => `Kontakten for ${name}`,
    space: (name: string) => `Kontakten for huset ${name}`,
    more: (count: number) => `Det gjelder ${count} til. De kommer i neste brev, så lenge de ikke er bekreftet.`,
  },
  nn: {
    subject: (name: string) => `Stemmer kontakten for ${name}?`,
    subjectOfMany: (count: number) => `Stemmer kontakten for ${count} stader?`,
    why: "Ingen har stadfesta han det siste halvåret. Gjester og nettverket brukar han. Sjå på han, og stadfest eller rett.",
    organization: (name: string) => `Kontakten for ${name}`,
    space: (name: string) => `Kontakten for huset ${name}`,
    more: (count: number) => `Det gjeld ${count} til. Dei kjem i neste brev, så lenge dei ikkje er stadfesta.`,
  },
  en: {
    subject: (name: string) => `Is the contact of ${name} right?`,
    subjectOfMany: (count: number) => `Is the contact of ${count} places right?`,
    why: "Nobody has confirmed it in the last half year. Guests and the network use it. Have a look, and confirm it or put it right.",
    organization: (name: string) => `The contact of ${name}`,
    space: (name: string) => `The contact of the space ${name}`,
    more: (count: number) => `There are ${count} more. They come in the next letter, as long as they are not confirmed.`,
  },
});
