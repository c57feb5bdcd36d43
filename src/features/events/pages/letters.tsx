import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn, type Visit } from "../../../interface/visit.ts";
import { isLanguage, languages } from "../../../platform/language/language.ts";
import { textIn } from "../../spaces/parts.ts";
import { ownLetters } from "../letters/own-words.ts";
import type { EventLetterApi } from "../letters/routes.ts";
import type { EventApi } from "../routes.ts";
import { letterWords } from "./letter-words.ts";
import { LetterSheet } from "./parts/letter-sheet.tsx";
import { registrationsWords } from "./registrations-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const { searchParams } = new URL(given.request.url);
  const asked = searchParams.get("in") ?? undefined;
  const shownIn = isLanguage(asked) ? asked : visit.language;
  const param = { id: given.params.event ?? "" };
  const [event, letters] = await Promise.all([
    read(client<EventApi>(visit).events[":id"].$get({ param })),
    read(lettersOf(visit).$get({ param, query: { in: shownIn } })),
  ]);
  return { event, letters: letters.items, shownIn, did: searchParams.get("did") ?? "" };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const about = ownLetters.find((each) => each === text("about"));
  if (!about) throw new Response(null, { status: 400 });
  const id = given.params.event ?? "";
  const written = { nb: text("nb"), nn: text("nn"), en: text("en") };
  const { problem } = await attempt(lettersOf(visit)[":about"].words.$put({ param: { id, about }, json: written }));
  if (problem) return { about, written, problem };
  throw redirect(`/${visit.language}/events/${id}/letters?${new URLSearchParams({ in: text("in"), did: about })}#${about}`, 303);
}

function lettersOf(visit: Visit) {
  return client<EventLetterApi>(visit).events[":id"].letters;
}

/** The letters about an event before they are sent, in each language, with room for words of those who run it. */
export default function Letters() {
  const { event, letters, shownIn, did } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = letterWords[language];
  const name = textIn(event.title, language)?.text ?? "";
  const path = `/${language}/events/${event.slug}`;
  return (
    <Page title={refused ? `${text.couldNot}: ${text.title}` : `${text.title} · ${name}`} area={{ kind: "public" }} current="events">
      <div className="frame section stack">
        <Crumbs
          trail={[
            { label: name, href: path },
            { label: registrationsWords[language].title, href: `${path}/registrations` },
            { label: text.title },
          ]}
          language={language}
        />
        <h1>{text.title}</h1>
        <p className="lead">{text.lead}</p>
        {refused && (
          <Notice kind="wrong" role="alert" title={text.couldNot}>
            <p>{refused.problem.title}</p>
          </Notice>
        )}
        <nav aria-label={text.inLanguage}>
          <ul className="chips">
            {languages.map((each) => (
              <li key={each}>
                <a className="chip" href={`?in=${each}`} aria-current={each === shownIn ? "true" : undefined}>
                  {text.languages[each]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {letters.map((letter) => (
          <LetterSheet
            key={letter.about}
            letter={letter}
            written={refused?.about === letter.about ? refused.written : undefined}
            isSaved={did === letter.about}
            shownIn={shownIn}
            language={language}
          />
        ))}
      </div>
    </Page>
  );
}
