import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { Downloads } from "../../../interface/components/downloads.tsx";
import { MonthDays } from "../../../interface/components/month-days.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { capital, longDay, relativeDay, shortDay } from "../../../interface/format.ts";
import { MemberDock } from "../../../interface/navigation/member-dock.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { Language } from "../../../platform/language/language.ts";
import { dayIn } from "../../../platform/time/day.ts";
import type { AccountsApi } from "../../accounts/routes.ts";
import { AllowanceList, planWords } from "../../plans/parts.ts";
import type { PlanApi } from "../../plans/routes.ts";
import type { ExchangeApi } from "../routes.ts";
import { PassSign } from "./parts/pass-sign.tsx";
import { momentWords, passStateWords } from "./parts/pass-state.ts";
import { workPlaces } from "./parts/work-places.ts";
import { passWords } from "./words/pass-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const exchange = client<ExchangeApi>(visit);
  const today = dayIn(visit.now, "Europe/Oslo");
  const { searchParams } = new URL(given.request.url);
  const cursor = searchParams.get("cursor") ?? undefined;
  const [me, ahead, before, quotas, entitlements] = await Promise.all([
    read(client<AccountsApi>(visit).me.$get()),
    read(exchange.me["day-passes"].$get({ query: { from: today, limit: "100" } })),
    read(exchange.me["day-passes"].$get({ query: { to: dayBefore(today), limit: "12", cursor } })),
    read(exchange.me.quotas.$get({ query: {} })),
    read(client<PlanApi>(visit).people[":id"].entitlements.$get({ param: { id: visit.actor.personId }, query: {} })),
  ]);
  const allowances = entitlements.items.filter(({ periodFrom }) => periodFrom <= today);
  const coming = ahead.items.filter(({ state }) => !["cancelled", "refused", "completed", "no_show"].includes(state)).toReversed();
  return {
    name: visit.actor.name.split(" ")[0] ?? "",
    places: workPlaces(me, passWords[visit.language].operations),
    today,
    coming,
    before,
    quota: quotas.items[0],
    allowances,
    left: searchParams.get("left"),
  };
}

/** Takes an offer, or gives an offer or a place on the list back. */
export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const param = { id: String(form.get("pass")) };
  const passes = client<ExchangeApi>(visit)["day-passes"][":id"];
  const { problem } =
    form.get("act") === "take" ? await attempt(passes.acceptance.$put({ param })) : await attempt(passes.cancellation.$put({ param }));
  if (problem) return { problem };
  const left = form.get("of") === "offer" ? "offer" : form.get("of") === "host" ? "host" : "list";
  throw redirect(form.get("act") === "take" ? `/${visit.language}/me/passes/${param.id}?new` : `/${visit.language}/me?left=${left}`, 303);
}

type Pass = Awaited<ReturnType<typeof loader>>["coming"][number];

/** A member's own days: what comes next, what waits for an answer, what was. */
export default function MyDays() {
  const { name, places, today, coming, before, quota, allowances, left } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const { language } = useShell();
  const text = passWords[language];
  const offers = coming.filter(({ state }) => state === "offered");
  const days = coming.filter(({ state }) => state !== "offered");
  const next = days.find(({ state }) => state === "held" || state === "checked_in");
  const more = days.filter((pass) => pass !== next);
  return (
    <Page title={text.myDays} area={{ kind: "member" }} current="days" scripts={["kept-ahead"]}>
      <div className="phone-page">
        <div className="phone-body">
          <h1>{text.hello(name)}</h1>
          {outcome?.problem && <Notice kind="wrong" role="alert" title={outcome.problem.title} />}
          {places.length > 0 && (
            <nav className="stack close" aria-labelledby="work">
              <h2 id="work">{text.workHere}</h2>
              <ul className="lines">
                {places.map((place) => (
                  <li key={place.path}>
                    <a href={`/${language}${place.path}`}>{place.name}</a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          {(left === "offer" || left === "list" || left === "host") && <Notice kind="good" role="status" title={text.leftNow[left]} />}
          {next && <NextDay pass={next} today={today} language={language} />}
          {offers.map((pass) => (
            <Offer key={pass.id} pass={pass} today={today} language={language} />
          ))}
          {coming.length === 0 && (
            <StatePane state="empty" title={text.none}>
              <p>{text.noneText}</p>
              <p>
                <a className="button lit" href={`/${language}`}>
                  {text.findSeat}
                </a>
              </p>
            </StatePane>
          )}
          {quota?.daysAllowed != null && (
            <MonthDays
              quota={quota.daysAllowed}
              used={quota.days.map(({ day, town, spaceName }) => ({ date: day, place: town ?? spaceName }))}
              monthOf={quota.month}
              language={language}
            />
          )}
          {allowances.length > 0 && (
            <section aria-labelledby="allowances">
              <h2 id="allowances">{planWords[language].allowances}</h2>
              <AllowanceList items={allowances} language={language} />
            </section>
          )}
          {more.length > 0 && <DayList heading={text.more} passes={more} today={today} language={language} />}
          {before.items.length > 0 && <DayList heading={text.earlier} passes={before.items} today={today} language={language} />}
          {before.nextCursor && (
            <p>
              <a href={`/${language}/me?cursor=${encodeURIComponent(before.nextCursor)}`}>{text.olderDays}</a>
            </p>
          )}
          <p>
            <a href={`/${language}/me/bookings`}>{text.bookings}</a>
            <br />
            <a href={`/${language}/me/orders`}>{text.orders}</a>
            <br />
            <a href={`/${language}/me/events`}>{text.events}</a>
            <br />
            <a href={`/${language}/me/visitors`}>{text.visitors}</a>
            <br />
            <a href={`/${language}/me/submissions`}>{text.submissions}</a>
            <br />
            <a href={`/${language}/me/reviews`}>{text.reviews}</a>
            <br />
            <a href={`/${language}/raises`}>{text.raises}</a>
          </p>
          {(coming.length > 0 || before.items.length > 0) && <Downloads path="/me/day-passes" language={language} />}
        </div>
        <MemberDock current="days" />
      </div>
    </Page>
  );
}

function NextDay({ pass, today, language }: { pass: Pass; today: string; language: Language }) {
  const text = passWords[language];
  return (
    <section className="lit-room next-day" aria-labelledby="next">
      <p className="small soft">{capital(relativeDay(pass.day, today, language))}</p>
      <h2 id="next">{[pass.space.name, pass.space.town].filter(Boolean).join(", ")}</h2>
      <p className="state">
        <PassSign pass={pass} /> {capital(longDay(pass.day, language))}. {passStateWords(pass, today, language)}
      </p>
      <a className="button lit full" href={`/${language}/me/passes/${pass.id}`} data-keep-ahead>
        {text.showPass}
      </a>
    </section>
  );
}

function Offer({ pass, today, language }: { pass: Pass; today: string; language: Language }) {
  const text = passWords[language];
  const when = pass.offerExpiresAt ? momentWords(pass.offerExpiresAt, today, language) : "";
  return (
    <Notice kind="light" title={text.offerTitle(pass.space.name)}>
      <p>{text.offerText({ day: capital(longDay(pass.day, language)), until: when })}</p>
      <form method="post" className="two-buttons">
        <input type="hidden" name="pass" value={pass.id} />
        <input type="hidden" name="of" value="offer" />
        <button className="button lit" type="submit" name="act" value="take" disabled={!pass.abilities.takeOffer}>
          {text.takeIt}
        </button>
        <button className="button" type="submit" name="act" value="leave">
          {text.letGo}
        </button>
      </form>
    </Notice>
  );
}

function DayList({ heading, passes, today, language }: { heading: string; passes: Pass[]; today: string; language: Language }) {
  const text = passWords[language];
  return (
    <section aria-label={heading}>
      <h2>{heading}</h2>
      <ul className="lines">
        {passes.map((pass) => (
          <li key={pass.id} className="with-icon">
            <PassSign pass={pass} />
            <div>
              <a href={`/${language}/me/passes/${pass.id}`} data-keep-ahead={pass.state === "held" ? true : undefined}>
                {shortDay(pass.day, language)} · {[pass.space.name, pass.space.town].filter(Boolean).join(", ")}
              </a>
              <p className="small soft">{passStateWords(pass, today, language)}</p>
              {pass.state === "waiting" && pass.abilities.cancel && (
                <form method="post">
                  <input type="hidden" name="pass" value={pass.id} />
                  <input type="hidden" name="of" value={pass.waitsFor === "host" ? "host" : "list"} />
                  <button className="text-button" type="submit" name="act" value="leave">
                    {pass.waitsFor === "host" ? text.cancelSeat : text.leaveList}
                    <span className="hidden">: {pass.space.name}</span>
                  </button>
                </form>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function dayBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}
