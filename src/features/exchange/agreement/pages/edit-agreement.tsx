import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../../interface/api-client.ts";
import { SelectField } from "../../../../interface/components/choice-field.tsx";
import { Crumbs } from "../../../../interface/components/crumbs.tsx";
import { ErrorSummary } from "../../../../interface/components/error-summary.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import { TextareaField, TextField } from "../../../../interface/components/text-field.tsx";
import { labelsInEach } from "../../../../interface/labels.ts";
import { Page, useShell } from "../../../../interface/page.tsx";
import { signedIn } from "../../../../interface/visit.ts";
import { languages } from "../../../../platform/language/language.ts";
import { addDays, dayIn } from "../../../../platform/time/day.ts";
import { dimensions, type Terms } from "../../agreement.ts";
import type { AgreementApi } from "../routes.ts";
import { agreementWords } from "./agreement-words.ts";
import { ChangesView } from "./parts/changes-view.tsx";
import { fieldsOf, wordingIn } from "./parts/draft-form.ts";
import { VersionText } from "./parts/version-view.tsx";

const numbers = [
  "horizonDays",
  "cancelDaysBefore",
  "answerHours",
  "offerHours",
  "noShowStrikes",
  "noShowWithinDays",
  "pauseDays",
  "minimumMembershipDays",
] as const satisfies (keyof Terms)[];
const settlements = ["none", "yearly_report", "netting", "day_price"] as const;

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const agreement = await read(client<AgreementApi>(visit).networks[":id"].agreement.$get({ param: { id: given.params.network ?? "" } }));
  if (!agreement.draft) throw new Response(null, { status: 404 });
  const before = agreement.coming.at(-1) ?? agreement.inForce;
  const { searchParams } = new URL(given.request.url);
  return {
    network: agreement.network,
    draft: agreement.draft,
    before,
    tomorrow: addDays(dayIn(visit.now, "Europe/Oslo"), 1),
    isSaved: searchParams.has("saved"),
  };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const network = given.params.network ?? "";
  const form = await given.request.formData();
  const typed = (name: string) => String(form.get(name) ?? "");
  const of = client<AgreementApi>(visit).networks[":id"].agreement.versions[":version"];
  const param = { id: network, version: typed("version") };
  const path = `/${visit.language}/networks/${network}/agreement`;
  const isPublishing = typed("doing") === "publish";
  const { problem } = isPublishing
    ? await attempt(of.publication.$put({ param, json: { validFrom: typed("validFrom") } }))
    : await attempt(of.$put({ param, header: { "if-match": `"${typed("revision")}"` }, json: wordingIn(form) }));
  if (problem) {
    const values = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
    return data({ problem, values, isPublishing }, { status: problem.status });
  }
  return redirect(isPublishing ? `${path}?published` : `${path}/edit?saved`, 303);
}

/** A draft of the agreement: its text, quotas and terms, what they change, and publishing it. */
export default function EditAgreement() {
  const { network, draft, before, tomorrow, isSaved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const words = agreementWords[language];
  const path = `/${language}/networks/${network.slug}/agreement`;
  const kept = refused && !refused.isPublishing ? refused.values : fieldsOf(draft, language);
  const value = (name: string) => kept[name] ?? "";
  const isConflict = refused?.problem.status === 412;
  const errors = (refused?.problem.errors ?? []).map(({ field, message }) => ({ field: fieldOf(field, refused?.values ?? {}), message }));
  const shown =
    errors.length > 0 ? errors : refused ? [{ field: refused.isPublishing ? "validFrom" : "text-nb", message: refused.problem.title }] : [];
  const error = (name: string) => shown.find(({ field }) => field === name)?.message;
  const quotas = Object.fromEntries(dimensions.map((dimension) => [`quota-${dimension}`, words.dimensions[dimension]]));
  const labels: Record<string, string> = { ...labelsInEach("text", words.textIn), ...quotas, ...words.term, validFrom: words.validFrom };
  const field = (name: string) => ({
    name,
    label: labels[name] ?? name,
    language,
    defaultValue: value(name),
    ...(error(name) && { error: error(name) ?? "" }),
  });
  const title = words.draftOf(draft.version);
  return (
    <Page title={refused ? `${words.error}: ${title}` : title} area={{ kind: "coordinator", network }} current="guestDays">
      <div className="frame">
        <Crumbs trail={[{ label: words.title, href: path }, { label: title }]} language={language} />
        <div className="page-head">
          <div>
            <h1>{title}</h1>
            <p className="lead">{words.draftLead}</p>
          </div>
        </div>
        <ErrorSummary errors={shown} labels={labels} language={language} />
        {isConflict && <Notice kind="care" title={words.conflict} />}
        {isSaved && !refused && <Notice kind="good" role="status" title={words.saved} />}
        <div className="reading section-s">
          <form className="form" method="post" action={`${path}/edit`} noValidate>
            <input type="hidden" name="version" value={draft.version} />
            <input type="hidden" name="revision" value={draft.revision} />
            {languages.map((one) => (
              <TextareaField key={one} {...field(`text-${one}`)} hint={words.textHint} rows={8} lang={one} isOptional maxLength={20_000} />
            ))}
            <fieldset className="part">
              <legend>
                <h2>{words.quotas}</h2>
              </legend>
              <p className="hint">{words.quotasHint}</p>
              <div className="pair">
                {dimensions.map((dimension) => (
                  <TextField key={dimension} {...field(`quota-${dimension}`)} inputMode="numeric" width="xs" isOptional />
                ))}
              </div>
            </fieldset>
            <fieldset className="part">
              <legend>
                <h2>{words.terms}</h2>
              </legend>
              <div className="pair">
                {numbers.map((term) => (
                  <TextField
                    key={term}
                    {...field(term)}
                    inputMode="numeric"
                    width="xs"
                    {...(term === "noShowStrikes" && { hint: words.noStrikes })}
                  />
                ))}
              </div>
              <TextField {...field("cancelTime")} type="time" width="s" />
              <TextField {...field("eligiblePlans")} hint={words.plansHint} isOptional />
              <TextField {...field("priceAfterQuotaOre")} hint={words.priceHint} inputMode="decimal" width="xs" isOptional />
              <SelectField
                {...field("settlement")}
                options={settlements.map((kind) => ({ value: kind, label: words.settlements[kind] }))}
              />
            </fieldset>
            <button className="button lit" type="submit" name="doing" value="save">
              {words.save}
            </button>
          </form>
          <div className="stack">
            {before && (
              <section className="stack" aria-labelledby="changes">
                <h2 id="changes">{words.changes(before.version)}</h2>
                <ChangesView before={before} after={draft} language={language} />
              </section>
            )}
            <section className="stack" aria-labelledby="preview">
              <h2 id="preview">{words.preview}</h2>
              <VersionText version={draft} language={language} />
            </section>
            <section className="stack" aria-labelledby="publish">
              <h2 id="publish">{words.publish}</h2>
              <p>{words.publishLead}</p>
              <form className="form" method="post" action={`${path}/edit`} noValidate>
                <input type="hidden" name="version" value={draft.version} />
                <TextField
                  name="validFrom"
                  label={words.validFrom}
                  type="date"
                  width="s"
                  min={tomorrow}
                  language={language}
                  defaultValue={refused?.isPublishing ? refused.values.validFrom : draft.validFrom}
                  {...(error("validFrom") && { error: error("validFrom") ?? "" })}
                />
                <button className="button" type="submit" name="doing" value="publish">
                  {words.publishButton(draft.version)}
                </button>
              </form>
            </section>
          </div>
        </div>
      </div>
    </Page>
  );
}

/** The field of the form that one of the API stands in: quotas are told as a list of those that are given. */
function fieldOf(field: string, values: Readonly<Record<string, string>>): string {
  const [list = "", place, ...rest] = field.split(".");
  if (list === "texts") return `text-${place}`;
  if (list !== "quotas") return rest.at(-1) ?? place ?? list;
  const given = dimensions.filter((dimension) => (values[`quota-${dimension}`] ?? "").trim() !== "");
  return `quota-${given[Number(place)] ?? dimensions[0]}`;
}
