import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { CheckInResult } from "../../../interface/components/check-in-result.tsx";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { Icon } from "../../../interface/components/icon.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { clock, longDay } from "../../../interface/format.ts";
import { words } from "../../../interface/messages.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { Language } from "../../../platform/language/language.ts";
import type { DeskApi } from "../desk-routes.ts";
import { guestState } from "../host-phone/guest.ts";
import type { ExchangeApi } from "../routes.ts";
import { houseToday, takeToday, WalkIn } from "./parts/walk-in.tsx";
import { doorWords } from "./words/door-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const code = new URL(given.request.url).searchParams.get("code") ?? "";
  const { done: door } = await attempt(client<DeskApi>(visit)["door-codes"][":code"].$get({ param: { code: code || "none" } }));
  if (!door) return { door: undefined, pass: undefined, house: undefined, code, nonce: "" };
  const exchange = client<ExchangeApi>(visit);
  const { items } = await read(exchange.me["day-passes"].$get({ query: { from: door.today, to: door.today } }));
  const here = items.filter(({ space, state }) => space.id === door.space.id && state !== "cancelled" && state !== "refused");
  const house = here[0] ? undefined : await houseToday(visit, door.space.id, door.today);
  return { door, pass: here[0], house, code, nonce: crypto.randomUUID() };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const code = String(form.get("code"));
  const again = `/${visit.language}/door?code=${encodeURIComponent(code)}`;
  let passId = form.get("pass");
  if (passId === null) {
    const rulesVersion = Number(form.get("rulesVersion")) || undefined;
    if (rulesVersion && form.get("consent") === null) return { isMissingConsent: true, problem: undefined };
    const { done, problem } = await takeToday(visit, String(form.get("space")), String(form.get("day")), rulesVersion);
    if (problem) return { isMissingConsent: false, problem };
    if (done.state !== "held") throw redirect(again, 303);
    passId = done.id;
  }
  const scan = { nonce: String(form.get("nonce")), scannedAt: visit.now.toString(), door: code };
  const param = { id: String(passId) };
  const { problem } = await attempt(client<ExchangeApi>(visit)["day-passes"][":id"]["check-in"].$put({ param, json: scan }));
  if (problem) return { isMissingConsent: false, problem };
  throw redirect(again, 303);
}

/** Where the code at a door leads: one's pass there today, and one button. */
export default function Door() {
  const { door, pass, house, code, nonce } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const { language } = useShell();
  const text = doorWords[language];
  const title = door ? text.title(door.space.name) : text.unknown;
  const isStopped = outcome?.isMissingConsent === true || outcome?.problem !== undefined;
  return (
    <Page title={isStopped ? `${words[language].error}: ${title}` : title} area={{ kind: "member" }} isBare>
      <div className="phone-page">
        <div className="phone-body">
          <h1>{title}</h1>
          {door && <p className="soft">{longDay(door.today, language)}</p>}
          {outcome?.isMissingConsent && <ErrorSummary errors={[{ field: "consent", message: text.consentMissing }]} language={language} />}
          {outcome?.problem && (
            <Notice kind="wrong" role="alert" title={text.couldNot}>
              <p>{outcome.problem.title}</p>
            </Notice>
          )}
          {!door && <p>{text.unknownText}</p>}
          {door && house && (
            <WalkIn door={door} house={house} code={code} nonce={nonce} isMissingConsent={outcome?.isMissingConsent} language={language} />
          )}
          {pass && <AtTheDoor pass={pass} code={code} nonce={nonce} language={language} />}
        </div>
      </div>
    </Page>
  );
}

type Pass = NonNullable<Awaited<ReturnType<typeof loader>>["pass"]>;

function AtTheDoor({ pass, code, nonce, language }: { pass: Pass; code: string; nonce: string; language: Language }) {
  const text = doorWords[language];
  const state = guestState(pass);
  const passLink = <a href={`/${language}/me/passes/${pass.id}`}>{text.seePass}</a>;
  if (state === "in") {
    return (
      <CheckInResult door="open" verdict={text.isIn} name={pass.holder} actions={passLink}>
        <p>{text.inSince(clock(Temporal.Instant.from(pass.checkedInAt ?? pass.claimedAt).toZonedDateTimeISO("Europe/Oslo")))}</p>
      </CheckInResult>
    );
  }
  if (state === "expected") {
    return (
      <section className="lit-room padded">
        <h2>{text.yourPass}</h2>
        <p>
          <b>{pass.holder}</b>, {pass.home.name}
        </p>
        <form method="post" action={`/${language}/door?code=${encodeURIComponent(code)}`}>
          <input type="hidden" name="pass" value={pass.id} />
          <input type="hidden" name="code" value={code} />
          <input type="hidden" name="nonce" value={nonce} />
          <button className="button lit big full" type="submit">
            <Icon name="check" /> {text.checkIn}
          </button>
        </form>
      </section>
    );
  }
  const why = pass.state === "offered" ? text.offered : state === "listed" ? text.listed(pass.placeInLine ?? 1) : text.asks;
  return (
    <CheckInResult door={state === "gone" ? "shut" : "ajar"} verdict={text.couldNot} name={pass.holder} actions={passLink}>
      <p>{why}</p>
    </CheckInResult>
  );
}
