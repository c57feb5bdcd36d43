import type { RouteConfigEntry } from "@react-router/dev/routes";
import type { BrowserContext } from "playwright-core";
import siteMap from "../../src/pages.ts";

/** Whose eyes a page of the demonstration is seen with. */
export type Role = "visitor" | "member" | "host" | "manager" | "coordinator" | "founder" | "investor" | "region" | "operator";

/** A page of the site map, opened in the demonstration by somebody it is for. */
export interface KnownPage {
  /** As it stands in src/pages.ts, without the language. */
  route: string;
  role: Role;
  /** The address after the language. What has no fixed address is found, or made, as the one whose browser it is. */
  address: string | ((there: BrowserContext) => Promise<string>);
  /** What it answers when not 200. */
  status?: 404;
}

const network = "networks/coworking-norge";
const house = "spaces/blender-collective";
const lab = "spaces/fellesverkstedet";
const hub = "spaces/oslo-international-hub";
const organization = "organizations/blender-collective";
const conference = "events/norsk-coworkingkonferanse";
const project = "projects/coworking-i-hele-landet";
const award = "calls/arets-ide-i-romerike";
const program = "programs/business-lillestrom";
const quarter = { from: "2026-07-01", to: "2026-10-01" };

/** Every page one can open, in the order of the site map. */
export const everyPage: KnownPage[] = [
  { route: "", role: "visitor", address: "" },
  { route: "networks/:network", role: "visitor", address: `${network}?near=Trondheim&day=2026-11-24` },
  { route: "spaces", role: "visitor", address: "spaces" },
  { route: "networks", role: "visitor", address: "networks" },
  { route: "networks/:network/spaces", role: "visitor", address: `${network}/spaces` },
  { route: "networks/:network/about", role: "visitor", address: `${network}/about` },
  { route: "accessibility", role: "visitor", address: "accessibility" },
  { route: "privacy", role: "visitor", address: "privacy" },
  { route: "spaces/:space", role: "visitor", address: "spaces/workwork" },
  { route: "spaces/:space/today", role: "host", address: `${house}/today` },
  { route: "spaces/:space/check-in", role: "host", address: `${house}/check-in` },
  { route: "spaces/:space/guest-terms", role: "manager", address: `${house}/guest-terms` },
  { route: "spaces/:space/door", role: "host", address: `${house}/door` },
  { route: "door", role: "member", address: "door?code=none" },
  { route: "spaces/:space/claim", role: "member", address: "spaces/impact-hub/claim?day=2026-11-24" },
  { route: "me", role: "member", address: "me" },
  { route: "me/allowances", role: "member", address: "me/allowances" },
  { route: "me/passes", role: "member", address: "me/passes" },
  { route: "me/passes/:pass", role: "member", address: aHeldPass },
  { route: "networks/:network/members", role: "visitor", address: `${network}/members` },
  { route: "networks/:network/work", role: "coordinator", address: `${network}/work` },
  { route: "networks/:network/exchange", role: "coordinator", address: `${network}/exchange?from=${quarter.from}` },
  { route: "networks/:network/exchange/settlements/:settlement", role: "coordinator", address: aSettlement },
  { route: "networks/:network/agreement", role: "visitor", address: `${network}/agreement` },
  { route: "networks/:network/agreement/edit", role: "coordinator", address: aDraft },
  { route: "spaces/:space/agreement", role: "manager", address: `${house}/agreement` },
  { route: "spaces/:space/numbers", role: "manager", address: `${house}/numbers` },
  { route: "networks/:network/candidates", role: "coordinator", address: `${network}/candidates` },
  { route: "networks/:network/candidates/new", role: "coordinator", address: `${network}/candidates/new` },
  { route: "networks/:network/candidates/:candidate", role: "coordinator", address: aCandidate },
  { route: "networks/:network/memberships", role: "coordinator", address: `${network}/memberships` },
  { route: "organizations/:organization/members", role: "manager", address: `${organization}/members` },
  { route: "organizations/:organization/memberships", role: "manager", address: `${organization}/memberships` },
  { route: "networks/:network/import/:kind?", role: "coordinator", address: `${network}/import` },
  { route: "networks/:network/import/:kind/:run", role: "coordinator", address: (there) => anImport(there, network, "organizations") },
  { route: "organizations/:organization/import/:kind?", role: "manager", address: `${organization}/import/members` },
  { route: "organizations/:organization/import/:kind/:run", role: "manager", address: (there) => anImport(there, organization, "members") },
  { route: "spaces/:space/members", role: "manager", address: `${house}/members` },
  { route: "sign-in", role: "visitor", address: "sign-in" },
  { route: "sign-in/code", role: "visitor", address: "sign-in/code?space=flow" },
  { route: "sign-in/link", role: "visitor", address: "sign-in/link?token=abc" },
  { route: "sign-out", role: "member", address: "sign-out" },
  { route: "erased", role: "visitor", address: "erased" },
  { route: "me/profile", role: "member", address: "me/profile" },
  { route: "me/sessions", role: "member", address: "me/sessions" },
  { route: "me/api-keys", role: "member", address: "me/api-keys" },
  { route: "me/privacy", role: "member", address: "me/privacy" },
  { route: "api/docs", role: "visitor", address: "api/docs" },
  { route: "api/docs/:section", role: "visitor", address: "api/docs/ledger" },
  { route: "try", role: "visitor", address: "try" },
  { route: "operations/webhooks", role: "operator", address: "operations/webhooks" },
  { route: "operations/jobs", role: "operator", address: "operations/jobs" },
  { route: "operations/mail", role: "operator", address: "operations/mail" },
  { route: "operations/audit", role: "operator", address: "operations/audit" },
  { route: "organizations/:organization/audit", role: "manager", address: `${organization}/audit` },
  { route: "organizations", role: "visitor", address: "organizations?county=03&borders=2019" },
  { route: "organizations/:organization", role: "visitor", address: organization },
  { route: "organizations/:organization/edit", role: "manager", address: `${organization}/edit` },
  { route: "organizations/:organization/look", role: "coordinator", address: "organizations/coworking-norge/look?colour=%230b3d91" },
  { route: "operations/organizations", role: "operator", address: "operations/organizations?kind=company" },
  { route: "operations/people", role: "operator", address: "operations/people" },
  { route: "operations/setup", role: "operator", address: "operations/setup" },
  { route: "me/bookings", role: "member", address: "me/bookings" },
  { route: "spaces/:space/calendar-feeds", role: "host", address: `${house}/calendar-feeds` },
  { route: "spaces/:space/outside-calendars", role: "manager", address: `${house}/outside-calendars` },
  { route: "find", role: "member", address: "find?people=6&near=Oslo" },
  { route: "spaces/:space/calendar", role: "host", address: `${house}/calendar` },
  { route: "spaces/:space/calendar", role: "member", address: `${house}/calendar?view=week` },
  { route: "spaces/:space/calendar", role: "visitor", address: `${house}/calendar?view=month` },
  { route: "spaces/:space/waits", role: "host", address: `${house}/waits` },
  { route: "spaces/:space/displays", role: "manager", address: `${house}/displays` },
  { route: "displays/:secret", role: "manager", address: aDoorScreen },
  { route: "displays/:secret/kiosk", role: "visitor", address: "displays/eksempel-oslo-inngangen/kiosk" },
  { route: "displays/:secret/kiosk", role: "visitor", address: "displays/eksempel-oslo-inngangen/kiosk?step=expected" },
  { route: "displays/:secret/kiosk", role: "visitor", address: "displays/eksempel-oslo-inngangen/kiosk?step=visit" },
  { route: "spaces/:space/visitors", role: "operator", address: `${hub}/visitors` },
  { route: "spaces/:space/visitors/new", role: "host", address: `${house}/visitors/new` },
  { route: "spaces/:space/visitors/inside", role: "operator", address: `${hub}/visitors/inside` },
  { route: "spaces/:space/visitors/terms", role: "manager", address: `${house}/visitors/terms` },
  { route: "me/visitors", role: "member", address: "me/visitors" },
  { route: "me/visitors/:visit", role: "operator", address: aVisitorToCome },
  { route: "events", role: "visitor", address: "events?view=grid" },
  { route: "embed", role: "visitor", address: "embed?organization=oslo-international-hub" },
  { route: "networks/:network/events", role: "visitor", address: `${network}/events?language=en` },
  { route: "me/events", role: "member", address: "me/events" },
  { route: "me/events/:registration", role: "member", address: async (there) => `me/events/${(await aRegistration(there)).id}` },
  { route: "tickets/:ticket", role: "member", address: async (there) => `tickets/${(await aRegistration(there)).tickets[0]?.token}` },
  {
    route: "tickets/:ticket/survey",
    role: "member",
    address: async (there) => `tickets/${(await aRegistration(there, "frokost-om-anbud")).tickets[0]?.token}/survey`,
  },
  { route: "events/:event", role: "member", address: conference },
  { route: "festivals/:parent", role: "coordinator", address: "festivals/oppstartsfestivalen" },
  { route: "series/:parent", role: "visitor", address: "series/gruenderfrokosten" },
  { route: "festivals/:parent/events/new", role: "operator", address: "festivals/oppstartsfestivalen/events/new" },
  { route: "series/:parent/events/new", role: "operator", address: "series/gruenderfrokosten/events/new" },
  { route: "organizations/:organization/series/new", role: "manager", address: `${organization}/series/new` },
  {
    route: "organizations/:organization/festivals/new",
    role: "coordinator",
    address: "organizations/kunnskapsbyen-lillestrom/festivals/new",
  },
  { route: "events/:event/ticket-types", role: "coordinator", address: `${conference}/ticket-types` },
  { route: "events/:event/hosts", role: "coordinator", address: `${conference}/hosts` },
  { route: "events/:event/partners", role: "coordinator", address: `${conference}/partners` },
  { route: "festivals/:parent/partners", role: "coordinator", address: "festivals/oppstartsfestivalen/partners" },
  { route: "events/:event/rooms", role: "coordinator", address: "events/studietur-til-barcelona/rooms" },
  { route: "events/:event/agenda", role: "coordinator", address: `${conference}/agenda` },
  { route: "events/:event/invitations", role: "coordinator", address: `${conference}/invitations` },
  { route: "events/:event/queue", role: "member", address: "events/nordisk-demodag/queue" },
  { route: "events/:event/edit", role: "coordinator", address: `${conference}/edit` },
  { route: "events/:event/questions", role: "coordinator", address: `${conference}/questions` },
  { route: "events/:event/doubles", role: "coordinator", address: "events/prisfesten/doubles" },
  { route: "events/:event/door", role: "host", address: "events/frokost-om-ombruk/door" },
  { route: "events/:event/badges", role: "host", address: "events/frokost-om-ombruk/badges" },
  { route: "events/:event/letters", role: "coordinator", address: `${conference}/letters` },
  { route: "events/:event/survey", role: "operator", address: "events/frokost-om-anbud/survey" },
  { route: "events/:event/charges", role: "coordinator", address: `${conference}/charges` },
  { route: "events/:event/counts/:count", role: "coordinator", address: `${conference}/counts/organizations` },
  { route: "events/:event/registrations", role: "coordinator", address: `${conference}/registrations` },
  { route: "events/:event/registrations/:registration", role: "member", address: aRegistrationOfOnesOwn },
  { route: "programs", role: "visitor", address: "programs" },
  { route: "programs/:program", role: "operator", address: program },
  { route: "programs/:program/survival", role: "operator", address: `${program}/survival` },
  { route: "programs/:program/enrollments", role: "operator", address: `${program}/enrollments?needsCall=true` },
  { route: "programs/:program/enrollments/:enrollment", role: "operator", address: aStartup },
  { route: "programs/:program/import", role: "operator", address: `${program}/import` },
  { route: "programs/:program/settings", role: "operator", address: `${program}/settings` },
  { route: "organizations/:organization/programs/new", role: "operator", address: "organizations/kunnskapsbyen-lillestrom/programs/new" },
  { route: "observations/:secret", role: "operator", address: aFoundersForm },
  { route: "organizations/:organization/figures", role: "coordinator", address: "organizations/coworking-norge/figures?from=2026-01-01" },
  {
    route: "organizations/:organization/figures/:metric",
    role: "coordinator",
    address: "organizations/coworking-norge/figures/members-end?from=2026-01-01&by=municipality",
  },
  { route: "raises", role: "investor", address: "raises" },
  { route: "raises/:raise", role: "investor", address: aRaiseOneSees },
  { route: "raises/:raise/record", role: "founder", address: (there) => anOwnRaise(there, "record?as=network") },
  { route: "raises/:raise/edit", role: "founder", address: (there) => anOwnRaise(there, "edit") },
  { route: "introductions", role: "investor", address: "introductions" },
  { route: "introductions/:introduction", role: "founder", address: anIntroductionToAnswer },
  { route: "investor-profiles/:profile", role: "investor", address: anInvestor },
  { route: "organizations/:organization/investors", role: "coordinator", address: "organizations/kunnskapsbyen-lillestrom/investors" },
  { route: "organizations/:organization/raises", role: "founder", address: (there) => aRaisingStartup(there, "raises") },
  { route: "organizations/:organization/raises/new", role: "founder", address: (there) => aRaisingStartup(there, "raises/new") },
  { route: "organizations/:organization/projects", role: "coordinator", address: "organizations/coworking-norge/projects" },
  { route: "organizations/:organization/projects/new", role: "coordinator", address: "organizations/coworking-norge/projects/new" },
  { route: "organizations/:organization/report-packs", role: "coordinator", address: "organizations/coworking-norge/report-packs" },
  { route: "organizations/:organization/state-aid", role: "coordinator", address: "organizations/coworking-norge/state-aid" },
  { route: "projects/:project", role: "coordinator", address: project },
  { route: "projects/:project/edit", role: "coordinator", address: `${project}/edit` },
  { route: "projects/:project/budget", role: "coordinator", address: `${project}/budget?write` },
  { route: "projects/:project/hours", role: "coordinator", address: `${project}/hours` },
  { route: "projects/:project/expenses", role: "coordinator", address: `${project}/expenses` },
  { route: "projects/:project/fundings/new", role: "coordinator", address: `${project}/fundings/new` },
  {
    route: "projects/:project/fundings/:funding",
    role: "coordinator",
    address: async (there) => `${project}/fundings/${(await anAward(there)).id}`,
  },
  {
    route: "projects/:project/fundings/:funding/changes",
    role: "coordinator",
    address: async (there) => `${project}/fundings/${(await anAward(there)).id}/changes`,
  },
  {
    route: "report-packs/:pack",
    role: "coordinator",
    address: async (there) => `report-packs/${(await anAward(there)).reportPacks[0]?.id}`,
  },
  { route: "me/years/:year", role: "member", address: async () => `me/years/${Temporal.Now.plainDateISO().year}` },
  { route: "years/:secret", role: "member", address: aSharedYear },
  { route: "organizations/:organization/reports", role: "coordinator", address: "organizations/coworking-norge/reports" },
  { route: "organizations/:organization/reports/new", role: "coordinator", address: "organizations/coworking-norge/reports/new" },
  { route: "organizations/:organization/regions", role: "coordinator", address: "organizations/coworking-norge/regions" },
  { route: "national-survival", role: "operator", address: "national-survival" },
  { route: "areas/:area/figures", role: "region", address: "areas/romerike/figures" },
  { route: "areas/:area/figures/:metric", role: "region", address: "areas/romerike/figures/programs-jobs?by=municipality" },
  { route: "organizations/:organization/stories", role: "coordinator", address: async (there) => (await aStory(there)).list },
  { route: "stories/:story", role: "coordinator", address: async (there) => (await aStory(there)).page },
  { route: "story-consents/:secret", role: "operator", address: aConsent },
  { route: "reports/:report", role: "coordinator", address: async (there) => `reports/${(await aReport(there)).slug}` },
  { route: "reports/:report/edit", role: "coordinator", address: async (there) => `reports/${(await aReport(there)).slug}/edit` },
  {
    route: "reports/:report/curves/:curve",
    role: "operator",
    address: aPublishedCurve,
  },
  { route: "reports/:report/figures/:metric", role: "coordinator", address: aPublishedFigure },
  { route: "organizations/:organization/events/new", role: "manager", address: `${organization}/events/new` },
  { route: "organizations/:organization/calls/new", role: "manager", address: `${organization}/calls/new` },
  { route: "calls", role: "visitor", address: "calls" },
  { route: "calls/:call", role: "member", address: "calls/inkubatoren-opptak" },
  { route: "calls/:call/edit", role: "coordinator", address: `${award}/edit` },
  { route: "calls/:call/letters", role: "coordinator", address: `${award}/letters` },
  { route: "calls/:call/vote", role: "visitor", address: `${award}/vote` },
  { route: "calls/:call/screen", role: "visitor", address: `${award}/screen` },
  { route: "calls/:call/work", role: "coordinator", address: `${award}/work` },
  { route: "calls/:call/results", role: "coordinator", address: `${award}/results` },
  { route: "calls/:call/submissions/:submission", role: "coordinator", address: aDeliveredSubmission },
  { route: "me/submissions", role: "member", address: "me/submissions" },
  { route: "me/submissions/:submission", role: "member", address: aDraftOfOnesOwn },
  { route: "me/reviews", role: "member", address: "me/reviews" },
  { route: "me/reviews/:submission", role: "member", address: aReviewToGive },
  { route: "spaces/:space/plans", role: "manager", address: `${house}/plans` },
  { route: "spaces/:space/courses", role: "operator", address: `${lab}/courses` },
  { route: "spaces/:space/certificates", role: "operator", address: `${lab}/certificates` },
  { route: "me/certificates", role: "member", address: "me/certificates" },
  { route: "spaces/:space/orders", role: "operator", address: `${lab}/orders` },
  { route: "spaces/:space/orders/new", role: "member", address: `${lab}/orders/new` },
  { route: "spaces/:space/orders/:order", role: "operator", address: anOrderToPrice },
  { route: "spaces/:space/stock", role: "operator", address: `${lab}/stock` },
  { route: "spaces/:space/stock/:consumable", role: "operator", address: aMaterial },
  { route: "spaces/:space/consultations", role: "operator", address: `${lab}/consultations` },
  { route: "me/orders", role: "member", address: "me/orders" },
  { route: "me/orders/:order", role: "member", address: anOrderOfOnesOwn },
  { route: "spaces/:space/request", role: "visitor", address: `${hub}/request` },
  { route: "spaces/:space/hires", role: "operator", address: `${hub}/hires` },
  { route: "spaces/:space/hires/offer", role: "operator", address: `${hub}/hires/offer` },
  { route: "spaces/:space/hires/:hire", role: "operator", address: aHireToQuote },
  { route: "hires/:secret", role: "visitor", address: aHireOfOnesOwn },
  { route: "spaces/:space/resources", role: "manager", address: aRoomToChange },
  { route: "spaces/:space/settings", role: "manager", address: `${house}/settings` },
  { route: "offline", role: "visitor", address: "offline" },
  { route: "*", role: "visitor", address: "nothing/here", status: 404 },
];

/** Of the site map, but nothing to look at: shown in another's place, or no page. */
export const notLookedAt = ["away", "spaces/:space/check-in.webmanifest"];

/** The site map's pages under a language. */
export function routesInSiteMap(): string[] {
  const inLanguage = (siteMap as RouteConfigEntry[]).find(({ path }) => path === ":language")?.children ?? [];
  return inLanguage.map(({ path }) => path ?? "");
}

async function aDraft(there: BrowserContext): Promise<string> {
  await there.request.post(`/api/v1/${network}/agreement/versions`);
  return `${network}/agreement/edit`;
}

async function aRegistrationOfOnesOwn(there: BrowserContext): Promise<string> {
  return `${conference}/registrations/${(await aRegistration(there)).id}`;
}

async function aRegistration(
  there: BrowserContext,
  event = "norsk-coworkingkonferanse",
): Promise<{ id: string; tickets: { token: string | null }[] }> {
  type Own = { items: { id: string; state: string; tickets: { token: string | null }[] }[] };
  const { items } = (await answered(there, `me/registrations?event=${event}`)) as Own;
  const own = items.find(({ state }) => state === "confirmed");
  if (!own) throw new Error("The member has no place there");
  return own;
}

async function aDeliveredSubmission(there: BrowserContext): Promise<string> {
  const submissions = (await answered(there, `${award}/submissions`)) as Listed;
  return `${award}/submissions/${submissions.items[0]?.id}`;
}

async function aDraftOfOnesOwn(there: BrowserContext): Promise<string> {
  const submissions = (await answered(there, "me/submissions")) as Listed;
  return `me/submissions/${submissions.items.find(({ state }) => state === "draft")?.id}`;
}

async function aReviewToGive(there: BrowserContext): Promise<string> {
  const reviews = (await answered(there, "me/reviews")) as { items: { submission: { id: string } }[] };
  return `me/reviews/${reviews.items[0]?.submission.id}`;
}

async function startups(there: BrowserContext): Promise<Listed> {
  return (await answered(there, `${program}/enrollments?q=Lang%20Trekkvogn`)) as Listed;
}

async function aStartup(there: BrowserContext): Promise<string> {
  return `${program}/enrollments/${(await startups(there)).items[0]?.id}`;
}

async function aFoundersForm(there: BrowserContext): Promise<string> {
  const { formPath } = (await answered(there, `enrollments/${(await startups(there)).items[0]?.id}`)) as { formPath: string };
  return formPath.slice(1);
}

type Listed = { items: { id: string; state: string }[] };

async function aHeldPass(there: BrowserContext): Promise<string> {
  const passes = (await answered(there, "me/day-passes")) as Listed;
  const held = passes.items.find(({ state }) => state === "held");
  return `me/passes/${held?.id}`;
}

async function aMaterial(there: BrowserContext): Promise<string> {
  const stock = (await answered(there, `${lab}/consumables`)) as Listed;
  return `${lab}/stock/${stock.items[0]?.id}`;
}

async function anOrderToPrice(there: BrowserContext): Promise<string> {
  const orders = (await answered(there, `${lab}/production-orders?state=asked`)) as Listed;
  return `${lab}/orders/${orders.items[0]?.id}`;
}

async function aHireToQuote(there: BrowserContext): Promise<string> {
  const hires = (await answered(there, `${hub}/hires?state=asked`)) as Listed;
  return `${hub}/hires/${hires.items[0]?.id}`;
}

/** The link of a request stands in the letter to whoever asked; the demonstration shows its letters. */
async function aHireOfOnesOwn(there: BrowserContext): Promise<string> {
  const { rooms } = (await answered(there, `${hub}/hire-offer`)) as { rooms: { id: string }[] };
  const data = {
    rooms: [rooms[0]?.id],
    startsAt: "2026-12-28T09:00:00Z",
    endsAt: "2026-12-28T11:00:00Z",
    people: 20,
    purpose: "Korøvelse",
    contactName: "Torill Vårnes",
    email: "torill.varnes@example.test",
    termsVersion: 1,
  };
  await there.request.post(`/api/v1/${hub}/hires`, { data });
  const letters = await (await there.request.get("/dev/mail")).text();
  const letter = /\/dev\/mail\/[\w-]+/.exec(letters)?.[0] ?? "/dev/mail";
  return /hires\/[\w-]{20,}/.exec(await (await there.request.get(letter)).text())?.[0] ?? "hires/none";
}

async function anOrderOfOnesOwn(there: BrowserContext): Promise<string> {
  const orders = (await answered(there, "me/production-orders")) as Listed;
  return `me/orders/${orders.items.find(({ state }) => state === "quoted")?.id}`;
}

async function aCandidate(there: BrowserContext): Promise<string> {
  const board = (await answered(there, `${network}/candidate-board`)) as { stages: { items: { id: string }[] }[] };
  return `${network}/candidates/${board.stages[0]?.items[0]?.id}`;
}

async function aRoomToChange(there: BrowserContext): Promise<string> {
  const rooms = (await answered(there, `resources?space=${house.split("/")[1]}`)) as Listed;
  return `${house}/resources?resource=${rooms.items[0]?.id}`;
}

async function aDoorScreen(there: BrowserContext): Promise<string> {
  const rooms = (await answered(there, `resources?space=${house.split("/")[1]}`)) as { items: { id: string; places: number }[] };
  const resourceId = rooms.items.find(({ places }) => places === 1)?.id;
  const sent = await there.request.post(`/api/v1/${house}/displays`, { data: { kind: "door", name: "Ved døra", resourceId } });
  const { url } = (await sent.json()) as { url: string };
  return `displays/${url.split("/").at(-1)}`;
}

async function aVisitorToCome(there: BrowserContext): Promise<string> {
  const visits = (await answered(there, `${hub}/visits`)) as Listed;
  return `me/visitors/${visits.items.find(({ state }) => state === "expected")?.id}`;
}

// the last quarter is closed by whoever comes first
async function aSettlement(there: BrowserContext): Promise<string> {
  await there.request.post(`/api/v1/${network}/settlements`, { data: quarter });
  const settlements = (await answered(there, `${network}/settlements`)) as Listed;
  return `${network}/exchange/settlements/${settlements.items[0]?.id}`;
}

async function aRaiseOneSees(there: BrowserContext): Promise<string> {
  const raises = (await answered(there, "raises")) as { items: { id: string; tier: string }[] };
  return `raises/${raises.items.find(({ tier }) => tier === "contact")?.id}`;
}

async function anOwnRaise(there: BrowserContext, page: string): Promise<string> {
  return `raises/${((await answered(there, "me/raises")) as Listed).items[0]?.id}/${page}`;
}

async function aRaisingStartup(there: BrowserContext, page: string): Promise<string> {
  const raises = (await answered(there, "me/raises")) as { items: { organization: { slug: string } }[] };
  return `organizations/${raises.items[0]?.organization.slug}/${page}`;
}

async function anIntroductionToAnswer(there: BrowserContext): Promise<string> {
  const introductions = (await answered(there, "introductions")) as { items: { id: string; state: string }[] };
  return `introductions/${introductions.items.find(({ state }) => state === "asked")?.id}`;
}

async function anInvestor(there: BrowserContext): Promise<string> {
  return `investor-profiles/${((await answered(there, "me/investor-profiles")) as Listed).items[0]?.id}`;
}

async function anAward(there: BrowserContext): Promise<{ id: string; reportPacks: { id: string }[] }> {
  const { fundings } = (await answered(there, project)) as { fundings: { id: string; reportPacks: { id: string }[] }[] };
  return fundings[0] ?? { id: "", reportPacks: [] };
}

async function aReport(there: BrowserContext): Promise<{ id: string; slug: string }> {
  const year = { title: { nb: "Årsrapport 2025" }, from: "2025-01-01", to: "2026-01-01" };
  const sent = await there.request.post("/api/v1/organizations/coworking-norge/reports", { data: year });
  return (await sent.json()) as { id: string; slug: string };
}

async function aStory(there: BrowserContext): Promise<{ list: string; page: string; person: string }> {
  const data = { title: { nb: "Garasjen" }, text: { nb: "«Vi begynte i en garasje», sier Amina Larsen." } };
  const begun = await there.request.post("/api/v1/organizations/coworking-norge/stories", { data });
  const { id } = (await begun.json()) as { id: string };
  const person = { name: "Amina Larsen", email: "amina.larsen@example.test", appearance: "quoted" };
  const { people } = (await (await there.request.post(`/api/v1/stories/${id}/people`, { data: person })).json()) as {
    people: { id: string }[];
  };
  return { list: "organizations/coworking-norge/stories", page: `stories/${id}`, person: people[0]?.id ?? "" };
}

/** The link stands in the letter to whoever is quoted. */
async function aConsent(there: BrowserContext): Promise<string> {
  const { page, person } = await aStory(there);
  await there.request.put(`/api/v1/${page}/people/${person}/request`);
  const letters = await (await there.request.get("/dev/mail")).text();
  const letter = /\/dev\/mail\/[\w-]+/.exec(letters)?.[0] ?? "/dev/mail";
  return /story-consents\/[\w-]{20,}/.exec(await (await there.request.get(letter)).text())?.[0] ?? "story-consents/none";
}

async function aSharedYear(there: BrowserContext): Promise<string> {
  const sent = await there.request.put(`/api/v1/me/years/${Temporal.Now.plainDateISO().year}/sharing`);
  const { sharing } = (await sent.json()) as { sharing: { secret: string } };
  return `years/${sharing.secret}`;
}

async function aPublishedFigure(there: BrowserContext): Promise<string> {
  const { id, slug } = await aReport(there);
  await there.request.put(`/api/v1/reports/${id}/publication`);
  return `reports/${slug}/figures/members-end`;
}

async function aPublishedCurve(there: BrowserContext): Promise<string> {
  const year = { title: { nb: "Inkubatoren 2025" }, from: "2025-01-01", to: "2026-01-01" };
  const sent = await there.request.post("/api/v1/organizations/kunnskapsbyen-lillestrom/reports", { data: year });
  const { id, slug } = (await sent.json()) as { id: string; slug: string };
  const parts = [{ kind: "survival", program: "business-lillestrom" }];
  await there.request.patch(`/api/v1/reports/${id}`, { data: { parts } });
  await there.request.put(`/api/v1/reports/${id}/publication`);
  return `reports/${slug}/curves/1`;
}

async function anImport(there: BrowserContext, place: string, kind: string): Promise<string> {
  const slug = place.split("/")[1];
  const buffer = Buffer.from("Navn;E-post;Fra\nKari Eide;kari.eide@firma.example;2026-01-01\nOla Ness;ingen adresse;2026-01-01\n");
  const file = { name: "fra-regnearket.csv", mimeType: "text/csv", buffer };
  const sent = await there.request.post(`/api/v1/organizations/${slug}/imports`, { multipart: { kind, file, start: "later" } });
  const { id } = (await sent.json()) as { id: string };
  return `${place}/import/${kind}/${id}`;
}

async function answered(there: BrowserContext, path: string): Promise<unknown> {
  return (await there.request.get(`/api/v1/${path}`)).json();
}
