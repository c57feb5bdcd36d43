import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, type Problem, read } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { writtenIn } from "../../../interface/form-values.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn, type Visit } from "../../../interface/visit.ts";
import type { OrganizationsApi } from "../../organizations/routes.ts";
import type { InvestorApi } from "../routes.ts";
import { RaiseForm, raiseLabels } from "./parts/raise-form.tsx";
import { Outcome } from "./parts/saved.tsx";
import { emptyRaise, fieldsOf, pageField, raiseOf, writtenFields } from "./raise-fields.ts";
import { raiseWords } from "./raise-words.ts";
import { recordWords } from "./record-words.ts";

/** One page for a new raise of an organization and for one that is there. */
export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const { organization, raise } = given.params;
  if (raise !== undefined) {
    const record = await recordOf(visit, raise);
    return { organization: record.organization, values: fieldsOf(record, visit.language), networks: undefined, raise: record.id };
  }
  const param = { id: organization ?? "" };
  const [of, own] = await Promise.all([
    read(client<OrganizationsApi>(visit).organizations[":id"].$get({ param })),
    read(client<InvestorApi>(visit).organizations[":id"].raises.$get({ param })),
  ]);
  const contact = { contactName: visit.actor.name, contactEmail: visit.actor.email };
  return { organization: { slug: of.slug, name: of.name }, values: { ...emptyRaise, ...contact }, networks: own.networks, raise: null };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const { organization, raise } = given.params;
  const fields = writtenFields(writtenIn(await given.request.formData()));
  const { problem, done } = raise === undefined ? await begin(visit, organization ?? "", fields) : await change(visit, raise, fields);
  if (problem) return data({ problem: problem as Problem, fields }, { status: problem.status });
  return redirect(`/${visit.language}/raises/${done.id}/record?saved`, 303);
}

export default function EditRaise() {
  const { organization, values, networks, raise } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = recordWords[language];
  const title = raise === null ? text.newRaise : text.editRaise;
  const errors = (refused?.problem.errors ?? []).map(({ field, message }) => ({ field: pageField(field), message }));
  const path = `/${language}/organizations/${organization.slug}`;
  return (
    <Page title={refused ? `${raiseWords[language].error}: ${title}` : title} area={{ kind: "investor" }} current="raises">
      <div className="frame">
        <Crumbs
          trail={[{ label: organization.name, href: path }, { label: text.ownRaises, href: `${path}/raises` }, { label: title }]}
          language={language}
        />
        <div className="form-page">
          <div>
            <h1>{title}</h1>
            <p className="lead">{text.newLead}</p>
            <ErrorSummary errors={errors} labels={raiseLabels(language)} language={language} />
            {errors.length === 0 && <Outcome problem={refused?.problem} isSaved={false} language={language} />}
            <RaiseForm
              values={refused?.fields ?? values}
              networks={networks}
              errorOf={(name) => {
                const error = errors.find(({ field }) => field === name)?.message;
                return error === undefined ? {} : { error };
              }}
              send={raise === null ? text.begin : text.save}
              language={language}
            />
          </div>
        </div>
      </div>
    </Page>
  );
}

function recordOf(visit: Visit, id: string) {
  return read(client<InvestorApi>(visit).raises[":id"].record.$get({ param: { id } }));
}

function begin(visit: Visit, organization: string, fields: ReturnType<typeof writtenFields>) {
  const json = { network: fields.network, ...raiseOf(fields, visit.language) };
  return attempt(client<InvestorApi>(visit).organizations[":id"].raises.$post({ param: { id: organization }, json }));
}

async function change(visit: Visit, id: string, fields: ReturnType<typeof writtenFields>) {
  const json = raiseOf(fields, visit.language, await recordOf(visit, id));
  return await attempt(
    client<InvestorApi>(visit).raises[":id"].$patch({ param: { id }, header: { "if-match": fields.version || "*" }, json }),
  );
}
