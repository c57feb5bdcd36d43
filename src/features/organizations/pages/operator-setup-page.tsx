import type { Problem } from "../../../interface/api-client.ts";
import { SelectField } from "../../../interface/components/choice-field.tsx";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { TextField } from "../../../interface/components/text-field.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { listWords } from "../list-messages.ts";
import { names, operationsWords } from "../messages.ts";
import { organizationKinds } from "../organization.ts";
import { errorOf, formErrors } from "./form-errors.ts";

type OperatorSetupPageProps = {
  installation: { name: string };
  networks: readonly { slug: string; name: string }[];
  answer: { problem: Problem; intent: string; values: Record<string, string> } | undefined;
  done: string | null;
};

/** What the operator sets: the installation's name, and networks and organizations. */
export function OperatorSetupPage({ installation, networks, answer, done }: OperatorSetupPageProps) {
  const { language } = useShell();
  const text = operationsWords[language];
  const errors = formErrors(answer?.problem, answer?.intent === "rename" ? { name: "installationName" } : {});
  const field = (name: string, label: string, value = "") => ({
    name,
    label,
    language,
    defaultValue: answer?.values[name] ?? value,
    error: errorOf(errors, name),
  });
  return (
    <Page title={errors.length > 0 ? `${text.error}: ${text.setup}` : text.setup} area={{ kind: "operator" }} current="setup">
      <div className="frame">
        <div className="page-head">
          <div>
            <h1>{text.setup}</h1>
            <p className="lead">{text.setupLead}</p>
          </div>
        </div>
        <ErrorSummary
          errors={errors}
          labels={{ installationName: text.installationName, organizationNumber: text.number, name: text.organizationName }}
          language={language}
        />
        {done === "set-up" && (
          <Notice kind="good" title={text.doneTitle} role="status">
            <p>
              {text.doneLead} <a href={`/${language}/me/profile#passkeys`}>{text.addPasskey}</a>
            </p>
          </Notice>
        )}
        {done === "renamed" && <Notice kind="good" title={text.renamed} role="status" />}
        <div className="columns section-s">
          <section aria-labelledby="installation">
            <h2 id="installation">{text.installation}</h2>
            <form method="post" className="form part" noValidate>
              <TextField
                {...field("installationName", text.installationName, installation.name)}
                hint={text.installationHint}
                maxLength={80}
              />
              <div className="buttons">
                <button className="button lit" type="submit" name="intent" value="rename">
                  {text.rename}
                </button>
              </div>
            </form>
          </section>
          {networks.length > 0 && (
            <section className="stack close" aria-labelledby="networks">
              <h2 id="networks">{text.networks}</h2>
              <ul className="lines">
                {networks.map(({ slug, name }) => (
                  <li key={slug} className="network-links">
                    <b>{name}</b>
                    <a href={`/${language}/networks/${slug}/agreement`}>{text.toAgreement}</a>
                    <a href={`/${language}/networks/${slug}/work`}>{text.toWork}</a>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section aria-labelledby="add">
            <h2 id="add">{text.addTitle}</h2>
            <p>
              <a href={`/${language}/operations/organizations`}>{listWords[language].seeAll}</a>
            </p>
            <form method="post" className="form part" noValidate>
              <SelectField
                {...field("kind", text.kind, "network")}
                options={organizationKinds.map((kind) => ({ value: kind, label: names[language].kinds[kind] }))}
              />
              <TextField {...field("organizationNumber", text.number)} inputMode="numeric" width="s" isOptional />
              <TextField
                {...field("name", text.organizationName)}
                hint={text.organizationNameHint}
                autoComplete="off"
                maxLength={200}
                isOptional
              />
              <div className="buttons">
                <button className="button lit" type="submit" name="intent" value="add">
                  {text.add}
                </button>
              </div>
            </form>
          </section>
        </div>
      </div>
    </Page>
  );
}
