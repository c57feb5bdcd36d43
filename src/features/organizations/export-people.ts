import { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { Db } from "../../platform/database/database.ts";
import { type AnyExport, dayCell, inParts, sheetExport } from "../../platform/http/sheet-export.ts";
import type { Installation } from "../../platform/installation.ts";
import type { Language } from "../../platform/language/language.ts";
import type { SheetValue } from "../../platform/sheets/index.ts";
import { type Day, dayIn } from "../../platform/time/day.ts";
import { peopleColumns, roleWords } from "./import-people-columns.ts";
import { peopleSearch } from "./people-contract.ts";
import { maySeeEveryone, organizationsManaged } from "./policy.ts";
import type { PositionRole } from "./position.ts";
import { isCalled } from "./position-queries.ts";
import { findOrganization } from "./queries.ts";

/** A person with one position, or with none. */
type PersonLine = {
  id: string;
  name: string;
  email: string;
  locale: "nb" | "nn" | "en";
  slug: string | null;
  role: PositionRole | null;
  title: string | null;
  from: Day | null;
  to: Day | null;
};

const languageWords = { nb: "Bokmål", nn: "Nynorsk", en: "English" };

/** The people one may list, narrowed as their list is: once for each position held today or later, or once without any. */
export function peopleFile({ db, now }: Installation): AnyExport {
  return sheetExport({
    path: "/people",
    tag: "people",
    summary: "People, with their positions",
    permission: "manager of the organization",
    filters: z.object({ q: peopleSearch }),
    async read({ actor, language, filters: { q } }) {
      const organizations = organizationsManaged(actor);
      authorize(actor, organizations.length > 0);
      const asked = { text: q, organizations, today: dayIn(now(), "Europe/Oslo") };
      return fileOf(language, (last, limit) => peopleAfter(db, asked, last, limit));
    },
  });
}

/** The people of an organization that one manages, with what they were before too. */
export function peopleOfOrganizationFile({ db, now }: Installation): AnyExport {
  return sheetExport({
    path: "/organizations/{id}/people",
    tag: "organizations",
    summary: "The people of an organization, with their positions",
    permission: "manager of the organization",
    filters: z.object({}),
    async read({ actor, id, language }) {
      const organization = await findOrganization(db, actor, id, dayIn(now(), "Europe/Oslo"));
      authorize(actor, organization !== undefined && maySeeEveryone(actor, organization));
      const { id: organizationId } = found(organization);
      return fileOf(language, (last, limit) => positionsAfter(db, organizationId, last, limit));
    },
  });
}

function fileOf(language: Language, readAfter: (last: PersonLine | undefined, limit: number) => Promise<PersonLine[]>) {
  return {
    name: "people",
    titles: peopleColumns.map(({ labels }) => labels[language]),
    rows: inParts<PersonLine, SheetValue[]>(readAfter, ({ name, email, locale, slug, role, title, from, to }) => [
      name,
      email,
      languageWords[locale],
      slug,
      role && roleWords[role][language],
      title,
      dayCell(from),
      dayCell(to),
    ]),
  };
}

async function peopleAfter(
  db: Db,
  asked: { text: string; organizations: "all" | string[]; today: Day },
  last: PersonLine | undefined,
  limit: number,
): Promise<PersonLine[]> {
  const line = sql`coalesce(p.id, n.id)`;
  const isAll = asked.organizations === "all";
  const within = isAll ? sql`true` : sql`p.organization_id = any(${asked.organizations}::uuid[])`;
  const { rows } = await sql<PersonLine>`
    select ${line} as id, n.name, n.email, n.locale, o.slug, p.role, p.title, lower(p.during) as from, upper(p.during) as to
    from people n
      left join positions p on p.person_id = n.id and (upper_inf(p.during) or upper(p.during) > ${asked.today}::date) and ${within}
      left join organizations o on o.id = p.organization_id
    where n.erased_at is null and (${isAll} or p.id is not null) and ${isCalled(asked.text)}
      and (${last?.name ?? null}::text is null or (n.name collate norwegian, ${line}) > (${last?.name ?? null}::text, ${last?.id ?? null}::uuid))
    order by n.name collate norwegian, ${line} limit ${limit}`.execute(db);
  return rows;
}

async function positionsAfter(db: Db, organizationId: string, last: PersonLine | undefined, limit: number): Promise<PersonLine[]> {
  const { rows } = await sql<PersonLine>`
    select p.id, n.name, n.email, n.locale, o.slug, p.role, p.title, lower(p.during) as from, upper(p.during) as to
    from positions p join people n on n.id = p.person_id join organizations o on o.id = p.organization_id
    where p.organization_id = ${organizationId}::uuid and n.erased_at is null
      and (${last?.name ?? null}::text is null or (n.name collate norwegian, p.id) > (${last?.name ?? null}::text, ${last?.id ?? null}::uuid))
    order by n.name collate norwegian, p.id limit ${limit}`.execute(db);
  return rows;
}
