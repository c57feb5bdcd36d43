import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { client, read } from "../../../../interface/api-client.ts";
import { RadioField } from "../../../../interface/components/choice-field.tsx";
import { Crumbs } from "../../../../interface/components/crumbs.tsx";
import { ErrorSummary } from "../../../../interface/components/error-summary.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import { TextareaField, TextField } from "../../../../interface/components/text-field.tsx";
import { oneOf } from "../../../../interface/form-values.ts";
import { labelsInEach } from "../../../../interface/labels.ts";
import { Page, useShell } from "../../../../interface/page.tsx";
import { signedIn } from "../../../../interface/visit.ts";
import { languages } from "../../../../platform/language/language.ts";
import { dayIn } from "../../../../platform/time/day.ts";
import type { OrganizationsApi } from "../../../organizations/routes.ts";
import { eventWords } from "../../pages/event-words.ts";
import { mayHoldEvents } from "../../policy.ts";
import { namesFor } from "./new-festival-action.ts";
import { makeSeries } from "./new-series-action.ts";
import { newSeriesWords } from "./new-series-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.organization ?? "" };
  const organization = await read(client<OrganizationsApi>(visit).organizations[":id"].$get({ param }));
  if (!mayHoldEvents(visit.actor, organization.id)) throw new Response(null, { status: 404 });
  const { shown } = await namesFor(visit);
  return {
    organization: { slug: organization.slug, name: organization.name },
    spaces: shown.spaces,
    today: dayIn(visit.now, "Europe/Oslo"),
  };
}

export function action(given: ActionFunctionArgs) {
  return makeSeries(given);
}

/** Where a series is made: one form, and a page for every time. */
export default function NewSeries() {
  const { organization, spaces, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = newSeriesWords[language];
  const { about, first: day, from, to, repeats, count, place, municipality, size, price } = text;
  const labels = { ...labelsInEach("title", text.name), about, day, from, to, repeats, count, place, municipality, size, price };
  const field = (name: keyof typeof labels, usual = "") => {
    const error = refused?.errors.find((one) => one.field === name)?.message;
    const defaultValue = refused ? oneOf(refused.written, name) : usual;
    return { name, label: labels[name], language, defaultValue, ...(error !== undefined && { error }) };
  };
  return (
    <Page title={refused ? `${text.error}: ${text.title}` : text.title} area={{ kind: "public" }} current="events">
      <div className="frame">
        <Crumbs
          trail={[
            { label: eventWords[language].events, href: `/${language}/events?organization=${organization.slug}` },
            { label: text.title },
          ]}
          language={language}
        />
        <div className="form-page">
          <div>
            <h1>{text.title}</h1>
            <p className="lead">{text.lead({ name: organization.name })}</p>
            <ErrorSummary errors={refused?.errors ?? []} labels={labels} language={language} />
            {refused && refused.errors.length === 0 && (
              <Notice kind="wrong" role="alert" title={text.couldNot}>
                <p>{refused.problem.title}</p>
              </Notice>
            )}
            <form className="form" method="post" noValidate>
              {languages.map((each) => (
                <TextField key={each} {...field(`title-${each}`)} lang={each} maxLength={200} isOptional={each !== language} />
              ))}
              <TextareaField {...field("about")} maxLength={8000} isOptional />
              <div className="event-row">
                <TextField {...field("day")} type="date" min={today} width="s" />
                <TextField {...field("from", "08:00")} type="time" width="s" />
                <TextField {...field("to", "09:00")} type="time" width="s" />
              </div>
              <RadioField
                {...field("repeats", "WEEKLY")}
                options={(["WEEKLY", "FORTNIGHTLY", "MONTHLY"] as const).map((value) => ({ value, label: text.rules[value] }))}
              />
              <TextField {...field("count", "10")} inputMode="numeric" width="xs" />
              <TextField {...field("place")} list="places" autoComplete="off" maxLength={200} isOptional />
              <datalist id="places">
                {spaces.map((name) => (
                  <option key={name} value={name} />
                ))}
              </datalist>
              <TextField {...field("municipality")} hint={text.municipalityHint} maxLength={60} isOptional />
              <TextField {...field("size")} inputMode="numeric" width="xs" />
              <TextField {...field("price")} hint={text.priceHint} inputMode="decimal" width="xs" isOptional />
              <div className="send">
                <button type="submit" className="button lit">
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
