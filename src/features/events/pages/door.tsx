import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { DoorTemplates } from "../../../interface/components/door-templates.tsx";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { Faults } from "../../../interface/components/faults.tsx";
import { Icon } from "../../../interface/components/icon.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { ScanPanel } from "../../../interface/components/scan-panel.tsx";
import { faultsIn } from "../../../interface/faults-in.ts";
import { longDay, number } from "../../../interface/format.ts";
import { words } from "../../../interface/messages.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { dayIn } from "../../../platform/time/day.ts";
import type { ExchangeApi } from "../../exchange/routes.ts";
import { textIn } from "../../spaces/parts.ts";
import { doorWords } from "../door/words.ts";
import type { EventApi } from "../routes.ts";
import type { TicketApi } from "../tickets/routes.ts";
import { carryOutAtDoor } from "./door-acts.ts";
import { zoned } from "./event-times.ts";
import { DoorOutcome } from "./parts/door-outcome.tsx";
import { DoorRows } from "./parts/door-rows.tsx";
import { DoubleScans, DoubleTemplates } from "./parts/double-scans.tsx";
import { WalkInForm } from "./parts/walk-in-form.tsx";

const most = 40;
const counted = ["inside", "checkedIn", "registered", "invited", "people", "organizations"] as const;

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const { searchParams } = new URL(given.request.url);
  const param = { id: given.params.event ?? "" };
  const query = searchParams.get("q")?.trim().slice(0, 100) ?? "";
  const { arrivals } = client<TicketApi>(visit).events[":id"];
  const [event, list, doubles, keys] = await Promise.all([
    read(client<EventApi>(visit).events[":id"].$get({ param })),
    read(arrivals.$get({ param, query: { limit: String(most), ...(query && { q: query }) } })),
    read(arrivals.$get({ param, query: { limit: "100", scannedTwice: "true" } })),
    read(client<ExchangeApi>(visit)["signing-keys"].$get()),
  ]);
  const nonces = list.items.map(({ id }) => [id, crypto.randomUUID()] as const);
  return {
    ...{ event, list, query, keys: keys.items, doubles: doubles.items },
    nonces: Object.fromEntries(nonces) as Record<string, string>,
    walkInNonce: crypto.randomUUID(),
    today: dayIn(visit.now, event.timeZone),
    did: searchParams.get("did") ?? "",
    of: searchParams.get("of") ?? "",
  };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const event = given.params.event ?? "";
  const outcome = await carryOutAtDoor(visit, event, await given.request.formData());
  if (outcome.problem) return outcome;
  throw redirect(`/${visit.language}/events/${event}/door?${new URLSearchParams({ did: outcome.did, of: outcome.of })}`, 303);
}

const walkInFields = {
  ticketTypeId: "type",
  "event.sold_out": "type",
  "event.not_open_yet": "type",
  "event.sale_over": "type",
  "event.wrong_access_code": "type",
  "event.members_only": "email",
  "event.not_held": "email",
};

export type DoorData = Awaited<ReturnType<typeof loader>>;

/**
 * A phone at the door of an event. Without script it is a search with forms; the script adds the camera, the whole list, the queue
 * and work without a connection.
 */
export default function EventDoor() {
  const door = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = doorWords[language];
  const { event, list, query, today } = door;
  const name = textIn(event.title, language)?.text ?? "";
  const path = `/${language}/events/${event.slug}/door`;
  const labels = { name: text.name, email: text.email, type: text.ticketType };
  const faults = refused?.written ? faultsIn(refused.problem, labels, walkInFields) : [];
  const first = zoned(event.startsAt, event.timeZone);
  const isToday = first.toPlainDate().toString() <= today && today <= zoned(event.endsAt, event.timeZone).toPlainDate().toString();
  return (
    <Page
      title={`${refused ? `${words[language].error}: ` : ""}${text.title} · ${name}`}
      area={{ kind: "public" }}
      current="events"
      isBare
      scripts={["event-door"]}
    >
      <meta name="theme-color" content="#eef3f3" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#08181d" media="(prefers-color-scheme: dark)" />
      <div className="phone-page check-in" data-event-door={event.id} data-zone={event.timeZone} data-keys={JSON.stringify(door.keys)}>
        <header className="phone-bar on" data-bar>
          <a href={`/${language}/events/${event.slug}/registrations`}>
            <Icon name="arrow-left" /> <span className="hidden">{text.toList}</span>
          </a>
          <h1>
            {text.title} <span className="soft event-door-name">{name}</span>
          </h1>
          <span className="end net" data-net role="status" hidden />
        </header>
        <div className="phone-body">
          {event.status === "cancelled" && <Notice kind="wrong" title={text.cancelled} />}
          {!isToday && event.status !== "cancelled" && <Notice kind="care" title={text.notToday(longDay(first, language))} />}
          <ErrorSummary errors={faults} labels={labels} language={language} />
          {refused && faults.length === 0 && (
            <Notice kind="wrong" role="alert" title={text.couldNot}>
              <p>{refused.problem.title}</p>
            </Notice>
          )}
          <dl className="door-counts">
            {counted.map((key) => (
              <div key={key}>
                <dt>{text.counts[key]}</dt>
                <dd data-count={key}>{number(list.counts[key], language)}</dd>
              </div>
            ))}
          </dl>
          <div data-notice aria-live="polite" />
          <div data-result aria-live="assertive">
            <DoorOutcome door={door} path={path} language={language} />
          </div>
          <fieldset className="door-direction" data-direction hidden>
            <legend className="hidden">{text.direction}</legend>
            {(["in", "out"] as const).map((direction) => (
              <label key={direction} className="button">
                <input type="radio" name="direction" value={direction} defaultChecked={direction === "in"} />
                <span>{direction === "in" ? text.letIn : text.letOut}</span>
              </label>
            ))}
          </fieldset>
          <ScanPanel language={language} />
          <form method="get" action={path} className="search-guests" data-search>
            <label htmlFor="q">{text.searchLabel}</label>
            <div>
              <input id="q" type="search" name="q" defaultValue={query} autoComplete="off" enterKeyHint="search" />
              <button className="button" type="submit">
                <Icon name="search" /> {text.search}
              </button>
            </div>
          </form>
          <section data-refused hidden className="stack" aria-label={text.refusedTitle} />
          <div data-doubles>
            <DoubleScans slug={event.slug} doubles={door.doubles} timeZone={event.timeZone} language={language} />
          </div>
          <section data-list>
            <h2 className="hidden">{text.toList}</h2>
            <DoorRows door={door} path={path} language={language} />
          </section>
          <Faults faults={faults}>
            <WalkInForm door={door} written={refused?.written} path={path} language={language} />
          </Faults>
          <details className="room small" data-queue hidden>
            <summary />
            <p>{text.queueSafe}</p>
            <ul className="lines" />
          </details>
          <details className="room small" data-phone hidden>
            <summary>{text.thisPhone}</summary>
            <p data-listed hidden className="with-icon">
              <Icon name="check-round" tone="good" /> <span />
            </p>
            <p data-kept hidden className="with-icon">
              <Icon name="check-round" tone="good" /> {text.worksOffline}
            </p>
            <div className="field">
              <label htmlFor="device">{text.doorName}</label>
              <p className="hint" id="device-hint">
                {text.doorNameHint}
              </p>
              <input id="device" name="device" maxLength={60} autoComplete="off" aria-describedby="device-hint" />
            </div>
          </details>
        </div>
      </div>
      <DoorTemplates language={language} />
      <DoubleTemplates slug={event.slug} language={language} />
    </Page>
  );
}
