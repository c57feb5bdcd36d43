import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createApi } from "../src/api.ts";
import { createIdentity, identifier } from "../src/features/accounts/index.ts";
import { planStyle } from "../src/interface/colour/plan.ts";
import { newId } from "../src/platform/database/id.ts";
import { createWeb, pagesAreBuilt } from "../src/web.ts";
import { type TestInstallation, testInstallation } from "./support/installation.ts";
import { networkAsOf } from "./support/loaded-network.ts";
import { networkBuilder } from "./support/network.ts";

const own = "https://romslig.example";

let demonstration: Site;
let house: Site;

beforeAll(async () => {
  demonstration = await openSite({ ROMSLIG_DEMO: "1" }, await networkAsOf());
  house = await openSite({ ROMSLIG_DEMO: "0" });
});

afterAll(async () => {
  await demonstration.installation.close();
  await house.installation.close();
});

interface Site {
  installation: TestInstallation;
  /** Asks as the proxy in front does: by its name, without TLS. */
  ask(path: string, init?: RequestInit): Promise<Response>;
}

async function openSite(variables: Record<string, string>, like?: string): Promise<Site> {
  const installation = await testInstallation({ ROMSLIG_URL: own, ...variables }, like);
  const identity = createIdentity(installation);
  const identify = identifier(installation, identity.sessionOf);
  const api = createApi(installation, identify, identity);
  const web = pagesAreBuilt() ? await createWeb(installation, api, identify, identity) : api;
  return {
    installation,
    ask: async (path, init = {}) =>
      web.request(`http://romslig.example${path}`, { ...init, headers: { host: "romslig.example", ...init.headers } }),
  };
}

async function signedInAs(role: string): Promise<string> {
  return cookiesOf(await demonstration.ask(`/demo/sign-in?as=${role}`));
}

/** Where a browser ends that opens the link, with the cookies it is given on the way. */
async function follow(link: string): Promise<{ status: number; path: string }> {
  let path = link;
  let cookie = "";
  for (;;) {
    const answer = await demonstration.ask(path, { headers: { cookie } });
    const to = answer.headers.get("location");
    if (!to) return { status: answer.status, path };
    cookie ||= cookiesOf(answer);
    path = to;
  }
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

type Head = Awaited<ReturnType<typeof headOf>>;

/** What a page tells search engines. */
async function headOf(path: string, cookie = "") {
  const answer = await demonstration.ask(path, { headers: { cookie } });
  const html = await answer.text();
  const first = (pattern: RegExp) => pattern.exec(html)?.[1] ?? "";
  const json = first(/<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/s);
  const facts: Record<string, unknown> = json ? JSON.parse(json) : {};
  const { "@context": context, ...thing } = facts;
  if (json) expect(context).toBe("https://schema.org");
  return {
    status: answer.status,
    title: first(/<title>(.*?)<\/title>/),
    description: first(/<meta name="description" content="([^"]*)"/),
    robots: first(/<meta name="robots" content="([^"]*)"/),
    canonical: first(/<link rel="canonical" href="([^"]*)"/),
    shared: first(/<meta property="og:url" content="([^"]*)"/),
    others: Object.fromEntries([...html.matchAll(/rel="alternate" hrefLang="([^"]*)" href="([^"]*)"/g)].map(([, to, href]) => [to, href])),
    things: (thing["@graph"] ?? (json ? [thing] : [])) as Record<string, unknown>[],
  };
}

/** Properties that schema.org gives the types we use. */
const known = new Set([
  ...["@id", "@type", "name", "description", "url", "image", "logo", "identifier"],
  ...["inLanguage", "publisher", "numberOfItems", "itemListElement"],
  ...["address", "legalName", "foundingDate", "dissolutionDate", "numberOfEmployees", "member", "parentOrganization"],
  ...["telephone", "email", "geo", "openingHoursSpecification", "amenityFeature"],
]);

function twice(texts: string[]): string[] {
  return texts.filter((text, place) => texts.indexOf(text) !== place);
}

describe.runIf(pagesAreBuilt())("A form that another site has a reader's browser send", () => {
  const foreign: Record<string, string>[] = [
    { "sec-fetch-site": "cross-site", origin: "https://evil.example" },
    { "sec-fetch-site": "same-site", origin: "https://other.romslig.example" },
    { origin: "https://evil.example" },
    { origin: "null" },
  ];
  test.each(foreign)("is refused, and the session goes on: %o", async (headers) => {
    const cookie = await signedInAs("member");

    const page = await demonstration.ask("/nb/sign-out", { method: "POST", headers: { cookie, ...headers } });
    const program = await demonstration.ask("/api/v1/me/sessions", { method: "DELETE", headers: { cookie, ...headers } });

    expect([page.status, program.status]).toEqual([403, 403]);
    expect(await page.json()).toMatchObject({ code: "request.foreign_origin", title: "Skjemaet ble sendt fra et annet nettsted." });
    expect((await demonstration.ask("/api/v1/me", { headers: { cookie } })).status).toBe(200);
  });

  const ours: Record<string, string>[] = [{ "sec-fetch-site": "same-origin", origin: own }, { origin: own }, {}];
  test.each(ours)("is not mistaken for our own, behind a proxy that speaks https for us: %o", async (headers) => {
    const cookie = await signedInAs("member");

    const answer = await demonstration.ask("/nb/sign-out", { method: "POST", headers: { cookie, ...headers } });

    expect(answer.status).toBe(303);
    expect((await demonstration.ask("/api/v1/me", { headers: { cookie } })).status).toBe(401);
  });
});

describe.runIf(pagesAreBuilt())("What search engines are told", () => {
  test("every address in the sitemap is a page for everybody that may be indexed, in three languages", async () => {
    const sitemap = await (await demonstration.ask("/sitemap.xml")).text();

    const addresses = [...sitemap.matchAll(/<loc>https:\/\/romslig\.example(.*?)<\/loc>/g)].map((match) => match[1] ?? "");
    const paths = new Set(addresses.map((address) => address.replace(/^\/(nb|nn|en)/, "")));
    expect(addresses.length).toBe(paths.size * 3);
    expect(sitemap.match(/hreflang/g)?.length).toBe(addresses.length * 4);
    const some = ["", "/networks/coworking-norge/about", "/networks/coworking-norge/agreement", "/spaces/657", "/organizations/impact-hub"];
    expect([...paths]).toEqual(expect.arrayContaining(some));
    const wrong: string[] = [];
    const heads: Head[] = [];
    for (const path of paths) {
      const head = await headOf(`/nn${path}`);
      heads.push(head);
      const isAtHome = head.canonical === `${own}/nn${path}` && head.others["x-default"] === `${own}/en${path}`;
      if (head.status !== 200 || head.robots || !isAtHome) wrong.push(`${head.status} ${head.robots} ${head.canonical} ${path}`);
    }
    expect(wrong).toEqual([]);
    expect(twice(heads.map(({ title }) => title))).toEqual([]);
    expect(twice(heads.map(({ description }) => description))).toEqual([]);
    expect(heads.filter(({ description }) => description.length < 30 || description.length > 160)).toEqual([]);
    expect(heads.filter(({ things }) => /:(null|\[\]|""|"24:00")/.test(JSON.stringify(things)))).toEqual([]);
  });

  const addresses: [asked: string, canonical: string][] = [
    ["/nb/", "/nb"],
    ["/nb?day=2026-12-01&near=Trondheim", "/nb"],
    ["/nb/networks/coworking-norge?day=2026-12-01", "/nb"],
    ["/nb/networks/coworking-norge/spaces", "/nb/spaces"],
    ["/nb/spaces/", "/nb/spaces"],
    ["/nb/spaces/657?day=2026-12-01", "/nb/spaces/657"],
    ["/nb/spaces/ID-OF-SPACE", "/nb/spaces/657"],
    ["/nb/organizations?kind=company&county=03", "/nb/organizations"],
    ["/nb/organizations/ID-OF-ORGANIZATION/", "/nb/organizations/impact-hub"],
  ];
  test.each(addresses)("a page has one address, however it is reached: %s is %s", async (asked, canonical) => {
    const { db } = demonstration.installation;
    const space = await db.selectFrom("spaces").select("id").where("slug", "=", "657").executeTakeFirstOrThrow();
    const organization = await db.selectFrom("organizations").select("id").where("slug", "=", "impact-hub").executeTakeFirstOrThrow();

    const head = await headOf(asked.replace("ID-OF-SPACE", space.id).replace("ID-OF-ORGANIZATION", organization.id));

    const path = canonical.replace("/nb", "");
    expect(head).toMatchObject({ status: 200, canonical: own + canonical, shared: own + canonical });
    expect(head.others).toEqual({
      nb: `${own}/nb${path}`,
      nn: `${own}/nn${path}`,
      en: `${own}/en${path}`,
      "x-default": `${own}/en${path}`,
    });
  });

  const pages: [path: string, types: string[]][] = [
    ["/nn", ["WebSite", "Organization"]],
    ["/nn/networks", ["ItemList"]],
    ["/nn/spaces", ["ItemList"]],
    ["/nn/organizations", ["ItemList"]],
    ["/nn/organizations?q=a", []],
    ["/nn/networks/coworking-norge/members", ["Organization"]],
    ["/nn/networks/coworking-norge/about", ["Organization"]],
    ["/nn/spaces/657", ["LocalBusiness"]],
    ["/nn/organizations/kvantekrok", ["Organization"]],
  ];
  test.each(pages)("%s says in the words of schema.org what it is about: %j", async (path, types) => {
    const { things } = await headOf(path);

    expect(things.map((thing) => thing["@type"])).toEqual(types);
    const words = new Set(things.flatMap((thing) => Object.keys(thing)));
    expect([...words].filter((word) => !known.has(word))).toEqual([]);
  });

  test("a network is the same thing on all pages, and its front page is the site", async () => {
    const [front, about, organization] = await Promise.all(
      ["/nb", "/nn/networks/coworking-norge/about", "/en/organizations/coworking-norge"].map((path) => headOf(path)),
    );

    const id = `${own}/api/v1/organizations/coworking-norge`;
    expect(front?.things).toMatchObject([
      { url: `${own}/nb`, name: "Coworking Norge", publisher: { "@id": id } },
      { "@id": id, url: `${own}/nb` },
    ]);
    expect([about?.things[0]?.["@id"], organization?.things[0]?.["@id"]]).toEqual([id, id]);
    expect(organization?.title).toBe("Coworking Norge");
  });

  test.each(["blender-collective", "finnes-ikke"])("%s is no network, and has no pages of one", async (slug) => {
    const pages = ["", "/spaces", "/members", "/about", "/agreement"].map((page) => demonstration.ask(`/nb/networks/${slug}${page}`));

    expect((await Promise.all(pages)).map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  });

  test("what is not for everyone is for no search engine, and says nothing of itself", async () => {
    const cookie = await signedInAs("coordinator");
    const signedIn = ["/me", "/me/profile", "/networks/coworking-norge/memberships", "/networks/coworking-norge/work", "/nowhere"];
    const strangers = ["/sign-in", "/try", "/nowhere"];

    const heads = await Promise.all([
      ...signedIn.map((path) => headOf(`/nb${path}`, cookie)),
      ...strangers.map((path) => headOf(`/nb${path}`)),
    ]);

    expect(heads.map(({ robots }) => robots)).toEqual(heads.map(() => "noindex"));
    expect(heads.filter(({ description, canonical, shared }) => description || canonical || shared)).toEqual([]);
  });

  test("those an organization is hidden from do not learn of it by the sitemap", async () => {
    const sitemap = await (await demonstration.ask("/sitemap.xml")).text();

    const { db } = demonstration.installation;
    const hidden = await db.selectFrom("organizations").select("slug").where("visibility", "<>", "public").execute();
    expect(hidden.length).toBeGreaterThan(10);
    expect(hidden.filter(({ slug }) => sitemap.includes(`/organizations/${slug}<`))).toEqual([]);
  });

  test("one's own pages and those of the operator are left alone", async () => {
    const robots = await (await house.ask("/robots.txt")).text();

    expect(robots).toContain("Disallow: /nn/me/\n");
    expect(robots).toContain("Disallow: /nn/operations/\n");
    expect(robots).toContain("Disallow: /api/v1/\n");
    expect(robots).toContain(`Sitemap: ${own}/sitemap.xml\n`);
  });
});

describe.runIf(pagesAreBuilt())("A list on a page is there as a file, narrowed as the page is:", () => {
  const network = "networks/coworking-norge";
  const lists: [role: string, page: string, narrowed?: string][] = [
    ["visitor", `${network}/members`],
    ["visitor", `${network}/spaces`, "day="],
    ["visitor", "networks", "kind=network"],
    ["visitor", "organizations?kind=company&county=03&borders=2020", "county=03&amp;borders=2020"],
    ["member", "me"],
    ["host", "spaces/blender-collective/today?day=2026-11-20", "from=2026-11-20"],
    ["manager", "organizations/blender-collective/members?q=a", "q=a"],
    ["manager", "organizations/blender-collective"],
    ["manager", "spaces/blender-collective/numbers", "organization="],
    ["coordinator", `${network}/memberships`],
    ["coordinator", `${network}/candidates?county=50`, "county=50"],
    ["coordinator", `${network}/exchange?from=2026-07-01`],
    ["operator", "operations/organizations?visibility=network", "visibility=network"],
    ["operator", "operations/people?q=bl", "q=bl"],
    ["operator", "operations/audit?to=2026-12-01", "to=2026-12-01"],
  ];
  test.each(lists)("for the %s %s", async (role, page, narrowed = "language=nn") => {
    const cookie = role === "visitor" ? "" : await signedInAs(role);
    const html = await (await demonstration.ask(`/nn/${page}`, { headers: { cookie } })).text();
    const files = [...html.matchAll(/href="(\/api\/v1\/[^"]+\.(csv|xlsx)\?[^"]*)"/g)];

    const starts: string[] = [];
    for (const [, href = ""] of files) {
      const answer = await demonstration.ask(href.replaceAll("&amp;", "&"), { headers: { cookie } });
      const bytes = new Uint8Array(await answer.arrayBuffer());
      starts.push(`${answer.status} ${Buffer.from(bytes.subarray(0, 3)).toString("hex")}`);
    }

    // a byte order mark before CSV for Norwegian Excel, an archive as a workbook
    const pair = ["200 efbbbf", "200 504b03"];
    expect(starts).toEqual(page.includes("members?") || page.endsWith("memberships") ? [...pair, ...pair] : pair);
    expect(files.every(([, href = ""]) => href.includes(narrowed))).toBe(true);
  });
});

describe.runIf(pagesAreBuilt())("The list of organizations", () => {
  const linesOf = (html: string) => [...html.matchAll(/<h2 class="h3"><a href="\/nb\/organizations\/([^"]+)"/g)].map(([, slug]) => slug);
  const page = async (query: string, cookie = "") => (await demonstration.ask(`/nb/organizations${query}`, { headers: { cookie } })).text();

  test("is narrowed by name, kind, sector and place, and says how many there are", async () => {
    const html = await page("?q=&kind=startup&sector=science&county=03&municipality=0301&borders=2019");

    expect(linesOf(html)).toEqual(["kvantekrok"]);
    expect(html).toContain("1 i alt, etter alfabetet.");
    expect(html).toContain('<option value="0301" selected="">Oslo</option>');
  });

  test("shows strangers those for everyone, and the operator all", async () => {
    const hidden = (
      await demonstration.installation.db.selectFrom("organizations").select(["name", "slug"]).where("visibility", "=", "network").execute()
    )[0];

    const toStrangers = await page(`?q=${encodeURIComponent(hidden?.name ?? "")}`);
    const toOperator = await page(`?q=${encodeURIComponent(hidden?.name ?? "")}`, await signedInAs("operator"));

    expect(linesOf(toStrangers)).toEqual([]);
    expect(toStrangers).toContain("Ingen treff");
    expect(linesOf(toOperator)).toContain(hidden?.slug);
  });

  test("leaves out what makes no sense in its address", async () => {
    const html = await page("?kind=nonsense&county=99&municipality=abc&borders=1814&sector=none");

    expect(linesOf(html).length).toBeGreaterThan(40);
  });

  test("says of an empty house what will be there", async () => {
    const html = await (await house.ask("/nn/organizations")).text();

    expect(html).toContain("Ingen organisasjonar enno");
  });
});

describe.runIf(pagesAreBuilt())("A network's own look", () => {
  let coast: Site;
  beforeAll(async () => {
    coast = await openSite({ ROMSLIG_DEMO: "0" });
  });
  afterAll(() => coast.installation.close());

  test("stands on its pages: name, logo, and every colour of the plan by a rule the page's own policy lets in", async () => {
    const build = networkBuilder(coast.installation);
    const id = await build.organization("fjordklyngen", { name: "Fjordklyngen", kinds: ["cluster"] });
    await build.organization("annet-nett", { name: "Annet nett", kinds: ["network"] });
    const look = { logo_id: newId(), logo_width: 768, logo_height: 256, logo_ground: "day", colour: "#0b3d91" };
    await coast.installation.db.updateTable("organizations").set(look).where("id", "=", id).execute();

    const answer = await coast.ask("/nb/networks/fjordklyngen/members");
    const html = await answer.text();
    const other = await (await coast.ask("/nb/networks/annet-nett/members")).text();

    const [, nonce, rule] = /<style nonce="([^"]+)">(.*?)<\/style>/.exec(html) ?? [];
    expect(answer.headers.get("content-security-policy")).toContain(`style-src-elem 'self' 'nonce-${nonce}'`);
    expect(rule).toBe(planStyle("#0b3d91"));
    expect(html).toContain(`<img class="logo on-day" src="/logos/${id}/${look.logo_id}-256.webp" alt="" width="768" height="256"/>`);
    expect(other).not.toContain("<style");
    expect(other).not.toContain('class="logo');
  });

  test("does not tell strangers that a hidden network is there", async () => {
    const id = await networkBuilder(coast.installation).organization("skjult-nett", { kinds: ["network"], visibility: "private" });
    await coast.installation.db.updateTable("organizations").set({ colour: "#c2185b" }).where("id", "=", id).execute();

    const hidden = await coast.ask("/nb/networks/skjult-nett/members");
    const none = await coast.ask("/nb/networks/finnes-ikke/members");

    const comparable = async (answer: Response) => (await answer.text()).replaceAll(/nonce="[^"]*"|skjult-nett|finnes-ikke/g, "");
    expect([hidden.status, none.status]).toEqual([404, 404]);
    expect(await comparable(hidden)).toBe(await comparable(none));
  });
});

describe.runIf(pagesAreBuilt())("What can be tried", () => {
  test("every link leads to a page that is there for the one it signs in", async () => {
    const page = await (await demonstration.ask("/nb/try")).text();
    const main = page.slice(page.indexOf("<main"), page.indexOf("</main>"));
    const links = [...main.matchAll(/href="([^"]+)"/g)].map((match) => (match[1] ?? "").replaceAll("&amp;", "&"));

    const missing: string[] = [];
    for (const link of links) {
      const { status, path } = await follow(link);
      if (status !== 200) missing.push(`${status} ${path}`);
    }

    expect(links.length).toBeGreaterThan(18);
    expect(missing).toEqual([]);
  });

  test("is told in the demonstration only", async () => {
    expect((await house.ask("/nb/try")).status).toBe(404);
    expect((await demonstration.ask("/en/try")).status).toBe(200);
  });
});

describe.runIf(pagesAreBuilt())("The name of the installation", () => {
  test("is the one its operator wrote, within ten seconds", async () => {
    await house.installation.db
      .insertInto("installation_facts")
      .values({ name: "name", value: JSON.stringify("Kystnett") })
      .execute();

    house.installation.setClock("2026-11-23T09:00:10+01:00");

    const page = await (await house.ask("/nb/sign-in")).text();

    expect(page).toContain("· Kystnett</title>");
  });
});

test("a demonstration that strangers can reach tells its operator so, on every page of the office, and nobody else", async () => {
  const told = async (role: string, path: string) =>
    (await (await demonstration.ask(path, { headers: { cookie: await signedInAs(role) } })).text()).includes("open to whoever finds");

  expect([await told("operator", "/en/operations/jobs"), await told("operator", "/en/operations/setup")]).toEqual([true, true]);
  expect([await told("operator", "/en/me"), await told("member", "/en/me")]).toEqual([false, false]);
});

test("a form sent to a page that takes none is refused, and the address stands nowhere in what the program says", async () => {
  const printed = vi.spyOn(console, "error").mockImplementation(() => undefined);

  const answer = await house.ask("/nb/networks?near=a-secret", { method: "POST", headers: { origin: own }, body: new URLSearchParams() });

  const said = printed.mock.calls.map(String);
  printed.mockRestore();
  expect([answer.status, said, house.installation.failures]).toEqual([405, [], []]);
});

test.runIf(pagesAreBuilt())(
  "who edits an organization or a space chooses the municipality, the form and the languages by their names",
  async () => {
    const cookie = await signedInAs("manager");
    const page = async (path: string) => (await demonstration.ask(path, { headers: { cookie } })).text();

    const [organization, space] = [
      await page("/nb/organizations/blender-collective/edit"),
      await page("/nb/spaces/blender-collective/settings"),
    ];

    for (const html of [organization, space]) {
      expect(html).toMatch(/<select[^>]* name="municipalityNumber"/);
      expect(html).toMatch(/<option value="5001"[^>]*>Trondheim<\/option>/);
      expect(html).toMatch(/<option value="1818"[^>]*>Herøy, Nordland<\/option>/);
    }
    expect(organization).toMatch(/<option value="SA"[^>]*>samvirkeforetak \(SA\)<\/option>/);
    expect(organization).toMatch(/<input[^>]* name="languages"[^>]* value="se"[^>]*\/><span>nordsamisk<\/span>/);
  },
);
