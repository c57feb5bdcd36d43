import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read, readAll } from "../../../interface/api-client.ts";
import { SelectField } from "../../../interface/components/choice-field.tsx";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { TextareaField, TextField } from "../../../interface/components/text-field.tsx";
import { UndoBar } from "../../../interface/components/undo-bar.tsx";
import { clock, dateWithYear } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { boardMessages } from "../board-messages.ts";
import { needsReason, type Stage, stages } from "../candidate.ts";
import type { CandidateApi } from "../candidate-routes.ts";
import { nameAndPlace } from "./parts/candidate-card.ts";
import { allTyped, ifMatch, typed, typedNumber, typedOrNull } from "./parts/form-values.ts";
import { MovesTable } from "./parts/moves-table.tsx";
import { NextStepFields, nextStepIn } from "./parts/next-step-fields.tsx";
import { errorsOf, fieldErrors, titleAfter } from "./parts/refused-form.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const asked = new URL(given.request.url).searchParams;
  const id = given.params.candidate ?? "";
  const slug = given.params.network ?? "";
  const api = client<CandidateApi>(visit);
  const [candidate, notes, moves] = await Promise.all([
    read(api.candidates[":id"].$get({ param: { id } })),
    readAll((page) => api.candidates[":id"].notes.$get({ param: { id }, query: page })),
    readAll((page) => api.networks[":slug"]["stage-changes"].$get({ param: { slug }, query: { candidate: id, ...page } })),
  ]);
  if (candidate.network.slug !== slug) throw new Response(null, { status: 404 });
  return {
    candidate,
    notes,
    moves,
    wanted: asked.get("stage"),
    isSaved: asked.has("saved"),
    moved: moves.find(({ id: change }) => change === asked.get("moved")),
  };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const { pathname } = new URL(given.request.url);
  const id = given.params.candidate ?? "";
  const candidate = client<CandidateApi>(visit).candidates[":id"];
  const doing = typed(form, "doing");
  const refuse = (problem: NonNullable<Awaited<ReturnType<typeof attempt>>["problem"]>) =>
    data({ problem, values: allTyped(form), form: doing }, { status: problem.status });

  if (doing === "undo") {
    const { problem } = await attempt(
      client<CandidateApi>(visit)["stage-changes"][":id"].undo.$put({ param: { id: typed(form, "change") } }),
    );
    return problem ? refuse(problem) : redirect(`${pathname}?saved`, 303);
  }
  if (doing === "note") {
    const { problem } = await attempt(candidate.notes.$post({ param: { id }, json: { note: typed(form, "note") } }));
    return problem ? refuse(problem) : redirect(`${pathname}?saved#notes`, 303);
  }
  if (doing === "move") {
    const json = { stage: typed(form, "stage") as Stage, reason: typedOrNull(form, "reason") };
    const { done, problem } = await attempt(candidate.stage.$put({ param: { id }, json, header: ifMatch(form) }));
    return problem ? refuse(problem) : redirect(`${pathname}?moved=${done.id}`, 303);
  }
  const json = { ...nextStepIn(form), town: typedOrNull(form, "town"), desks: typedNumber(form, "desks") };
  const { problem } = await attempt(candidate.$patch({ param: { id }, json, header: ifMatch(form) }));
  return problem ? refuse(problem) : redirect(`${pathname}?saved`, 303);
}

export default function Candidate() {
  const { candidate, notes, moves, wanted, isSaved, moved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language, today } = useShell();
  const text = boardMessages[language];
  const { name, network, stage, version } = candidate;
  const board = `/${language}/networks/${network.slug}/candidates`;
  const refusedIn = (form: string) => (refused?.form === form ? refused : undefined);
  const values = refusedIn("step")?.values ?? {
    nextStep: candidate.nextStep ?? "",
    nextStepOn: candidate.nextStepOn ?? "",
    nextStepAt: candidate.nextStepAt ?? "",
    ownerId: candidate.owner?.personId ?? "",
    town: candidate.town ?? "",
    desks: String(candidate.desks ?? ""),
  };
  const errorOf = errorsOf(refusedIn("step"));
  const moveValues = refusedIn("move")?.values ?? { stage: wanted ?? "", reason: "" };
  const wantedStage = stages.find((one) => one === moveValues.stage);
  const isReasonNeeded = wantedStage !== undefined && needsReason(stage, wantedStage);
  return (
    <Page title={titleAfter(name, refused, language)} area={{ kind: "coordinator", network }} current="candidates">
      <div className="frame">
        <Crumbs trail={[{ label: text.candidates, href: board }, { label: name }]} language={language} />
        <div className="page-head">
          <div>
            <h1>{nameAndPlace(candidate)}</h1>
            <p className="lead">
              {text.standsIn} «{text.stages[stage]}»{candidate.desks !== null && ` · ${text.desks(candidate.desks)}`}
            </p>
          </div>
          <div className="buttons">
            <a className="button" href={`/${language}/organizations/${candidate.slug}`}>
              {text.toOrganization}
            </a>
          </div>
        </div>
        {isSaved && (
          <Notice kind="good" role="status" title={text.saved}>
            {null}
          </Notice>
        )}
        <ErrorSummary
          errors={fieldErrors(refused)}
          labels={{
            stage: text.moveTo,
            reason: text.reason,
            note: text.newNote,
            town: text.town,
            desks: text.desksField,
            nextStepOn: text.day,
          }}
          language={language}
        />
        {refused && fieldErrors(refused).length === 0 && (
          <Notice kind="wrong" role="alert" title={refused.form === "move" ? text.notMoved : text.notSaved}>
            <p>{refused.problem.title}</p>
            {refused.form === "step" && refused.problem.status === 412 && <p>{text.nowItSays(candidate.nextStep ?? text.noNextStep)}</p>}
          </Notice>
        )}
        <div className="columns section-s">
          <form className="form" method="post" aria-labelledby="step-heading" noValidate>
            <h2 id="step-heading">{text.nextStep}</h2>
            <input type="hidden" name="doing" value="step" />
            <input type="hidden" name="version" value={version} />
            <NextStepFields values={values} owners={candidate.owners} errorOf={errorOf} language={language} />
            <div className="pair">
              <TextField name="town" label={text.town} defaultValue={values.town} isOptional {...errorOf("town")} language={language} />
              <TextField
                name="desks"
                label={text.desksField}
                inputMode="numeric"
                defaultValue={values.desks}
                isOptional
                {...errorOf("desks")}
                language={language}
              />
            </div>
            <div className="buttons">
              <button type="submit" className="button lit">
                {text.saveStep}
              </button>
            </div>
          </form>
          <form className="form" method="post" id="move" aria-labelledby="move-heading" noValidate>
            <h2 id="move-heading">{text.moveCandidate}</h2>
            <input type="hidden" name="doing" value="move" />
            <input type="hidden" name="version" value={version} />
            <SelectField
              name="stage"
              label={text.moveTo}
              hint={text.memberFromToday}
              hasEmpty
              defaultValue={moveValues.stage}
              options={stages.filter((one) => one !== stage).map((one) => ({ value: one, label: text.stages[one] }))}
              {...errorsOf(refusedIn("move"))("stage")}
              language={language}
            />
            <TextareaField
              name="reason"
              label={text.reason}
              hint={text.reasonHint}
              defaultValue={moveValues.reason}
              isOptional={!isReasonNeeded}
              {...errorsOf(refusedIn("move"))("reason")}
              maxLength={1000}
              language={language}
            />
            <div className="buttons">
              <button type="submit" className="button">
                {text.moveCandidate}
              </button>
            </div>
          </form>
        </div>
        <div className="columns section-s" id="notes">
          <section className="stack" aria-labelledby="notes-heading">
            <h2 id="notes-heading">{text.notes}</h2>
            {notes.length === 0 && <p className="soft">{text.noNotes}</p>}
            <ul className="plain-list">
              {notes.map(({ id, note, writtenAt, writtenBy }) => (
                <li key={id}>
                  <p>{note}</p>
                  <p className="fine soft">{[writtenBy, momentOf(writtenAt)].filter(Boolean).join(", ")}</p>
                </li>
              ))}
            </ul>
          </section>
          <form className="form" method="post" noValidate>
            <input type="hidden" name="doing" value="note" />
            <TextareaField
              name="note"
              label={text.newNote}
              defaultValue={refusedIn("note")?.values.note}
              maxLength={4000}
              {...errorsOf(refusedIn("note"))("note")}
              language={language}
            />
            <div className="buttons">
              <button type="submit" className="button">
                {text.writeNote}
              </button>
            </div>
          </form>
        </div>
        <section className="section-s stack" aria-labelledby="history">
          <h2 id="history">{text.history}</h2>
          <MovesTable moves={moves} caption={text.history} today={today} language={language} />
        </section>
      </div>
      {moved?.abilities.undo && (
        <UndoBar action="?" fields={{ doing: "undo", change: moved.id }} closeHref={`${board}/${candidate.id}`} language={language}>
          <b>{name}</b> {text.movedTo(text.stages[moved.to])}
        </UndoBar>
      )}
    </Page>
  );

  function momentOf(moment: string): string {
    const at = Temporal.Instant.from(moment).toZonedDateTimeISO("Europe/Oslo");
    return `${dateWithYear(at, language)} ${clock(at)}`;
  }
}
