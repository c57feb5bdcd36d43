import { locale } from "../platform/language/language.ts";
import type { ShownLogo } from "./components/logo.tsx";
import type { Shell } from "./shell.ts";

/** What a page is about in the words of schema.org, for search engines. */
export type Facts = Record<string, unknown>;

type Reader = Pick<Shell, "origin" | "language">;

/** Facts that stand on a page by themselves. */
export function factsOf(...things: Facts[]): Facts {
  const [only] = things;
  return things.length === 1 ? { "@context": "https://schema.org", ...only } : { "@context": "https://schema.org", "@graph": things };
}

/** The one name of a thing on all pages and in all languages: its address in the API. */
export function factId(kind: "organizations" | "spaces" | "events", slug: string, { origin }: Pick<Reader, "origin">): string {
  return `${origin}/api/v1/${kind}/${slug}`;
}

/** Where a network's pages begin, without a language. The one on the front page is at home there. */
export function homeOf({ slug }: { slug: string }, { network }: Pick<Shell, "network">): string {
  return slug === network?.slug ? "" : `/networks/${slug}`;
}

/** A network as an organization, with its logo where the page knows it. */
export function networkFacts(network: { slug: string; name: string; logo?: ShownLogo | null }, shell: Shell): Facts {
  const { origin, language } = shell;
  return {
    "@type": "Organization",
    "@id": factId("organizations", network.slug, shell),
    name: network.name,
    url: `${origin}/${language}${homeOf(network, shell)}`,
    logo: network.logo ? `${origin}${network.logo.large}` : undefined,
  };
}

/** The site itself, and who is behind it. */
export function siteFacts(network: { slug: string; name: string; logo?: ShownLogo | null }, shell: Shell): Facts[] {
  const { origin, language } = shell;
  const publisher = networkFacts(network, shell);
  const site = {
    "@type": "WebSite",
    "@id": `${origin}/`,
    name: network.name,
    url: `${origin}/${language}`,
    inLanguage: locale(language),
    publisher: { "@id": publisher["@id"] },
  };
  return [site, publisher];
}

/** The things of a list in the order of the page; `path` is without a language. */
export function listFacts(
  name: string,
  items: { name: string; path: string }[],
  total: number | undefined,
  { origin, language }: Reader,
): Facts {
  return {
    "@type": "ItemList",
    name,
    numberOfItems: total,
    itemListElement: items.map((item, place) => ({
      "@type": "ListItem",
      position: place + 1,
      name: item.name,
      url: `${origin}/${language}${item.path}`,
    })),
  };
}
