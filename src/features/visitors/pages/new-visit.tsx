import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, type Problem, read } from "../../../interface/api-client.ts";
import { RadioField } from "../../../interface/components/choice-field.tsx";
import { ErrorSummary, errorSummaryId } from "../../../interface/components/error-summary.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { TextField } from "../../../interface/components/text-field.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { holdsRole } from "../../../platform/access/actor.ts";
import { dayIn } from "../../../platform/time/day.ts";
import type { SpaceApi } from "../../spaces/routes.ts";
import type { VisitorApi } from "../routes.ts";
import { bookingsIn } from "./load-bookings.ts";
import { fieldOf, VisitFields } from "./parts/visit-fields.tsx";
import { atDayOrTime, momentIn, readVisitForm, type WrittenVisit } from "./read-visit-form.ts";
import { visitorWords } from "./words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.space ?? "" };
  const space = await read(client<SpaceApi>(visit).spaces[":id"].$get({ param }));
  const isDesk = holdsRole(visit.actor, "host", space.organization.id);
  // the desk may; others must work here
  if (!isDesk) await read(client<VisitorApi>(visit).spaces[":id"]["kiosk-name"].$get({ param }));
  const bookings = await bookingsIn(visit, space.slug);
  return {
    space: { slug: space.slug, name: space.name },
    today: dayIn(visit.now, space.timeZone),
    bookings,
    isDesk,
    isManager: space.abilities.edit,
  };
}

type People = { id: string; name: string }[];
type Outcome = { written: WrittenVisit; problem?: Problem; errors?: { field: string; message: string }[]; people?: People };

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.space ?? "" };
  const form = await given.request.formData();
  const written = readVisitForm(form);
  const api = client<VisitorApi>(visit).spaces[":id"];
  const text = visitorWords[visit.language];
  const space = await read(client<SpaceApi>(visit).spaces[":id"].$get({ param }));
  let visitedId = String(form.get("visited") ?? "");
  if (written.whom !== "" && visitedId === "") {
    const { done, problem } = await attempt(api["visited-people"].$get({ param, query: { q: written.whom } }));
    const people = done?.items ?? [];
    if (problem || people.length === 0)
      return data<Outcome>({ written, errors: [{ field: "whom", message: text.whomNone }] }, { status: 422 });
    if (people.length > 1)
      return data<Outcome>({ written, people, errors: [{ field: "visited", message: text.whomWhich }] }, { status: 422 });
    visitedId = people[0]?.id ?? "";
  }
  const json = {
    name: written.name,
    ...(written.organization && { organization: written.organization }),
    ...(written.email && { email: written.email }),
    language: written.language,
    expectedAt: momentIn(written, space.timeZone) ?? "",
    ...(written.booking && { bookingId: written.booking }),
    ...(visitedId && { visitedId }),
  };
  const { problem } = await attempt(api.visits.$post({ param, json }));
  if (problem) return data<Outcome>({ written, problem }, { status: problem.status });
  const isOwn = visitedId === "";
  throw redirect(`/${visit.language}/${isOwn ? "me" : `spaces/${space.slug}`}/visitors?did=announced`, 303);
}

/** Where a visitor is announced: one's own, or by the desk anybody's. */
export default function NewVisit() {
  const { space, today, bookings, isDesk, isManager } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>() as Outcome | undefined;
  const { language } = useShell();
  const text = visitorWords[language];
  const written = outcome?.written ?? { name: "", organization: "", email: "", language, day: today, time: "", booking: "", whom: "" };
  const problem = outcome?.problem;
  const of = problem && fieldOf(problem.code);
  const errors =
    outcome?.errors ??
    (problem?.errors && atDayOrTime(problem.errors, written, text.timeMissing)) ??
    (problem && of ? [{ field: of, message: of === "whom" && written.whom === "" ? text.whomYou : problem.title }] : []);
  const title = text.announceAt(space);
  const errorOf = (field: string) => {
    const message = errors.find((error) => error.field === field)?.message;
    return message === undefined ? {} : { error: message };
  };
  return (
    <Page
      title={outcome ? `${text.error}: ${title}` : title}
      area={isDesk ? { kind: isManager ? "manager" : "host", space } : { kind: "member" }}
      current={isDesk ? "today" : "days"}
    >
      <div className="frame form-page">
        <form className="form" method="post" action={`#${errorSummaryId}`} noValidate>
          <h1>{title}</h1>
          <p className="lead">{text.announceLead}</p>
          <ErrorSummary
            errors={errors}
            labels={{ name: text.name, organization: text.organization, email: text.email, expectedAt: text.day, time: text.time }}
            language={language}
          />
          {problem && errors.length === 0 && (
            <Notice kind="wrong" role="alert" title={text.couldNot}>
              <p>{problem.title}</p>
            </Notice>
          )}
          <VisitFields written={written} errors={errors} today={today} bookings={bookings} hasLanguage language={language} />
          {isDesk && (
            <TextField
              name="whom"
              label={text.whom}
              hint={text.whomHint}
              {...errorOf("whom")}
              defaultValue={written.whom}
              autoComplete="off"
              isOptional
              language={language}
            />
          )}
          {outcome?.people && (
            <RadioField
              name="visited"
              label={text.whomWhich}
              {...errorOf("visited")}
              options={outcome.people.map(({ id, name }) => ({ value: id, label: name }))}
              language={language}
            />
          )}
          <div className="send">
            <button className="button lit" type="submit">
              {text.send}
            </button>
          </div>
        </form>
      </div>
    </Page>
  );
}
