import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { DataTable } from "../../../interface/components/data-table.tsx";
import { Icon } from "../../../interface/components/icon.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { SpaceApi } from "../../spaces/routes.ts";
import type { VisitorApi } from "../routes.ts";
import { timeIn } from "./parts/visit-row.tsx";
import { visitorWords } from "./words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.space ?? "" };
  const [space, inside] = await Promise.all([
    read(client<SpaceApi>(visit).spaces[":id"].$get({ param })),
    read(client<VisitorApi>(visit).spaces[":id"]["people-inside"].$get({ param })),
  ]);
  return { space: { slug: space.slug, name: space.name }, isManager: space.abilities.edit, timeZone: space.timeZone, inside };
}

/** Who is in the house now: a sheet to take along when everybody must out. */
export default function Inside() {
  const { space, isManager, timeZone, inside } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = visitorWords[language];
  const mark = { label: text.present, cell: () => "☐" };
  return (
    <Page title={`${text.insideTitle}, ${space.name}`} area={{ kind: isManager ? "manager" : "host", space }} current="today">
      <div className="frame section-s stack">
        <div>
          <h1>
            {text.insideTitle}, {space.name}
          </h1>
          <p className="lead">{text.insideAt(timeIn(inside.at, timeZone))}</p>
          <p>{text.insideLead}</p>
          <p className="small soft with-icon no-print">
            <Icon name="print" /> {text.printHint}
          </p>
        </div>
        <section className="stack" aria-labelledby="visitors">
          <h2 id="visitors">
            {text.visitors} ({inside.visitors.length})
          </h2>
          {inside.visitors.length === 0 ? (
            <p>{text.nobody}</p>
          ) : (
            <DataTable
              caption={text.visitors}
              isCaptionHidden
              rows={inside.visitors}
              keyOf={({ id }) => id}
              columns={[
                { label: text.visitor, isHeading: true, cell: ({ name }) => name },
                { label: text.organization, cell: ({ organization }) => organization ?? "–" },
                { label: text.whomShort, cell: ({ visited }) => visited ?? "–" },
                { label: text.since, cell: ({ since }) => timeIn(since, timeZone) },
                mark,
              ]}
            />
          )}
        </section>
        <section className="stack" aria-labelledby="guests">
          <h2 id="guests">
            {text.guests} ({inside.guests.length})
          </h2>
          {inside.guests.length === 0 ? (
            <p>{text.nobody}</p>
          ) : (
            <DataTable
              caption={text.guests}
              isCaptionHidden
              rows={inside.guests}
              keyOf={({ name, since }) => `${name} ${since}`}
              columns={[
                { label: text.name, isHeading: true, cell: ({ name }) => name },
                { label: text.home, cell: ({ home }) => home },
                { label: text.since, cell: ({ since }) => (since === null ? "–" : timeIn(since, timeZone)) },
                mark,
              ]}
            />
          )}
        </section>
        <p className="no-print">
          <a href={`/${language}/spaces/${space.slug}/visitors`}>{text.back}</a>
        </p>
      </div>
    </Page>
  );
}
