import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { client, read, readAll } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { dayIn } from "../../../platform/time/day.ts";
import type { ExchangeApi } from "../../exchange/routes.ts";
import { textIn } from "../../spaces/parts.ts";
import type { EventApi } from "../routes.ts";
import { saveEvent } from "./edit-event-action.ts";
import { editEventWords } from "./edit-event-words.ts";
import { eventWords } from "./event-words.ts";
import { writtenEvent } from "./event-written.ts";
import { CallOff } from "./parts/call-off.tsx";
import { EditEventForm } from "./parts/edit-event-form.tsx";
import { RefusingEvent, refusingIn } from "./parts/refusing-event.tsx";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const event = await read(client<EventApi>(visit).events[":id"].$get({ param: { id: given.params.event ?? "" } }));
  if (!event.abilities.run) throw new Response(null, { status: 404 });
  const day = dayIn(visit.now, event.timeZone);
  const houses = await readAll((page) => client<ExchangeApi>(visit).spaces.$get({ query: { day, ...page } }));
  const spaces = houses.map(({ slug, name }) => ({ slug, name }));
  const own = event.space && !spaces.some(({ slug }) => slug === event.space?.slug) ? [event.space] : [];
  return { event, spaces: [...own, ...spaces], today: day };
}

export function action(given: ActionFunctionArgs) {
  return saveEvent(given);
}

/** Where those who run an event change it, alone or with those of its series that follow, and call it off. */
export default function EditEvent() {
  const { event, spaces, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = editEventWords[language];
  const name = textIn(event.title, language)?.text ?? "";
  const path = `/${language}/events/${event.slug}`;
  const isConflict = refused?.problem.status === 412;
  const refusing = refusingIn(refused?.problem, event.slug);
  // having seen that somebody else saved, one may save over it
  const written = refused ? { ...refused.written, ...(isConflict && { version: [String(event.version)] }) } : writtenEvent(event);
  return (
    <Page title={refused ? `${text.error}: ${text.title}` : `${text.title} · ${name}`} area={{ kind: "public" }} current="events">
      <div className="frame">
        <Crumbs
          trail={[{ label: eventWords[language].events, href: `/${language}/events` }, { label: name, href: path }, { label: text.title }]}
          language={language}
        />
        <div className="form-page">
          <div>
            <h1>{text.title}</h1>
            <p className="lead">{text.lead}</p>
            <ErrorSummary errors={refused?.errors ?? []} language={language} />
            {refusing && (
              <RefusingEvent event={refusing} page="/edit" why={refused?.problem.title ?? ""} today={today} language={language} />
            )}
            {refused && !refusing && refused.errors.length === 0 && (
              <Notice kind="wrong" role="alert" title={isConflict ? text.changedMeanwhile : text.couldNot}>
                <p>{isConflict ? text.changedMeanwhileAbout : refused.problem.title}</p>
              </Notice>
            )}
            {event.status === "cancelled" ? (
              <Notice kind="care" title={text.isCancelled}>
                <p>{text.isCancelledAbout}</p>
              </Notice>
            ) : (
              <>
                <EditEventForm
                  event={event}
                  form={{ written, errors: refused?.errors ?? [], language }}
                  spaces={spaces}
                  save={isConflict ? text.saveOver : text.save}
                />
                {event.status === "published" && <CallOff written={refused?.written} language={language} />}
              </>
            )}
          </div>
        </div>
      </div>
    </Page>
  );
}
