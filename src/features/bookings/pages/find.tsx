import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { Notice } from "../../../interface/components/notice.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { inWordsFirst, list, moment } from "../../../interface/format.ts";
import { MemberDock } from "../../../interface/navigation/member-dock.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import type { Language } from "../../../platform/language/language.ts";
import { writtenLength } from "../../../platform/language/written-length.ts";
import { addressOf } from "./find/asked.ts";
import { FindForm } from "./find/find-form.tsx";
import { findWords } from "./find/find-words.ts";
import { FreeHits } from "./find/free-hits.tsx";
import { type Found, loadFind } from "./find/load-find.ts";

export const loader = (given: LoaderFunctionArgs) => loadFind(given);

/** A room for so many, so long, at a time, near a place: across all houses one may book in. */
export default function Find() {
  const found = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = findWords[language];
  const { asked, days, today, isSignedIn } = found;
  // whoever has said where and when looks for a whole day there and then
  const said = new URLSearchParams({ ...(asked.near && { near: asked.near }), ...(asked.day !== today && { day: asked.day }) }).toString();
  const guestDayQuery = said && `?${said}`;
  return (
    <Page
      title={text.title}
      description={text.description}
      area={isSignedIn ? { kind: "member" } : { kind: "public" }}
      current="find"
      scripts={["near-me"]}
    >
      <div className="frame find-time">
        <h1>{text.title}</h1>
        <p className="lead">{text.lead}</p>
        <p>
          {text.guestDay} <a href={`/${language}${guestDayQuery}`}>{text.guestDayLink}</a>
        </p>
        <FindForm asked={asked} days={days} today={today} language={language} />
        {found.isPlaceUnknown && <Notice kind="care" role="status" title={text.noPlace({ near: asked.near })} />}
        {!isSignedIn && <Notice kind="note" title={text.noneToBook} />}
        <Hits found={found} language={language} />
        {found.labs.length > 0 && (
          <section className="stack close" aria-labelledby="courses">
            <h2 id="courses">{text.courses}</h2>
            <p>{text.coursesHelp}</p>
            <ul className="lines">
              {found.labs.map(({ slug, name }) => (
                <li key={slug}>
                  <a href={`/${language}/spaces/${slug}/courses`}>{text.coursesAt({ space: name })}</a>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      {isSignedIn && <MemberDock current="find" />}
    </Page>
  );
}

function Hits({ found, language }: { found: Found; language: Language }) {
  const text = findWords[language];
  const { asked, hits, later, place, isHere, today, isSignedIn, forHire } = found;
  const what = list(
    [text.uses[asked.use].toLocaleLowerCase("nb"), text.peopleFor({ count: String(asked.people) }), writtenLength(asked.minutes, language)],
    language,
  );
  const shown = { people: asked.people, today, isSignedIn, forHire, language };
  const order = isHere ? text.nearestYou : place ? text.nearest({ place: place.name }) : isSignedIn ? text.ownFirst : "";
  if (later?.length === 0) {
    return (
      <StatePane state="no-hits" title={text.nothing}>
        <p>{text.nothingHelp}</p>
      </StatePane>
    );
  }
  if (later) {
    return (
      <section aria-labelledby="later">
        <h2 id="later">{text.none}</h2>
        <p className="soft">
          {text.noneHelp} {order}
        </p>
        <FreeHits items={later} {...shown} />
      </section>
    );
  }
  const isFarther = hits.items.length === 0;
  return (
    <section aria-labelledby="free">
      <h2 id="free">{asked.time === "" ? text.freeNow : text.freeThen({ when: whenOf(found, language) })}</h2>
      <p className="soft">
        {isFarther
          ? text.onwardHelp
          : text.shows({ what, count: inWordsFirst(hits.items.length, language, "neuter"), isOne: hits.items.length === 1 })}{" "}
        {order}
      </p>
      <FreeHits items={hits.items} {...shown} />
      {hits.nextCursor && (
        <p>
          <a href={addressOf(asked, { cursor: hits.nextCursor })}>{isFarther ? text.onward : text.more}</a>
        </p>
      )}
    </section>
  );
}

function whenOf({ asked, today }: Found, language: Language): string {
  const at = Temporal.PlainDateTime.from(`${asked.day}T${asked.time}`).toZonedDateTime("Europe/Oslo");
  return moment(at, today, language);
}
