import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../../interface/api-client.ts";
import { Crumbs } from "../../../../interface/components/crumbs.tsx";
import { DataTable } from "../../../../interface/components/data-table.tsx";
import { ErrorSummary } from "../../../../interface/components/error-summary.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import { ShowMore } from "../../../../interface/components/show-more.tsx";
import { StatePane } from "../../../../interface/components/state-drawing.tsx";
import { inLanguage } from "../../../../interface/in-language.ts";
import { Page, useShell } from "../../../../interface/page.tsx";
import { signedIn } from "../../../../interface/visit.ts";
import type { OrganizationsApi } from "../../../organizations/routes.ts";
import { areaOfReports } from "../../pages/parts/area-of-reports.ts";
import { TextsFields } from "../../pages/parts/texts-fields.tsx";
import type { StoryApi } from "../routes.ts";
import { errorsIn, labelsIn, textsIn } from "./story-form.ts";
import { storyWords } from "./story-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const cursor = new URL(given.request.url).searchParams.get("cursor");
  const param = { id: given.params.organization ?? "" };
  const [organization, list] = await Promise.all([
    read(client<OrganizationsApi>(visit).organizations[":id"].$get({ param })),
    read(client<StoryApi>(visit).organizations[":id"].stories.$get({ param, query: { limit: "50", ...(cursor && { cursor }) } })),
  ]);
  return { organization: { slug: organization.slug, name: organization.name, kinds: organization.kinds }, ...list };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const written = { title: textsIn(form, "title"), text: textsIn(form, "text") };
  const { problem, done } = await attempt(
    client<StoryApi>(visit).organizations[":id"].stories.$post({ param: { id: given.params.organization ?? "" }, json: written }),
  );
  if (problem) return data({ problem, written }, { status: problem.status });
  return redirect(`/${visit.language}/stories/${done.id}`, 303);
}

/** The stories an organization tells in its reports, and where a new one is begun. */
export default function Stories() {
  const { organization, items, nextCursor } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = storyWords[language];
  const errors = refused ? errorsIn(refused.problem, language) : [];
  return (
    <Page
      title={`${refused ? `${text.error}: ` : ""}${text.stories}, ${organization.name}`}
      area={areaOfReports(organization, true)}
      current="reports"
    >
      <div className="frame section-s stack">
        <Crumbs
          trail={[
            { label: organization.name, href: `/${language}/organizations/${organization.slug}` },
            { label: text.reports, href: `/${language}/organizations/${organization.slug}/reports` },
            { label: text.stories },
          ]}
          language={language}
        />
        <h1>{text.stories}</h1>
        <p className="lead">{text.lead({ name: organization.name })}</p>
        {items.length === 0 ? (
          <StatePane state="empty" title={text.none}>
            <p>{text.noneAbout}</p>
          </StatePane>
        ) : (
          <DataTable
            caption={text.stories}
            isCaptionHidden
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              {
                label: text.title,
                isHeading: true,
                cell: ({ id, titles }) => <a href={`/${language}/stories/${id}`}>{inLanguage(titles, language)}</a>,
              },
              { label: text.people, cell: ({ people }) => text.peopleCount({ n: people.length }) },
              { label: text.state, cell: ({ hindrances }) => (hindrances.length === 0 ? text.ready : text.notReady) },
            ]}
          />
        )}
        <ShowMore cursor={nextCursor} language={language} />
        <section className="stack" aria-labelledby="begin">
          <h2 id="begin">{text.begin}</h2>
          <ErrorSummary errors={errors} labels={labelsIn(language)} language={language} />
          {refused && errors.length === 0 && <Notice kind="wrong" role="alert" title={refused.problem.title} />}
          <form method="post" className="form" noValidate>
            <TextsFields name="title" label={text.title} texts={refused?.written.title ?? {}} errors={errors} language={language} />
            <TextsFields name="text" label={text.text} texts={refused?.written.text ?? {}} errors={errors} isLong language={language} />
            <button className="button lit" type="submit">
              {text.create}
            </button>
          </form>
        </section>
      </div>
    </Page>
  );
}
