import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { RadioField } from "../../../interface/components/choice-field.tsx";
import { DataTable } from "../../../interface/components/data-table.tsx";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { TextField } from "../../../interface/components/text-field.tsx";
import { fullDay, inWordsFirst, list, longDay, number } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { Language } from "../../../platform/language/language.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { textIn, weekdayName } from "../../spaces/parts.ts";
import type { SpaceApi } from "../../spaces/routes.ts";
import { agreementWords } from "../agreement/pages/agreement-words.ts";
import type { ExchangeApi } from "../routes.ts";
import { TermsConflict } from "./parts/terms-conflict.tsx";
import { daysBeyond, readWritten, termsOf, type WrittenTerms, weekdays, weekdaysBeyondDesks, writtenOf } from "./parts/written-terms.ts";
import { termsWords } from "./words/terms-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.space ?? "" };
  const exchange = client<ExchangeApi>(visit).spaces[":id"];
  const [space, terms, ahead] = await Promise.all([
    read(client<SpaceApi>(visit).spaces[":id"].$get({ param })),
    read(exchange["guest-terms"].$get({ param })),
    read(exchange["guest-days"].$get({ param, query: { days: "62" } })),
  ]);
  if (!terms.abilities.change) throw new Response(null, { status: 404 });
  const isSaved = new URL(given.request.url).searchParams.has("saved");
  return { space, terms, ahead: ahead.items, isSaved, today: dayIn(visit.now, space.timeZone) };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const id = given.params.space ?? "";
  const written = readWritten(await given.request.formData());
  const { terms, errors } = termsOf(written, visit.language);
  if (errors.length > 0) return data({ written, errors, isConflict: false }, { status: 422 });
  const put = client<ExchangeApi>(visit).spaces[":id"]["guest-terms"].$put;
  const { problem } = await attempt(put({ param: { id }, header: { "if-match": written.version }, json: terms }));
  if (!problem) throw redirect(`/${visit.language}/spaces/${id}/guest-terms?saved`, 303);
  const isConflict = problem.status === 412;
  return data(
    { written, errors: isConflict ? [] : [{ field: "seats-1", message: problem.title }], isConflict },
    { status: problem.status },
  );
}

/** How many guests the house takes, on which days, and whether it is asked first. */
export default function GuestTerms() {
  const { space, terms, ahead, isSaved, today } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const { language } = useShell();
  const text = termsWords[language];
  const path = `/${language}/spaces/${space.slug}/guest-terms`;
  const written = outcome?.written ?? writtenOf(terms);
  const errors = outcome?.errors ?? [];
  const beyond = daysBeyond(terms, ahead).length;
  const beyondDesks = weekdaysBeyondDesks(terms, space.desks).map((weekday) => weekdayName(weekday, language));
  const welcome = textIn(space.guestWelcome, language);
  return (
    <Page title={outcome ? `${text.error}: ${text.title}` : text.title} area={{ kind: "manager", space }} current="guests">
      <div className="frame form-page">
        <div className="stack">
          <div>
            <h1>{text.title}</h1>
            <p className="lead">{text.lead}</p>
          </div>
          <ErrorSummary errors={errors} language={language} />
          {outcome?.isConflict && <TermsConflict mine={written} theirs={terms} path={path} language={language} />}
          {isSaved && !outcome && (
            <Notice kind="good" role="status" title={text.saved}>
              <p>{beyond > 0 ? text.beyond({ count: beyond, inWords: inWordsFirst(beyond, language) }) : text.savedText}</p>
            </Notice>
          )}
          {beyondDesks.length > 0 && !outcome && (
            <Notice kind="care" title={text.beyondDesks}>
              <p>{text.beyondDesksText({ days: list(beyondDesks, language), desks: number(space.desks, language) })}</p>
            </Notice>
          )}
          {!outcome?.isConflict && <TermsForm written={written} errors={errors} path={path} today={today} language={language} />}
        </div>
        <aside className="side">
          <p>
            <a href={`/${language}/spaces/${space.slug}/agreement`}>{agreementWords[language].title}</a>
          </p>
          <Ahead ahead={ahead} path={`/${language}/spaces/${space.slug}/today`} language={language} />
          <section>
            <h2>{text.welcome}</h2>
            {welcome && <p lang={welcome.language === language ? undefined : welcome.language}>{welcome.text}</p>}
            <p>
              <a href={`/${language}/spaces/${space.slug}/settings#texts`}>{text.editWelcome}</a>
            </p>
          </section>
        </aside>
      </div>
    </Page>
  );
}

type FormProps = { written: WrittenTerms; errors: { field: string; message: string }[]; path: string; today: string; language: Language };

function TermsForm({ written, errors, path, today, language }: FormProps) {
  const text = termsWords[language];
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message;
  const [past, coming] = [written.closedDays.filter((day) => day < today), written.closedDays.filter((day) => day >= today)];
  return (
    <form className="form" method="post" action={path} noValidate>
      <input type="hidden" name="version" value={written.version} />
      {past.map((day) => (
        <input key={day} type="hidden" name="closed" value={day} />
      ))}
      <fieldset className="field">
        <legend className="label">{text.seats}</legend>
        <p className="hint">{text.seatsHint}</p>
        <div className="weekday-seats">
          {weekdays.map((weekday) => (
            <TextField
              key={weekday}
              name={`seats-${weekday}`}
              label={weekdayName(weekday, language)}
              type="text"
              inputMode="numeric"
              defaultValue={written.seats[weekday - 1] ?? "0"}
              error={errorOf(`seats-${weekday}`)}
              language={language}
            />
          ))}
        </div>
      </fieldset>
      <RadioField
        name="askFirst"
        label={text.how}
        defaultValue={written.askFirst ? "yes" : "no"}
        options={[
          { value: "no", label: text.atOnce, about: text.atOnceAbout, door: "open" },
          { value: "yes", label: text.askFirst, about: text.askFirstAbout, door: "ajar" },
        ]}
        language={language}
      />
      <fieldset className="field">
        <legend className="label">{text.closed}</legend>
        <p className="hint">{text.closedHint}</p>
        <ul className="duty-list closed-days">
          {coming.map((day) => (
            <li key={day}>
              <label className="agree">
                <input type="checkbox" name="closed" value={day} defaultChecked />
                <span>{fullDay(day, language)}</span>
              </label>
            </li>
          ))}
        </ul>
        <TextField
          name="newDay"
          label={text.addClosed}
          type="date"
          min={today}
          width="s"
          isOptional
          defaultValue={written.newDay}
          error={errorOf("newDay")}
          language={language}
        />
      </fieldset>
      <div className="send">
        <button className="button lit" type="submit">
          {text.save}
        </button>
      </div>
    </form>
  );
}

type AheadProps = {
  ahead: { day: string; guestSeats: number; guestSeatsLeft: number; waiting: number }[];
  path: string;
  language: Language;
};

function Ahead({ ahead, path, language }: AheadProps) {
  const text = termsWords[language];
  const rows = ahead.filter(({ guestSeats, guestSeatsLeft, waiting }) => guestSeats - guestSeatsLeft > 0 || waiting > 0);
  return (
    <section>
      <h2>{text.ahead}</h2>
      {rows.length === 0 ? (
        <p>{text.noneAhead}</p>
      ) : (
        <DataTable
          caption={text.aheadCaption}
          isCaptionHidden
          keyOf={({ day }) => day}
          rows={rows}
          columns={[
            { label: text.day, isHeading: true, cell: ({ day }) => <a href={`${path}?day=${day}`}>{longDay(day, language)}</a> },
            { label: text.taken, cell: (row) => text.takenOf({ taken: row.guestSeats - row.guestSeatsLeft, seats: row.guestSeats }) },
            { label: text.waiting, cell: ({ waiting }) => waiting },
          ]}
        />
      )}
    </section>
  );
}
