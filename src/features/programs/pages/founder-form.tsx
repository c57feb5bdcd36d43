import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { visitOf } from "../../../interface/visit.ts";
import { textIn } from "../../spaces/parts.ts";
import type { ObservationApi } from "../observing/routes.ts";
import { figuresIn, writtenIn } from "./form-values.ts";
import { FigureFields } from "./parts/figure-fields.tsx";
import { figureLabels } from "./startup-labels.ts";
import { startupWords } from "./startup-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const param = { secret: given.params.secret ?? "" };
  const link = await read(client<ObservationApi>(visit)["observation-links"][":secret"].$get({ param }));
  return { link, isSent: new URL(given.request.url).searchParams.has("sent") };
}

export async function action(given: ActionFunctionArgs) {
  const visit = visitOf(given);
  const written = writtenIn(await given.request.formData());
  const { figures, wrong } = figuresIn(written);
  const text = startupWords[visit.language];
  if (wrong.length > 0)
    return data({ written, title: text.couldNot, errors: wrong.map((field) => ({ field, message: text.numberWrong })) }, { status: 422 });
  const param = { secret: given.params.secret ?? "" };
  const { problem } = await attempt(
    client<ObservationApi>(visit)["observation-links"][":secret"].observation.$put({ param, json: figures }),
  );
  if (problem) {
    const errors = (problem.errors ?? []).map(({ field, message }) => ({ field, message }));
    return data({ written, title: problem.title, errors }, { status: problem.status });
  }
  return redirect(`${new URL(given.request.url).pathname}?sent`, 303);
}

/** What a founder is asked once a year, by the link in the letter: a phone, no sign-in, five fields with last year's answer beside them. */
export default function FounderForm() {
  const { link, isSent } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = startupWords[language];
  const title = text.founderTitle(link.organization.name);
  const program = textIn(link.program.name, language)?.text ?? link.program.slug;
  return (
    <Page title={refused ? `${text.error}: ${title}` : title} area={{ kind: "public" }} isNowhere>
      <div className="frame">
        <div className="founder-form stack">
          <h1>{title}</h1>
          <p>{text.founderLead(program)}</p>
          {isSent && !refused && (
            <Notice kind="good" role="status" title={text.thanks}>
              <p>{text.thanksAbout}</p>
            </Notice>
          )}
          {refused && refused.errors.length === 0 && <Notice kind="wrong" role="alert" title={refused.title} />}
          <ErrorSummary errors={refused?.errors ?? []} labels={figureLabels(language)} language={language} />
          <form method="post" className="form">
            <FigureFields last={link.last} now={link.today} written={refused?.written} errors={refused?.errors ?? []} language={language} />
            <div className="buttons">
              <button type="submit" className="button lit">
                {text.founderButton}
              </button>
            </div>
          </form>
        </div>
      </div>
    </Page>
  );
}
