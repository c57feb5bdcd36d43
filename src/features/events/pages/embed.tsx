import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { visitOf } from "../../../interface/visit.ts";
import { isLanguage, languages } from "../../../platform/language/language.ts";
import type { OrganizationsApi } from "../../organizations/routes.ts";
import { embeddedWords } from "../embed/embedded-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const { searchParams } = new URL(given.request.url);
  const asked = searchParams.get("organization") ?? "";
  const organization =
    asked === "" ? undefined : await read(client<OrganizationsApi>(visit).organizations[":id"].$get({ param: { id: asked } }));
  const shownIn = searchParams.get("in") ?? undefined;
  return {
    organization: organization && { slug: organization.slug, name: organization.name, isNetwork: organization.kinds.includes("network") },
    shownIn: isLanguage(shownIn) ? shownIn : visit.language,
  };
}

/** Where one gets the calendar for one's own website: the lines to copy, and how it looks. */
export default function Embed() {
  const { organization, shownIn } = useLoaderData<typeof loader>();
  const { language, origin } = useShell();
  const text = embeddedWords[language];
  const whose: Record<string, string> = organization ? { [organization.isNetwork ? "network" : "organization"]: organization.slug } : {};
  const address = `/embed/events?${new URLSearchParams({ ...whose, language: shownIn })}`;
  const title = organization ? embeddedWords[shownIn].whose(organization.name) : embeddedWords[shownIn].title;
  const lines = `<iframe src="${origin}${address}"\n  title="${title.replaceAll('"', "&quot;")}"\n  width="100%" height="600" style="border:0" loading="lazy"></iframe>`;
  return (
    <Page title={text.get} area={{ kind: "public" }} current="events">
      <div className="frame section stack">
        <Crumbs trail={[{ label: text.title, href: `/${language}/events` }, { label: text.get }]} language={language} />
        <h1>{text.get}</h1>
        <p className="lead">{text.lead}</p>
        {organization && <p>{text.whose(organization.name)}</p>}
        <nav aria-label={text.inLanguage}>
          <ul className="chips">
            {languages.map((each) => (
              <li key={each}>
                <a
                  className="chip"
                  href={`?${new URLSearchParams({ ...(organization && { organization: organization.slug }), in: each })}`}
                  aria-current={each === shownIn ? "true" : undefined}
                >
                  {text.languages[each]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="field">
          <label htmlFor="lines">{text.copy}</label>
          <p className="hint" id="lines-hint">
            {text.copyHint}
          </p>
          <textarea id="lines" readOnly rows={4} value={lines} aria-describedby="lines-hint" className="embed-lines" spellCheck={false} />
        </div>
        <section className="stack close" aria-labelledby="preview">
          <h2 id="preview">{text.preview}</h2>
          <iframe src={address} title={title} className="embed-preview" loading="lazy" />
        </section>
      </div>
    </Page>
  );
}
