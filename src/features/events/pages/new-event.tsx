import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { client, read, readAll } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { dayIn } from "../../../platform/time/day.ts";
import type { ExchangeApi } from "../../exchange/routes.ts";
import type { OrganizationsApi } from "../../organizations/routes.ts";
import { mayHoldEvents } from "../policy.ts";
import { eventWords } from "./event-words.ts";
import { makeEvent } from "./new-event-action.ts";
import { newEventWords } from "./new-event-words.ts";
import { NewEventForm } from "./parts/new-event-form.tsx";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const organization = await read(
    client<OrganizationsApi>(visit).organizations[":id"].$get({ param: { id: given.params.organization ?? "" } }),
  );
  if (!mayHoldEvents(visit.actor, organization.id)) throw new Response(null, { status: 404 });
  const today = dayIn(visit.now, "Europe/Oslo");
  const houses = await readAll((page) => client<ExchangeApi>(visit).spaces.$get({ query: { day: today, ...page } }));
  return {
    organization: { slug: organization.slug, name: organization.name },
    spaces: houses.map(({ slug, name }) => ({ slug, name })),
    today,
  };
}

export function action(given: ActionFunctionArgs) {
  return makeEvent(given);
}

/** Where those who manage an organization make an event: what, when, where, for whom, and its tickets. */
export default function NewEvent() {
  const { organization, spaces, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const problem = refused && "problem" in refused ? refused.problem : undefined;
  const text = newEventWords[language];
  return (
    <Page title={problem ? `${text.error}: ${text.title}` : text.title} area={{ kind: "public" }} current="events">
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
            <ErrorSummary errors={refused?.errors ?? []} language={language} />
            {problem && refused?.errors.length === 0 && (
              <Notice kind="wrong" role="alert" title={text.couldNot}>
                <p>{problem.title}</p>
              </Notice>
            )}
            <NewEventForm
              spaces={spaces}
              written={refused?.written}
              errors={refused?.errors ?? []}
              isAlike={problem?.code === "event.alike"}
              today={today}
              language={language}
            />
          </div>
        </div>
      </div>
    </Page>
  );
}
