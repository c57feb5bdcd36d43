import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { Icon } from "../../../interface/components/icon.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { PassCard } from "../../../interface/components/pass-card.tsx";
import { qrMatrix } from "../../../interface/components/qr-code.tsx";
import { capital, inWords, longDay, money } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { Language } from "../../../platform/language/language.ts";
import { textIn } from "../../spaces/parts.ts";
import type { SpaceApi } from "../../spaces/routes.ts";
import type { ExchangeApi } from "../routes.ts";
import { PassSign } from "./parts/pass-sign.tsx";
import { momentWords, passStateWords } from "./parts/pass-state.ts";
import { passWords } from "./words/pass-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const pass = await read(client<ExchangeApi>(visit)["day-passes"][":id"].$get({ param: { id: given.params.pass ?? "" } }));
  const isPastDeadline = Temporal.Instant.compare(visit.now, Temporal.Instant.from(pass.cancelBy)) > 0;
  const isOwn = pass.personId === visit.actor.personId;
  const comes = isOwn && pass.abilities.cancel && pass.state === "held";
  const houseRules = client<SpaceApi>(visit).spaces[":id"]["house-rules"];
  const [rules] = comes ? (await read(houseRules.$get({ param: { id: pass.space.id }, query: { limit: "1" } }))).items : [];
  const { searchParams } = new URL(given.request.url);
  return {
    pass,
    isPastDeadline,
    isOwn,
    /** The version one has not said yes to: the day was taken by somebody else, or the rules are new. */
    rulesToAccept: rules?.consentedAt === null ? rules.version : null,
    isNew: searchParams.has("new"),
    hasAccepted: searchParams.has("accepted"),
  };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.pass ?? "" };
  const form = await given.request.formData();
  const passes = client<ExchangeApi>(visit)["day-passes"][":id"];
  const rules = client<SpaceApi>(visit).spaces[":id"]["house-rules"][":version"];
  const act = String(form.get("act"));
  const { problem } =
    act === "take"
      ? await attempt(passes.acceptance.$put({ param }))
      : act === "accept"
        ? await attempt(rules.consent.$put({ param: { id: String(form.get("space")), version: String(form.get("version")) } }))
        : await attempt(passes.cancellation.$put({ param }));
  if (problem) return { problem };
  throw redirect(`/${visit.language}/me/passes/${param.id}${act === "accept" ? "?accepted" : ""}`, 303);
}

type Pass = Awaited<ReturnType<typeof loader>>["pass"];

/** The pass one shows at the door; kept on the phone once opened. Those who manage its home see whose it is, and may give it back. */
export default function PassPage() {
  const { pass, isPastDeadline, isOwn, rulesToAccept, isNew, hasAccepted } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const { language, today } = useShell();
  const text = passWords[language];
  const arrival = pass.arrival && textIn(pass.arrival, language);
  const holder = isOwn ? undefined : pass.holder;
  const title = `${pass.space.name}, ${longDay(pass.day, language)}`;
  const state = passStateWords(pass, today, language, holder);
  return (
    <Page
      title={holder ? `${text.passOf(holder)}: ${title}` : title}
      area={{ kind: "member" }}
      current="days"
      isBare
      scripts={pass.token && isOwn ? ["kept-page"] : []}
    >
      <div className="phone-page">
        <div className="phone-bar">
          {holder ? (
            <a href={`/${language}/spaces/${pass.space.slug}?day=${pass.day}`}>
              <Icon name="arrow-left" /> {pass.space.name}
            </a>
          ) : (
            <a href={`/${language}/me`}>
              <Icon name="arrow-left" /> {text.myPasses}
            </a>
          )}
          <span className="end with-icon" data-offline-ready data-kept-day={pass.day} hidden>
            <Icon name="check-round" /> {text.worksOffline}
          </span>
        </div>
        <div className="phone-body">
          {outcome?.problem && <Notice kind="wrong" role="alert" title={outcome.problem.title} />}
          {isNew && <Taken pass={pass} today={today} holder={holder} language={language} />}
          {hasAccepted && <Notice kind="good" role="status" title={text.rulesDone} />}
          {rulesToAccept !== null && <RulesFirst pass={pass} version={rulesToAccept} language={language} />}
          <h1 className={holder ? "h2" : "hidden"}>{holder ? text.passOf(holder) : title}</h1>
          {pass.token ? (
            <PassCard
              host={pass.space.name}
              when={[longDay(pass.day, language), pass.space.town].filter(Boolean).join(", ")}
              matrix={qrMatrix(pass.token)}
              code={pass.code}
              facts={[
                { label: text.name, fact: pass.holder },
                { label: text.from, fact: pass.home.name },
                { label: text.standsAs, fact: state },
              ]}
              language={language}
            />
          ) : (
            <section className={pass.state === "offered" ? "lit-room padded" : "room padded"}>
              <h2>{pass.space.name}</h2>
              <p>{capital(longDay(pass.day, language))}</p>
              <p className="state">
                <PassSign pass={pass} /> {state}
              </p>
              {pass.endingReason && pass.endingReason !== "no answer" && <p>{text.hostSays(pass.endingReason)}</p>}
              {pass.priceOre > 0 && <p>{text.priced(money(pass.priceOre, language))}</p>}
            </section>
          )}
          {arrival && (
            <section className="stack">
              <h2>{text.whenYouCome}</h2>
              <p className="as-written" lang={arrival.language === language ? undefined : arrival.language}>
                {arrival.text}
              </p>
            </section>
          )}
          <Actions pass={pass} isOwn={isOwn} isPastDeadline={isPastDeadline} today={today} language={language} />
        </div>
      </div>
    </Page>
  );
}

function Taken({ pass, today, holder, language }: { pass: Pass; today: string; holder: string | undefined; language: Language }) {
  const text = passWords[language];
  if (pass.state === "held")
    return <Notice kind="good" role="status" title={text.takenBy(momentWords(pass.cancelBy, today, language), holder)} />;
  if (pass.waitsFor === "host") return <Notice kind="note" role="status" title={text.asked(holder)} />;
  if (pass.waitsFor === "seat")
    return <Notice kind="note" role="status" title={text.onList(inWords(pass.placeInLine ?? 1, language), holder)} />;
  return null;
}

function RulesFirst({ pass, version, language }: { pass: Pass; version: number; language: Language }) {
  const text = passWords[language];
  return (
    <Notice kind="note" title={text.rulesFirst}>
      <p>
        {text.rulesFirstAbout(pass.space.name)} <a href={`/${language}/spaces/${pass.space.slug}#rules`}>{text.rules}</a>
      </p>
      <form method="post">
        <input type="hidden" name="space" value={pass.space.id} />
        <input type="hidden" name="version" value={version} />
        <button className="button small" type="submit" name="act" value="accept">
          {text.rulesYes}
        </button>
      </form>
    </Notice>
  );
}

type ActionProps = { pass: Pass; isOwn: boolean; isPastDeadline: boolean; today: string; language: Language };

function Actions({ pass, isOwn, isPastDeadline, today, language }: ActionProps) {
  const text = passWords[language];
  return (
    <>
      <div className="two-buttons">
        {pass.token && isOwn && (
          <a className="button" href={`/api/v1/day-passes/${pass.id}.pdf?language=${language}`}>
            {text.saveAsPdf}
          </a>
        )}
        {pass.abilities.takeOffer && (
          <form method="post">
            <button className="button lit full" type="submit" name="act" value="take">
              {text.takeIt}
            </button>
          </form>
        )}
        {pass.abilities.cancel && (
          <form method="post">
            <button className="button full" type="submit" name="act" value="cancel">
              {pass.state === "offered" ? text.letGo : pass.waitsFor === "seat" ? text.leaveList : text.cancelSeat}
            </button>
          </form>
        )}
      </div>
      {pass.abilities.cancel && pass.state === "held" && (
        <p className="small soft">{isPastDeadline ? text.cancelLate : text.cancelNote(momentWords(pass.cancelBy, today, language))}</p>
      )}
    </>
  );
}
