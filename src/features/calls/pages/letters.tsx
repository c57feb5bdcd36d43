import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { isLanguage, languages } from "../../../platform/language/language.ts";
import type { CallLetterApi } from "../letters/routes.ts";
import type { CallApi } from "../routes.ts";
import { letterWords } from "./letter-words.ts";
import { saidIn } from "./parts/said.tsx";
import { workWords } from "./work-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const asked = new URL(given.request.url).searchParams.get("in") ?? undefined;
  const shownIn = isLanguage(asked) ? asked : visit.language;
  const param = { id: given.params.call ?? "" };
  const [{ title, slug }, letters] = await Promise.all([
    read(client<CallApi>(visit).calls[":id"].$get({ param })),
    read(client<CallLetterApi>(visit).calls[":id"].letters.$get({ param, query: { in: shownIn } })),
  ]);
  return { call: { title, slug }, letters: letters.items, shownIn };
}

/** The letters of a call before they are sent, in each language. */
export default function CallLetters() {
  const { call, letters, shownIn } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = letterWords[language];
  const title = saidIn(call.title, language);
  const path = `/${language}/calls/${call.slug}`;
  return (
    <Page title={`${text.title} · ${title}`} area={{ kind: "public" }}>
      <div className="frame section stack">
        <Crumbs
          trail={[{ label: title, href: path }, { label: workWords[language].title, href: `${path}/work` }, { label: text.title }]}
          language={language}
        />
        <h1>{text.title}</h1>
        <p className="lead">{text.lead}</p>
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
        {letters.map(({ about, subject, lines, link }) => (
          <section key={about} className="letter-preview stack close" aria-labelledby={`${about}-name`}>
            <h2 id={`${about}-name`}>{text.letters[about].name}</h2>
            <p className="small soft">{text.letters[about].when}</p>
            <article className="letter-sheet" lang={shownIn} aria-label={`${text.letters[about].name}: ${subject}`}>
              <p className="letter-subject">
                <span className="hidden">{text.subject}: </span>
                {subject}
              </p>
              {lines.map((line) => (
                <p key={line} className="as-written">
                  {line}
                </p>
              ))}
              <p>
                <span className="button lit">{link.label}</span>
              </p>
            </article>
          </section>
        ))}
      </div>
    </Page>
  );
}
