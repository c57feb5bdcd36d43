import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { DataTable } from "../../../interface/components/data-table.tsx";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { FileField } from "../../../interface/components/text-field.tsx";
import { dateWithYear } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { importMessages } from "../import-messages.ts";
import type { ImportApi } from "../imports/routes.ts";
import { areaOfImport, importPath } from "./parts/import-place.ts";

/** Choose what to bring in, then send the file. */
export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const id = given.params.network ?? given.params.organization ?? "";
  const found = await read(client<ImportApi>(visit).organizations[":id"].imports.$get({ param: { id } }));
  const kind = found.kinds.find(({ name }) => name === given.params.kind);
  if (given.params.kind !== undefined && !kind) throw new Response(null, { status: 404 });
  return { ...found, kind, isNetwork: given.params.network !== undefined };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return data({ message: importMessages[visit.language].chooseFile }, { status: 422 });
  const id = given.params.network ?? given.params.organization ?? "";
  const { done, problem } = await attempt(
    client<ImportApi>(visit).organizations[":id"].imports.$post({
      param: { id },
      form: { kind: given.params.kind ?? "", file, start: "later" },
    }),
  );
  if (problem) return data({ message: problem.errors?.[0]?.message ?? problem.title }, { status: problem.status });
  return redirect(`${new URL(given.request.url).pathname}/${done.id}`, 303);
}

export default function Import() {
  const { organization, kinds, kind, items, isNetwork } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = importMessages[language];
  const title = kind ? text.importOf(kind.label) : text.title;
  const path = `/${language}${importPath(isNetwork, organization.slug)}`;
  return (
    <Page title={refused ? `${text.error}: ${title}` : title} area={areaOfImport(isNetwork, organization)} current="members">
      <div className="frame">
        <div className="page-head">
          <div>
            <h1>{title}</h1>
            <p className="lead">{text.lead}</p>
          </div>
        </div>
        {refused && <ErrorSummary errors={[{ field: "file", message: refused.message }]} language={language} />}
        <nav aria-label={text.choose}>
          {kind ? (
            <ul className="chips">
              {kinds.map(({ name, label }) => (
                <li key={name}>
                  <a className="chip" href={`${path}/${name}`} aria-current={name === kind.name ? "page" : undefined}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          ) : (
            <ul className="import-kinds">
              {kinds.map(({ name, label }) => (
                <li key={name}>
                  <a href={`${path}/${name}`}>
                    <strong>{label}</strong>
                    <span className="small">{text.kindAbout[name]}</span>
                  </a>
                </li>
              ))}
            </ul>
          )}
        </nav>
        {kind && (
          <form className="form section-s import-file" method="post" encType="multipart/form-data">
            <FileField
              name="file"
              label={text.file}
              hint={text.fileHint}
              accept=".csv,.txt,.xlsx"
              error={refused?.message}
              language={language}
            />
            <div className="buttons">
              <button type="submit" className="button lit">
                {text.read}
              </button>
            </div>
            <p>
              {text.templates}: <a href={`/api/v1/import-templates/${kind.name}.csv?language=${language}`}>CSV</a>,{" "}
              <a href={`/api/v1/import-templates/${kind.name}.xlsx?language=${language}`}>Excel</a>
            </p>
          </form>
        )}
        {items.length > 0 && (
          <section className="page-end">
            <DataTable
              caption={text.latest}
              columns={[
                { label: text.file, isHeading: true, cell: (run) => <a href={`${path}/${run.kind}/${run.id}`}>{run.fileName}</a> },
                { label: text.who, cell: (run) => run.kindName },
                { label: text.when, cell: (run) => dateWithYear(run.createdAt.slice(0, 10), language) },
                { label: text.state, cell: (run) => text.states[run.state] },
              ]}
              rows={items}
              keyOf={({ id }) => id}
            />
          </section>
        )}
      </div>
    </Page>
  );
}
