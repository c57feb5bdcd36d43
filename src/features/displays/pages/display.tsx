import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { Notice } from "../../../interface/components/notice.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { visitOf } from "../../../interface/visit.ts";
import { isMoment } from "../../../platform/http/fields.ts";
import type { DisplayApi } from "../routes.ts";
import { DoorScreen } from "./parts/door-screen.tsx";
import { timeOf } from "./parts/state-words.ts";
import { WallScreen } from "./parts/wall-screen.tsx";
import { displayWords } from "./words.ts";

// a screen that stands unattended without script reads the page anew each minute
const refreshSeconds = 60;

export async function loader(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const secret = given.params.secret ?? "";
  const screen = await read(client<DisplayApi>(visit).displays[":secret"].$get({ param: { secret } }));
  if (screen.kind === "kiosk") throw redirect(`/${visit.language}/displays/${secret}/kiosk`);
  return { screen, secret };
}

export type ScreenData = Awaited<ReturnType<typeof loader>>["screen"];

/** Takes the room, checks in or hands the room back, and shows the screen again. */
export async function action(given: ActionFunctionArgs) {
  const visit = visitOf(given);
  const param = { secret: given.params.secret ?? "" };
  const form = await given.request.formData();
  const display = client<DisplayApi>(visit).displays[":secret"];
  const until = String(form.get("until") ?? "");
  const act = form.get("act");
  const ofBooking = { param, json: { bookingId: String(form.get("booking")) } };
  if (act === null && !isMoment(until)) throw new Response(null, { status: 400 });
  const { problem } =
    act === "check-in"
      ? await attempt(display["check-in"].$put(ofBooking))
      : act === "hand-back"
        ? await attempt(display["hand-back"].$put(ofBooking))
        : await attempt(display.bookings.$post({ param, json: { until } }));
  if (problem) return data({ problem }, { status: problem.status });
  throw redirect(`/${visit.language}/displays/${param.secret}`, 303);
}

/** A screen at a door or on a wall: read from afar, by day and by night, and alone for months. */
export default function Display() {
  const { screen, secret } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const { language } = useShell();
  const text = displayWords[language];
  const { timeZone, name } = screen.space;
  const time = timeOf(screen.now, timeZone);
  const [room] = screen.rooms;
  return (
    <Page title={`${screen.name} · ${name}`} area={{ kind: "public" }} isBare scripts={["display"]}>
      <noscript>
        <meta httpEquiv="refresh" content={String(refreshSeconds)} />
      </noscript>
      <div className={`screen is-${screen.kind}`} data-screen data-events={`/api/v1/displays/${secret}/events`}>
        <div data-live>
          <p className="screen-bar">
            <span>{name}</span>
            <time dateTime={screen.now}>{time}</time>
          </p>
          {outcome?.problem && (
            <Notice kind="wrong" role="alert" title={text.couldNot}>
              <p>{outcome.problem.title}</p>
            </Notice>
          )}
          {screen.kind === "wall" ? (
            <WallScreen screen={screen} language={language} />
          ) : room ? (
            <DoorScreen screen={screen} room={room} path={`/${language}/displays/${secret}`} language={language} />
          ) : (
            <h1 className="section-s">{text.nothing}</h1>
          )}
        </div>
        <div className="screen-away" data-away hidden>
          <Notice kind="care" icon="offline" role="status" title={text.away({ time })}>
            <p>{text.awayAbout}</p>
          </Notice>
        </div>
      </div>
    </Page>
  );
}
