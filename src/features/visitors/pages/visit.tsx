import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, type Problem, read } from "../../../interface/api-client.ts";
import { ErrorSummary, errorSummaryId } from "../../../interface/components/error-summary.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { fullDay } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { dayIn } from "../../../platform/time/day.ts";
import type { VisitorApi } from "../routes.ts";
import { carryOutVisit } from "./carry-out-visit.ts";
import { bookingsIn } from "./load-bookings.ts";
import { fieldOf, VisitFields } from "./parts/visit-fields.tsx";
import { stateInWords, timeIn, VisitActs } from "./parts/visit-row.tsx";
import { atDayOrTime, momentIn, readVisitForm, type WrittenVisit } from "./read-visit-form.ts";
import { visitorWords } from "./words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const shown = await read(client<VisitorApi>(visit).visits[":id"].$get({ param: { id: given.params.visit ?? "" } }));
  const isOwn = shown.visited?.id === visit.actor.personId;
  const bookings = isOwn ? await bookingsIn(visit, shown.space.slug) : [];
  return { shown, bookings, isOwn, today: dayIn(visit.now, shown.space.timeZone) };
}

type Outcome = { written?: WrittenVisit; problem: Problem };

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.visit ?? "" };
  const form = await given.request.formData();
  const api = client<VisitorApi>(visit).visits[":id"];
  const shown = await read(api.$get({ param }));
  const isOwn = shown.visited?.id === visit.actor.personId;
  const list = isOwn ? "me/visitors" : `spaces/${shown.space.slug}/visitors`;
  const leave = (did: string) => redirect(`/${visit.language}/${list}?did=${did}${isOwn ? "" : `&day=${shown.day}`}`, 303);
  if (form.has("act")) {
    form.set("visit", param.id);
    const { did, problem } = await carryOutVisit(visit, form);
    if (problem) return data<Outcome>({ problem }, { status: problem.status });
    throw leave(did);
  }
  const written = readVisitForm(form);
  const json = {
    name: written.name,
    organization: written.organization || null,
    email: written.email || null,
    expectedAt: momentIn(written, shown.space.timeZone) ?? "",
    ...(form.has("booking") && { bookingId: written.booking || null }),
  };
  const header = { "if-match": `"${String(form.get("version") ?? "")}"` };
  const { problem } = await attempt(api.$patch({ param, header, json }));
  if (problem) return data<Outcome>({ written, problem }, { status: problem.status });
  throw leave("changed");
}

/** One visit: change it, call it off, print the badge. */
export default function VisitPage() {
  const { shown, bookings, today } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>() as Outcome | undefined;
  const { language } = useShell();
  const text = visitorWords[language];
  const { timeZone } = shown.space;
  const problem = outcome?.problem;
  const isOvertaken = problem?.code === "request.changed_meanwhile";
  const asItIs: WrittenVisit = {
    name: shown.name,
    organization: shown.organization ?? "",
    email: shown.email ?? "",
    language: shown.language,
    day: shown.day,
    time: timeIn(shown.expectedAt, timeZone),
    booking: shown.booking?.id ?? "",
    whom: "",
  };
  const written = isOvertaken ? asItIs : (outcome?.written ?? asItIs);
  const of = problem && fieldOf(problem.code);
  const errors =
    (problem?.errors && atDayOrTime(problem.errors, written, text.timeMissing)) ??
    (problem && of ? [{ field: of, message: problem.title }] : []);
  const title = text.changeTitle(shown);
  return (
    <Page title={problem ? `${text.error}: ${title}` : title} area={{ kind: "member" }} current="days">
      <div className="frame form-page">
        <div className="stack">
          <div>
            <h1>{title}</h1>
            <p className="lead">
              {fullDay(shown.day, language)} {timeIn(shown.expectedAt, timeZone)}, {shown.space.name}
            </p>
            <p>{stateInWords(shown, language)}</p>
            <p>
              {text.code}: <b>{`${shown.code.slice(0, 4)} ${shown.code.slice(4)}`}</b>
            </p>
            {shown.abilities.printBadge && (
              <p>
                {text.badge}: <a href={`/api/v1/visits/${shown.id}.pdf?size=label&language=${language}`}>{text.badgeLabel} 62 × 100 mm</a>
                {" · "}
                <a href={`/api/v1/visits/${shown.id}.pdf?size=a6&language=${language}`}>{text.badgeA6}</a>
              </p>
            )}
          </div>
          <ErrorSummary
            errors={errors}
            labels={{ name: text.name, organization: text.organization, email: text.email, expectedAt: text.day, time: text.time }}
            language={language}
          />
          {problem && errors.length === 0 && (
            <Notice kind="wrong" role="alert" title={isOvertaken ? text.overtaken : text.couldNot}>
              {!isOvertaken && <p>{problem.title}</p>}
            </Notice>
          )}
          {shown.abilities.change ? (
            <form className="form" method="post" action={`#${errorSummaryId}`} noValidate>
              <input type="hidden" name="version" value={shown.version} />
              <VisitFields written={written} errors={errors} today={today} bookings={bookings} hasLanguage={false} language={language} />
              <div className="send">
                <button className="button lit" type="submit">
                  {text.save}
                </button>
              </div>
            </form>
          ) : (
            <VisitActs visit={shown} language={language} />
          )}
          {shown.abilities.cancel && (
            <form method="post">
              <p className="small soft">{text.cancelAbout}</p>
              <button className="button" type="submit" name="act" value="cancel">
                {text.cancel}
              </button>
            </form>
          )}
        </div>
      </div>
    </Page>
  );
}
