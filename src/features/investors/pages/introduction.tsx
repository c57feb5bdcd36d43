import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { SelectField } from "../../../interface/components/choice-field.tsx";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { TextareaField, TextField } from "../../../interface/components/text-field.tsx";
import { oneOf, type Written, writtenIn } from "../../../interface/form-values.ts";
import { dateWithYear } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn, type Visit } from "../../../interface/visit.ts";
import type { Language } from "../../../platform/language/language.ts";
import { type Asker, type DeclineWord, declineWords, type Side, sides } from "../introductions/introduction.ts";
import type { IntroductionApi } from "../introductions/routes.ts";
import { introductionWords } from "./introduction-words.ts";
import { pairOf, StateOf } from "./parts/introduction-lines.tsx";
import type { ShownIntroduction } from "./parts/of-api.ts";
import { Outcome } from "./parts/saved.tsx";
import { raiseWords } from "./raise-words.ts";
import { type FormAgain, formAgain, type Refused } from "./refused-form.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.introduction ?? "" };
  const introduction = await read(client<IntroductionApi>(visit).introductions[":id"].$get({ param }));
  return { introduction, isSaved: new URL(given.request.url).searchParams.has("saved") };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const id = given.params.introduction ?? "";
  const written = writtenIn(await given.request.formData());
  const { problem } = await changeByForm(visit, id, written);
  if (problem) return data({ problem, written }, { status: problem.status });
  return redirect(`/${visit.language}/introductions/${id}?saved`, 303);
}

/** An introduction: who has said yes, whom to get in touch with, and when the two met. */
export default function Introduction() {
  const { introduction, isSaved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language, today } = useShell();
  const text = introductionWords[language];
  const title = pairOf(introduction, language);
  const { note, contact, abilities, mine, hasSaidYes, declinedBySide, declineWord } = introduction;
  const told = sides.filter((side) => contact[side] !== null);
  return (
    <Page title={refused ? `${raiseWords[language].error}: ${title}` : title} area={{ kind: "investor" }} current="introductions">
      <div className="frame section-s stack">
        <Crumbs trail={[{ label: text.introductions, href: `/${language}/introductions` }, { label: title }]} language={language} />
        <div className="page-head">
          <div>
            <h1>{title}</h1>
            <p>
              <StateOf introduction={introduction} language={language} />
            </p>
          </div>
          <div className="buttons">
            <a className="button" href={`/${language}/raises/${introduction.raiseId}${mine.includes("startup") ? "/record" : ""}`}>
              {text.raise}
            </a>
          </div>
        </div>
        <Outcome problem={refused?.problem} isSaved={isSaved && !refused} language={language} />
        <ul className="plain-list">
          <li>
            {text.askedOn({ who: text.askedBy[introduction.askedBySide], day: dateWithYear(introduction.askedAt.slice(0, 10), language) })}
          </li>
          {introduction.state === "asked" && <li>{text.until({ day: dateWithYear(introduction.expiresOn, language) })}</li>}
          {sides.map((side) => (
            <li key={side}>{declinedBySide === side ? text.declined[side] : hasSaidYes[side] ? text.yes[side] : text.notYet[side]}</li>
          ))}
          {declineWord && <li>{text.words[declineWord]}</li>}
          {introduction.introducedOn && <li>{text.introducedOn({ day: dateWithYear(introduction.introducedOn, language) })}</li>}
        </ul>
        {note && (
          <section className="room padded" aria-labelledby="note">
            <h2 id="note">{text.note}</h2>
            <p>{note}</p>
          </section>
        )}
        {abilities.answer.map((side) => (
          <Answer key={side} side={side} language={language} />
        ))}
        <section className="stack" aria-labelledby="contact">
          <h2 id="contact">{text.contact}</h2>
          {told.length === 0 && <p>{text.noContact}</p>}
          {told.map((side) => (
            <ContactOf key={side} side={side} contact={contact[side]} language={language} />
          ))}
        </section>
        <Meetings introduction={introduction} today={today} refused={refused} language={language} />
        {abilities.end.map((side) => (
          <form key={side} method="post" className="stack">
            <input type="hidden" name="side" value={side} />
            {introduction.state === "introduced" && <p className="small soft">{text.endAbout}</p>}
            <p>
              <button className="button" type="submit" name="act" value="end">
                {introduction.state === "introduced" ? text.end : text.withdraw}
              </button>
            </p>
          </form>
        ))}
      </div>
    </Page>
  );
}

function Answer({ side, language }: { side: Side; language: Language }) {
  const text = introductionWords[language];
  return (
    <form method="post" className="room padded" aria-labelledby={`answer-${side}`}>
      <h2 id={`answer-${side}`}>{text.answer}</h2>
      <p>{text.answerAbout[side]}</p>
      <input type="hidden" name="side" value={side} />
      <SelectField
        name="word"
        id={`word-${side}`}
        label={text.whyNo}
        isOptional
        options={[{ value: "", label: text.noWord }, ...declineWords.map((value) => ({ value, label: text.words[value] }))]}
        language={language}
      />
      <div className="buttons">
        <button className="button lit" type="submit" name="act" value="yes">
          {text.sayYes}
        </button>
        <button className="button" type="submit" name="act" value="no">
          {text.sayNo}
        </button>
      </div>
    </form>
  );
}

function ContactOf({ side, contact, language }: { side: Side; contact: ShownIntroduction["contact"][Side]; language: Language }) {
  return (
    <div className="room padded">
      <h3>{introductionWords[language].contactOf[side]}</h3>
      <p>
        <b>{contact?.name}</b>
        <br />
        {contact?.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>}
        {contact?.phone && (
          <>
            <br />
            <a href={`tel:${contact.phone.replaceAll(" ", "")}`}>{contact.phone}</a>
          </>
        )}
      </p>
    </div>
  );
}

type MeetingsProps = { introduction: ShownIntroduction; today: string; refused: Refused | undefined; language: Language };

function Meetings({ introduction, today, refused, language }: MeetingsProps) {
  const text = introductionWords[language];
  const { meetings, abilities } = introduction;
  return (
    <section className="stack" aria-labelledby="meetings">
      <h2 id="meetings">{text.meetings}</h2>
      {meetings.length === 0 && <p className="soft">{text.noMeetings}</p>}
      <ul className="plain-list">
        {meetings.map(({ id, metOn, note, side }) => (
          <li key={id}>
            <b>{dateWithYear(metOn, language)}</b>
            {note && (
              <>
                {" "}
                {note} <span className="small soft">({text.bySide[side]})</span>
              </>
            )}
          </li>
        ))}
      </ul>
      {abilities.meet.map((side) => (
        <NewMeeting key={side} side={side} again={formAgain(refused, { act: "meet", side })} today={today} language={language} />
      ))}
    </section>
  );
}

function NewMeeting({ side, again, today, language }: { side: Side; again: FormAgain; today: string; language: Language }) {
  const text = introductionWords[language];
  const { isRefused, field } = again;
  return (
    <details open={isRefused}>
      <summary>{text.meet}</summary>
      <form method="post" className="form">
        <input type="hidden" name="side" value={side} />
        <TextField {...field("metOn", today)} id={`met-${side}`} type="date" width="s" label={text.metOn} language={language} />
        <TextareaField {...field("note")} id={`note-${side}`} label={text.meetingNote} isOptional maxLength={2000} language={language} />
        <button className="button" type="submit" name="act" value="meet">
          {text.meet}
        </button>
      </form>
    </details>
  );
}

async function changeByForm(visit: Visit, id: string, written: Written) {
  const of = client<IntroductionApi>(visit).introductions[":id"];
  const param = { id };
  const [act, side, note] = [oneOf(written, "act"), oneOf(written, "side") as Side, oneOf(written, "note")];
  if (act === "meet")
    return await attempt(of.meetings.$post({ param, json: { side, metOn: oneOf(written, "metOn"), ...(note && { note }) } }));
  if (act === "end") return await attempt(of.ending.$put({ param, json: { side: side as Asker } }));
  if (act !== "yes" && act !== "no") throw new Response(null, { status: 404 });
  const word = oneOf(written, "word");
  const json = { side, answer: act, ...(act === "no" && word && { word: word as DeclineWord }) } as const;
  return await attempt(of.answer.$put({ param, json }));
}
