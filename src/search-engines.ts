import { Hono } from "hono";
import type { Api } from "./api.ts";
import { visitor } from "./platform/access/actor.ts";
import type { Installation } from "./platform/installation.ts";
import { type Language, languages } from "./platform/language/language.ts";
import { remembered } from "./remembered.ts";

// a sitemap holds at most 50,000 addresses (sitemaps.org), and each page has one in every language
const mostPages = Math.floor(50_000 / languages.length);
const secondsRemembered = 600;

const closed = [
  ...languages.flatMap((language) => [
    `/${language}/me$`,
    `/${language}/me/`,
    `/${language}/operations/`,
    `/${language}/hires/`,
    `/${language}/observations/`,
  ]),
  "/api/v1/",
  "/dev/",
  "/demo/",
];

/** /robots.txt and /sitemap.xml: every page that is for everybody, in each language, and where the others are. */
export function searchEngineRoutes(installation: Installation, api: Api): Hono {
  const origin = installation.settings.url;
  const pages = remembered(installation, secondsRemembered, () => publicPages(api));
  return new Hono()
    .get("/robots.txt", (c) =>
      c.text(
        ["User-agent: *", ...closed.map((path) => `Disallow: ${path}`), "", `Sitemap: ${origin}/sitemap.xml`, ""].join("\n"),
        200,
        aDay,
      ),
    )
    .get("/sitemap.xml", async (c) => {
      const found = await pages();
      if (!found) return c.text("", 503, { "retry-after": "5" });
      return c.body(sitemap(origin, found), 200, { ...anHour, "content-type": "application/xml; charset=utf-8" });
    });
}

const aDay = { "cache-control": "public, max-age=86400" };
const anHour = { "cache-control": "public, max-age=3600" };

/** The paths of the pages, without their language; undefined while the database is away. */
async function publicPages(api: Api): Promise<string[] | undefined> {
  const networks = await all(api, "/organizations", { kind: "network" });
  const agreed = networks && (await withAgreement(api, networks));
  const spaces = await all(api, "/spaces");
  const organizations = await all(api, "/organizations");
  const events = await all(api, "/events");
  const programs = await all(api, "/programs");
  if (!networks || !agreed || !spaces || !organizations || !events || !programs) return undefined;
  const paths = [
    ...["", "/networks", "/organizations", "/spaces", "/events", "/programs", "/accessibility", "/privacy", "/api/docs"],
    // the first is the one on the front page, where its own two stand
    ...networks.slice(1).flatMap((slug) => [`/networks/${slug}`, `/networks/${slug}/spaces`, `/networks/${slug}/events`]),
    ...networks.flatMap((slug) => [`/networks/${slug}/members`, `/networks/${slug}/about`]),
    ...agreed.map((slug) => `/networks/${slug}/agreement`),
    ...spaces.map((slug) => `/spaces/${slug}`),
    ...events.map((slug) => `/events/${slug}`),
    ...programs.map((slug) => `/programs/${slug}`),
    ...organizations.map((slug) => `/organizations/${slug}`),
  ];
  return paths.slice(0, mostPages);
}

/** The slugs of a list, as anybody is shown it. */
async function all(api: Api, path: string, search: Record<string, string> = {}): Promise<string[] | undefined> {
  const slugs: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null && slugs.length < mostPages) {
    const query: string = new URLSearchParams({ ...search, limit: "200", ...(cursor && { cursor }) }).toString();
    const answer = await ask(api, `${path}?${query}`);
    if (!answer.ok) return undefined;
    const page = (await answer.json()) as { items: { slug: string }[]; nextCursor: string | null };
    slugs.push(...page.items.map(({ slug }) => slug));
    cursor = page.nextCursor;
  }
  return slugs;
}

/** Of the networks, those that have written an agreement. */
async function withAgreement(api: Api, networks: string[]): Promise<string[] | undefined> {
  const agreed: string[] = [];
  for (const slug of networks) {
    const { status } = await ask(api, `/networks/${slug}/agreement`);
    if (status >= 500) return undefined;
    if (status === 200) agreed.push(slug);
  }
  return agreed;
}

async function ask(api: Api, path: string): Promise<Response> {
  return api.request(`/api/v1${path}`, {}, { inside: { actor: visitor, language: "nb", requestId: "sitemap", address: "" } });
}

function sitemap(origin: string, paths: string[]): string {
  const entries = paths.flatMap((path) => {
    const alternate = (hreflang: string, language: Language) =>
      `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${origin}/${language}${path}"/>`;
    const alternates = [...languages.map((language) => alternate(language, language)), alternate("x-default", "en")];
    return languages.map((language) => `<url><loc>${origin}/${language}${path}</loc>${alternates.join("")}</url>`);
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...entries,
    "</urlset>",
    "",
  ].join("\n");
}
