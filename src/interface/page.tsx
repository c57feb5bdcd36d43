import type { ReactNode } from "react";
import { useLocation, useRouteLoaderData } from "react-router";
import { catalogue, type Language, languages } from "../platform/language/language.ts";
import { DemoBar } from "./components/demo-bar.tsx";
import { DocumentHead } from "./components/document-head.tsx";
import { Logo } from "./components/logo.tsx";
import { Notice } from "./components/notice.tsx";
import { PageFoot } from "./components/page-foot.tsx";
import { type Brand, type NavLink, PageTop } from "./components/page-top.tsx";
import { SkipLink } from "./components/skip-link.tsx";
import type { Facts } from "./facts.ts";
import { type Area, type Stop, stopsOf } from "./navigation/areas.ts";
import type { Shell } from "./shell.ts";

const words = catalogue({
  nb: {
    signIn: "Logg inn",
    mine: "Min side",
    about: "Selvstendige steder som deler rom, dager og kunnskap.",
    networkOwn: "Nettverket",
    agreement: "Avtalen om gjestedager",
    who: "Hvem er med",
    networks: "Nettverk",
    organizations: "Organisasjoner",
    programs: "Programmer",
    calls: "Utlysninger",
    follow: "For utviklere",
    api: "Åpne data og API",
    language: "Språk",
    accessibility: "Tilgjengelighet",
    privacy: "Personvern",
    demo: "Eksempel: personer, tall og avtaler er oppdiktet.",
    tryIt: "Hva kan jeg prøve?",
    isPublic: "Eksempelet er åpent for alle som finner adressen.",
    isPublicAbout: "Med ett klikk kan hvem som helst være hvem som helst her, også drift. Sett ROMSLIG_DEMO=0 for en ekte installasjon.",
  },
  nn: {
    signIn: "Logg inn",
    mine: "Mi side",
    about: "Sjølvstendige stader som deler rom, dagar og kunnskap.",
    networkOwn: "Nettverket",
    agreement: "Avtalen om gjestedagar",
    who: "Kven er med",
    networks: "Nettverk",
    organizations: "Organisasjonar",
    programs: "Program",
    calls: "Utlysingar",
    follow: "For utviklarar",
    api: "Opne data og API",
    language: "Språk",
    accessibility: "Tilgjenge",
    privacy: "Personvern",
    demo: "Døme: personar, tal og avtaler er oppdikta.",
    tryIt: "Kva kan eg prøve?",
    isPublic: "Dømet er ope for alle som finn adressa.",
    isPublicAbout: "Med eitt klikk kan kven som helst vere kven som helst her, drift òg. Set ROMSLIG_DEMO=0 for ein ekte installasjon.",
  },
  en: {
    signIn: "Sign in",
    mine: "My page",
    about: "Independent places that share rooms, days and knowledge.",
    networkOwn: "The network",
    agreement: "The agreement on guest days",
    who: "Who takes part",
    networks: "Networks",
    organizations: "Organizations",
    programs: "Programs",
    calls: "Calls for applications",
    follow: "For developers",
    api: "Open data and API",
    language: "Language",
    accessibility: "Accessibility",
    privacy: "Privacy",
    demo: "Example: people, figures and agreements are invented.",
    tryIt: "What can I try?",
    isPublic: "The demonstration is open to whoever finds the address.",
    isPublicAbout: "With one click anybody can be anybody here, the operator too. Set ROMSLIG_DEMO=0 for a real installation.",
  },
});

const languageNames = { nb: "Bokmål", nn: "Nynorsk", en: "English" };

type PageProps = {
  /** What the page is, for the window and search engines; the site's name is added. */
  title: string;
  /** One sentence for search engines. Pages behind a sign-in have none and are not indexed. */
  description?: string;
  /** Its address without a language, where it can be reached at more than one. */
  path?: string | undefined;
  /** The path of a picture of what it is about, for where it is shared. */
  image?: string | undefined;
  area: Area;
  current?: Stop;
  /** Names of browser scripts (src/features/…/browser/NAME.script.ts) the page brings along. */
  scripts?: readonly string[];
  /** schema.org facts for search engines. */
  facts?: Facts | undefined;
  /** Phone-first pages stand alone: no top and no foot. */
  isBare?: boolean;
  /** An address that leads nowhere: in another language one begins on the front page. */
  isNowhere?: boolean;
  children: ReactNode;
};

/** The frame of every page: demo bar, top, content, foot, and what stands in the document's head. */
export function Page(page: PageProps) {
  const { title, description, path, image, area: given, current, scripts = [], facts, isBare = false, isNowhere = false, children } = page;
  const shell = useShell();
  const { pathname, search } = useLocation();
  const { language, origin, nonce, actor, demo } = shell;
  const text = words[language];
  const area = given.kind === "public" && !given.network && shell.network ? { kind: "public" as const, network: shell.network } : given;
  const place = placeOf(area, shell);
  const here = pathname.replace(/^\/[^/]+/, "");
  const elsewhere = (to: string) => (isNowhere ? `/${to}` : `/${to}${here}${search}`);
  const tools: NavLink[] = [
    ...languages
      .filter((other) => other !== language)
      .map((other) => ({ href: elsewhere(other), label: languageNames[other], language: other })),
    actor ? { href: `/${language}/me`, label: actor.name } : { href: `/${language}/sign-in`, label: text.signIn },
  ];
  return (
    <>
      <DocumentHead
        title={title}
        site={place.name}
        description={description}
        path={path ?? here.replace(/\/+$/, "")}
        image={image ?? "/icon-any-512.png"}
        origin={origin}
        language={language}
      />
      <SkipLink language={language} />
      {demo && <DemoBar about={demo.about} roles={demo.roles} more={{ href: `/${language}/try`, label: text.tryIt }} language={language} />}
      {!isBare && <PageTop brand={place} items={stopsOf(area, language, current)} tools={tools} language={language} />}
      <main id="content">
        {demo?.isPublic && area.kind === "operator" && (
          <div className="frame section-s">
            <Notice kind="wrong" icon="warning" title={text.isPublic}>
              <p>{text.isPublicAbout}</p>
            </Notice>
          </div>
        )}
        {children}
      </main>
      {!isBare && (
        <PageFoot
          brand={place}
          about={text.about}
          groups={[
            ...(shell.network ? [{ heading: text.networkOwn, links: networkLinks(shell.network.slug, text, language) }] : []),
            { heading: text.follow, links: [{ href: "/api/docs", label: text.api }] },
            {
              heading: text.language,
              links: languages.map((other) => ({
                href: elsewhere(other),
                label: languageNames[other],
                language: other,
                isCurrent: other === language,
              })),
            },
            {
              heading: text.who,
              links: [
                { href: `/${language}/networks`, label: text.networks },
                { href: `/${language}/organizations`, label: text.organizations },
                { href: `/${language}/programs`, label: text.programs },
                { href: `/${language}/calls`, label: text.calls },
              ],
            },
          ]}
          note={demo ? text.demo : undefined}
          links={[
            { href: `/${language}/accessibility`, label: text.accessibility },
            { href: `/${language}/privacy`, label: text.privacy },
          ]}
          language={language}
        />
      )}
      {facts && (
        <script
          type="application/ld+json"
          nonce={nonce}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with every < escaped cannot end the element
          dangerouslySetInnerHTML={{ __html: JSON.stringify(facts).replaceAll("<", "\\u003c") }}
        />
      )}
      {scripts.map((script) => (
        <script key={script} type="module" src={`/scripts/${script}.js`} nonce={nonce} />
      ))}
    </>
  );
}

/** What every page knows of the request: language, who is signed in, where the installation lives. */
export function useShell(): Shell {
  const found = useRouteLoaderData<Shell>("language");
  if (!found) throw new Error("A page must lie under a language");
  return found;
}

/** What a map needs to lie on the operator's tiles; undefined when there are none. */
export function liveMap({ tiles, nonce }: Shell): { tiles: string; nonce: string } | undefined {
  return tiles === undefined ? undefined : { tiles, nonce };
}

function networkLinks(slug: string, text: (typeof words)["nb"], language: Language): NavLink[] {
  const base = `/${language}/networks/${slug}`;
  const stops = stopsOf({ kind: "public", network: { slug, name: "" } }, language, undefined);
  return [...stops, { href: `${base}/agreement`, label: text.agreement }];
}

function placeOf(area: Area, shell: Shell): Brand {
  const { language, network, look } = shell;
  if (area.kind === "host" || area.kind === "manager") return { name: area.space.name, href: `/${language}/spaces/${area.space.slug}` };
  const mark = look?.logo ? { mark: <Logo logo={look.logo} name="" /> } : {};
  const own = area.kind === "coordinator" || area.kind === "public" ? area.network : undefined;
  if (own) return { name: own.name, href: `/${language}/networks/${own.slug}`, ...(look?.slug === own.slug && mark) };
  return { name: network?.name ?? shell.name, href: `/${language}`, ...(look?.slug === network?.slug && mark) };
}
