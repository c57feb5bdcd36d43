import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { Icon } from "../../../interface/components/icon.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { ShowMore } from "../../../interface/components/show-more.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { capital, relativeDay } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { Language } from "../../../platform/language/language.ts";
import { dayIn } from "../../../platform/time/day.ts";
import type { VisitorApi } from "../routes.ts";
import { carryOutVisit, readDid } from "./carry-out-visit.ts";
import { type ShownVisit, stateInWords, timeIn, VisitActs } from "./parts/visit-row.tsx";
import { visitorWords } from "./words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const { searchParams } = new URL(given.request.url);
  const cursor = searchParams.get("cursor");
  const me = client<VisitorApi>(visit).me;
  const [visits, houses] = await Promise.all([
    read(me.visits.$get({ query: { limit: "50", ...(cursor && { cursor }) } })),
    read(me.houses.$get()),
  ]);
  return { visits, houses: houses.items, today: dayIn(visit.now, "Europe/Oslo"), did: readDid(searchParams) };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const [show, hide] = [form.get("show"), form.get("hide")];
  if (show !== null || hide !== null) {
    const id = String(show ?? hide);
    const { problem } = await attempt(
      client<VisitorApi>(visit).spaces[":id"]["kiosk-name"].$put({ param: { id }, json: { isShown: show !== null } }),
    );
    if (problem) return data({ problem }, { status: problem.status });
    throw redirect(`/${visit.language}/me/visitors?did=name`, 303);
  }
  const { did, problem } = await carryOutVisit(visit, form);
  if (problem) return data({ problem }, { status: problem.status });
  throw redirect(`/${visit.language}/me/visitors?did=${did}`, 303);
}

/** Whom one expects and who has been, and whether visitors find one at the kiosk. */
export default function MyVisitors() {
  const { visits, houses, today, did } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const { language } = useShell();
  const text = visitorWords[language];
  return (
    <Page title={text.mine} area={{ kind: "member" }} current="days">
      <div className="phone-page">
        <div className="phone-body">
          <h1>{text.mine}</h1>
          <p className="lead">{text.mineLead}</p>
          {outcome?.problem && (
            <Notice kind="wrong" role="alert" title={text.couldNot}>
              <p>{outcome.problem.title}</p>
            </Notice>
          )}
          {did && !outcome && <Notice kind="good" role="status" title={text.did[did]} />}
          {houses.length === 0 ? (
            <p>{text.noHouse}</p>
          ) : (
            <div className="buttons">
              {houses.map(({ slug, name }, place) => (
                <a key={slug} className={place === 0 ? "button lit" : "button"} href={`/${language}/spaces/${slug}/visitors/new`}>
                  <Icon name="plus" /> {houses.length === 1 ? text.announce : text.announceAt({ name })}
                </a>
              ))}
            </div>
          )}
          {visits.items.length === 0 ? (
            <StatePane state="empty" title={text.noneMine}>
              <p>{text.noneMineAbout}</p>
            </StatePane>
          ) : (
            <ul className="lines">
              {visits.items.map((visit) => (
                <VisitLine key={visit.id} visit={visit} today={today} language={language} />
              ))}
            </ul>
          )}
          <ShowMore cursor={visits.nextCursor} language={language} />
          {houses.length > 0 && <FindMe houses={houses} language={language} />}
        </div>
      </div>
    </Page>
  );
}

function VisitLine({ visit, today, language }: { visit: ShownVisit; today: string; language: Language }) {
  const text = visitorWords[language];
  const when = `${capital(relativeDay(visit.day, today, language))} ${timeIn(visit.expectedAt, visit.space.timeZone)}`;
  const about = [visit.space.name, visit.booking?.room, visit.visited && text.to(visit.visited.name)];
  return (
    <li>
      <div>
        <b>
          {when} · {visit.name}
        </b>
        {visit.organization && <span className="soft"> {visit.organization}</span>}
        <p className="small soft">{about.filter(Boolean).join(" · ")}</p>
        <p className="small">{stateInWords(visit, language)}</p>
        <VisitActs visit={visit} language={language} />
      </div>
    </li>
  );
}

type House = { slug: string; name: string; isKioskNameShown: boolean };

function FindMe({ houses, language }: { houses: House[]; language: Language }) {
  const text = visitorWords[language];
  return (
    <section className="stack close" aria-labelledby="find-me">
      <h2 id="find-me">{text.findMe}</h2>
      <p className="soft">{text.findMeAbout}</p>
      {houses.map(({ slug, name, isKioskNameShown }) => (
        <form key={slug} method="post" className="stack">
          <p>
            <b>{name}</b>: {isKioskNameShown ? text.shown : text.hidden}
          </p>
          <p>
            <button className="button small" type="submit" name={isKioskNameShown ? "hide" : "show"} value={slug}>
              {isKioskNameShown ? text.hide({ name }) : text.show({ name })}
            </button>
          </p>
        </form>
      ))}
    </section>
  );
}
