import type { Problem } from "../../../interface/api-client.ts";
import { RadioField } from "../../../interface/components/choice-field.tsx";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { TextField } from "../../../interface/components/text-field.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { operationsWords } from "../messages.ts";
import { errorOf, formErrors } from "./form-errors.ts";

type FirstOperatorPageProps = { answer: { problem: Problem; values: Record<string, string> } | undefined };

/** The first page of a new installation: who runs it, and what it begins with. */
export function FirstOperatorPage({ answer }: FirstOperatorPageProps) {
  const { language } = useShell();
  const text = operationsWords[language];
  const errors = formErrors(answer?.problem, { "organization.name": "organization", "organization.kind": "kind" });
  const field = (name: string, label: string) => ({
    name,
    label,
    language,
    defaultValue: answer?.values[name] ?? "",
    error: errorOf(errors, name),
  });
  return (
    <Page title={errors.length > 0 ? `${text.error}: ${text.firstTitle}` : text.firstTitle} area={{ kind: "public" }}>
      <div className="frame">
        <div className="form-page">
          <div>
            <h1>{text.firstTitle}</h1>
            <p className="lead">{text.firstLead}</p>
            <ErrorSummary
              errors={errors}
              labels={{
                code: text.code,
                name: text.yourName,
                email: text.yourEmail,
                organization: text.organizationName,
                installationName: text.installationName,
              }}
              language={language}
            />
            <form method="post" className="form" noValidate>
              <fieldset className="part">
                <legend>
                  <h2>{text.yourself}</h2>
                </legend>
                <TextField {...field("code", text.code)} hint={text.codeHint} autoComplete="one-time-code" width="s" spellCheck={false} />
                <TextField {...field("name", text.yourName)} autoComplete="name" maxLength={120} />
                <TextField {...field("email", text.yourEmail)} hint={text.emailHint} type="email" autoComplete="email" />
              </fieldset>
              <fieldset className="part">
                <legend>
                  <h2>{text.firstOrganization}</h2>
                </legend>
                <RadioField
                  {...field("kind", text.kind)}
                  defaultValue={answer?.values.kind ?? "network"}
                  options={[
                    { value: "network", label: text.isNetwork, about: text.isNetworkAbout },
                    { value: "space_operator", label: text.isHouse, about: text.isHouseAbout },
                  ]}
                />
                <TextField {...field("organization", text.organizationName)} autoComplete="organization" maxLength={200} />
                <TextField {...field("installationName", text.installationName)} hint={text.installationHint} maxLength={80} />
              </fieldset>
              <div className="send">
                <button className="button lit" type="submit">
                  {text.begin}
                </button>
              </div>
            </form>
          </div>
        </div>
      </div>
    </Page>
  );
}
