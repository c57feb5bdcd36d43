import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { CheckInResult } from "../../../interface/components/check-in-result.tsx";
import { Icon } from "../../../interface/components/icon.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { ScanPanel } from "../../../interface/components/scan-panel.tsx";
import { Seats } from "../../../interface/components/seats.tsx";
import { clock, inWords, inWordsFirst, shortDay } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { Language } from "../../../platform/language/language.ts";
import type { SpaceApi } from "../../spaces/routes.ts";
import { guestState } from "../host-phone/guest.ts";
import type { ExchangeApi } from "../routes.ts";
import { PhoneTemplates } from "./parts/check-in-phone.tsx";
import { DoubleAdmissions } from "./parts/double-admissions.tsx";
import { type GuestDay, loadGuestDay } from "./parts/guest-day.ts";
import { GuestDuties } from "./parts/guest-duties.tsx";
import { GuestRows, inListOrder, PassForm } from "./parts/guest-rows.tsx";
import { carryOutAct } from "./parts/host-acts.ts";
import { HostOutcome } from "./parts/host-outcome.tsx";
import { checkInWords } from "./words/check-in-words.ts";
import { hostWords } from "./words/host-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const day = await loadGuestDay(given);
  const [keys, settings] = await Promise.all([
    read(client<ExchangeApi>(visit)["signing-keys"].$get()),
    read(client<SpaceApi>(visit).spaces[":id"].settings.$get({ param: { id: day.space.id } })),
  ]);
  return { ...day, keys: keys.items, duties: settings.hostDuties };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const space = given.params.space ?? "";
  const { did, of, problem, written } = await carryOutAct(visit, space, await given.request.formData());
  if (problem) return { problem, written };
  throw redirect(`/${visit.language}/spaces/${space}/check-in?${new URLSearchParams({ did, of })}`, 303);
}

/**
 * The host's phone at the door. Without script it is the list with forms; the script adds the camera, the queue and work without
 * a connection.
 */
export default function CheckIn() {
  const loaded = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const day = { ...loaded, written: outcome?.written };
  const { language } = useShell();
  const { space } = day;
  const text = hostWords[language];
  const phone = checkInWords[language];
  const path = `/${language}/spaces/${space.slug}/check-in`;
  return (
    <Page title={`${text.checkInTitle}, ${space.name}`} area={{ kind: "host", space }} current="checkIn" isBare scripts={["check-in"]}>
      <link rel="manifest" href={`${path}.webmanifest`} />
      <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
      <meta name="theme-color" content="#eef3f3" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#08181d" media="(prefers-color-scheme: dark)" />
      <div
        className="phone-page check-in"
        data-check-in={space.id}
        data-path={path}
        data-day={day.day}
        data-zone={space.timeZone}
        data-keys={JSON.stringify(day.keys)}
      >
        <header className="phone-bar on" data-bar>
          <a href={`/${language}/spaces/${space.slug}/today`}>
            <Icon name="arrow-left" /> <span className="hidden">{text.wholeDay}</span>
          </a>
          <h1>
            {space.name} <span className="soft">{shortDay(day.day, language)}</span>
          </h1>
          <span className="end net" data-net role="status" hidden />
        </header>
        <div className="phone-body">
          {outcome?.problem && (
            <Notice kind="wrong" role="alert" title={text.couldNot}>
              <p>{outcome.problem.title}</p>
            </Notice>
          )}
          <div data-notice aria-live="polite" />
          <div data-result aria-live="assertive">
            <JustDone day={day} path={path} language={language} />
          </div>
          <div data-received />
          <ScanPanel language={language} />
          <form method="get" action={path} className="search-guests" data-search>
            <label htmlFor="q">{text.searchLabel}</label>
            <div>
              <input
                id="q"
                type="search"
                name="q"
                defaultValue={day.query}
                autoComplete="off"
                autoCapitalize="characters"
                enterKeyHint="search"
              />
              <button className="button" type="submit">
                <Icon name="search" /> {text.search}
              </button>
            </div>
          </form>
          <section data-refused hidden className="stack" aria-label={phone.refusedTitle} />
          <div data-live="list" data-read-at={day.readAt} className="stack">
            <DoubleAdmissions day={day} action={path} language={language} />
            <TodaysList day={day} path={path} language={language} />
          </div>
          <details className="room small" data-queue hidden>
            <summary />
            <p>{phone.queueSafe}</p>
          </details>
          <details className="room small" data-phone hidden>
            <summary>{phone.thisPhone}</summary>
            <div className="field">
              <label htmlFor="device">{phone.phoneName}</label>
              <p className="hint" id="device-hint">
                {phone.phoneNameHint}
              </p>
              <input id="device" name="device" maxLength={60} autoComplete="off" aria-describedby="device-hint" />
            </div>
            <p data-kept hidden className="with-icon">
              <Icon name="check-round" tone="good" /> {phone.worksOffline}
            </p>
            <p className="hint">{phone.homeScreen}</p>
          </details>
        </div>
      </div>
      <PhoneTemplates duties={day.duties} language={language} />
    </Page>
  );
}

type PartProps = { day: GuestDay; path: string; language: Language };

function JustDone({ day, path, language }: PartProps) {
  const text = hostWords[language];
  const guest = day.items.find(({ id }) => id === day.of);
  const isIn = guest && guestState(guest) === "in" && (day.did === "in" || day.did === "again" || day.did === "duties");
  if (!isIn) return <HostOutcome day={day} path={path} language={language} />;
  const since = clock(Temporal.Instant.from(guest.checkedInAt ?? day.readAt).toZonedDateTimeISO(day.space.timeZone));
  return (
    <div className="stack">
      <CheckInResult
        door="open"
        verdict={day.did === "again" ? text.wasAlreadyIn(guest.holder) : text.letIn}
        name={guest.holder}
        actions={
          <>
            <PassForm act="out" guest={guest} nonce={day.nonces[guest.id]} action={path}>
              <button className="button small" type="submit">
                {text.undo}
              </button>
            </PassForm>
            <span className="small">{text.inSince(since)}</span>
          </>
        }
      >
        <p>{guest.home.name}</p>
        {guest.message && <p className="small">{guest.message}</p>}
      </CheckInResult>
      {guest.duties.length > 0 && (
        <section>
          <h2 className="h3">{text.receive(guest.holder)}</h2>
          <GuestDuties guest={guest} action={path} language={language} />
        </section>
      )}
    </div>
  );
}

function TodaysList({ day, path, language }: PartProps) {
  const text = hostWords[language];
  const all = inListOrder(day.items.filter((guest) => guestState(guest) !== "gone"));
  const shown = day.query === "" ? all : all.filter((guest) => matches(guest, day.query));
  const seats = day.seats?.guestSeats ?? 0;
  const inside = all.filter((guest) => guestState(guest) === "in").length;
  const expected = all.filter((guest) => guestState(guest) === "expected").length;
  return (
    <section aria-labelledby="list">
      <div className="list-head">
        <h2 id="list" className="h3">
          {text.title}
        </h2>
        <p className="small">
          <Seats free={day.seats?.guestSeatsLeft ?? 0} seats={seats} />{" "}
          <b data-count>{text.inOf({ inside: inWordsFirst(inside, language), expected: inWords(expected, language) })}</b>
        </p>
      </div>
      {all.length === 0 && (
        <p data-empty>
          {text.emptyToday}. {text.emptyText}
        </p>
      )}
      {day.query !== "" && (
        <p className="small" data-searched>
          {shown.length === 0 && text.searchNone(day.query)} <a href={path}>{text.showAll}</a>
        </p>
      )}
      <GuestRows guests={shown} day={day} action={path} language={language} />
      <p className="small soft">{text.updated(clock(Temporal.Instant.from(day.readAt).toZonedDateTimeISO(day.space.timeZone)))}</p>
    </section>
  );
}

function matches(guest: GuestDay["items"][number], query: string): boolean {
  const code = query.replace(/[\s-]/g, "").toUpperCase();
  return guest.code === code || guest.holder.toLocaleLowerCase("nb").includes(query.toLocaleLowerCase("nb"));
}
