import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { Notice } from "../../../interface/components/notice.tsx";
import { clock } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { visitOf } from "../../../interface/visit.ts";
import { languages } from "../../../platform/language/language.ts";
import type { KioskApi } from "../kiosk/routes.ts";
import { carryOutKiosk, type KioskOutcome, steps } from "./carry-out-kiosk.ts";
import { kioskWords } from "./kiosk-words.ts";
import { KioskAway, KioskWaiting } from "./parts/kiosk-away.tsx";
import { Goodbye, Rules, Welcome } from "./parts/kiosk-endings.tsx";
import { SearchByName, StartStep, WhomStep } from "./parts/kiosk-steps.tsx";

// whoever walks away leaves nothing on the screen
const resetSeconds = 60;
const languageNames = { nb: "Bokmål", nn: "Nynorsk", en: "English" };

export async function loader(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const secret = given.params.secret ?? "";
  const reception = await read(client<KioskApi>(visit).displays[":secret"].reception.$get({ param: { secret } }));
  const asked = new URL(given.request.url).searchParams.get("step");
  // made here, so that a form that is sent twice is one visit
  return { reception, step: steps.find((step) => step === asked) ?? ("start" as const), ownId: crypto.randomUUID(), secret };
}

export async function action(given: ActionFunctionArgs) {
  const visit = visitOf(given);
  const secret = given.params.secret ?? "";
  const reception = await read(client<KioskApi>(visit).displays[":secret"].reception.$get({ param: { secret } }));
  const outcome = await carryOutKiosk(visit, secret, await given.request.formData(), reception.houseRules !== null);
  return data<KioskOutcome>(outcome, { status: outcome.problem?.status ?? 200, headers: { "cache-control": "no-store" } });
}

/** The screen at the entrance where visitors arrive and leave. Touched by strangers, so it shows no more than each must see. */
export default function Kiosk() {
  const { reception, step, ownId, secret } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>() as KioskOutcome | undefined;
  const { language } = useShell();
  const text = kioskWords[language];
  const { name: house, timeZone } = reception.space;
  const isStart = step === "start" && !outcome;
  const title = outcome?.problem ? `${text.error}: ${text.couldNot}` : text.welcomeTo(house);
  return (
    <Page title={title} area={{ kind: "public" }} isBare scripts={["kiosk"]}>
      {!isStart && (
        <noscript>
          <meta httpEquiv="refresh" content={`${resetSeconds};url=?`} />
        </noscript>
      )}
      <div className="kiosk" data-kiosk={isStart ? "start" : "step"} data-reset={resetSeconds} data-secret={secret}>
        <div className="kiosk-bar">
          <p className="kiosk-house">{house}</p>
          <nav aria-label={text.languages} data-online>
            <ul>
              {languages.map((each) => (
                <li key={each}>
                  <a href={`/${each}/displays/${secret}/kiosk`} lang={each} aria-current={each === language ? "true" : undefined}>
                    {languageNames[each]}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <time dateTime={reception.now}>{clock(Temporal.Instant.from(reception.now).toZonedDateTimeISO(timeZone))}</time>
        </div>
        <KioskAway rules={reception.houseRules} language={language} />
        <div className="kiosk-room" data-online>
          {outcome?.problem && (
            <Notice kind="wrong" role="alert" title={text.couldNot}>
              <p>{outcome.problem.title}</p>
            </Notice>
          )}
          <Step />
          {!isStart && (
            <p>
              <a className="button" href="?">
                {outcome?.welcome || outcome?.goodbye ? text.done : text.back}
              </a>
            </p>
          )}
        </div>
        <KioskWaiting language={language} />
        {step !== "leave" && <p className="small soft">{text.kept(reception.keptDays)}</p>}
      </div>
    </Page>
  );

  function Step() {
    const given = { language, timeZone };
    const written = outcome?.written ?? { name: "", organization: "", q: "" };
    if (outcome?.welcome) return <Welcome welcome={outcome.welcome} house={house} language={language} />;
    if (outcome?.goodbye) return <Goodbye goodbye={outcome.goodbye} language={language} />;
    if (outcome?.asked && reception.houseRules)
      return <Rules asked={outcome.asked} written={written} rules={reception.houseRules} language={language} />;
    if (step === "start" || (step === "visit" && !reception.takesUnexpected))
      return <StartStep house={house} takesUnexpected={reception.takesUnexpected} language={language} />;
    if (step === "visit") return <WhomStep written={written} found={outcome?.found} ownId={ownId} {...given} />;
    return <SearchByName written={written} isLeaving={step === "leave"} found={outcome?.found} {...given} />;
  }
}
