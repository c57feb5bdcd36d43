import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { DefaultButton } from "../../../interface/components/default-button.tsx";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { TextField } from "../../../interface/components/text-field.tsx";
import { oneOf } from "../../../interface/form-values.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { textIn } from "../../spaces/parts.ts";
import type { EventApi } from "../routes.ts";
import { eventWords } from "./event-words.ts";
import { QuestionFields, questionLabels } from "./parts/question-fields.tsx";
import { askQuestions, countIn, rowsOf, writtenQuestions } from "./questions-action.ts";
import { questionsWords } from "./questions-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const event = await read(client<EventApi>(visit).events[":id"].$get({ param: { id: given.params.event ?? "" } }));
  if (!event.abilities.run) throw new Response(null, { status: 404 });
  return { event, did: new URL(given.request.url).searchParams.get("did") ?? "" };
}

export function action(given: ActionFunctionArgs) {
  return askQuestions(given);
}

/** Where those who run an event decide what it asks those who register. */
export default function Questions() {
  const { event, did } = useLoaderData<typeof loader>();
  const shown = useActionData<typeof action>();
  const { language } = useShell();
  const text = questionsWords[language];
  const name = textIn(event.title, language)?.text ?? "";
  const path = `/${language}/events/${event.slug}`;
  const written = shown?.written ?? writtenQuestions(event.questions, event.answersKeptDays);
  const errors = shown?.errors ?? [];
  const problem = shown && "problem" in shown ? shown.problem : undefined;
  const ofQuestions = rowsOf(countIn(written)).map((row) => questionLabels(row, language));
  const labels: Record<string, string> = Object.assign({}, ...ofQuestions, { keptDays: text.keptDays });
  const keptError = errors.find(({ field }) => field === "keptDays")?.message;
  return (
    <Page title={problem ? `${text.error}: ${text.title}` : `${text.title} · ${name}`} area={{ kind: "public" }} current="events">
      <div className="frame">
        <Crumbs
          trail={[{ label: eventWords[language].events, href: `/${language}/events` }, { label: name, href: path }, { label: text.title }]}
          language={language}
        />
        <div className="form-page">
          <div className="stack">
            <h1>{text.title}</h1>
            <p className="lead">{text.lead}</p>
            <ErrorSummary errors={errors} labels={labels} language={language} />
            {problem && errors.length === 0 && (
              <Notice kind="wrong" role="alert" title={text.couldNot}>
                <p>{problem.title}</p>
              </Notice>
            )}
            {!shown && did === "saved" && <Notice kind="good" role="status" title={text.saved} />}
            <form className="form" method="post" noValidate>
              <DefaultButton act="save" />
              <input type="hidden" name="count" value={countIn(written)} />
              {rowsOf(countIn(written)).map((row) => (
                <QuestionFields key={row} row={row} written={written} errors={errors} language={language} />
              ))}
              <p>
                <button type="submit" className="button" name="act" value="add">
                  {text.add}
                </button>
              </p>
              <TextField
                name="keptDays"
                label={text.keptDays}
                hint={text.keptHint}
                inputMode="numeric"
                width="xs"
                defaultValue={oneOf(written, "keptDays")}
                {...(keptError && { error: keptError })}
                language={language}
              />
              <div className="send">
                <a className="button" href={path}>
                  {text.toEvent}
                </a>
                <button type="submit" className="button lit" name="act" value="save">
                  {text.save}
                </button>
              </div>
            </form>
          </div>
        </div>
      </div>
    </Page>
  );
}
