import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../../interface/api-client.ts";
import { Crumbs } from "../../../../interface/components/crumbs.tsx";
import { ErrorSummary } from "../../../../interface/components/error-summary.tsx";
import { Faults } from "../../../../interface/components/faults.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import { StatePane } from "../../../../interface/components/state-drawing.tsx";
import { TextareaField, TextField } from "../../../../interface/components/text-field.tsx";
import { faultsIn } from "../../../../interface/faults-in.ts";
import { oneOf, writtenIn } from "../../../../interface/form-values.ts";
import { Page, useShell } from "../../../../interface/page.tsx";
import { signedIn } from "../../../../interface/visit.ts";
import type { OrganizationsApi } from "../../../organizations/routes.ts";
import { metricWords } from "../../metrics/pages/metric-words.ts";
import type { RegionApi } from "../routes.ts";
import { regionWords } from "./region-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.organization ?? "" };
  const [organization, list] = await Promise.all([
    read(client<OrganizationsApi>(visit).organizations[":id"].$get({ param })),
    read(client<RegionApi>(visit).organizations[":id"].regions.$get({ param })),
  ]);
  const isSaved = new URL(given.request.url).searchParams.has("saved");
  return { organization: { slug: organization.slug, name: organization.name }, ...list, isSaved };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const written = writtenIn(await given.request.formData());
  const field = (name: string) => oneOf(written, name);
  const [act, slug] = [field("act"), field("region")];
  const of = client<RegionApi>(visit);
  const json = {
    name: field("name"),
    municipalities: field("municipalities")
      .split(/[,;\n]/)
      .map((word) => word.trim())
      .filter(Boolean),
    recordedOn: `${field("year")}-01-01`,
  };
  const param = { id: slug };
  const { problem } = await (() => {
    if (act === "open" || act === "shut") return attempt(of.regions[":id"].opening.$put({ param, json: { isOpened: act === "open" } }));
    if (act === "erase") return attempt(of.regions[":id"].$delete({ param }));
    if (act === "change") return attempt(of.regions[":id"].$patch({ param, header: { "if-match": field("version") }, json }));
    return attempt(of.organizations[":id"].regions.$post({ param: { id: given.params.organization ?? "" }, json }));
  })();
  if (problem) return data({ problem, written }, { status: problem.status });
  return redirect(`/${visit.language}/organizations/${given.params.organization}/regions?saved`, 303);
}

type Region = Awaited<ReturnType<typeof loader>>["items"][number];

/** The regions an organization has drawn, each with its figures, and where it draws one more. */
export default function Regions() {
  const { organization, items, abilities, isSaved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language, today } = useShell();
  const text = regionWords[language];
  const path = `/${language}/organizations/${organization.slug}`;
  const again = (slug: string) => (refused && oneOf(refused.written, "region") === slug ? refused.written : undefined);
  const suffixed = refused ? oneOf(refused.written, "region") : "";
  const names = { name: `name-${suffixed}`, municipalities: `municipalities-${suffixed}`, recordedOn: `year-${suffixed}` };
  const labels = { [names.name]: text.name, [names.municipalities]: text.municipalities, [names.recordedOn]: text.year };
  const faults = faultsIn(refused?.problem, labels, names);
  const fields = (region: Region | undefined) => {
    const slug = region?.slug ?? "";
    const written = again(slug);
    const value = (name: string, known: string) => (written ? oneOf(written, name) : known);
    return (
      <>
        <input type="hidden" name="region" value={slug} />
        <TextField
          name="name"
          id={`name-${slug}`}
          label={text.name}
          maxLength={100}
          defaultValue={value("name", region?.name ?? "")}
          language={language}
        />
        <TextareaField
          name="municipalities"
          id={`municipalities-${slug}`}
          label={text.municipalities}
          hint={text.municipalitiesHint}
          rows={3}
          defaultValue={value("municipalities", region?.municipalities.map(({ name }) => name).join(", ") ?? "")}
          language={language}
        />
        <TextField
          name="year"
          id={`year-${slug}`}
          inputMode="numeric"
          width="xs"
          label={text.year}
          hint={text.yearHint}
          defaultValue={value("year", region?.recordedOn.slice(0, 4) ?? today.slice(0, 4))}
          language={language}
        />
      </>
    );
  };
  return (
    <Page title={refused ? `${text.error}: ${text.title}` : `${text.title}, ${organization.name}`} area={{ kind: "public" }}>
      <div className="frame section-s stack">
        <Crumbs
          trail={[
            { label: organization.name, href: path },
            { label: metricWords[language].title, href: `${path}/figures` },
            { label: text.title },
          ]}
          language={language}
        />
        <h1>{text.title}</h1>
        <p className="lead">{text.lead({ name: organization.name })}</p>
        {isSaved && !refused && <Notice kind="good" role="status" title={text.saved} />}
        <ErrorSummary errors={faults} labels={labels} language={language} />
        {refused && faults.length === 0 && (
          <Notice kind="wrong" role="alert" title={text.couldNot}>
            <p>{refused.problem.title}</p>
          </Notice>
        )}
        {items.length === 0 && (
          <StatePane state="empty" title={text.none}>
            <p>{text.noneAbout}</p>
          </StatePane>
        )}
        <Faults faults={faults}>
          {items.map((region) => (
            <section key={region.slug} className="room padded stack" aria-labelledby={`region-${region.slug}`}>
              <h2 id={`region-${region.slug}`}>{region.name}</h2>
              <p>{text.of({ names: region.municipalities.map(({ name }) => name).join(", "), year: region.recordedOn.slice(0, 4) })}</p>
              <p className="small soft">{region.isOpened ? text.isOpened : text.isShut}</p>
              <div className="buttons">
                <a className="button small" href={`/${language}/areas/${region.slug}/figures`}>
                  {text.figures({ name: region.name })}
                </a>
              </div>
              <details open={again(region.slug) !== undefined}>
                <summary>{text.change({ name: region.name })}</summary>
                <form method="post" className="form measure" noValidate>
                  <input type="hidden" name="act" value="change" />
                  <input type="hidden" name="version" value={`"${region.version}"`} />
                  {fields(region)}
                  <p className="small soft">{text.changeAbout}</p>
                  <button className="button" type="submit">
                    {text.save}
                  </button>
                </form>
                <form method="post" className="buttons">
                  <input type="hidden" name="region" value={region.slug} />
                  <button className="button small quiet" type="submit" name="act" value="erase">
                    {text.erase}
                  </button>
                </form>
              </details>
              {abilities.open && (
                <form method="post" className="stack">
                  <input type="hidden" name="region" value={region.slug} />
                  {!region.isOpened && <p className="small">{text.openAbout}</p>}
                  <div className="buttons">
                    <button className="button small" type="submit" name="act" value={region.isOpened ? "shut" : "open"}>
                      {region.isOpened ? text.shut : text.open}
                    </button>
                  </div>
                </form>
              )}
            </section>
          ))}
          <section className="stack" aria-labelledby="draw">
            <h2 id="draw">{text.draw}</h2>
            <form method="post" className="form measure" noValidate>
              <input type="hidden" name="act" value="draw" />
              {fields(undefined)}
              <button className="button lit" type="submit">
                {text.draw}
              </button>
            </form>
          </section>
        </Faults>
      </div>
    </Page>
  );
}
