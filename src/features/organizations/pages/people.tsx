import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData, useLocation } from "react-router";
import { attempt, client, read, readAll } from "../../../interface/api-client.ts";
import { SelectField } from "../../../interface/components/choice-field.tsx";
import { DataTable } from "../../../interface/components/data-table.tsx";
import { Downloads } from "../../../interface/components/downloads.tsx";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { ShowMore } from "../../../interface/components/show-more.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { TextField } from "../../../interface/components/text-field.tsx";
import { UndoBar } from "../../../interface/components/undo-bar.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { names, operationsWords } from "../messages.ts";
import { type PositionRole, positionRoles } from "../position.ts";
import type { OrganizationsApi } from "../routes.ts";
import { errorOf, formErrors } from "./form-errors.ts";
import { PositionsOfPerson } from "./positions-of-person.tsx";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  if (!visit.actor.isOperator) throw new Response(null, { status: 404 });
  const asked = new URL(given.request.url).searchParams;
  const q = asked.get("q") ?? "";
  const cursor = asked.get("cursor");
  const people = await read(client<OrganizationsApi>(visit).people.$get({ query: { q, limit: "25", ...(cursor && { cursor }) } }));
  const organizations = await readAll((page) => client<OrganizationsApi>(visit).organizations.$get({ query: page }));
  return {
    people,
    organizations: organizations.map(({ slug, name }) => ({ slug, name })),
    q,
    isGranted: asked.get("done") === "granted",
    ended: endedPosition(asked),
  };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const said = (name: string) => String(form.get(name) ?? "").trim();
  const { search } = new URL(given.request.url);
  const positions = client<OrganizationsApi>(visit).organizations[":id"].positions;
  const param = { id: said("organization") };
  if (said("intent") === "end") {
    const { problem } = await attempt(positions[":positionId"].$delete({ param: { ...param, positionId: said("position") } }));
    if (problem) return data({ problem, isForm: false, values: undefined }, { status: problem.status });
    const ended = { organization: param.id, person: said("person"), role: said("role"), title: said("title") };
    return redirect(withQuery(search, { done: "ended", ...ended }), 303);
  }
  const personId = said("person");
  const values = { name: said("name"), email: said("email"), organization: param.id, role: said("role"), title: said("title") };
  const whom = personId ? { personId } : { person: { name: values.name, email: values.email } };
  const json = { ...whom, role: values.role as PositionRole, title: values.title || null };
  const { problem } = await attempt(positions.$post({ param, json }));
  if (problem) return data({ problem, isForm: !personId, values }, { status: problem.status });
  return redirect(withQuery(search, { done: "granted" }), 303);
}

export default function PeoplePage() {
  const { people, organizations, q, isGranted, ended } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { search } = useLocation();
  const { language } = useShell();
  const text = operationsWords[language];
  const roles = names[language].roles;
  const isUnknown = answer?.problem.code === "access.not_here";
  const said = answer?.isForm ? formErrors(answer.problem, { "person.name": "name", "person.email": "email", id: "organization" }) : [];
  const errors = said.map((error) =>
    isUnknown && error.field === "organization" ? { ...error, message: text.noSuchOrganization } : error,
  );
  const field = (name: "name" | "email" | "organization" | "role" | "title", label: string) => ({
    name,
    id: `grant-${name}`,
    label,
    language,
    defaultValue: answer?.values?.[name] ?? "",
    error: errorOf(errors, name),
  });
  const onPage = errors.map(({ field: name, message }) => ({ field: name === "content" ? name : `grant-${name}`, message }));

  return (
    <Page title={errors.length > 0 ? `${text.error}: ${text.people}` : text.people} area={{ kind: "operator" }} current="people">
      <div className="frame">
        <div className="page-head">
          <div>
            <h1>{text.people}</h1>
            <p className="lead">{text.peopleLead}</p>
          </div>
        </div>
        <ErrorSummary
          errors={onPage}
          labels={{
            "grant-email": text.email,
            "grant-name": text.name,
            "grant-organization": text.organization,
            "grant-role": text.role,
            "grant-title": text.title,
          }}
          language={language}
        />
        {answer && !answer.isForm && <Notice kind="wrong" title={answer.problem.title} role="alert" />}
        {isGranted && <Notice kind="good" title={text.granted} role="status" />}
        <form className="filters" method="get">
          <div>
            <label htmlFor="q">{text.search}</label>
            <input id="q" name="q" type="search" defaultValue={q} maxLength={100} />
          </div>
          <button className="button small" type="submit">
            {text.find}
          </button>
        </form>
        <div className="working page-end">
          <div className="stack">
            {people.items.length === 0 ? (
              <StatePane state="no-hits" title={text.nobody}>
                <p>{text.nobodyAbout}</p>
                <a className="button" href={withQuery("", {})}>
                  {text.all}
                </a>
              </StatePane>
            ) : (
              <DataTable
                caption={text.table}
                isCaptionHidden
                rows={people.items}
                keyOf={(person) => person.id}
                columns={[
                  {
                    label: text.person,
                    isHeading: true,
                    cell: (person) => (
                      <>
                        {person.name}
                        <br />
                        <span className="small soft light-weight">{person.email}</span>
                      </>
                    ),
                  },
                  {
                    label: text.positions,
                    isLong: true,
                    cell: (person) => <PositionsOfPerson person={person} language={language} />,
                  },
                ]}
              />
            )}
            <ShowMore cursor={people.nextCursor} to={(cursor) => withQuery("", { ...(q && { q }), cursor })} language={language} />
            {people.items.length > 0 && <Downloads path="/people" filters={{ q }} language={language} />}
          </div>
          <aside className="room padded" aria-labelledby="grant">
            <h2 id="grant">{text.grantTitle}</h2>
            <form method="post" className="form" action={search} noValidate>
              <TextField {...field("email", text.email)} type="email" hint={text.grantHint} autoComplete="off" />
              <TextField {...field("name", text.name)} autoComplete="off" maxLength={120} />
              <TextField
                {...field("organization", text.organization)}
                hint={text.organizationHint}
                autoComplete="off"
                list="organizations"
              />
              <datalist id="organizations">
                {organizations.map(({ slug, name }) => (
                  <option key={slug} value={slug}>
                    {name}
                  </option>
                ))}
              </datalist>
              <SelectField
                {...field("role", text.role)}
                hasEmpty
                options={positionRoles.map((role) => ({ value: role, label: roles[role] }))}
              />
              <TextField {...field("title", text.title)} maxLength={120} isOptional />
              <button className="button lit" type="submit">
                {text.grant}
              </button>
            </form>
          </aside>
        </div>
        {ended && (
          <UndoBar action={withQuery("", q ? { q } : {})} fields={ended} closeHref={withQuery("", q ? { q } : {})} language={language}>
            {text.ended}
          </UndoBar>
        )}
      </div>
    </Page>
  );
}

// What is posted to undo: the same role for the same person, from now on.
function endedPosition(asked: URLSearchParams): Record<string, string> | undefined {
  if (asked.get("done") !== "ended") return undefined;
  return Object.fromEntries(["organization", "person", "role", "title"].map((name) => [name, asked.get(name) ?? ""]));
}

function withQuery(search: string, more: Record<string, string>): string {
  const q = new URLSearchParams(search).get("q");
  return `?${new URLSearchParams({ ...(q && { q }), ...more })}`;
}
