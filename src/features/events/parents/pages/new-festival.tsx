import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { client, read } from "../../../../interface/api-client.ts";
import { Crumbs } from "../../../../interface/components/crumbs.tsx";
import { DefaultButton } from "../../../../interface/components/default-button.tsx";
import { ErrorSummary } from "../../../../interface/components/error-summary.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import { TextareaField, TextField } from "../../../../interface/components/text-field.tsx";
import { oneOf, type Written } from "../../../../interface/form-values.ts";
import { labelsInEach } from "../../../../interface/labels.ts";
import { Page, useShell } from "../../../../interface/page.tsx";
import { signedIn } from "../../../../interface/visit.ts";
import { languages } from "../../../../platform/language/language.ts";
import type { OrganizationsApi } from "../../../organizations/routes.ts";
import { eventWords } from "../../pages/event-words.ts";
import { mayHoldEvents } from "../../policy.ts";
import { firstRows, rowsIn } from "./festival-rows.ts";
import { buildFestival, namesFor } from "./new-festival-action.ts";
import { newFestivalWords } from "./new-festival-words.ts";
import { labelsOf } from "./parts/rows-fields.tsx";
import { SendEvents } from "./parts/send-events.tsx";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.organization ?? "" };
  const organization = await read(client<OrganizationsApi>(visit).organizations[":id"].$get({ param }));
  if (!mayHoldEvents(visit.actor, organization.id)) throw new Response(null, { status: 404 });
  const { shown } = await namesFor(visit);
  return { organization: { slug: organization.slug, name: organization.name }, ...shown };
}

export function action(given: ActionFunctionArgs) {
  return buildFestival(given);
}

/** Where a festival is built: what it is called, and its events row by row, saved all at once. */
export default function NewFestival() {
  const { organization, spaces, organizations } = useLoaderData<typeof loader>();
  const standing = useActionData<typeof action>();
  const { language } = useShell();
  const text = newFestivalWords[language];
  const written: Written = standing?.written ?? {};
  const errors = standing?.errors ?? [];
  const rows = standing ? rowsIn(written) : firstRows();
  const isRefused = errors.length > 0 || standing?.problem !== undefined;
  const { about, coHosts } = text;
  const labels = { ...labelsInEach("title", text.name), about, coHosts };
  const field = (name: keyof typeof labels) => {
    const error = errors.find((one) => one.field === name)?.message;
    return { name, label: labels[name], language, defaultValue: oneOf(written, name), ...(error !== undefined && { error }) };
  };
  return (
    <Page title={isRefused ? `${text.error}: ${text.title}` : text.title} area={{ kind: "public" }} current="events">
      <div className="frame section stack">
        <Crumbs
          trail={[
            { label: eventWords[language].events, href: `/${language}/events?organization=${organization.slug}` },
            { label: text.title },
          ]}
          language={language}
        />
        <div>
          <h1>{text.title}</h1>
          <p className="lead">{text.lead({ name: organization.name })}</p>
        </div>
        <ErrorSummary errors={errors} labels={{ ...labels, ...labelsOf(rows.length, language) }} language={language} />
        {standing?.problem && (
          <Notice kind="wrong" role="alert" title={text.couldNot}>
            <p>{standing.problem}</p>
          </Notice>
        )}
        <form key={rows.map((row) => row.title).join()} className="form parent-form" method="post" noValidate>
          <DefaultButton act="publish" />
          <input type="hidden" name="rows" value={rows.length} />
          <h2>{text.what}</h2>
          <div className="event-row">
            {languages.map((each) => (
              <TextField key={each} {...field(`title-${each}`)} lang={each} maxLength={200} isOptional={each !== language} />
            ))}
          </div>
          <TextareaField {...field("about")} maxLength={8000} isOptional />
          <TextField {...field("coHosts")} hint={text.coHostsHint} isOptional />
          <h2 id="rows">{text.rows}</h2>
          <SendEvents
            rows={rows}
            errors={errors}
            spaces={spaces}
            organizations={organizations}
            isAlike={standing?.isAlike === true}
            publish={text.publish}
            language={language}
          />
        </form>
      </div>
    </Page>
  );
}
