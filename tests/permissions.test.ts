import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApi } from "../src/api.ts";
import { findActor } from "../src/features/accounts/queries.ts";
import { signTicket } from "../src/features/events/tickets/ticket-token.ts";
import { signingKeys } from "../src/features/exchange/index.ts";
import { secretOf } from "../src/features/hires/hire-link.ts";
import { observationLink } from "../src/features/programs/observing/observation-link.ts";
import { consentLink } from "../src/features/reports/stories/consent-link.ts";
import { type Actor, visitor } from "../src/platform/access/actor.ts";
import { newId } from "../src/platform/database/id.ts";
import { sendLetter } from "../src/platform/mail/index.ts";
import { dayIn } from "../src/platform/time/day.ts";
import { type TestInstallation, testInstallation } from "./support/installation.ts";
import { networkBuilder, ordinaryTerms } from "./support/network.ts";
import { aBudget, aFundedProject, anAward, aProject, aReceipt, decidedHere, type FundedProject } from "./support/projects.ts";
import { aNewRaise, aRaiseBetween, type RaiseBetween } from "./support/raises.ts";
import { callers } from "./support/visitor.ts";

/**
 * Every route × every role, against the table below. "Here" is Workwork in the network Kyst, "there" is Blender in the same network,
 * "elsewhere" is Utkant in another. The guest is a member of Blender with passes for Workwork. The key is the operator's, to read only.
 */
const roles = [
  "nobody",
  "guest",
  "member here",
  "host here",
  "manager here",
  "owner here",
  "host there",
  "manager there",
  "manager elsewhere",
  "coordinator here",
  "coordinator elsewhere",
  "operator",
  "reading key",
] as const;
type Role = (typeof roles)[number];

const office: Role[] = ["operator", "reading key"];
const everyone: readonly Role[] = roles;
const signedIn: readonly Role[] = roles.filter((role) => role !== "nobody");
const inPerson: readonly Role[] = signedIn.filter((role) => role !== "reading key");
const managers: Role[] = ["manager here", "owner here", ...office];
const desk: Role[] = ["host here", ...managers];
// the guest advises the startup, which is Blender
const advisers: Role[] = ["guest", ...managers];
const workers: Role[] = ["member here", "host here", "manager here", "owner here"];
const coordinators: Role[] = ["coordinator here", ...office];
const sides: Role[] = ["manager here", "owner here", "manager there", ...coordinators];
// nobody says yes for a startup or an investor but those who speak for them, the operator neither
const founders: Role[] = ["manager here", "owner here"];
const investors: Role[] = ["manager there"];
const allManagers: Role[] = ["manager here", "owner here", "manager there", "manager elsewhere", ...office];
const membersOffice: Role[] = managers;
const holder: Role[] = ["guest", "manager there", ...office];

type Given = { role: Role; personId: string };
type Asked = { path: string; body?: unknown; form?: FormData };
type Row = { through: readonly Role[]; ask: (given: Given) => Promise<Asked> | Asked };

let installation: TestInstallation;
let api: ReturnType<typeof createApi>;
let network: ReturnType<typeof networkBuilder>;
const person = {} as Record<Exclude<Role, "nobody">, string>;
let here: { id: string; organizationId: string };
let kyst: string;
let there: string;
let dayNumber = 0;
let appointments = 0;

const tuesdayEvening = { weekday: 2, opens: "17:00", closes: "19:00", slotMinutes: 30 };

const breakfast = {
  title: { nb: "Eiendomsfrokost" },
  organization: "workwork",
  startsAt: "2026-12-03T08:00:00+01:00",
  endsAt: "2026-12-03T10:00:00+01:00",
  quotas: [{ name: "Salen", size: 10 }],
  ticketTypes: [{ name: "Plass", quotas: ["Salen"] }],
};

const { organization: _, ...oneEvent } = breakfast;
const aFestival = { kind: "festival", title: { nb: "Festivalen" }, organization: "workwork", events: [oneEvent] };
const award = {
  organization: "workwork",
  kind: "award",
  title: { nb: "Årets idé" },
  closesAt: "2026-12-03T12:00:00+01:00",
  questions: [{ id: "plan", kind: "file", label: { nb: "Plan" } }],
  phases: [{ name: { nb: "Lesing" }, criteria: [{ name: { nb: "Nyhet" } }] }],
};
const aTarget = { name: { nb: "150 jobber" }, measure: "heads", amount: 150, from: "2024-01-01", until: "2026-12-31" };
const aProgram = () => ({ slug: `program-${newId()}`, name: { nb: "Hagen" }, organization: "workwork", kind: "incubator" });
const aReport = { title: { nb: "2025" }, from: "2025-01-01", to: "2026-01-01" };

const at = (path: string, body?: unknown) => ({ ask: () => ({ path, body }) });
const row = (through: readonly Role[], asked: { ask: Row["ask"] }): Row => ({ through, ask: asked.ask });

/** Who gets through to what. A route without a row fails the walk. */
const table: Record<string, Row> = {
  "GET /sign-in-ways": row(everyone, at("/sign-in-ways")),
  "POST /sign-in-links": row(everyone, at("/sign-in-links", { email: "ingen@example.test" })),
  "POST /sessions": row(everyone, at("/sessions", { token: "no-such-token" })),
  "GET /me": row(signedIn, at("/me")),
  "PATCH /me": row(signedIn, at("/me", {})),
  "GET /me/sessions": row(signedIn, at("/me/sessions")),
  "DELETE /me/sessions": row(signedIn, at("/me/sessions")),
  "DELETE /me/sessions/{id}": row(inPerson, { ask: async ({ personId }) => ({ path: `/me/sessions/${await newSession(personId)}` }) }),
  "DELETE /me/sessions/{id} of another": row(["host there"], {
    ask: async () => ({ path: `/me/sessions/${await newSession(person["host there"])}` }),
  }),
  "GET /me/passkeys": row(signedIn, at("/me/passkeys")),
  "DELETE /me/passkeys/{id}": row(inPerson, { ask: async ({ personId }) => ({ path: `/me/passkeys/${await newPasskey(personId)}` }) }),
  "DELETE /me/passkeys/{id} of another": row(["host there"], {
    ask: async () => ({ path: `/me/passkeys/${await newPasskey(person["host there"])}` }),
  }),
  "GET /me/api-keys": row(signedIn, at("/me/api-keys")),
  "POST /me/api-keys": row(inPerson, at("/me/api-keys", { name: "Kalender", scopes: ["read"] })),
  "DELETE /me/api-keys/{id}": row(inPerson, { ask: async ({ personId }) => ({ path: `/me/api-keys/${await newKey(personId)}` }) }),
  "DELETE /me/api-keys/{id} of another": row(["host there"], {
    ask: async () => ({ path: `/me/api-keys/${await newKey(person["host there"])}` }),
  }),
  "GET /me/data": row(inPerson, at("/me/data")),
  "POST /me/erasure": row(inPerson, at("/me/erasure", { email: "not.mine@example.test" })),
  "GET /audit": row([...allManagers, "coordinator here", "coordinator elsewhere"], at("/audit")),
  "GET /audit of an organization": row(managers, at("/audit?organization=workwork")),

  "GET /organizations/{id}/webhooks": row(managers, at("/organizations/workwork/webhooks")),
  "POST /organizations/{id}/webhooks": row(
    managers,
    at("/organizations/workwork/webhooks", { url: "https://hooks.example/in", topics: ["*"] }),
  ),
  "DELETE /organizations/{id}/webhooks/{webhookId}": row(managers, {
    ask: async () => ({ path: `/organizations/workwork/webhooks/${await newWebhook()}` }),
  }),
  "GET /webhooks/{id}/deliveries": row(managers, { ask: async () => ({ path: `/webhooks/${await newWebhook()}/deliveries` }) }),
  "GET /webhook-deliveries": row(office, at("/webhook-deliveries")),
  "PUT /webhook-deliveries/{id}/replay": row(managers, {
    ask: async () => ({ path: `/webhook-deliveries/${await newDelivery()}/replay` }),
  }),
  "GET /job-queues": row(office, at("/job-queues")),
  "GET /troubled-jobs": row(office, at("/troubled-jobs")),
  "PUT /troubled-jobs/{id}/retry": row(["operator"], { ask: async () => ({ path: `/troubled-jobs/${await newTroubledJob()}/retry` }) }),

  "GET /mail": row(office, at("/mail")),
  "GET /letters": row(office, at("/letters")),
  "PUT /letters/{id}/retry": row(["operator"], { ask: async () => ({ path: `/letters/${await newFailedLetter()}/retry` }) }),

  "GET /municipalities": row(everyone, at("/municipalities?q=oslo")),
  "GET /counties": row(everyone, at("/counties")),

  "GET /organizations": row(everyone, at("/organizations")),
  "GET /sectors": row(everyone, at("/sectors")),
  "GET /focus-areas": row(everyone, at("/focus-areas")),
  "POST /organizations": row(["operator"], at("/organizations", { name: "Nyhuset", kinds: ["space_operator"] })),
  "POST /organizations for a network": row(coordinators, {
    ask: ({ role }) => ({ path: "/organizations", body: { name: `Nyhuset ${role}`, kinds: ["space_operator"], network: "kyst" } }),
  }),
  "GET /organizations/{id}": row(everyone, at("/organizations/workwork")),
  "GET /organizations/{id} that is private": row(["manager elsewhere", "coordinator elsewhere", ...office], at("/organizations/utkant")),
  "PATCH /organizations/{id}": row(managers, at("/organizations/workwork", {})),
  "PUT /organizations/{id}/contact-confirmation": row(managers, at("/organizations/workwork/contact-confirmation")),
  "PUT /organizations/{id}/register-entry": row(managers, at("/organizations/workwork/register-entry")),
  "PUT /organizations/{id}/logo": row(managers, { ask: () => ({ path: "/organizations/workwork/logo", form: fileOf("not a picture") }) }),
  "PUT /organizations/{id}/logo of a network": row(coordinators, {
    ask: () => ({ path: "/organizations/kyst/logo", form: fileOf("not a picture") }),
  }),
  "DELETE /organizations/{id}/logo": row(managers, at("/organizations/workwork/logo")),
  "PUT /organizations/{id}/colour": row(coordinators, at("/organizations/kyst/colour", { colour: "#0b3d91" })),
  "GET /organizations/{id}/positions": row(everyone, at("/organizations/workwork/positions")),
  "POST /organizations/{id}/positions": row(managers, {
    ask: () => ({
      path: "/organizations/workwork/positions",
      body: { role: "contact", person: { name: "Ny Kontakt", email: newAddress() } },
    }),
  }),
  "POST /organizations/{id}/positions of an owner": row(["owner here", "operator"], {
    ask: () => ({ path: "/organizations/workwork/positions", body: { role: "owner", person: { name: "Ny Eier", email: newAddress() } } }),
  }),
  "POST /organizations/{id}/positions of an operator": row(["operator"], {
    ask: () => ({
      path: "/organizations/workwork/positions",
      body: { role: "operator", person: { name: "Ny Drift", email: newAddress() } },
    }),
  }),
  "DELETE /organizations/{id}/positions/{positionId}": row(managers, {
    ask: async () => ({ path: `/organizations/workwork/positions/${await newPosition()}` }),
  }),
  "GET /people": row(allManagers, at("/people")),
  "POST /people": row(["operator"], { ask: () => ({ path: "/people", body: { name: "Ny Person", email: newAddress() } }) }),
  "GET /people/{id}": row(["host here", ...managers], { ask: () => ({ path: `/people/${person["host here"]}` }) }),
  "PATCH /people/{id}": row(["host here", "operator"], { ask: () => ({ path: `/people/${person["host here"]}`, body: {} }) }),
  "GET /installation": row(everyone, at("/installation")),
  "PATCH /installation": row(["operator"], at("/installation", { name: "Romslig" })),
  // there is an operator: it is not there for anybody
  "POST /installation/first-operator": row(
    [],
    at("/installation/first-operator", {
      code: "7KQ2-M9XD-4TBA",
      name: "Ine Inntrenger",
      email: "ine@example.test",
      installationName: "Mitt",
      organization: { name: "Mitt", kind: "network" },
    }),
  ),

  "GET /organizations/{id}/members": row(membersOffice, at("/organizations/workwork/members")),
  "GET /organizations/{id}/people-at-home": row(desk, at("/organizations/workwork/people-at-home")),
  "POST /organizations/{id}/members": row(membersOffice, {
    ask: () => ({ path: "/organizations/workwork/members", body: { email: newAddress(), name: "Nytt Medlem", from: "2026-11-01" } }),
  }),
  "PATCH /memberships/{id}": row(membersOffice, {
    ask: async () => ({ path: `/memberships/${await newMembership()}`, body: { note: "Ny" } }),
  }),
  "PUT /memberships/{id}/end": row(membersOffice, {
    ask: async () => ({ path: `/memberships/${await newMembership()}/end`, body: { to: "2026-12-01", reason: "Flytter" } }),
  }),
  "GET /organizations/{id}/memberships": row(managers, at("/organizations/workwork/memberships")),
  "PUT /memberships/{id}/confirmation": row(managers, {
    ask: async () => ({ path: `/memberships/${await newUnconfirmedMembership()}/confirmation` }),
  }),
  "GET /organizations/{id}/member-figures": row(membersOffice, at("/organizations/workwork/member-figures?from=2026-01-01&to=2026-11-01")),
  "GET /organizations/{id}/member-figures/{figure}": row(
    membersOffice,
    at("/organizations/workwork/member-figures/joined?from=2026-01-01&to=2026-11-01"),
  ),
  "GET /networks/{slug}/members": row(everyone, at("/networks/kyst/members")),
  "GET /networks/{slug}/candidates": row(coordinators, at("/networks/kyst/candidates")),
  "POST /networks/{slug}/candidates": row(coordinators, {
    ask: () => ({ path: "/networks/kyst/candidates", body: { name: `Kandidat ${newId()}`, municipalityNumber: "0301" } }),
  }),
  "GET /networks/{slug}/candidate-board": row(coordinators, at("/networks/kyst/candidate-board")),
  "GET /candidates/{id}": row(coordinators, { ask: async () => ({ path: `/candidates/${await newCandidate()}` }) }),
  "PATCH /candidates/{id}": row(coordinators, {
    ask: async () => ({ path: `/candidates/${await newCandidate()}`, body: { nextStep: "Ringe" } }),
  }),
  "PUT /candidates/{id}/stage": row(coordinators, {
    ask: async () => ({ path: `/candidates/${await newCandidate()}/stage`, body: { stage: "contacted" } }),
  }),
  "PUT /stage-changes/{id}/undo": row(coordinators, { ask: async () => ({ path: `/stage-changes/${await newMove()}/undo` }) }),
  "GET /networks/{slug}/stage-changes": row(coordinators, at("/networks/kyst/stage-changes")),
  "GET /candidates/{id}/notes": row(coordinators, { ask: async () => ({ path: `/candidates/${await newCandidate()}/notes` }) }),
  "POST /candidates/{id}/notes": row(coordinators, {
    ask: async () => ({ path: `/candidates/${await newCandidate()}/notes`, body: { note: "Ringt" } }),
  }),

  "POST /organizations/{id}/imports": row(managers, { ask: () => ({ path: "/organizations/workwork/imports", form: memberFile() }) }),
  "GET /organizations/{id}/imports": row(managers, at("/organizations/workwork/imports")),
  "GET /imports/{id}": row(managers, { ask: async () => ({ path: `/imports/${await newImport("checked")}` }) }),
  "GET /imports/{id}/rows": row(managers, { ask: async () => ({ path: `/imports/${await newImport("checked")}/rows` }) }),
  "GET /imports/{id}/refused.csv": row(managers, { ask: async () => ({ path: `/imports/${await newImport("checked")}/refused.csv` }) }),
  "PUT /imports/{id}/mapping": row(managers, {
    ask: async () => ({ path: `/imports/${await newImport("checked")}/mapping`, body: { columns: { email: "E-post" } } }),
  }),
  "PUT /imports/{id}/confirmation": row(managers, {
    ask: async () => ({ path: `/imports/${await newImport("checked")}/confirmation`, body: { rows: "good" } }),
  }),
  "GET /import-templates/{file}": row(everyone, at("/import-templates/members.csv")),

  "GET /organizations.csv": row(everyone, at("/organizations.csv")),
  "GET /organizations.xlsx": row(everyone, at("/organizations.xlsx")),
  "GET /organizations/{id}/people.csv": row(managers, at("/organizations/workwork/people.csv")),
  "GET /organizations/{id}/people.xlsx": row(managers, at("/organizations/workwork/people.xlsx")),
  "GET /organizations/{id}/members.csv": row(membersOffice, at("/organizations/workwork/members.csv")),
  "GET /organizations/{id}/members.xlsx": row(membersOffice, at("/organizations/workwork/members.xlsx")),
  "GET /organizations/{id}/member-organizations.csv": row(membersOffice, at("/organizations/workwork/member-organizations.csv")),
  "GET /organizations/{id}/member-organizations.xlsx": row(membersOffice, at("/organizations/workwork/member-organizations.xlsx")),
  "GET /people.csv": row(allManagers, at("/people.csv")),
  "GET /people.xlsx": row(allManagers, at("/people.xlsx")),
  "GET /networks/{id}/members.csv": row(everyone, at("/networks/kyst/members.csv")),
  "GET /networks/{id}/members.xlsx": row(everyone, at("/networks/kyst/members.xlsx")),
  "GET /networks/{id}/candidates.csv": row(coordinators, at("/networks/kyst/candidates.csv")),
  "GET /networks/{id}/candidates.xlsx": row(coordinators, at("/networks/kyst/candidates.xlsx")),
  "GET /spaces.csv": row(everyone, at("/spaces.csv")),
  "GET /spaces.xlsx": row(everyone, at("/spaces.xlsx")),
  "GET /networks/{id}/spaces.csv": row(everyone, at("/networks/kyst/spaces.csv?day=2026-11-24")),
  "GET /networks/{id}/spaces.xlsx": row(everyone, at("/networks/kyst/spaces.xlsx?near=59.9,10.7")),
  "GET /me/day-passes.csv": row(signedIn, at("/me/day-passes.csv")),
  "GET /me/day-passes.xlsx": row(signedIn, at("/me/day-passes.xlsx")),
  "GET /audit.csv": row([...allManagers, "coordinator here", "coordinator elsewhere"], at("/audit.csv")),
  "GET /audit.csv of an organization": row(managers, at("/audit.csv?organization=workwork")),
  "GET /audit.xlsx": row([...allManagers, "coordinator here", "coordinator elsewhere"], at("/audit.xlsx")),
  "GET /spaces/{id}/day-passes.csv": row(desk, at("/spaces/workwork/day-passes.csv")),
  "GET /spaces/{id}/day-passes.xlsx": row(desk, at("/spaces/workwork/day-passes.xlsx")),

  "GET /spaces/{id}": row(everyone, at("/spaces/workwork")),
  "PATCH /spaces/{id}": row(managers, at("/spaces/workwork", {})),
  "GET /spaces/{id}/settings": row(desk, at("/spaces/workwork/settings")),
  "POST /organizations/{id}/spaces": row(managers, {
    ask: () => ({
      path: "/organizations/workwork/spaces",
      body: { name: `Annekset ${newId()}`, municipalityNumber: "0301", latitude: 59.9, longitude: 10.7 },
    }),
  }),
  "PUT /spaces/{id}/opening-hours": row(
    managers,
    at("/spaces/workwork/opening-hours", { openingHours: [{ weekday: 1, opens: "08:00", closes: "17:00" }], openOnHolidays: false }),
  ),
  "PUT /spaces/{id}/opening-exceptions/{day}": row(
    managers,
    at("/spaces/workwork/opening-exceptions/2026-12-24", { opens: null, closes: null }),
  ),
  "DELETE /spaces/{id}/opening-exceptions/{day}": row(managers, {
    ask: async () => ({ path: `/spaces/workwork/opening-exceptions/${await newException()}` }),
  }),
  "GET /spaces/{id}/house-rules": row(everyone, at("/spaces/workwork/house-rules")),
  "POST /spaces/{id}/house-rules": row(managers, at("/spaces/workwork/house-rules", { texts: { nb: "Rydd etter deg." } })),
  "PUT /spaces/{id}/house-rules/{version}/consent": row(signedIn, at("/spaces/workwork/house-rules/1/consent")),
  "PUT /spaces/{id}/host-duties": row(managers, at("/spaces/workwork/host-duties", { hostDuties: [] })),
  "PUT /spaces/{id}/contact-confirmation": row(managers, at("/spaces/workwork/contact-confirmation")),
  "POST /spaces/{id}/photos": row(managers, { ask: () => ({ path: "/spaces/workwork/photos", form: notAPhoto() }) }),
  "PATCH /spaces/{id}/photos/{photoId}": row(managers, {
    ask: async () => ({ path: `/spaces/workwork/photos/${await newPhoto()}`, body: { texts: { nb: "Døra" } } }),
  }),
  "DELETE /spaces/{id}/photos/{photoId}": row(managers, { ask: async () => ({ path: `/spaces/workwork/photos/${await newPhoto()}` }) }),
  "PUT /spaces/{id}/photo-order": row(managers, at("/spaces/workwork/photo-order", { photoIds: [] })),

  "GET /resources": row(everyone, at("/resources")),
  "GET /resources/{id}": row(everyone, { ask: async () => ({ path: `/resources/${await newResource()}` }) }),
  "POST /spaces/{id}/resources": row(managers, {
    ask: () => ({ path: "/spaces/workwork/resources", body: { kind: "meeting_room", name: `Rom ${newId()}`, capacity: 6 } }),
  }),
  "PATCH /resources/{id}": row(managers, { ask: async () => ({ path: `/resources/${await newResource()}`, body: {} }) }),

  "GET /spaces/{id}/plans": row(everyone, at("/spaces/workwork/plans")),
  "POST /spaces/{id}/plans": row(managers, at("/spaces/workwork/plans", { names: { nb: "Fleks" }, priceOre: 1000, period: "month" })),
  "PATCH /plans/{id}": row(managers, { ask: async () => ({ path: `/plans/${await network.plan(here, "Fleks")}`, body: {} }) }),
  "POST /plans/{id}/successors": row(managers, {
    ask: async () => ({ path: `/plans/${await network.plan(here, "Fleks")}/successors`, body: {} }),
  }),
  "GET /spaces/{id}/subscriptions": row(managers, at("/spaces/workwork/subscriptions")),
  "POST /spaces/{id}/subscriptions": row(managers, {
    ask: async () => ({
      path: "/spaces/workwork/subscriptions",
      body: { planId: await network.plan(here, "Fleks"), personId: person.guest },
    }),
  }),
  "GET /subscriptions/{id}": row(["guest", ...managers], { ask: async () => ({ path: `/subscriptions/${await newSubscription()}` }) }),
  "GET /subscriptions/{id} of a company": row(["manager there", ...managers], {
    ask: async () => ({ path: `/subscriptions/${await newTeam()}` }),
  }),
  "PUT /subscriptions/{id}/end": row(["guest", ...managers], {
    ask: async () => ({ path: `/subscriptions/${await newSubscription()}/end`, body: {} }),
  }),
  "PUT /subscriptions/{id}/pause": row(managers, {
    ask: async () => ({ path: `/subscriptions/${await newSubscription()}/pause`, body: { from: "2027-01-01", until: "2027-02-01" } }),
  }),
  "PUT /subscriptions/{id}/next-plan": row(managers, {
    ask: async () => ({ path: `/subscriptions/${await newSubscription()}/next-plan`, body: { planId: await network.plan(here, "Mer") } }),
  }),
  "POST /subscriptions/{id}/people": row(["manager there", ...managers], {
    ask: async () => ({ path: `/subscriptions/${await newTeam()}/people`, body: { personId: person["member here"] } }),
  }),
  "PUT /subscriptions/{id}/people/{personId}/end": row(["manager there", ...managers], {
    ask: async () => ({ path: `/subscriptions/${await newTeam()}/people/${person.guest}/end`, body: {} }),
  }),
  "GET /people/{id}/entitlements": row(["guest", ...managers], {
    ask: async () => {
      await network.usedHour(here, await newSubscription());
      return { path: `/people/${person.guest}/entitlements` };
    },
  }),
  "GET /subscriptions/{id}/entitlement-entries": row(["guest", ...managers], {
    ask: async () => ({ path: `/subscriptions/${await newSubscription()}/entitlement-entries?unit=day&periodFrom=2026-11-01` }),
  }),
  "GET /subscriptions/{id}/entitlement-entries of a company": row(["guest", "manager there", ...managers], {
    ask: async () => ({ path: `/subscriptions/${await newTeam()}/entitlement-entries?unit=day&periodFrom=2026-11-01` }),
  }),
  "GET /subscriptions/{id}/uses": row(managers, { ask: async () => ({ path: `/subscriptions/${await newSubscription()}/uses` }) }),
  "PUT /entitlement-entries/{id}/reversal": row(managers, {
    ask: async () => ({
      path: `/entitlement-entries/${await network.usedHour(here, await newSubscription())}/reversal`,
      body: { reason: "Feil" },
    }),
  }),
  "GET /spaces/{id}/charges": row(managers, at("/spaces/workwork/charges?from=2026-11-01&until=2026-12-01")),
  "GET /spaces/{id}/charges.csv": row(managers, at("/spaces/workwork/charges.csv?from=2026-11-01&until=2026-12-01")),
  "GET /spaces/{id}/charges.xlsx": row(managers, at("/spaces/workwork/charges.xlsx?from=2026-11-01&until=2026-12-01")),
  "PUT /charges/{id}/reversal": row(managers, {
    ask: async () => ({
      path: `/charges/${await network.charge(here, await newSubscription(), person.guest)}/reversal`,
      body: { reason: "Feil" },
    }),
  }),

  "GET /spaces/{id}/bookings": row(everyone, at("/spaces/workwork/bookings?from=2026-11-24T00:00:00Z&to=2026-11-25T00:00:00Z")),
  "GET /availability": row(everyone, at("/availability?from=2026-11-24T00:00:00Z&to=2026-11-25T00:00:00Z&minutes=60&near=59.91,10.75")),
  "GET /resources/{id}/alternatives": row(everyone, {
    ask: async () => ({ path: `/resources/${await newResource()}/alternatives?from=2026-11-24T09:00:00Z&to=2026-11-24T10:00:00Z` }),
  }),
  "GET /calendar-feeds of a room": row(desk, {
    ask: async () => ({ path: `/calendar-feeds?of=resource&subjectId=${await newResource()}` }),
  }),
  "GET /calendar-feeds": row(["guest"], { ask: () => ({ path: `/calendar-feeds?of=person&subjectId=${person.guest}` }) }),
  "POST /calendar-feeds": row(["guest"], {
    ask: () => ({ path: "/calendar-feeds", body: { of: "person", subjectId: person.guest, shows: "everything" } }),
  }),
  "POST /calendar-feeds of the house": row(desk, {
    ask: () => ({ path: "/calendar-feeds", body: { of: "space", subjectId: here.id, shows: "everything" } }),
  }),
  "DELETE /calendar-feeds/{id}": row(desk, { ask: async () => ({ path: `/calendar-feeds/${await newFeed()}` }) }),
  "GET /spaces/{id}/bookings/events": row(signedIn, at("/spaces/workwork/bookings/events")),
  "GET /me/bookings": row(signedIn, at("/me/bookings")),
  "POST /resources/{id}/bookings": row(signedIn, {
    ask: async () => ({ path: `/resources/${await newResource()}/bookings`, body: tuesdayAtTen }),
  }),
  "POST /resources/{id}/bookings for the guest": row(["guest", ...desk], {
    ask: async () => ({ path: `/resources/${await newResource()}/bookings`, body: { ...tuesdayAtTen, personId: person.guest } }),
  }),
  "POST /resources/{id}/bookings of maintenance": row(desk, {
    ask: async () => ({ path: `/resources/${await newResource()}/bookings`, body: { ...tuesdayAtTen, kind: "maintenance" } }),
  }),
  "POST /resources/{id}/bookings past a rule": row(desk, {
    ask: async ({ personId }) => ({
      path: `/resources/${await newResource()}/bookings`,
      body: { ...tuesdayAtTen, personId, overrideReason: "Avtalt" },
    }),
  }),
  "POST /resources/{id}/bookings of a series past a rule": row(desk, {
    ask: async ({ personId }) => ({
      path: `/resources/${await newResource()}/bookings`,
      body: { ...tuesdayAtTen, personId, recurrence: "FREQ=WEEKLY;COUNT=2", overrideReason: "Avtalt" },
    }),
  }),
  "GET /resources/{id}/occurrences": row(signedIn, {
    ask: async () => ({ path: `/resources/${await newResource()}/occurrences?${aSeries}` }),
  }),
  "GET /resources/{id}/occurrences for the guest": row(["guest", ...desk], {
    ask: async () => ({ path: `/resources/${await newResource()}/occurrences?${aSeries}&personId=${person.guest}` }),
  }),
  "GET /bookings/{id}/series": row(["guest", ...desk], { ask: async () => ({ path: `/bookings/${await newBookingOfSeries()}/series` }) }),
  "PATCH /bookings/{id} of a series": row(["guest", ...desk], {
    ask: async () => ({ path: `/bookings/${await newBookingOfSeries()}`, body: { startsAt: "2026-11-24T12:00:00+01:00", scope: "all" } }),
  }),
  "PUT /bookings/{id}/cancellation of a series": row(["guest", ...desk], {
    ask: async () => ({ path: `/bookings/${await newBookingOfSeries()}/cancellation`, body: { scope: "all" } }),
  }),
  "POST /resources/{id}/waits": row(signedIn, {
    ask: async () => ({ path: `/resources/${await newTakenResource()}/waits`, body: tuesdayAtTen }),
  }),
  "POST /resources/{id}/waits for the guest": row(["guest", ...desk], {
    ask: async () => ({ path: `/resources/${await newTakenResource()}/waits`, body: { ...tuesdayAtTen, personId: person.guest } }),
  }),
  "PUT /waits/{id}/cancellation": row(["guest"], { ask: async () => ({ path: `/waits/${await newWait()}/cancellation` }) }),
  "GET /spaces/{id}/occupancy": row(everyone, at("/spaces/workwork/occupancy?from=2026-11-24T00:00:00Z&to=2026-11-25T00:00:00Z")),
  "GET /spaces/{id}/waits": row(desk, at("/spaces/workwork/waits?from=2026-11-24T00:00:00Z&to=2026-11-25T00:00:00Z")),
  "PUT /waits/{id}/removal": row(desk, {
    ask: async () => ({ path: `/waits/${await newWait()}/removal`, body: { reason: "Huset er stengt" } }),
  }),
  "GET /me/waits": row(signedIn, at("/me/waits")),
  "GET /bookings/{id}": row(signedIn, { ask: async () => ({ path: `/bookings/${await newBooking("confirmed")}` }) }),
  "PATCH /bookings/{id}": row(["guest", ...desk], {
    ask: async () => ({ path: `/bookings/${await newBooking("confirmed")}`, body: { startsAt: "2026-11-24T12:00:00+01:00" } }),
  }),
  "PUT /bookings/{id}/cancellation": row(["guest", ...desk], {
    ask: async () => ({ path: `/bookings/${await newBooking("confirmed")}/cancellation`, body: {} }),
  }),
  "PUT /bookings/{id}/confirmation": row(["guest", ...desk], {
    ask: async () => ({ path: `/bookings/${await newBooking("held")}/confirmation` }),
  }),
  "PUT /bookings/{id}/check-in": row(["guest", ...desk], {
    ask: async () => ({ path: `/bookings/${await newBooking("confirmed")}/check-in` }),
  }),
  "PUT /bookings/{id}/shown-title": row(["guest", ...desk], {
    ask: async () => ({ path: `/bookings/${await newBooking("confirmed")}/shown-title`, body: { shown: true } }),
  }),
  "PUT /bookings/{id}/description": row(["guest", ...desk], {
    ask: async () => ({ path: `/bookings/${await newBooking("confirmed")}/description`, body: { title: "Møte", note: null, people: 1 } }),
  }),
  "PUT /bookings/{id}/answer": row(desk, {
    ask: async () => ({ path: `/bookings/${await newBooking("pending")}/answer`, body: { approved: true } }),
  }),

  "GET /spaces/{id}/displays": row(managers, at("/spaces/workwork/displays")),
  "POST /spaces/{id}/displays": row(managers, at("/spaces/workwork/displays", { kind: "wall", name: "Resepsjonen" })),
  "PUT /spaces/{id}/displays/{displayId}/address": row(managers, {
    ask: async () => ({ path: `/spaces/workwork/displays/${(await newScreen()).id}/address` }),
  }),
  "DELETE /spaces/{id}/displays/{displayId}": row(managers, {
    ask: async () => ({ path: `/spaces/workwork/displays/${(await newScreen()).id}` }),
  }),
  "GET /displays/{secret}": row(everyone, { ask: async () => ({ path: `/displays/${(await newScreen()).secret}` }) }),
  "GET /displays/{secret}/events": row(everyone, { ask: async () => ({ path: `/displays/${(await newScreen()).secret}/events` }) }),
  "POST /displays/{secret}/bookings": row(everyone, {
    ask: async () => ({
      path: `/displays/${(await newScreen()).secret}/bookings`,
      body: { until: installation.now().add({ minutes: 30 }).toString() },
    }),
  }),
  "PUT /displays/{secret}/check-in": row(everyone, {
    ask: async () => {
      const { secret, resourceId } = await newScreen();
      return { path: `/displays/${secret}/check-in`, body: { bookingId: await newBooking("confirmed", resourceId) } };
    },
  }),
  "PUT /displays/{secret}/hand-back": row(everyone, {
    ask: async () => {
      const { secret, resourceId } = await newScreen();
      return { path: `/displays/${secret}/hand-back`, body: { bookingId: await newBooking("confirmed", resourceId) } };
    },
  }),
  "PATCH /events/{id}": row(managers, { ask: async () => ({ path: `/events/${(await newTicket()).event}`, body: { place: "Loftet" } }) }),
  "PUT /events/{id}/questions": row(managers, {
    ask: async () => ({ path: `/events/${(await newEvent()).id}/questions`, body: { questions: [] } }),
  }),
  "POST /events/{id}/invitations": row(managers, {
    ask: async () => ({ path: `/events/${(await newEvent()).id}/invitations`, body: { people: [{ email: newAddress() }] } }),
  }),
  "GET /events/{id}/invitations": row(managers, { ask: async () => ({ path: `/events/${(await newEvent()).id}/invitations` }) }),
  "DELETE /events/{id}/invitations/{personId}": row(managers, {
    ask: async () => ({ path: `/events/${(await newEvent()).id}/invitations/${person.guest}` }),
  }),
  "PUT /events/{id}/invitation": row(["guest"], {
    ask: async () => ({ path: `/events/${await guestInvited()}/invitation`, body: { declined: true } }),
  }),
  "GET /events/{id} of one for the invited": row(["guest", ...desk], { ask: async () => ({ path: `/events/${await guestInvited()}` }) }),
  "PUT /events/{id}/queue-place": row(signedIn, { ask: async () => ({ path: `/events/${(await newEvent()).id}/queue-place` }) }),
  "DELETE /events/{id}/queue-place": row(signedIn, { ask: async () => ({ path: `/events/${(await newEvent()).id}/queue-place` }) }),
  "GET /events/{id}/answers": row(managers, { ask: async () => ({ path: `/events/${(await newEvent()).id}/answers` }) }),
  "PUT /registrations/{id}/answers": row(["guest", ...managers], {
    ask: async () => ({ path: `/registrations/${await newRegistration()}/answers`, body: { answers: {} } }),
  }),
  "PUT /events/{id}/cancellation": row(managers, {
    ask: async () => ({ path: `/events/${(await newTicket()).event}/cancellation`, body: { reason: "Storm" } }),
  }),
  "POST /event-parents": row(managers, at("/event-parents", aFestival)),
  "GET /event-parents/{id}": row(everyone, { ask: async () => ({ path: `/event-parents/${(await newParent()).id}` }) }),
  "POST /event-parents/{id}/events": row(managers, {
    ask: async () => ({ path: `/event-parents/${(await newParent()).id}/events`, body: { events: aFestival.events } }),
  }),
  "GET /event-parents/{id}/counts": row(desk, { ask: async () => ({ path: `/event-parents/${(await newParent()).id}/counts` }) }),
  "POST /event-parents/{id}/registrations": row(signedIn, {
    ask: async () => {
      const { id, event } = await newParent();
      return { path: `/event-parents/${id}/registrations`, body: { events: [{ event }] } };
    },
  }),
  "PATCH /events/{id}/following": row(managers, {
    ask: async () => ({ path: `/events/${(await newParent("series")).event}/following`, body: { place: "Loftet" } }),
  }),
  "GET /events/{id}/partners": row(everyone, { ask: async () => ({ path: `/events/${(await newEvent()).id}/partners` }) }),
  "POST /events/{id}/partners": row(managers, {
    ask: async () => ({ path: `/events/${(await newEvent()).id}/partners`, body: { name: "Fjord Energi" } }),
  }),
  "GET /event-parents/{id}/partners": row(everyone, { ask: async () => ({ path: `/event-parents/${(await newParent()).id}/partners` }) }),
  "POST /event-parents/{id}/partners": row(managers, {
    ask: async () => ({ path: `/event-parents/${(await newParent()).id}/partners`, body: { name: "Fjord Energi" } }),
  }),
  "DELETE /event-partners/{id}": row(managers, { ask: async () => ({ path: `/event-partners/${await newPartner()}` }) }),
  "POST /event-partners/{id}/exposures": row(managers, {
    ask: async () => ({ path: `/event-partners/${await newPartner()}/exposures`, body: { kind: "stage", shownOn: "2026-12-03" } }),
  }),
  "GET /events/{id}/doubles": row(desk, { ask: async () => ({ path: `/events/${(await newEvent()).id}/doubles` }) }),
  "PUT /tickets/{id}/double-settlement": row(desk, {
    ask: async () => {
      const { event, ticket } = await newTicket();
      const [first, second] = [newId(), newId()];
      const seen = {
        event_id: event,
        ticket_id: ticket,
        kind: "check_in",
        scanned_at: installation.now(),
        received_at: installation.now(),
      };
      await installation.db
        .insertInto("ticket_scans")
        .values([
          { ...seen, nonce: first, counted: true },
          { ...seen, nonce: second, counted: false },
        ])
        .execute();
      return { path: `/tickets/${ticket}/double-settlement`, body: { stands: first, as: "same_person" } };
    },
  }),
  "GET /events/{id}/ticket-types": row(managers, { ask: async () => ({ path: `/events/${(await newEvent()).id}/ticket-types` }) }),
  "POST /events/{id}/ticket-types": row(managers, {
    ask: async () => ({
      path: `/events/${(await newEvent()).id}/ticket-types`,
      body: { name: "Middag", newQuotas: [{ name: "Spisesalen", size: 8 }] },
    }),
  }),
  "PATCH /events/{id}/ticket-types/{type}": row(managers, { ask: async () => ({ path: await newKind(), body: { name: "Stol" } }) }),
  "PUT /events/{id}/ticket-types/{type}/closing": row(managers, { ask: async () => ({ path: `${await newKind()}/closing` }) }),
  "DELETE /events/{id}/ticket-types/{type}": row(managers, { ask: async () => ({ path: await newKind() }) }),
  "POST /events/{id}/co-hosts": row(managers, {
    ask: async () => ({ path: `/events/${(await newEvent()).id}/co-hosts`, body: { organization: "kyst" } }),
  }),
  "DELETE /events/{id}/co-hosts/{organization}": row(managers, {
    ask: async () => {
      const { id } = await newEvent();
      const another = await network.organization(`medarrangor-${id}`);
      await installation.db.insertInto("event_hosts").values({ event_id: id, organization_id: another, leads: false }).execute();
      return { path: `/events/${id}/co-hosts/${another}` };
    },
  }),
  "GET /events/{id}/rooms": row(managers, { ask: async () => ({ path: `/events/${(await newEvent()).id}/rooms` }) }),
  "POST /events/{id}/rooms": row(managers, {
    ask: async () => ({ path: `/events/${(await newEvent()).id}/rooms`, body: { rooms: [{ place: "Hotell Mar", name: "201", beds: 2 }] } }),
  }),
  "DELETE /events/{id}/rooms/{room}": row(managers, {
    ask: async () => {
      const { event, room } = await newTravelRoom();
      return { path: `/events/${event}/rooms/${room}` };
    },
  }),
  "PUT /tickets/{id}/room": row(managers, {
    ask: async () => {
      const { ticket, room } = await newTravelRoom();
      return { path: `/tickets/${ticket}/room`, body: { roomId: room } };
    },
  }),
  "GET /events/{id}/sessions": row(everyone, { ask: async () => ({ path: `/events/${(await newEvent()).id}/sessions` }) }),
  "POST /events/{id}/sessions": row(managers, {
    ask: async () => ({ path: `/events/${(await newEvent()).id}/sessions`, body: aSession() }),
  }),
  "PUT /events/{id}/sessions/{session}": row(managers, { ask: async () => ({ path: (await newEventSession()).path, body: aSession() }) }),
  "DELETE /events/{id}/sessions/{session}": row(managers, { ask: async () => ({ path: (await newEventSession()).path }) }),
  "PUT /tickets/{id}/sessions/{session}": row(desk, {
    ask: async () => {
      const { event, ticket } = await newTicket();
      return { path: `/tickets/${ticket}/sessions/${(await newEventSession(event)).id}`, body: doorScan() };
    },
  }),
  "GET /events/{id}/arrivals": row(desk, { ask: async () => ({ path: `/events/${(await newTicket()).event}/arrivals` }) }),
  "POST /events/{id}/arrivals": row(desk, {
    ask: async () => {
      const { event, type } = await newTicket();
      return { path: `/events/${event}/arrivals`, body: { ...doorScan(), ticketTypeId: type, name: "Kari N.", email: newAddress() } };
    },
  }),
  "GET /events/{id}/badges.pdf": row(desk, { ask: async () => ({ path: `/events/${(await newTicket()).event}/badges.pdf` }) }),
  "GET /events/{id}/companies.pdf": row(desk, { ask: async () => ({ path: `/events/${(await newTicket()).event}/companies.pdf` }) }),
  "GET /events/{id}/letters": row(managers, { ask: async () => ({ path: `/events/${(await newTicket()).event}/letters` }) }),
  "PUT /events/{id}/letters/{about}/words": row(managers, {
    ask: async () => ({ path: `/events/${(await newTicket()).event}/letters/reminder/words`, body: { nb: "Ta med kopp" } }),
  }),
  "GET /events/{id}/survey": row(managers, { ask: async () => ({ path: `/events/${(await newTicket()).event}/survey` }) }),
  "PUT /events/{id}/survey": row(managers, { ask: async () => ({ path: `/events/${(await newTicket()).event}/survey`, body: {} }) }),
  "GET /tickets/{token}/survey": row(everyone, { ask: async () => ({ path: `/tickets/${await newToken()}/survey` }) }),
  "PUT /tickets/{token}/survey": row(everyone, {
    ask: async () => ({ path: `/tickets/${await newToken({ isUsed: true })}/survey`, body: { wasWorth: 5 } }),
  }),
  "GET /tickets/{token}": row(everyone, {
    ask: async () => ({ path: `/tickets/${await newToken()}` }),
  }),
  "PUT /tickets/{id}/check-in": row(desk, {
    ask: async () => ({ path: `/tickets/${(await newTicket()).ticket}/check-in`, body: doorScan() }),
  }),
  "PUT /tickets/{id}/check-out": row(desk, {
    ask: async () => ({ path: `/tickets/${(await newTicket()).ticket}/check-out`, body: doorScan() }),
  }),
  "PUT /tickets/{id}/check-in/undoing": row(desk, {
    ask: async () => ({ path: `/tickets/${(await newTicket()).ticket}/check-in/undoing`, body: { nonce: newId() } }),
  }),
  "PUT /tickets/{id}/cancellation": row(["guest", ...managers], {
    ask: async () => ({ path: `/tickets/${(await newTicket()).ticket}/cancellation` }),
  }),
  "PUT /tickets/{id}/holder": row(["guest", ...managers], {
    ask: async () => ({ path: `/tickets/${(await newTicket()).ticket}/holder`, body: { name: "Bo Dahl" } }),
  }),
  "POST /spaces/{id}/visits": row(["member here", ...desk], {
    ask: ({ role }) => ({
      path: "/spaces/workwork/visits",
      body: {
        name: "Kari Nordmann",
        expectedAt: installation.now().toString(),
        ...(role !== "member here" && { visitedId: person["member here"] }),
      },
    }),
  }),
  "GET /spaces/{id}/visits": row(desk, at("/spaces/workwork/visits")),
  "GET /spaces/{id}/visits/events": row(desk, at("/spaces/workwork/visits/events")),
  "GET /spaces/{id}/people-inside": row(desk, at("/spaces/workwork/people-inside")),
  "GET /spaces/{id}/visit-counts": row(desk, at("/spaces/workwork/visit-counts?from=2026-11-01&to=2026-11-30")),
  "GET /spaces/{id}/visited-people": row(desk, at("/spaces/workwork/visited-people?q=per")),
  "GET /spaces/{id}/visitor-terms": row(desk, at("/spaces/workwork/visitor-terms")),
  "PUT /spaces/{id}/visitor-terms": row(
    managers,
    at("/spaces/workwork/visitor-terms", { takesUnexpected: true, asksForRules: false, keptDays: 30 }),
  ),
  "GET /spaces/{id}/kiosk-name": row(workers, at("/spaces/workwork/kiosk-name")),
  "PUT /spaces/{id}/kiosk-name": row(workers, at("/spaces/workwork/kiosk-name", { isShown: true })),
  "GET /me/houses": row(signedIn, at("/me/houses")),
  "GET /me/visits": row(signedIn, at("/me/visits")),
  "GET /programs": row(everyone, at("/programs")),
  "POST /programs": row(managers, { ask: () => ({ path: "/programs", body: aProgram() }) }),
  "GET /programs/{id}": row(everyone, { ask: async () => ({ path: `/programs/${(await newEnrollment()).program}` }) }),
  "PATCH /programs/{id}": row(managers, { ask: async () => ({ path: `/programs/${(await newEnrollment()).program}`, body: {} }) }),
  "POST /programs/{id}/cohorts": row(managers, {
    ask: async () => ({
      path: `/programs/${(await newEnrollment()).program}/cohorts`,
      body: { name: "2024", from: "2024-01-01", until: "2024-12-31" },
    }),
  }),
  "POST /programs/{id}/targets": row(managers, {
    ask: async () => ({ path: `/programs/${(await newEnrollment()).program}/targets`, body: aTarget }),
  }),
  "DELETE /programs/{id}/targets/{targetId}": row(managers, {
    ask: async () => {
      const { program } = await newEnrollment();
      const { names, measure, amount, from: from_on, until: until_on } = { ...aTarget, names: JSON.stringify(aTarget.name) };
      const target = { id: newId(), program_id: program, names, measure, amount, from_on, until_on, created_at: installation.now() };
      await installation.db.insertInto("program_targets").values(target).execute();
      return { path: `/programs/${program}/targets/${target.id}` };
    },
  }),
  "GET /programs/{id}/survival": row(everyone, { ask: async () => ({ path: `/programs/${(await newEnrollment()).program}/survival` }) }),
  "GET /programs/{id}/survival/rows": row(everyone, {
    ask: async () => ({ path: `/programs/${(await newEnrollment()).program}/survival/rows` }),
  }),
  "GET /programs/{id}/survival-comparison": row(everyone, {
    ask: async () => {
      const { program } = await newEnrollment();
      const cohorts = ["2023", "2024"].map((name) => ({
        ...{ id: newId(), program_id: program, name, created_at: installation.now() },
        intake: `[${name}-01-01,${name}-12-31)`,
      }));
      await installation.db.insertInto("program_cohorts").values(cohorts).execute();
      return { path: `/programs/${program}/survival-comparison?first=${cohorts[0]?.id}&second=${cohorts[1]?.id}` };
    },
  }),
  "GET /programs/{id}/jobs": row(everyone, { ask: async () => ({ path: `/programs/${(await newEnrollment()).program}/jobs` }) }),
  "GET /organizations/{id}/program-jobs": row(everyone, at("/organizations/workwork/program-jobs")),
  "GET /programs/{id}/enrollments": row([...advisers, "manager there"], {
    ask: async () => ({ path: `/programs/${(await newEnrollment()).program}/enrollments` }),
  }),
  ...Object.fromEntries(
    ["enrollments.csv", "enrollments.xlsx", "observations.csv", "observations.xlsx"].map((file) => [
      `GET /programs/{id}/${file}`,
      row([...advisers, "manager there"], { ask: async () => ({ path: `/programs/${(await newEnrollment()).program}/${file}` }) }),
    ]),
  ),
  "POST /programs/{id}/enrollments": row(managers, {
    ask: async () => ({
      path: `/programs/${(await newEnrollment()).program}/enrollments`,
      body: { organization: "workwork", intake: "2024-02-01" },
    }),
  }),
  "POST /programs/{id}/observations": row([...advisers, "manager there"], {
    ask: async () => ({
      path: `/programs/${(await newEnrollment()).program}/observations`,
      body: { organization: "blender", date: "2026-11-01", jobsHeads: 3 },
    }),
  }),
  "GET /enrollments/{id}": row([...advisers, "manager there"], {
    ask: async () => ({ path: `/enrollments/${(await newEnrollment()).id}` }),
  }),
  "PATCH /enrollments/{id}": row(advisers, { ask: async () => ({ path: `/enrollments/${(await newEnrollment()).id}`, body: {} }) }),
  "PATCH /enrollments/{id} with another adviser": row(managers, {
    ask: async () => ({ path: `/enrollments/${(await newEnrollment()).id}`, body: { adviserEmail: null } }),
  }),
  "POST /enrollments/{id}/milestones": row(advisers, {
    ask: async () => ({ path: `/enrollments/${(await newEnrollment()).id}/milestones`, body: { title: "Første kunde" } }),
  }),
  "PUT /enrollments/{id}/milestones/{milestoneId}/reaching": row(advisers, {
    ask: async () => {
      const { id, milestone } = await newEnrollment();
      return { path: `/enrollments/${id}/milestones/${milestone}/reaching`, body: { reachedOn: "2026-11-01", evidence: "Kontrakt" } };
    },
  }),
  "POST /enrollments/{id}/notes": row(advisers, {
    ask: async () => ({ path: `/enrollments/${(await newEnrollment()).id}/notes`, body: { text: "Ringte dem." } }),
  }),
  "PUT /enrollments/{id}/notes/{noteId}/sharing": row(advisers, {
    ask: async () => {
      const { id, note } = await newEnrollment();
      return { path: `/enrollments/${id}/notes/${note}/sharing`, body: { isShared: true } };
    },
  }),
  "PUT /enrollments/{id}/observations/{observationId}/taking-back": row(advisers, {
    ask: async () => {
      const { id } = await newEnrollment();
      const observation = {
        id: newId(),
        enrollment_id: id,
        observed_on: "2026-11-01",
        source: "self",
        status: "active",
        heads_least: 7,
        heads_most: 7,
      };
      await installation.db
        .insertInto("observations")
        .values({ ...observation, written_at: installation.now() })
        .execute();
      return { path: `/enrollments/${id}/observations/${observation.id}/taking-back`, body: { reason: "Feil dag" } };
    },
  }),
  "GET /observation-links/{secret}": row(everyone, { ask: async () => ({ path: `/observation-links/${(await newEnrollment()).secret}` }) }),
  "PUT /observation-links/{secret}/observation": row(everyone, {
    ask: async () => ({ path: `/observation-links/${(await newEnrollment()).secret}/observation`, body: { jobsHeads: 3 } }),
  }),
  "GET /events": row(everyone, at("/events")),
  "POST /events": row(managers, at("/events", breakfast)),
  "GET /events/{id}": row(everyone, { ask: async () => ({ path: `/events/${(await newEvent()).id}` }) }),
  "GET /events/{id} of a draft": row(managers, { ask: async () => ({ path: `/events/${(await newEvent("draft")).id}` }) }),
  "POST /events/{id}/registrations": row(signedIn, {
    ask: async () => {
      const { id, ticketTypeId } = await newEvent();
      return { path: `/events/${id}/registrations`, body: { ticketTypeId } };
    },
  }),
  "GET /events/{id}/registrations": row(desk, { ask: async () => ({ path: `/events/${(await newEvent()).id}/registrations` }) }),
  "GET /events/{id}/registrations.csv": row(desk, { ask: async () => ({ path: `/events/${(await newEvent()).id}/registrations.csv` }) }),
  "GET /events/{id}/registrations.xlsx": row(desk, {
    ask: async () => ({ path: `/events/${(await newEvent()).id}/registrations.xlsx` }),
  }),
  "GET /events/{id}/charges": row(managers, { ask: async () => ({ path: `/events/${(await newEvent()).id}/charges` }) }),
  "GET /events/{id}/charges.csv": row(managers, { ask: async () => ({ path: `/events/${(await newEvent()).id}/charges.csv` }) }),
  "GET /events/{id}/charges.xlsx": row(managers, { ask: async () => ({ path: `/events/${(await newEvent()).id}/charges.xlsx` }) }),
  "GET /events/{id}/counts": row(desk, { ask: async () => ({ path: `/events/${(await newEvent()).id}/counts` }) }),
  "PATCH /events/{id}/ticket-types/{type}/alike": row(managers, {
    ask: async () => {
      const [{ event, type }, { id }] = [await newTicket(), await newParent("series")];
      await installation.db.updateTable("events").set({ parent_id: id }).where("id", "=", event).execute();
      return { path: `/events/${event}/ticket-types/${type}/alike`, body: { mostPlaces: 4 } };
    },
  }),
  "POST /events/{id}/ticket-types/alike": row(managers, {
    ask: async () => ({
      path: `/events/${(await newParent("series")).event}/ticket-types/alike`,
      body: { name: "Middag", newQuotas: [{ name: "Spisesalen", size: 8 }] },
    }),
  }),
  "PUT /events/{id}/ticket-types/{type}/closing/alike": row(managers, {
    ask: async () => {
      const [{ event, type }, { id }] = [await newTicket(), await newParent("series")];
      await installation.db.updateTable("events").set({ parent_id: id }).where("id", "=", event).execute();
      return { path: `/events/${event}/ticket-types/${type}/closing/alike` };
    },
  }),
  "DELETE /events/{id}/ticket-types/{type}/alike": row(managers, {
    ask: async () => {
      const [path, { id }] = [await newKind(), await newParent("series")];
      await installation.db
        .updateTable("events")
        .set({ parent_id: id })
        .where("id", "=", path.split("/")[2] ?? "")
        .execute();
      return { path: `${path}/alike` };
    },
  }),
  "POST /events/{id}/co-hosts/alike": row(managers, {
    ask: async () => ({ path: `/events/${(await newParent("series")).event}/co-hosts/alike`, body: { organization: "kyst" } }),
  }),
  "DELETE /events/{id}/co-hosts/{organization}/alike": row(managers, {
    ask: async () => {
      const { event: id } = await newParent("series");
      const another = await network.organization(`medarrangor-${id}`);
      await installation.db.insertInto("event_hosts").values({ event_id: id, organization_id: another, leads: false }).execute();
      return { path: `/events/${id}/co-hosts/${another}/alike` };
    },
  }),
  "GET /events/{id}/counts/{count}": row(desk, { ask: async () => ({ path: `/events/${(await newEvent()).id}/counts/people` }) }),
  "GET /registrations/{id}": row(["guest", ...desk], { ask: async () => ({ path: `/registrations/${await newRegistration()}` }) }),
  "PUT /registrations/{id}/cancellation": row(["guest", ...managers], {
    ask: async () => ({ path: `/registrations/${await newRegistration()}/cancellation` }),
  }),
  "PUT /registrations/{id}/confirmation": row(["guest", ...managers], {
    ask: async () => ({ path: `/registrations/${await newRegistration()}/confirmation` }),
  }),
  "PUT /registrations/{id}/approval": row(managers, {
    ask: async () => ({ path: `/registrations/${await newRegistration(true)}/approval` }),
  }),
  "PUT /registrations/{id}/refusal": row(managers, {
    ask: async () => ({ path: `/registrations/${await newRegistration(true)}/refusal`, body: { reason: "Fullt" } }),
  }),
  "GET /me/tickets": row(signedIn, at("/me/tickets")),
  "GET /me/invitations": row(signedIn, at("/me/invitations")),
  "GET /me/years/{year}": row(signedIn, at("/me/years/2026")),
  "PUT /me/years/{year}/sharing": row(inPerson, at("/me/years/2026/sharing")),
  "DELETE /me/years/{year}/sharing": row(inPerson, at("/me/years/2026/sharing")),
  "GET /shared-years/{secret}": row(everyone, { ask: async () => ({ path: `/shared-years/${await sharedYear()}` }) }),
  "GET /me/registrations": row(signedIn, at("/me/registrations")),
  "GET /calls": row(everyone, at("/calls")),
  "POST /calls": row(managers, { ask: () => ({ path: "/calls", body: award }) }),
  "GET /calls/{id}": row(everyone, { ask: async () => ({ path: `/calls/${(await newCall()).id}` }) }),
  "GET /calls/{id} of a draft": row(managers, { ask: async () => ({ path: `/calls/${(await newCall({ status: "draft" })).id}` }) }),
  "PATCH /calls/{id}": row(managers, { ask: async () => ({ path: `/calls/${(await newCall()).id}`, body: { graceMinutes: 5 } }) }),
  "POST /calls/{id}/submissions": row(signedIn, { ask: async () => ({ path: `/calls/${(await newCall()).id}/submissions`, body: {} }) }),
  "GET /calls/{id}/submissions": row(managers, { ask: async () => ({ path: `/calls/${(await newCall()).id}/submissions` }) }),
  "GET /me/submissions": row(signedIn, at("/me/submissions")),
  "GET /submissions/{id}": row(["guest", "host there", ...managers], { ask: async () => ({ path: (await newReview()).path }) }),
  "GET /submissions/{id} of a draft": row(["guest"], { ask: async () => ({ path: await newDraft() }) }),
  "PATCH /submissions/{id}": row(["guest"], { ask: async () => ({ path: await newDraft(), body: { title: "Dør" } }) }),
  "PUT /submissions/{id}/delivery": row(["guest"], { ask: async () => ({ path: `${await newDraft()}/delivery` }) }),
  "PUT /submissions/{id}/withdrawal": row(["guest"], { ask: async () => ({ path: `${await newDraft()}/withdrawal` }) }),
  "PUT /submissions/{id}/files/{question}": row(["guest"], {
    ask: async () => ({ path: `${await newDraft()}/files/plan`, form: fileOf("not a plan") }),
  }),
  "GET /submissions/{id}/files/{question}": row(["guest", "host there", ...managers], {
    ask: async () => ({ path: `${(await newReview()).path}/files/plan` }),
  }),
  "PUT /submissions/{id}/decision": row(managers, {
    ask: async () => ({ path: `${(await newReview()).path}/decision`, body: { outcome: "reserve" } }),
  }),
  "GET /submissions/{id}/reviews": row(managers, { ask: async () => ({ path: `${(await newReview()).path}/reviews` }) }),
  "GET /submissions/{id}/reviews/{juror}": row(["host there", ...managers], {
    ask: async () => ({ path: `${(await newReview()).path}/reviews/${person["host there"]}` }),
  }),
  "PUT /submissions/{id}/reviews/{juror}": row(["host there"], {
    ask: async () => ({ path: `${(await newReview()).path}/reviews/${person["host there"]}`, body: { conflict: "none" } }),
  }),
  "PUT /submissions/{id}/reviews/{juror}/conflict": row(["host there"], {
    ask: async () => ({ path: `${(await newReview()).path}/reviews/${person["host there"]}/conflict`, body: { conflict: "none" } }),
  }),
  "GET /me/reviews": row(signedIn, at("/me/reviews")),
  "PUT /calls/{id}/phases/{number}": row(managers, {
    ask: async () => ({ path: `/calls/${(await newCall()).id}/phases/1`, body: award.phases[0] }),
  }),
  "DELETE /calls/{id}/phases/{number}": row(managers, { ask: async () => ({ path: `/calls/${(await newCall()).id}/phases/1` }) }),
  "PUT /calls/{id}/phases/{number}/opening": row(managers, {
    ask: async () => ({ path: `/calls/${(await newCall()).id}/phases/1/opening`, body: {} }),
  }),
  "PUT /calls/{id}/phases/{number}/closing": row(managers, {
    ask: async () => ({ path: `/calls/${(await newReview()).call}/phases/1/closing` }),
  }),
  "GET /calls/{id}/jurors": row(managers, { ask: async () => ({ path: `/calls/${(await newCall()).id}/jurors` }) }),
  "POST /calls/{id}/jurors": row(managers, {
    ask: async () => ({ path: `/calls/${(await newCall()).id}/jurors`, body: { name: "Jo Jury", email: newAddress() } }),
  }),
  "DELETE /calls/{id}/jurors/{juror}": row(managers, {
    ask: async () => ({ path: `/calls/${(await newReview()).call}/jurors/${person["host there"]}` }),
  }),
  "GET /calls/{id}/results": row(["host there", ...managers], {
    ask: async () => ({ path: `/calls/${(await newReview()).call}/results` }),
  }),
  "GET /calls/{id}/letters": row(managers, { ask: async () => ({ path: `/calls/${(await newCall()).id}/letters` }) }),
  "GET /calls/{id}/decision-letters": row(managers, { ask: async () => ({ path: `/calls/${(await newCall()).id}/decision-letters` }) }),
  "POST /calls/{id}/decision-letters": row(managers, {
    ask: async () => ({ path: `/calls/${(await newCall()).id}/decision-letters`, body: { submissionIds: [newId()] } }),
  }),
  "GET /calls/{id}/ballot": row(everyone, { ask: async () => ({ path: `/calls/${(await newCall()).id}/ballot` }) }),
  "PUT /calls/{id}/vote": row(everyone, {
    ask: async () => ({ path: `/calls/${(await newCall()).id}/vote`, body: { ticket: "K7M4QX2R", submissionId: newId() } }),
  }),
  "PUT /calls/{id}/vote-window": row(managers, {
    ask: async () => ({ path: `/calls/${(await newCall()).id}/vote-window`, body: { isOpen: true } }),
  }),
  "GET /visits/{id}": row(["member here", ...desk], { ask: async () => ({ path: `/visits/${await newVisit()}` }) }),
  "GET /visits/{id}.pdf": row(["member here", ...desk], { ask: async () => ({ path: `/visits/${await newVisit()}.pdf` }) }),
  "PATCH /visits/{id}": row(["member here", ...desk], {
    ask: async () => ({ path: `/visits/${await newVisit()}`, body: { name: "Kari N." } }),
  }),
  "PUT /visits/{id}/cancellation": row(["member here", ...desk], {
    ask: async () => ({ path: `/visits/${await newVisit()}/cancellation` }),
  }),
  "PUT /visits/{id}/arrival": row(["member here", ...desk], { ask: async () => ({ path: `/visits/${await newVisit()}/arrival` }) }),
  "PUT /visits/{id}/departure": row(["member here", ...desk], {
    ask: async () => ({ path: `/visits/${await newVisit({ isInside: true })}/departure` }),
  }),
  "GET /displays/{secret}/reception": row(everyone, { ask: async () => ({ path: `/displays/${await newKiosk()}/reception` }) }),
  "GET /displays/{secret}/visits": row(everyone, { ask: async () => ({ path: `/displays/${await newKiosk()}/visits?q=kari` }) }),
  "GET /displays/{secret}/people": row(everyone, { ask: async () => ({ path: `/displays/${await newKiosk()}/people?q=kari` }) }),
  "POST /displays/{secret}/visits": row(everyone, {
    ask: async () => {
      const visitedId = person["member here"];
      await installation.db
        .insertInto("kiosk_names")
        .values({ space_id: here.id, person_id: visitedId, allowed_at: installation.now() })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      return { path: `/displays/${await newKiosk()}/visits`, body: { id: newId(), name: "Per Ukjent", visitedId } };
    },
  }),
  "PUT /displays/{secret}/visits/{id}/arrival": row(everyone, {
    ask: async () => ({ path: `/displays/${await newKiosk()}/visits/${await newVisit()}/arrival`, body: {} }),
  }),
  "PUT /displays/{secret}/visits/{id}/departure": row(everyone, {
    ask: async () => ({ path: `/displays/${await newKiosk()}/visits/${await newVisit({ isInside: true })}/departure` }),
  }),
  "PUT /displays/{secret}/notes/{id}": row(everyone, {
    ask: async () => ({
      path: `/displays/${await newKiosk()}/notes/${newId()}`,
      body: { kind: "arrival", name: "Per Ukjent", secondsAgo: 60 },
    }),
  }),
  "GET /certifications": row(everyone, at("/certifications")),
  "POST /organizations/{id}/certifications": row(managers, at("/organizations/workwork/certifications", { names: { nb: "Laser" } })),
  "PUT /certifications/{id}/recognitions/{recognisedId}": row(managers, {
    ask: async () => ({ path: `/certifications/${await newCertification()}/recognitions/${await newCertification()}` }),
  }),
  "DELETE /certifications/{id}/recognitions/{recognisedId}": row(managers, {
    ask: async () => ({ path: `/certifications/${await newCertification()}/recognitions/${await newCertification()}` }),
  }),
  "GET /certifications/{id}/certificates": row(desk, {
    ask: async () => ({ path: `/certifications/${await newCertification()}/certificates` }),
  }),
  "POST /certifications/{id}/certificates": row(desk, {
    ask: async () => ({ path: `/certifications/${await newCertification()}/certificates`, body: { personId: person.guest } }),
  }),
  "PUT /certificates/{id}/withdrawal": row(desk, {
    ask: async () => ({ path: `/certificates/${await newCertificate()}/withdrawal`, body: { reason: "Uvettig" } }),
  }),
  "GET /me/certificates": row(signedIn, at("/me/certificates")),
  "GET /spaces/{id}/inductions": row(everyone, at("/spaces/workwork/inductions")),
  "POST /spaces/{id}/inductions": row(desk, {
    ask: async () => ({
      path: "/spaces/workwork/inductions",
      body: {
        ...tuesdayAtTen,
        resourceId: await newResource(),
        certificationId: await newCertification(),
        instructorId: person["host here"],
        places: 4,
      },
    }),
  }),
  "GET /inductions/{id}": row(everyone, { ask: async () => ({ path: `/inductions/${await newInduction()}` }) }),
  "PUT /inductions/{id}/sign-ups/{personId}": row(signedIn, {
    ask: async ({ personId }) => ({ path: `/inductions/${await newInduction()}/sign-ups/${personId}` }),
  }),
  "PUT /inductions/{id}/sign-ups/{personId} of the guest": row(["guest", ...desk], {
    ask: async () => ({ path: `/inductions/${await newInduction()}/sign-ups/${person.guest}` }),
  }),
  "DELETE /inductions/{id}/sign-ups/{personId}": row(["guest", ...desk], {
    ask: async () => ({ path: `/inductions/${await newInduction()}/sign-ups/${person.guest}` }),
  }),
  "PUT /inductions/{id}/results": row(desk, {
    ask: async () => ({
      path: `/inductions/${await newInduction()}/results`,
      body: { results: [{ personId: person.guest, outcome: "passed" }] },
    }),
  }),
  "GET /spaces/{id}/outside-calendars": row(managers, at("/spaces/workwork/outside-calendars")),
  "GET /spaces/{id}/calendar-conflicts": row(managers, at("/spaces/workwork/calendar-conflicts")),
  "POST /resources/{id}/outside-calendars": row(managers, {
    ask: async () => ({
      path: `/resources/${await newResource()}/outside-calendars`,
      body: { name: "Outlook", address: "https://calendar.invalid/basic.ics" },
    }),
  }),
  "PUT /outside-calendars/{id}/reading": row(managers, {
    ask: async () => ({ path: `/outside-calendars/${await newOutsideCalendar()}/reading` }),
  }),
  "DELETE /outside-calendars/{id}": row(managers, { ask: async () => ({ path: `/outside-calendars/${await newOutsideCalendar()}` }) }),
  "GET /spaces/{id}/outages": row(everyone, at("/spaces/workwork/outages")),
  "PUT /resources/{id}/outage": row(desk, {
    ask: async () => ({ path: `/resources/${await newResource()}/outage`, body: { note: "Linsa", until: tuesdayAtTen.endsAt } }),
  }),
  "DELETE /resources/{id}/outage": row(desk, { ask: async () => ({ path: `/resources/${await newResource()}/outage` }) }),

  "GET /spaces/{id}/hire-offer": row(everyone, at("/spaces/workwork/hire-offer")),
  "GET /spaces/{id}/hire-estimate": row(everyone, {
    ask: async () => ({ path: `/spaces/workwork/hire-estimate?rooms=${await newHireRoom()}&${december}&people=2` }),
  }),
  "POST /spaces/{id}/hires": row(everyone, {
    ask: async () => ({ path: "/spaces/workwork/hires", body: hireWish(await newHireRoom()) }),
  }),
  "GET /hire-links/{secret}": row(everyone, { ask: async () => ({ path: (await newHire("asked")).link }) }),
  "PUT /hire-links/{secret}/proof": row(everyone, { ask: async () => ({ path: `${(await newHire("unproven")).link}/proof` }) }),
  "PUT /hire-links/{secret}/acceptance": row(everyone, {
    ask: async () => ({ path: `${(await newHire("asked")).link}/acceptance`, body: { termsVersion: 1 } }),
  }),
  "PUT /hire-links/{secret}/withdrawal": row(everyone, {
    ask: async () => ({ path: `${(await newHire("asked")).link}/withdrawal`, body: {} }),
  }),
  "PUT /hire-links/{secret}/cancellation": row(everyone, {
    ask: async () => ({ path: `${(await newHire("asked")).link}/cancellation`, body: {} }),
  }),
  "POST /hire-links/{secret}/messages": row(everyone, {
    ask: async () => ({ path: `${(await newHire("asked")).link}/messages`, body: { text: "Hei" } }),
  }),
  "GET /spaces/{id}/hires": row(managers, at("/spaces/workwork/hires")),
  "GET /hires/{id}": row(managers, { ask: async () => ({ path: (await newHire("asked")).path }) }),
  "GET /hires/{id} that is not proven": row([], { ask: async () => ({ path: (await newHire("unproven")).path }) }),
  "GET /hires/{id}/availability": row(managers, { ask: async () => ({ path: `${(await newHire("asked")).path}/availability` }) }),
  "PUT /hires/{id}/quote": row(managers, {
    ask: async () => {
      const { path, resourceId } = await newHire("asked");
      const lines = [{ kind: "room", text: "Salen", quantity: 1, unitOre: 100, supply: "letting" }];
      return { path: `${path}/quote`, body: { rooms: [resourceId], lines, validUntil: "2026-11-30T12:00:00Z" } };
    },
  }),
  "DELETE /hires/{id}/quote": row(managers, { ask: async () => ({ path: `${(await newHire("asked")).path}/quote` }) }),
  "PUT /hires/{id}/declination": row(managers, {
    ask: async () => ({ path: `${(await newHire("asked")).path}/declination`, body: { reason: "Fullt" } }),
  }),
  "PUT /hires/{id}/cancellation": row(managers, {
    ask: async () => ({ path: `${(await newHire("asked")).path}/cancellation`, body: { reason: "Lekkasje" } }),
  }),
  "PUT /hires/{id}/time": row(managers, {
    ask: async () => ({
      path: `${(await newHire("asked")).path}/time`,
      body: { ...tuesdayAtTen, reason: "Lekkasje", isWished: false },
    }),
  }),
  "POST /hires/{id}/messages": row(managers, {
    ask: async () => ({ path: `${(await newHire("asked")).path}/messages`, body: { text: "Hei" } }),
  }),
  "PUT /spaces/{id}/hire-rooms": row(managers, at("/spaces/workwork/hire-rooms", { rooms: [] })),
  "POST /spaces/{id}/hire-terms": row(managers, at("/spaces/workwork/hire-terms", { texts: { nb: "Rydd." }, freeDays: 7, feePercent: 50 })),
  "POST /spaces/{id}/hire-extras": row(
    managers,
    at("/spaces/workwork/hire-extras", { names: { nb: "Kaffe" }, unit: "person", priceOre: 4_000 }),
  ),
  "DELETE /spaces/{id}/hire-extras/{extraId}": row(managers, {
    ask: async () => ({ path: `/spaces/workwork/hire-extras/${await newExtra()}` }),
  }),

  "POST /production-orders": row(signedIn, at("/production-orders", { space: "workwork", title: "Skilt" })),
  "GET /spaces/{id}/production-order-payers": row(signedIn, at("/spaces/workwork/production-order-payers")),
  "GET /me/production-orders": row(signedIn, at("/me/production-orders")),
  "GET /spaces/{id}/production-orders": row(desk, at("/spaces/workwork/production-orders")),
  "GET /production-orders/{id}": row(["guest", ...desk], { ask: async () => ({ path: `/production-orders/${await newOrder()}` }) }),
  "GET /production-orders/{id} of a draft": row(["guest"], {
    ask: async () => ({ path: `/production-orders/${await newOrder("draft")}` }),
  }),
  "PATCH /production-orders/{id}": row(["guest"], {
    ask: async () => ({ path: `/production-orders/${await newOrder()}`, body: { quantity: 3 } }),
  }),
  "PUT /production-orders/{id}/state": row(["guest", ...desk], {
    ask: async () => ({ path: `/production-orders/${await newOrder()}/state`, body: { state: "declined" } }),
  }),
  "PUT /production-orders/{id}/stop": row(desk, {
    ask: async () => ({ path: `/production-orders/${await newOrder("in_production")}/stop`, body: { reason: "Laseren er ødelagt" } }),
  }),
  "POST /production-orders/{id}/files": row(["guest"], {
    ask: async () => ({ path: `/production-orders/${await newOrder()}/files`, form: fileOf("not a drawing") }),
  }),
  "GET /production-orders/{id}/files/{fileId}": row(["guest", ...desk], {
    ask: async () => ({ path: await newOrderFile() }),
  }),
  "DELETE /production-orders/{id}/files/{fileId}": row(["guest"], { ask: async () => ({ path: await newOrderFile() }) }),
  "POST /production-orders/{id}/photos": row(desk, {
    ask: async () => ({ path: `/production-orders/${await newOrder()}/photos`, form: fileOf("not a picture") }),
  }),
  "POST /production-orders/{id}/messages": row(["guest", ...desk], {
    ask: async () => ({ path: `/production-orders/${await newOrder()}/messages`, body: { text: "Hei" } }),
  }),
  "POST /production-orders/{id}/lines": row(desk, {
    ask: async () => ({ path: `/production-orders/${await newOrder()}/lines`, body: orderLine }),
  }),
  "DELETE /production-orders/{id}/lines/{lineId}": row(desk, {
    ask: async () => {
      const id = await newOrder();
      return { path: `/production-orders/${id}/lines/${await newOrderLine(id)}` };
    },
  }),
  "POST /production-orders/{id}/machine-times": row(desk, {
    ask: async () => ({
      path: `/production-orders/${await newOrder()}/machine-times`,
      body: { ...tuesdayAtTen, resourceId: await newResource() },
    }),
  }),
  "GET /spaces/{id}/consumables": row(everyone, at("/spaces/workwork/consumables")),
  "POST /spaces/{id}/consumables": row(managers, {
    ask: () => ({ path: "/spaces/workwork/consumables", body: { name: newId(), unit: "plate", priceOre: 100 } }),
  }),
  "POST /spaces/{id}/consumables/{consumableId}/movements": row(desk, {
    ask: async () => ({
      path: `/spaces/workwork/consumables/${await newConsumable()}/movements`,
      body: { kind: "received", amount: 3 },
    }),
  }),

  "PATCH /spaces/{id}/consumables/{consumableId}": row(managers, {
    ask: async () => ({ path: `/spaces/workwork/consumables/${await newConsumable()}`, body: { priceOre: 200 } }),
  }),
  "GET /spaces/{id}/consumables/{consumableId}/movements": row(desk, {
    ask: async () => ({ path: `/spaces/workwork/consumables/${await newConsumable()}/movements` }),
  }),

  "GET /spaces/{id}/consultations": row(everyone, at("/spaces/workwork/consultations")),
  "POST /spaces/{id}/consultations": row(desk, at("/spaces/workwork/consultations", tuesdayEvening)),
  "PUT /consultations/{id}/exceptions/{day}": row(desk, {
    ask: async () => ({ path: `/consultations/${await newConsultation()}/exceptions/2026-11-24`, body: {} }),
  }),
  "DELETE /consultations/{id}/exceptions/{day}": row(desk, {
    ask: async () => ({ path: `/consultations/${await newConsultation()}/exceptions/2026-11-24` }),
  }),
  "PUT /consultations/{id}/ending": row(desk, {
    ask: async () => ({ path: `/consultations/${await newConsultation()}/ending`, body: { until: "2026-12-01" } }),
  }),
  "GET /spaces/{id}/consultation-slots": row(everyone, at("/spaces/workwork/consultation-slots")),
  "POST /consultations/{id}/appointments": row(signedIn, {
    ask: async () => ({ path: `/consultations/${await newConsultation()}/appointments`, body: { startsAt: "2030-01-01T10:00:00Z" } }),
  }),
  "GET /me/appointments": row(signedIn, at("/me/appointments")),
  "GET /appointments/{id}": row(["guest", ...desk], { ask: async () => ({ path: `/appointments/${await newAppointment()}` }) }),
  "PUT /appointments/{id}/cancellation": row(["guest", ...desk], {
    ask: async () => ({ path: `/appointments/${await newAppointment()}/cancellation`, body: {} }),
  }),

  "GET /spaces/{id}/events": row(desk, at("/spaces/workwork/events")),
  "GET /spaces/{id}/door-code": row(desk, at("/spaces/workwork/door-code")),
  "GET /door-codes/{code}": row(everyone, { ask: async () => ({ path: `/door-codes/${await doorCodeHere()}` }) }),

  "POST /spaces/{id}/proof-codes": row(everyone, at("/spaces/workwork/proof-codes", { email: "ingen@example.test" })),
  "POST /spaces/{id}/proof-codes/verification": row(
    everyone,
    at("/spaces/workwork/proof-codes/verification", { email: "ingen@example.test", code: "480213" }),
  ),

  "GET /spaces": row(everyone, at("/spaces")),
  "POST /spaces/{id}/day-passes": row(signedIn, { ask: () => ({ path: "/spaces/workwork/day-passes", body: { day: "2026-11-20" } }) }),
  "POST /spaces/{id}/day-passes for another": row(holder, {
    ask: () => ({ path: "/spaces/workwork/day-passes", body: { day: "2026-11-20", personId: person.guest } }),
  }),
  "GET /day-passes/{id}": row([...holder, "host here", "manager here", "owner here"], {
    ask: async () => ({ path: `/day-passes/${await newPass("held")}` }),
  }),
  "GET /day-passes/{id}.pdf": row(["guest"], {
    ask: async () => ({ path: `/day-passes/${await newPass("held")}.pdf` }),
  }),
  "GET /day-passes/{id}.png": row(["guest"], {
    ask: async () => ({ path: `/day-passes/${await newPass("held")}.png` }),
  }),
  "GET /me/day-passes": row(signedIn, at("/me/day-passes")),
  "PUT /day-passes/{id}/cancellation": row(holder, {
    ask: async () => ({ path: `/day-passes/${await newPass("waiting", "seat")}/cancellation` }),
  }),
  "PUT /day-passes/{id}/acceptance": row(holder, { ask: async () => ({ path: `/day-passes/${await newPass("offered")}/acceptance` }) }),
  "PUT /day-passes/{id}/answer": row(desk, {
    ask: async () => ({ path: `/day-passes/${await newPass("waiting", "host")}/answer`, body: { accept: true } }),
  }),
  "PUT /day-passes/{id}/check-in": row(desk, {
    ask: async () => ({ path: `/day-passes/${await newPass("held")}/check-in`, body: { ...scanned(), reason: "Kom en annen dag" } }),
  }),
  "PUT /day-passes/{id}/check-in at the door": row(["guest", ...desk], {
    ask: async () => ({ path: `/day-passes/${await newPass("held")}/check-in`, body: { ...scanned(), door: await doorCodeHere() } }),
  }),
  "PUT /day-passes/{id}/seat": row(desk, {
    ask: async () => ({ path: `/day-passes/${await newPass("held")}/seat`, body: { nonce: newId() } }),
  }),
  "PUT /day-passes/{id}/check-in/undoing": row(desk, {
    ask: async () => ({ path: `/day-passes/${await newPass("checked_in")}/check-in/undoing`, body: { nonce: newId() } }),
  }),
  "GET /spaces/{id}/arrivals": row(desk, at("/spaces/workwork/arrivals")),
  "PUT /day-passes/{id}/duties/{dutyId}": row(desk, {
    ask: async () => ({ path: `/day-passes/${await newPass("held")}/duties/${await newDuty()}`, body: { isDone: true } }),
  }),
  "PUT /spaces/{id}/scans/{nonce}/settlement": row(desk, {
    ask: async () => ({ path: `/spaces/workwork/scans/${await newDoubleScan()}/settlement`, body: { as: "same_person" } }),
  }),
  "GET /spaces/{id}/guest-terms": row(everyone, at("/spaces/workwork/guest-terms")),
  "PUT /spaces/{id}/guest-terms": row(
    managers,
    at("/spaces/workwork/guest-terms", { seatsPerWeekday: [4, 4, 4, 4, 4, 4, 4], askFirst: false, closedDays: [] }),
  ),
  "GET /spaces/{id}/guest-days": row(everyone, at("/spaces/workwork/guest-days")),
  "GET /networks/{id}/guest-days": row(everyone, at("/networks/kyst/guest-days")),
  "GET /people/{id}/quotas": row(holder, { ask: () => ({ path: `/people/${person.guest}/quotas` }) }),
  "GET /me/quotas": row(signedIn, at("/me/quotas")),
  "GET /signing-keys": row(everyone, at("/signing-keys")),
  "POST /signing-keys": row(["operator"], at("/signing-keys")),

  "GET /organizations/{id}/investors": row(coordinators, at("/organizations/kyst/investors")),
  "POST /organizations/{id}/investors": row(coordinators, at("/organizations/kyst/investors", { organization: "blender" })),
  "GET /me/investor-profiles": row(signedIn, at("/me/investor-profiles")),
  "GET /me/raises": row(signedIn, at("/me/raises")),
  "GET /investor-profiles/{id}": row(
    [...founders, ...investors, ...coordinators],
    ofRaise(({ profile }) => `/investor-profiles/${profile}`),
  ),
  "PATCH /investor-profiles/{id}": row(
    [...investors, ...coordinators],
    ofRaise(({ profile }) => `/investor-profiles/${profile}`, { stages: ["seed"] }),
  ),
  "PATCH /investor-profiles/{id} with contact data": row(
    investors,
    ofRaise(({ profile }) => `/investor-profiles/${profile}`, { contact: aNewRaise.contact }),
  ),
  "PUT /investor-profiles/{id}/ending": row(
    [...investors, ...coordinators],
    ofRaise(({ profile }) => `/investor-profiles/${profile}/ending`),
  ),
  "GET /organizations/{id}/raises": row(founders, at("/organizations/workwork/raises")),
  "POST /organizations/{id}/raises": row(founders, at("/organizations/workwork/raises", aNewRaise)),
  "GET /raises": row(signedIn, at("/raises")),
  "GET /raises/{id}": row(
    [...investors, ...coordinators],
    ofRaise(({ raise }) => `/raises/${raise}`),
  ),
  "GET /raises/{id}/record": row(
    founders,
    ofRaise(({ raise }) => `/raises/${raise}/record`),
  ),
  "PATCH /raises/{id}": row(
    founders,
    ofRaise(({ raise }) => `/raises/${raise}`, { stage: "early" }),
  ),
  "PUT /raises/{id}/publication": row(
    founders,
    ofRaise(({ raise }) => `/raises/${raise}/publication`),
  ),
  "PUT /raises/{id}/ending": row(
    founders,
    ofRaise(({ raise }) => `/raises/${raise}/ending`),
  ),
  "GET /raises/{id}/preview": row(
    founders,
    ofRaise(({ raise, profile }) => `/raises/${raise}/preview?profile=${profile}`),
  ),
  "GET /raises/{id}/investors": row(
    [...founders, ...coordinators],
    ofRaise(({ raise }) => `/raises/${raise}/investors`),
  ),
  "POST /raises/{id}/consents": row(
    founders,
    ofRaise(({ raise }) => `/raises/${raise}/consents`, { tier: "summary" }),
  ),
  "PUT /raise-consents/{id}/withdrawal": row(
    founders,
    ofRaise(({ consent }) => `/raise-consents/${consent}/withdrawal`),
  ),
  "PUT /raises/{id}/interest": row(investors, {
    ask: async () => {
      const { raise, profile } = await ourRaise();
      return { path: `/raises/${raise}/interest`, body: { profile, state: "following" } };
    },
  }),
  "GET /introductions": row(signedIn, at("/introductions")),
  "POST /raises/{id}/introductions": row(founders, askedBy("startup")),
  "POST /raises/{id}/introductions as the investor": row(investors, askedBy("investor")),
  "POST /raises/{id}/introductions as the network": row(coordinators, askedBy("network")),
  "GET /introductions/{id}": row(
    [...founders, ...investors, ...coordinators],
    ofRaise(({ introduction }) => `/introductions/${introduction}`),
  ),
  "PUT /introductions/{id}/answer": row(
    founders,
    ofRaise(({ introduction }) => `/introductions/${introduction}/answer`, { side: "startup", answer: "yes" }),
  ),
  "PUT /introductions/{id}/answer as the investor": row(
    investors,
    ofRaise(({ introduction }) => `/introductions/${introduction}/answer`, { side: "investor", answer: "no" }),
  ),
  "PUT /introductions/{id}/ending": row(
    investors,
    ofRaise(({ introduction }) => `/introductions/${introduction}/ending`, { side: "investor" }),
  ),
  "POST /introductions/{id}/meetings": row(
    founders,
    ofRaise(({ made }) => `/introductions/${made}/meetings`, { side: "startup", metOn: "2026-11-02" }),
  ),
  "GET /raises/{id}/closings": row(
    [...founders, ...investors, ...coordinators],
    ofRaise(({ raise }) => `/raises/${raise}/closings`),
  ),
  "POST /raises/{id}/closings": row(
    founders,
    ofRaise(({ raise }) => `/raises/${raise}/closings`, {
      ...{ side: "startup", investorName: "En onkel", closedOn: "2026-11-20", amountOre: 100_000, instrument: "loan" },
    }),
  ),
  "PUT /closings/{id}/confirmation": row(
    founders,
    ofRaise(({ closing }) => `/closings/${closing}/confirmation`),
  ),
  "PUT /closings/{id}/striking": row(
    [...founders, ...coordinators],
    ofRaise(({ closing }) => `/closings/${closing}/striking`, { reason: "Skrevet to ganger" }),
  ),

  "GET /organizations/{id}/projects": row(signedIn, at("/organizations/workwork/projects")),
  "POST /organizations/{id}/projects": row(managers, at("/organizations/workwork/projects", aProject)),
  "GET /funder-examples": row(everyone, at("/funder-examples")),
  "GET /projects/{id}": row(
    managers,
    ofProject(({ id }) => `/projects/${id}`),
  ),
  "PATCH /projects/{id}": row(
    managers,
    ofProject(({ id }) => `/projects/${id}`, { focusAreas: ["Reiseliv"] }),
  ),
  "POST /projects/{id}/milestones": row(
    managers,
    ofProject(({ id }) => `/projects/${id}/milestones`, { title: "Boka er ute", plannedOn: "2026-12-01" }),
  ),
  "PATCH /milestones/{id}": row(
    managers,
    ofProject(({ milestone }) => `/milestones/${milestone}`, { forecastOn: "2026-12-01" }),
  ),
  "GET /projects/{id}/budget": row(
    managers,
    ofProject(({ id }) => `/projects/${id}/budget`),
  ),
  "PUT /projects/{id}/budget": row(
    managers,
    ofProject(({ id }) => `/projects/${id}/budget`, aBudget),
  ),
  "PUT /projects/{id}/budget/approval": row(
    managers,
    ofProject(({ id }) => `/projects/${id}/budget/approval`),
  ),
  "PUT /projects/{id}/budget/forecasts": row(
    managers,
    ofProject(({ id }) => `/projects/${id}/budget/forecasts`, { forecasts: [] }),
  ),
  "GET /projects/{id}/grants": row(
    managers,
    ofProject(({ id }) => `/projects/${id}/grants`),
  ),
  "POST /projects/{id}/fundings": row(
    managers,
    ofProject(({ id }) => `/projects/${id}/fundings`, { funder: "Oslo kommune", decidedOn: "2026-02-02", amountOre: 100 }),
  ),
  "PATCH /fundings/{id}": row(
    managers,
    ofProject(({ funding }) => `/fundings/${funding}`, { reference: "26/77" }),
  ),
  "POST /fundings/{id}/receipts": row(managers, {
    ask: async () => {
      const { funding, tranche } = await ourProject();
      return { path: `/fundings/${funding}/receipts`, body: { trancheId: tranche, receivedOn: "2026-11-02", amountOre: 100 } };
    },
  }),
  "POST /fundings/{id}/deadlines": row(
    managers,
    ofProject(({ funding }) => `/fundings/${funding}/deadlines`, { kind: "accounts", dueOn: "2027-02-01" }),
  ),
  "PATCH /funding-deadlines/{id}": row(
    managers,
    ofProject(({ deadline }) => `/funding-deadlines/${deadline}`, { doneOn: null }),
  ),
  "GET /projects/{id}/hours": row(
    managers,
    ofProject(({ id }) => `/projects/${id}/hours`),
  ),
  "PUT /projects/{id}/rates": row(managers, {
    ask: async () => {
      const { id, worker } = await ourProject();
      return { path: `/projects/${id}/rates`, body: { personId: worker, from: "2026-06-01", rateOre: 42_000 } };
    },
  }),
  "PUT /projects/{id}/hours": row(managers, {
    ask: async () => {
      const { id, hours, worker } = await ourProject();
      return { path: `/projects/${id}/hours`, body: { personId: worker, days: [{ lineId: hours, day: "2026-11-16", minutes: 60 }] } };
    },
  }),
  "PUT /projects/{id}/hours/approval": row(managers, {
    ask: async () => {
      const { id, worker } = await ourProject();
      return { path: `/projects/${id}/hours/approval`, body: { personId: worker, from: "2020-01-01", until: "2020-01-02" } };
    },
  }),
  "GET /projects/{id}/expenses": row(
    managers,
    ofProject(({ id }) => `/projects/${id}/expenses`),
  ),
  "POST /projects/{id}/expenses": row(managers, {
    ask: async () => {
      const { id, travel } = await ourProject();
      return { path: `/projects/${id}/expenses`, body: { lineId: travel, day: "2026-05-01", text: "Buss", amountOre: 9_900 } };
    },
  }),
  "PUT /project-expenses/{id}/correction": row(
    managers,
    ofProject(({ expense }) => `/project-expenses/${expense}/correction`, { reason: "Feil prosjekt" }),
  ),
  "POST /projects/{id}/files": row(managers, {
    ask: async () => {
      const { id, expense } = await ourProject();
      return { path: `/projects/${id}/files?kind=receipt&expense=${expense}`, form: aReceipt() };
    },
  }),
  "GET /projects/{id}/files/{fileId}": row(managers, {
    ask: async () => {
      const { id, expense } = await ourProject();
      const sent = await callers(installation)
        .as(person.operator)
        .post(`/projects/${id}/files?kind=receipt&expense=${expense}`, aReceipt());
      return { path: `/projects/${id}/files/${sent.body.items[0]?.id}` };
    },
  }),
  "POST /fundings/{id}/changes": row(
    managers,
    ofProject(({ funding }) => `/fundings/${funding}/changes`, { reason: "Endret", agreedOn: "2026-11-01" }),
  ),
  "POST /fundings/{id}/report-packs": row(
    managers,
    ofProject(({ funding }) => `/fundings/${funding}/report-packs`, { from: "2026-01-01", to: "2026-03-31" }),
  ),
  "GET /report-packs/{id}": row(
    managers,
    ofProject(({ pack }) => `/report-packs/${pack}`),
  ),
  "PATCH /report-packs/{id}": row(
    managers,
    ofProject(({ pack }) => `/report-packs/${pack}`, { narrative: "Et halvt år" }),
  ),
  "PUT /report-packs/{id}/sending": row(
    managers,
    ofProject(({ pack }) => `/report-packs/${pack}/sending`),
  ),
  "PUT /report-packs/{id}/acceptance": row(
    managers,
    ofProject(({ pack }) => `/report-packs/${pack}/acceptance`, { on: "2026-11-20" }),
  ),
  "POST /report-packs/{id}/answers": row(["manager there", ...office], {
    ask: async () => {
      const { pack, funding } = await aFundedProject(callers(installation).as(person.operator), "workwork", (await ourProject()).worker);
      const submission = (await newReview()).path.split("/").at(-1) ?? "";
      await decidedHere(installation.db, funding, there, submission);
      return { path: `/report-packs/${pack}/answers`, body: { kind: "accepted" } };
    },
  }),
  "GET /organizations/{id}/report-packs": row(managers, at("/organizations/workwork/report-packs")),
  "GET /organizations/{id}/state-aid": row(managers, at("/organizations/workwork/state-aid")),
  "POST /organizations/{id}/state-aid": row(managers, at("/organizations/workwork/state-aid", anAward)),
  "PUT /state-aid/{id}/correction": row(managers, {
    ask: async () => {
      const { body } = await callers(installation).as(person.operator).post("/organizations/workwork/state-aid", anAward);
      return { path: `/state-aid/${body.items[0]?.id}/correction`, body: { reason: "Ble trukket" } };
    },
  }),
  "GET /organizations/{id}/stories": row(coordinators, at("/organizations/kyst/stories")),
  "POST /organizations/{id}/stories": row(coordinators, at("/organizations/kyst/stories", { title: { nb: "Garasjen" } })),
  "GET /stories/{id}": row(coordinators, { ask: async () => ({ path: `/stories/${(await newStory()).id}` }) }),
  "PATCH /stories/{id}": row(coordinators, {
    ask: async () => ({ path: `/stories/${(await newStory()).id}`, body: { title: { nb: "Loftet" } } }),
  }),
  "DELETE /stories/{id}": row(coordinators, { ask: async () => ({ path: `/stories/${(await newStory()).id}` }) }),
  "PUT /stories/{id}/photo": row(coordinators, {
    ask: async () => ({ path: `/stories/${(await newStory()).id}/photo`, form: notAPhoto() }),
  }),
  "DELETE /stories/{id}/photo": row(coordinators, { ask: async () => ({ path: `/stories/${(await newStory()).id}/photo` }) }),
  "POST /stories/{id}/people": row(coordinators, {
    ask: async () => ({
      path: `/stories/${(await newStory()).id}/people`,
      body: { name: "Amina Larsen", email: "amina@example.test", appearance: "both" },
    }),
  }),
  "DELETE /stories/{id}/people/{personId}": row(coordinators, {
    ask: async () => {
      const story = await newStory();
      return { path: `/stories/${story.id}/people/${story.person}` };
    },
  }),
  "PUT /stories/{id}/people/{personId}/request": row(coordinators, {
    ask: async () => {
      const story = await newStory();
      return { path: `/stories/${story.id}/people/${story.person}/request` };
    },
  }),
  "GET /story-consents/{secret}": row(everyone, { ask: async () => ({ path: `/story-consents/${(await newStory()).secret}` }) }),
  "PUT /story-consents/{secret}/answer": row(everyone, {
    ask: async () => ({ path: `/story-consents/${(await newStory()).secret}/answer`, body: { answer: "given", contentVersion: 1 } }),
  }),
  "GET /organizations/{id}/reports": row(everyone, at("/organizations/kyst/reports")),
  "POST /organizations/{id}/reports": row(coordinators, at("/organizations/kyst/reports", aReport)),
  "GET /reports/{id}": row(coordinators, { ask: async () => ({ path: `/reports/${await newReport()}` }) }),
  "PATCH /reports/{id}": row(coordinators, {
    ask: async () => ({ path: `/reports/${await newReport()}`, body: { lead: { nb: "Et år" } } }),
  }),
  "DELETE /reports/{id}": row(coordinators, { ask: async () => ({ path: `/reports/${await newReport()}` }) }),
  "PUT /reports/{id}/publication": row(coordinators, { ask: async () => ({ path: `/reports/${await newReport()}/publication` }) }),
  "POST /reports/{id}/editions": row(coordinators, {
    ask: async () => ({ path: `/reports/${await publishedReport()}/editions`, body: { reason: "Ett medlem var talt to ganger" } }),
  }),
  "GET /reports/{id}/curves/{curve}/rows": row(everyone, {
    ask: async () => ({ path: `/reports/${await publishedReport()}/curves/1/rows` }),
  }),
  "GET /reports/{id}/figures/{metric}/rows": row(everyone, {
    ask: async () => ({ path: `/reports/${await publishedReport()}/figures/members-end/rows` }),
  }),
  "GET /metrics": row(everyone, at("/metrics?organization=kyst")),
  "GET /national-survival": row(everyone, at("/national-survival")),
  "POST /national-survival": row(
    office,
    at("/national-survival", { legalForm: "AS", cohort: 2019, horizonYears: 5, percent: 57, source: "SSB", sourceOn: "2026-11-30" }),
  ),
  "DELETE /national-survival/{legalForm}/{cohort}/{horizonYears}": row(office, at("/national-survival/AS/2018/5")),
  "GET /organizations/{id}/regions": row(managers, at("/organizations/workwork/regions")),
  "POST /organizations/{id}/regions": row(
    managers,
    at("/organizations/workwork/regions", { name: "Nabolaget", municipalities: ["3205"], recordedOn: "2024-01-01" }),
  ),
  "PATCH /regions/{id}": row(managers, { ask: async () => ({ path: `/regions/${await newRegion()}`, body: { name: "Nabolag" } }) }),
  "PUT /regions/{id}/opening": row(office, {
    ask: async () => ({ path: `/regions/${await newRegion()}/opening`, body: { isOpened: true } }),
  }),
  "DELETE /regions/{id}": row(managers, { ask: async () => ({ path: `/regions/${await newRegion()}` }) }),
  "GET /organizations/{id}/areas": row(everyone, at("/organizations/kyst/areas")),
  "PUT /organizations/{id}/county": row(office, at("/organizations/kyst/county", { county: null })),
  "GET /metrics/{id}": row(coordinators, at("/metrics/members-joined?organization=kyst")),
  "GET /metrics/{id}/rows": row(coordinators, at("/metrics/members-joined/rows?organization=kyst")),
  "GET /metrics/{id}/rows.csv": row(coordinators, at("/metrics/members-joined/rows.csv?organization=kyst")),
  "GET /metrics/{id}/rows.xlsx": row(everyone, at("/metrics/members-end/rows.xlsx?organization=kyst")),
  "GET /networks/{id}/ledger": row(sides, at("/networks/kyst/ledger")),
  "GET /networks/{id}/ledger.csv": row(sides, at("/networks/kyst/ledger.csv")),
  "GET /networks/{id}/ledger.xlsx": row(sides, at("/networks/kyst/ledger.xlsx")),
  "GET /networks/{id}/fairness": row(sides, at("/networks/kyst/fairness")),
  "GET /networks/{id}/flows": row(sides, at("/networks/kyst/flows")),
  "GET /networks/{id}/period": row(sides, at("/networks/kyst/period?from=2026-10-01&to=2026-11-01")),
  "POST /networks/{id}/settlements": row(coordinators, at("/networks/kyst/settlements", { from: "2026-12-01", to: "2027-01-01" })),
  "GET /networks/{id}/settlements": row(sides, at("/networks/kyst/settlements")),
  "GET /settlements/{id}": row(sides, { ask: async () => ({ path: `/settlements/${await newSettlement()}` }) }),
  "GET /settlements/{id}/statement.csv": row(sides, { ask: async () => ({ path: `/settlements/${await newSettlement()}/statement.csv` }) }),
  "GET /settlements/{id}/statement.pdf": row(sides, { ask: async () => ({ path: `/settlements/${await newSettlement()}/statement.pdf` }) }),
  "POST /ledger-transactions/{id}/corrections": row(["manager here", "owner here", "manager there", "operator"], {
    ask: async () => ({ path: `/ledger-transactions/${await newTransaction()}/corrections`, body: { reason: "Kom ikke" } }),
  }),
  "PUT /corrections/{id}/decision": row(coordinators, {
    ask: async () => ({ path: `/corrections/${await newCorrection()}/decision`, body: { accept: false, reason: "Kom likevel" } }),
  }),
  "GET /networks/{id}/corrections": row(sides, at("/networks/kyst/corrections")),

  "GET /networks/{id}/agreement": row(everyone, at("/networks/kyst/agreement")),
  "POST /networks/{id}/agreement/versions": row(coordinators, at("/networks/kyst/agreement/versions")),
  "PUT /networks/{id}/agreement/versions/{version}": row(
    coordinators,
    at("/networks/kyst/agreement/versions/1", { texts: { nb: "Avtale" }, terms: ordinaryTerms, quotas: [] }),
  ),
  "PUT /networks/{id}/agreement/versions/{version}/publication": row(
    coordinators,
    at("/networks/kyst/agreement/versions/1/publication", { validFrom: "2027-01-01" }),
  ),
  "GET /spaces/{id}/agreements": row(managers, at("/spaces/workwork/agreements")),
  "PUT /spaces/{id}/agreement-acceptances/{version}": row(managers, at("/spaces/workwork/agreement-acceptances/1")),
  "PUT /spaces/{id}/agreement-withdrawal": row(managers, at("/spaces/workwork/agreement-withdrawal", { from: "2020-01-01" })),
};

beforeAll(async () => {
  installation = await testInstallation();
  network = networkBuilder(installation);
  api = createApi(installation, async () => visitor);
  kyst = await network.organization("kyst", { name: "Kyst", kinds: ["network"] });
  const innland = await network.organization("innland", { name: "Innland", kinds: ["network"] });
  here = await network.space("workwork", { name: "Workwork", isOpenAllDays: true });
  const other = await network.space("blender", { name: "Blender" });
  const elsewhere = await network.organization("utkant", { name: "Utkant", visibility: "private" });
  there = other.organizationId;
  await network.agreement([here, other], { networkId: kyst });
  for (const organizationId of [here.organizationId, there]) await network.membership(kyst, { organizationId });
  await network.membership(innland, { organizationId: elsewhere });
  const places: Partial<Record<Role, [string, string]>> = {
    "member here": [here.organizationId, "member"],
    "host here": [here.organizationId, "host"],
    "manager here": [here.organizationId, "manager"],
    "owner here": [here.organizationId, "owner"],
    "host there": [there, "host"],
    "manager there": [there, "manager"],
    "manager elsewhere": [elsewhere, "manager"],
    "coordinator here": [kyst, "coordinator"],
    "coordinator elsewhere": [innland, "coordinator"],
    operator: [await network.organization("kontoret", { kinds: ["network"] }), "operator"],
  };
  for (const role of signedIn as Exclude<Role, "nobody">[]) {
    if (role === "reading key") continue;
    person[role] = await network.person(`Person ${role}`);
    const place = places[role];
    if (place) await network.position(person[role], ...place);
  }
  person["reading key"] = person.operator;
  await network.membership(there, { personId: person.guest });
  await network.resource(here, "Laseren", { kind: "machine" });
  await installation.db
    .insertInto("house_rules")
    .values({ space_id: here.id, version: 1, texts: JSON.stringify({ nb: "Vær stille." }), published_at: installation.now() })
    .execute();
});

afterAll(() => installation.close());

describe("The walk of permissions", () => {
  test("has a row for every route there is, and for no other", () => {
    const walked = new Set(Object.keys(table).map(routeOf));

    expect({
      withoutRow: allRoutes().filter((name) => !walked.has(name)),
      unknown: [...walked].filter((name) => !allRoutes().includes(name)),
    }).toEqual({
      withoutRow: [],
      unknown: [],
    });
  });

  test.each(Object.keys(table))("%s lets in those it should, and nobody else", async (name) => {
    const wrong: string[] = [];
    const { through, ask } = table[name] as Row;
    const [method = ""] = name.split(" ");
    for (const role of roles) {
      const { status, code, raw } = await call(role, method, await ask({ role, personId: role === "nobody" ? newId() : person[role] }));
      const isKeyWriting = role === "reading key" && method !== "GET";
      const isAllowed = through.includes(role) && !isKeyWriting;
      const isIn = status !== 401 && status !== 403 && status !== 404;
      const expected = role === "nobody" && !isNowhere(name) ? [401] : role === "reading key" ? [403, 404] : [404];
      if (status >= 500) wrong.push(`${role}: ${status} ${raw}`);
      else if (isAllowed !== isIn) wrong.push(`${role} ${isIn ? "gets in" : "is kept out"}: ${status} ${code}`);
      else if (!isIn && !expected.includes(status)) wrong.push(`${role} is answered ${status} ${code}, not ${expected}`);
    }
    expect(wrong).toEqual([]);
    expect(installation.failures).toEqual([]);
  });
});

// what is there for nobody at all, or hidden by its visibility, tells strangers nothing either: 404
function isNowhere(name: string): boolean {
  const isDraftOfPublic = ["GET /events/{id} of a draft", "GET /events/{id} of one for the invited", "GET /calls/{id} of a draft"].includes(
    name,
  );
  return name === "POST /installation/first-operator" || name.endsWith("that is private") || isDraftOfPublic;
}

function routeOf(name: string): string {
  return name.split(" ").slice(0, 2).join(" ");
}

function allRoutes(): string[] {
  return api.openAPIRegistry.definitions.flatMap((definition) =>
    definition.type === "route" ? [`${definition.route.method.toUpperCase()} ${definition.route.path.replace(/^\/api\/v1/, "")}`] : [],
  );
}

async function call(role: Role, method: string, { path, body, form }: Asked) {
  const stop = new AbortController();
  const init: RequestInit = { method, signal: stop.signal };
  if (form) init.body = form;
  else if (body !== undefined) Object.assign(init, { body: JSON.stringify(body), headers: { "content-type": "application/json" } });
  const inside = { actor: await actorOf(role), language: "nb" as const, requestId: "walking", address: role };
  const answer = await api.request(`/api/v1${path}`, init, { inside });
  if (answer.headers.get("content-type")?.includes("event-stream")) {
    stop.abort();
    await answer.body?.cancel();
    return { status: answer.status, code: "", raw: "" };
  }
  const raw = await answer.text();
  const code = answer.headers.get("content-type")?.includes("problem+json") ? (JSON.parse(raw) as { code: string }).code : "";
  return { status: answer.status, code, raw };
}

async function actorOf(role: Role): Promise<Actor> {
  if (role === "nobody") return visitor;
  const actor = await findActor(installation.db, person[role], dayIn(installation.now(), "Europe/Oslo"));
  if (!actor) throw new Error(`Nobody is ${role}`);
  return role === "reading key" ? { ...actor, scopes: ["read"], keyId: newId() } : actor;
}

function newAddress(): string {
  return `${newId()}@example.test`;
}

function memberFile(): FormData {
  const form = new FormData();
  form.set("kind", "members");
  form.set("file", new File([`E-post;Navn;Medlem fra\n${newAddress()};Fil Medlem;01.11.2026\n`], "medlemmer.csv"));
  return form;
}

function notAPhoto(): FormData {
  const form = fileOf("not a photo");
  form.set("nb", "Et bilde");
  return form;
}

function fileOf(content: string): FormData {
  const form = new FormData();
  form.set("file", new File([content], "bilde.jpg", { type: "image/jpeg" }));
  return form;
}

async function loginOf(personId: string): Promise<string> {
  const { db, now } = installation;
  const known = await db.selectFrom("logins").select("id").where("person_id", "=", personId).executeTakeFirst();
  if (known) return known.id;
  const id = newId();
  const { name, email } = await db.selectFrom("people").select(["name", "email"]).where("id", "=", personId).executeTakeFirstOrThrow();
  await db
    .insertInto("logins")
    .values({ id, name, email, email_verified: true, person_id: personId, created_at: now(), updated_at: now() })
    .execute();
  return id;
}

// whoever is nobody is given another's
function belongingTo(personId: string): string {
  return Object.values(person).includes(personId) ? personId : person["host there"];
}

// one for the whole walk: what is asked of it is either nothing new, or may be asked again
let projectOfWalk: Promise<FundedProject> | undefined;

// Workwork raises in Kyst, and Blender is an investor there
function ourRaise(): Promise<RaiseBetween> {
  return aRaiseBetween(installation, { network: kyst, startup: here.organizationId, investor: there });
}

function ofRaise(pathOf: (raise: RaiseBetween) => string, body?: unknown): { ask: Row["ask"] } {
  return { ask: async () => ({ path: pathOf(await ourRaise()), body }) };
}

function askedBy(side: string): { ask: Row["ask"] } {
  return {
    ask: async () => {
      const { raise, profile } = await ourRaise();
      return { path: `/raises/${raise}/introductions`, body: { side, profile } };
    },
  };
}

function ourProject(): Promise<FundedProject> {
  projectOfWalk ??= (async () => {
    const worker = await network.person("Kine Kollega");
    await network.position(worker, here.organizationId, "staff");
    return await aFundedProject(callers(installation).as(person.operator), "workwork", worker);
  })();
  return projectOfWalk;
}

function ofProject(pathOf: (project: FundedProject) => string, body?: unknown): { ask: Row["ask"] } {
  return { ask: async () => ({ path: pathOf(await ourProject()), body }) };
}

async function newRegion(): Promise<string> {
  const [id, recorded_on] = [newId(), "2024-01-01"];
  const own = { id, slug: `region-${id}`, name: "Nabolaget", organization_id: here.organizationId, recorded_on };
  await installation.db.insertInto("regions").values(own).execute();
  await installation.db.insertInto("region_municipalities").values({ region_id: id, number: "3205", valid_from: recorded_on }).execute();
  return own.slug;
}

async function newReport(published: Record<string, unknown> = {}): Promise<string> {
  const id = newId();
  const words = { titles: "{}", parts: JSON.stringify([{ kind: "figures", metrics: ["members-end"] }]) };
  const period = { from_day: "2025-01-01", to_day: "2026-01-01", borders: "2025-12-31" };
  await installation.db
    .insertInto("reports")
    .values({ id, organization_id: kyst, slug: id, ...words, ...period, created_at: installation.now(), ...published })
    .execute();
  return id;
}

async function newStory(): Promise<{ id: string; person: string; secret: string }> {
  const [id, story_person] = [newId(), newId()];
  const at = installation.now();
  const photo = { photo_id: newId(), photo_width: 4, photo_height: 3 };
  await installation.db
    .insertInto("stories")
    .values({ id, organization_id: kyst, titles: JSON.stringify({ nb: "Garasjen" }), ...photo, created_at: at })
    .execute();
  await installation.db
    .insertInto("story_people")
    .values({ id: story_person, story_id: id, name: "Amina Larsen", email: "amina@example.test", appearance: "both", named_at: at })
    .execute();
  return { id, person: story_person, secret: consentLink(installation.settings, story_person) };
}

async function publishedReport(): Promise<string> {
  const frozen = JSON.stringify([{ metric: "members-end" }]);
  const frozen_drawings = JSON.stringify({ survivals: [{ n: 0 }], targets: [] });
  return await newReport({ published_at: installation.now(), frozen, frozen_drawings, checksum: "0".repeat(64) });
}

async function newSession(personId: string): Promise<string> {
  const { db, now } = installation;
  const id = newId();
  await db
    .insertInto("sessions")
    .values({
      id,
      login_id: await loginOf(belongingTo(personId)),
      token: newId(),
      expires_at: now().add({ hours: 24 }),
      created_at: now(),
      updated_at: now(),
    })
    .execute();
  return id;
}

async function newPasskey(personId: string): Promise<string> {
  const id = newId();
  await installation.db
    .insertInto("passkeys")
    .values({
      id,
      login_id: await loginOf(belongingTo(personId)),
      public_key: "",
      credential_id: id,
      counter: 0,
      device_type: "singleDevice",
      backed_up: false,
    })
    .execute();
  return id;
}

async function newKey(personId: string): Promise<string> {
  const id = newId();
  await installation.db
    .insertInto("api_keys")
    .values({
      id,
      person_id: belongingTo(personId),
      name: "Nøkkel",
      scopes: ["read"],
      key_hash: Buffer.from(id),
      created_at: installation.now(),
    })
    .execute();
  return id;
}

async function newWebhook(): Promise<string> {
  const id = newId();
  await installation.db
    .insertInto("webhook_endpoints")
    .values({
      id,
      organization_id: here.organizationId,
      url: "https://hooks.example/in",
      topics: ["*"],
      secret: "whsec_c2VjcmV0",
      created_at: installation.now(),
      created_by: person["manager here"],
    })
    .execute();
  return id;
}

async function newDelivery(): Promise<string> {
  const id = newId();
  await installation.db
    .insertInto("webhook_deliveries")
    .values({ id, endpoint_id: await newWebhook(), outbox_id: newId(), topic: "day_pass.held", body: "{}" })
    .execute();
  return id;
}

async function newTroubledJob(): Promise<string> {
  const { rows } = await installation.pipelines.query<{ id: string }>(
    "select id::text from graphile_worker.add_job('exchange.close-days', '{}')",
  );
  const id = rows[0]?.id ?? "";
  await installation.pipelines.query(
    "update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'away' where id = $1",
    [id],
  );
  return id;
}

async function newFailedLetter(): Promise<string> {
  const { db, now } = installation;
  const [id, at] = [newId(), now()];
  await sendLetter(db, { key: `walk/${id}`, to: newAddress(), language: "nb", subject: "Hei", parts: ["Hei."], from: "Romslig", at });
  const failed = { taken_at: at, attempts: 8, failure: "550 no such mailbox" };
  const letter = await db
    .updateTable("letters")
    .set(failed)
    .where("letter_key", "=", `walk/${id}`)
    .returning("id")
    .executeTakeFirstOrThrow();
  return letter.id;
}

async function newPosition(): Promise<string> {
  const id = newId();
  await installation.db
    .insertInto("positions")
    .values({ id, person_id: await somebody(), organization_id: here.organizationId, role: "contact", during: "[2024-01-01,)" })
    .execute();
  return id;
}

async function newMembership(): Promise<string> {
  return network.membership(here.organizationId, { personId: await somebody() });
}

async function newUnconfirmedMembership(): Promise<string> {
  const elsewhere = await network.organization(`hus-${newId()}`);
  return network.membership(elsewhere, { organizationId: here.organizationId }, { isConfirmed: false });
}

function somebody(): Promise<string> {
  return network.person("Noen Andre", { email: newAddress() });
}

async function newCandidate(): Promise<string> {
  const { db, now } = installation;
  const [id, organizationId] = [newId(), await network.organization(`kandidat-${newId()}`)];
  await db
    .insertInto("candidates")
    .values({ id, network_id: kyst, organization_id: organizationId, stage: "prospect", created_at: now() })
    .execute();
  await db
    .insertInto("stage_changes")
    .values({ id: newId(), candidate_id: id, network_id: kyst, to_stage: "prospect", changed_at: now() })
    .execute();
  return id;
}

async function newMove(): Promise<string> {
  const [id, candidateId] = [newId(), await newCandidate()];
  const { db, now } = installation;
  await db
    .insertInto("stage_changes")
    .values({ id, candidate_id: candidateId, network_id: kyst, from_stage: "prospect", to_stage: "contacted", changed_at: now() })
    .execute();
  await db.updateTable("candidates").set({ stage: "contacted" }).where("id", "=", candidateId).execute();
  return id;
}

async function newImport(state: string): Promise<string> {
  const id = newId();
  await installation.db
    .insertInto("import_runs")
    .values({
      id,
      kind: "members",
      organization_id: here.organizationId,
      started_by: person["manager here"],
      file_name: "medlemmer.csv",
      file_key: `imports/${id}`,
      header: JSON.stringify([{ name: "E-post" }]),
      mapping: JSON.stringify({ email: "E-post" }),
      state,
      rows_total: 1,
      created_at: installation.now(),
    })
    .execute();
  return id;
}

async function newException(): Promise<string> {
  const day = newDay();
  await installation.db.insertInto("opening_exceptions").values({ space_id: here.id, day, opens: null, closes: null }).execute();
  return day;
}

async function newPhoto(): Promise<string> {
  const id = newId();
  await installation.db
    .insertInto("space_photos")
    .values({
      space_id: here.id,
      id,
      file_key: `photos/${id}.webp`,
      width: 10,
      height: 10,
      texts: JSON.stringify({ nb: "Inne" }),
      place_in_order: 0,
      created_at: installation.now(),
    })
    .execute();
  return id;
}

// a day of its own for each, from the first of 2027 on
function newDay(): string {
  dayNumber += 1;
  return Temporal.PlainDate.from("2027-01-01").add({ days: dayNumber }).toString();
}

async function newPass(state: string, waitsFor: "seat" | "host" | null = null): Promise<string> {
  const { db, now } = installation;
  const [id, day] = [newId(), state === "held" ? "2026-11-23" : newDay()];
  await db
    .insertInto("guest_days")
    .values({ space_id: here.id, day, capacity: 1000, taken: 10 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto("day_passes")
    .values({
      space_id: here.id,
      id,
      day,
      person_id: person.guest,
      home_id: there,
      network_id: kyst,
      agreement_id: (await db.selectFrom("agreements").select("id").executeTakeFirstOrThrow()).id,
      agreement_version: 1,
      state,
      waits_for: waitsFor,
      code: id.slice(-8).toUpperCase(),
      holder_name: "Person G.",
      claimed_at: now(),
    })
    .execute();
  const offer = { space_id: here.id, pass_id: id, offered_at: now(), expires_at: now().add({ hours: 2 }) };
  if (state === "offered") await db.insertInto("offers").values(offer).execute();
  return id;
}

function scanned() {
  return { nonce: newId(), scannedAt: installation.now().toString() };
}

let code: string | undefined;
async function doorCodeHere(): Promise<string> {
  if (code === undefined)
    code = (JSON.parse((await call("operator", "GET", { path: "/spaces/workwork/door-code" })).raw) as { code: string }).code;
  return code;
}

const tuesdayAtTen = { startsAt: "2026-11-24T10:00:00+01:00", endsAt: "2026-11-24T11:00:00+01:00" };

const aSeries = new URLSearchParams({ ...tuesdayAtTen, recurrence: "FREQ=WEEKLY;COUNT=2" });

async function newTakenResource(): Promise<string> {
  const booking = await newBooking("confirmed");
  const { resource_id } = await installation.db
    .selectFrom("bookings")
    .select("resource_id")
    .where("id", "=", booking)
    .executeTakeFirstOrThrow();
  return resource_id;
}

/** The guest waits for a room of its own. */
async function newWait(): Promise<string> {
  const [id, resourceId] = [newId(), await newTakenResource()];
  const wait = { space_id: here.id, id, resource_id: resourceId, person_id: person.guest, minutes: 60, asked_at: installation.now() };
  const { startsAt, endsAt } = tuesdayAtTen;
  const wanted = { wanted_from: Temporal.Instant.from(startsAt), wanted_until: Temporal.Instant.from(endsAt) };
  await installation.db
    .insertInto("booking_waits")
    .values({ ...wait, ...wanted })
    .execute();
  return id;
}

async function newBookingOfSeries(): Promise<string> {
  const [id, booking] = [newId(), await newBooking("confirmed")];
  const { resource_id } = await installation.db
    .selectFrom("bookings")
    .select("resource_id")
    .where("id", "=", booking)
    .executeTakeFirstOrThrow();
  const series = { space_id: here.id, id, resource_id, recurrence: "FREQ=WEEKLY;COUNT=1", created_at: installation.now() };
  await installation.db.insertInto("booking_series").values(series).execute();
  await installation.db.updateTable("bookings").set({ series_id: id }).where("id", "=", booking).execute();
  return booking;
}

async function newResource(): Promise<string> {
  return await network.resource(here, `Rom ${newId()}`, { booked_by: "everyone" });
}

async function newOutsideCalendar(): Promise<string> {
  const [id, at] = [newId(), installation.now()];
  const calendar = { name: "Outlook", address: "https://calendar.invalid/basic.ics", created_at: at, next_read_at: at };
  await installation.db
    .insertInto("outside_calendars")
    .values({ space_id: here.id, id, resource_id: await newResource(), ...calendar })
    .execute();
  return id;
}

async function newFeed(): Promise<string> {
  const id = newId();
  await installation.db
    .insertInto("calendar_feeds")
    .values({ id, resource_id: await newResource(), shows: "free_busy", secret_hash: Buffer.from(id), created_at: installation.now() })
    .execute();
  return id;
}

/** A booking of the guest's, of a room of its own. */
async function newBooking(state: "held" | "pending" | "confirmed", ofResource?: string): Promise<string> {
  const [id, resourceId] = [newId(), ofResource ?? (await newResource())];
  const { startsAt, endsAt } = tuesdayAtTen;
  await installation.db
    .insertInto("bookings")
    .values({
      space_id: here.id,
      id,
      resource_id: resourceId,
      state,
      person_id: person.guest,
      starts_at: Temporal.Instant.from(startsAt),
      ends_at: Temporal.Instant.from(endsAt),
      held_until: state === "held" ? installation.now().add({ minutes: 10 }) : null,
      audience: "network",
      created_at: installation.now(),
    })
    .execute();
  await installation.db
    .insertInto("booked_resources")
    .values({ space_id: here.id, booking_id: id, resource_id: resourceId, during: `[${startsAt},${endsAt})` })
    .execute();
  return id;
}

/** A screen at the door of a room of its own, by the address it opens. */
async function newScreen(): Promise<{ id: string; secret: string; resourceId: string }> {
  const resourceId = await newResource();
  const body = { kind: "door", name: "Ved døra", resourceId };
  const { raw } = await call("operator", "POST", { path: "/spaces/workwork/displays", body });
  const { id, url } = JSON.parse(raw) as { id: string; url: string };
  return { id, secret: url.split("/").at(-1) ?? "", resourceId };
}

/** The secret address of a kiosk at Workwork's entrance. */
async function newKiosk(): Promise<string> {
  const { raw } = await call("operator", "POST", { path: "/spaces/workwork/displays", body: { kind: "kiosk", name: "Inngangen" } });
  return (JSON.parse(raw) as { url: string }).url.split("/").at(-1) ?? "";
}

/** What a phone at a door sends. */
function doorScan() {
  return { nonce: newId(), scannedAt: installation.now().toString() };
}

/** A festival or series held here, with one event. */
async function newParent(kind = "festival"): Promise<{ id: string; event: string }> {
  const { db, now } = installation;
  const [id, { id: event }] = [newId(), await newEvent()];
  await db
    .insertInto("event_parents")
    .values({ id, slug: `festival-${id}`, kind, titles: JSON.stringify({ nb: "Festivalen" }), created_at: now() })
    .execute();
  await db.insertInto("event_parent_hosts").values({ parent_id: id, organization_id: here.organizationId, leads: true }).execute();
  await db.updateTable("events").set({ parent_id: id }).where("id", "=", event).execute();
  return { id, event };
}

async function newTravelRoom(): Promise<{ event: string; ticket: string; room: string }> {
  const [room, { event, ticket }] = [newId(), await newTicket()];
  await installation.db
    .insertInto("event_rooms")
    .values({ event_id: event, id: room, place: "Hotell Mar", name: "201", beds: 2 })
    .execute();
  return { event, ticket, room };
}

async function newPartner(): Promise<string> {
  const [id, { id: event }] = [newId(), await newEvent()];
  const partner = { id, event_id: event, name: "Fjord Energi", level: "sponsor", added_at: installation.now() };
  await installation.db.insertInto("event_partners").values(partner).execute();
  return id;
}

/** A session at the time of the events held here. */
function aSession() {
  const at = installation.now();
  return { title: { nb: "Velkommen" }, startsAt: at.add({ hours: 48 }).toString(), endsAt: at.add({ hours: 49 }).toString() };
}

async function newEventSession(event?: string): Promise<{ id: string; path: string }> {
  const [id, eventId, { startsAt, endsAt }] = [newId(), event ?? (await newEvent()).id, aSession()];
  const times = { starts_at: Temporal.Instant.from(startsAt), ends_at: Temporal.Instant.from(endsAt), created_at: installation.now() };
  await installation.db
    .insertInto("event_sessions")
    .values({ event_id: eventId, id, titles: JSON.stringify({ nb: "Velkommen" }), ...times })
    .execute();
  return { id, path: `/events/${eventId}/sessions/${id}` };
}

/** A ticket the guest has to an event held here. */
async function newTicket(): Promise<{ event: string; type: string; ticket: string }> {
  const { db, now } = installation;
  const [{ id: event, ticketTypeId: type }, registration, ticket] = [await newEvent(), newId(), newId()];
  const whose = { person_id: person.guest, registered_at: now(), state: "confirmed", confirmed_at: now() };
  await db
    .insertInto("registrations")
    .values({ event_id: event, id: registration, ticket_type_id: type, quantity: 1, ...whose })
    .execute();
  const place = { registration_id: registration, ticket_type_id: type, holder_name: "Amina Larsen", code: "K7M4QX2R" };
  await db
    .insertInto("tickets")
    .values({ event_id: event, id: ticket, ...place })
    .execute();
  await db.updateTable("event_quotas").set({ taken: 1 }).where("event_id", "=", event).execute();
  return { event, type, ticket };
}

/** What the code of a new ticket says; one that was used is for an event that is over, whose survey is open. */
async function newToken({ isUsed = false } = {}): Promise<string> {
  const { event, ticket } = await newTicket();
  const { db, now } = installation;
  if (isUsed) {
    await db
      .updateTable("events")
      .set({ starts_at: now().subtract({ hours: 3 }), ends_at: now().subtract({ hours: 1 }) })
      .where("id", "=", event)
      .execute();
    await db
      .updateTable("tickets")
      .set({ checked_in_at: now().subtract({ hours: 2 }) })
      .where("id", "=", ticket)
      .execute();
    await db.insertInto("event_surveys").values({ event_id: event, own_question: "{}", asked_at: now() }).execute();
  }
  const key = await signingKeys(db, now).current();
  return signTicket({ id: ticket, eventId: event, holderName: "Amina Larsen", kind: "Plass" }, key);
}

/** A visitor of the member's at Workwork today. */
async function newVisit({ isInside = false } = {}): Promise<string> {
  const [id, at] = [newId(), installation.now()];
  await installation.db
    .insertInto("visits")
    .values({
      space_id: here.id,
      id,
      name: "Kari Nordmann",
      language: "nb",
      visited_id: person["member here"],
      day: dayIn(at, "Europe/Oslo"),
      expected_at: at,
      code: id.slice(-8),
      is_announced: true,
      registered_by: person["member here"],
      arrived_at: isInside ? at : null,
      created_at: at,
    })
    .execute();
  return id;
}

async function done(role: Role, method: string, asked: Asked): Promise<{ id: string }> {
  const { status, raw } = await call(role, method, asked);
  if (status >= 300) throw new Error(`${method} ${asked.path}: ${status} ${raw}`);
  return JSON.parse(raw) as { id: string };
}

function newCall(given: object = {}): Promise<{ id: string }> {
  return done("operator", "POST", { path: "/calls", body: { ...award, ...given } });
}

// the guest's, not delivered
async function newDraft(): Promise<string> {
  const { id } = await done("guest", "POST", { path: `/calls/${(await newCall()).id}/submissions`, body: { title: "Vindu" } });
  return `/submissions/${id}`;
}

// the guest's, delivered with a file, and to be judged by the host there
async function newReview(): Promise<{ call: string; path: string }> {
  const { id: callId } = await newCall();
  const { id } = await done("guest", "POST", { path: `/calls/${callId}/submissions`, body: { title: "Vindu" } });
  await done("guest", "PUT", { path: `/submissions/${id}/files/plan`, form: pdf() });
  await done("guest", "PUT", { path: `/submissions/${id}/delivery` });
  const { email, name } = await installation.db
    .selectFrom("people")
    .select(["email", "name"])
    .where("id", "=", person["host there"])
    .executeTakeFirstOrThrow();
  await done("operator", "POST", { path: `/calls/${callId}/jurors`, body: { name, email } });
  await done("operator", "PUT", { path: `/calls/${callId}/phases/1/opening`, body: {} });
  return { call: callId, path: `/submissions/${id}` };
}

function pdf(): FormData {
  const form = new FormData();
  form.set("file", new File(["%PDF-1.7"], "plan.pdf"));
  return form;
}

async function newEvent(status = "published"): Promise<{ id: string; ticketTypeId: string }> {
  const [id, ticketTypeId, quotaId, at] = [newId(), newId(), newId(), installation.now()];
  const { db } = installation;
  const times = { starts_at: at.add({ hours: 48 }), ends_at: at.add({ hours: 50 }), time_zone: "Europe/Oslo", created_at: at };
  const kind = { audience: "public", status, languages: ["nb"] };
  await db
    .insertInto("events")
    .values({ id, slug: `frokost-${id}`, titles: JSON.stringify({ nb: "Frokost" }), ...kind, ...times })
    .execute();
  await db.insertInto("event_hosts").values({ event_id: id, organization_id: here.organizationId, leads: true }).execute();
  await db.insertInto("event_quotas").values({ event_id: id, id: quotaId, name: "Salen", size: 10 }).execute();
  await db.insertInto("ticket_types").values({ id: ticketTypeId, event_id: id, place_in_order: 0, name: "Plass" }).execute();
  await db.insertInto("ticket_type_quotas").values({ event_id: id, ticket_type_id: ticketTypeId, quota_id: quotaId }).execute();
  return { id, ticketTypeId };
}

/** The path of a kind of ticket of an event. */
async function newKind(): Promise<string> {
  const { id, ticketTypeId } = await newEvent();
  return `/events/${id}/ticket-types/${ticketTypeId}`;
}

/** A program of Workwork with Blender in it, advised by the guest. */
async function newEnrollment() {
  const { db } = installation;
  const at = installation.now();
  const [program, id, milestone, note] = [newId(), newId(), newId(), newId()];
  await db
    .insertInto("programs")
    .values({
      id: program,
      slug: `program-${program}`,
      organization_id: here.organizationId,
      names: "{}",
      kind: "incubator",
      created_at: at,
    })
    .execute();
  const startup = { program_id: program, organization_id: there, adviser_id: person.guest, intake_on: "2024-01-01", created_at: at };
  await db
    .insertInto("enrollments")
    .values({ id, ...startup })
    .execute();
  await db
    .insertInto("enrollment_milestones")
    .values({ id: milestone, enrollment_id: id, title: "Første kunde", written_at: at })
    .execute();
  await db.insertInto("enrollment_notes").values({ id: note, enrollment_id: id, text: "Ringte dem.", written_at: at }).execute();
  return { program, id, milestone, note, secret: observationLink(installation.settings, id, dayIn(at, "Europe/Oslo")) };
}

// for the invited, and the guest is one
async function guestInvited(): Promise<string> {
  const { id } = await newEvent();
  const { db } = installation;
  await db.updateTable("events").set({ audience: "invited" }).where("id", "=", id).execute();
  await db.insertInto("event_invitations").values({ event_id: id, person_id: person.guest, invited_at: installation.now() }).execute();
  return id;
}

// the guest's, held; or asking to come
async function newRegistration(isAsking = false): Promise<string> {
  const { id: eventId, ticketTypeId } = await newEvent();
  const [id, at] = [newId(), installation.now()];
  const place = { ticket_type_id: ticketTypeId, quantity: 1, state: "held", held_until: at.add({ minutes: 10 }) };
  await installation.db
    .insertInto("registrations")
    .values({ event_id: eventId, id, ...place, person_id: person.guest, registered_at: at, asked_at: isAsking ? at : null })
    .execute();
  await installation.db.updateTable("event_quotas").set({ taken: 1 }).where("event_id", "=", eventId).execute();
  return id;
}

async function newCertification(): Promise<string> {
  const id = newId();
  await installation.db
    .insertInto("certifications")
    .values({ id, organization_id: here.organizationId, names: JSON.stringify({ nb: "Laser" }), created_at: installation.now() })
    .execute();
  return id;
}

async function newCertificate(): Promise<string> {
  const id = newId();
  await installation.db
    .insertInto("certificates")
    .values({
      id,
      certification_id: await newCertification(),
      person_id: person.guest,
      level: 1,
      during: "[2026-01-01,)",
      granted_at: installation.now(),
    })
    .execute();
  return id;
}

async function newInduction(): Promise<string> {
  const id = newId();
  await installation.db
    .insertInto("inductions")
    .values({
      space_id: here.id,
      id,
      booking_id: await newBooking("confirmed"),
      certification_id: await newCertification(),
      level: 1,
      instructor_id: person["host here"],
      places: 50,
      created_at: installation.now(),
    })
    .execute();
  return id;
}

const orderLine = { kind: "work", text: "Skjæring", amountOre: 100 };

const december = "startsAt=2026-12-10T16:00:00Z&endsAt=2026-12-10T20:00:00Z";
const hireWish = (room: string) => ({
  rooms: [room],
  startsAt: "2026-12-10T16:00:00Z",
  endsAt: "2026-12-10T20:00:00Z",
  people: 2,
  purpose: "Årsmøte",
  contactName: "Kari Leier",
  email: newAddress(),
  termsVersion: 1,
});

/** A room here that is hired out, under the first version of the conditions. */
async function newHireRoom(): Promise<string> {
  const { db, now } = installation;
  const resource_id = await newResource();
  const terms = { texts: "{}", free_days: 7, fee_percent: 50, letting_has_vat: false, published_at: now() };
  await db
    .insertInto("hire_terms")
    .values({ space_id: here.id, version: 1, ...terms })
    .onConflict((conflict) => conflict.columns(["space_id", "version"]).doNothing())
    .execute();
  await db.deleteFrom("hire_terms").where("space_id", "=", here.id).where("version", ">", 1).execute();
  await db.insertInto("hire_rooms").values({ space_id: here.id, resource_id, added_at: now() }).execute();
  return resource_id;
}

/** A request to hire a room here. */
async function newHire(state: "unproven" | "asked") {
  const { db, now, settings } = installation;
  const [id, resourceId] = [newId(), await newHireRoom()];
  const times = { starts_at: "2026-12-10T16:00:00Z", ends_at: "2026-12-10T20:00:00Z" };
  const what = {
    people: 2,
    set_up: "theatre",
    purpose: "Årsmøte",
    contact_name: "Kari Leier",
    email: newAddress(),
    locale: "nb",
    asked_terms: 1,
  };
  await db
    .insertInto("hires")
    .values({
      space_id: here.id,
      id,
      state,
      state_since: now(),
      created_at: now(),
      ...what,
      starts_at: Temporal.Instant.from(times.starts_at),
      ends_at: Temporal.Instant.from(times.ends_at),
    })
    .execute();
  await db.insertInto("hire_times").values({ space_id: here.id, hire_id: id, resource_id: resourceId }).execute();
  return { id, resourceId, path: `/hires/${id}`, link: `/hire-links/${secretOf(settings, id)}` };
}

async function newExtra(): Promise<string> {
  const id = newId();
  const what = { names: JSON.stringify({ nb: "Kaffe" }), unit: "person", price_ore: 100, vat_percent: 25, added_at: installation.now() };
  await installation.db
    .insertInto("hire_extras")
    .values({ id, space_id: here.id, ...what })
    .execute();
  return id;
}

/** An order of the guest's to the lab here. */
async function newOrder(state = "asked"): Promise<string> {
  const id = newId();
  const { db, now } = installation;
  await db
    .insertInto("production_orders")
    .values({
      space_id: here.id,
      id,
      customer_id: person.guest,
      title: "Skilt",
      state,
      quoted_ore: 100,
      state_since: now(),
      created_at: now(),
    })
    .execute();
  return id;
}

async function newConsultation(): Promise<string> {
  const id = newId();
  const times = { weekday: 2, opens: "17:00", closes: "19:00", slot_minutes: 30, valid_from: "2026-01-01" };
  await installation.db
    .insertInto("consultations")
    .values({ space_id: here.id, id, ...times, created_at: installation.now() })
    .execute();
  return id;
}

/** A slot the guest has here. */
async function newAppointment(): Promise<string> {
  const [id, consultation_id] = [newId(), await newConsultation()];
  appointments += 1;
  const startsAt = installation.now().add({ hours: appointments });
  const time = { starts_at: startsAt, ends_at: startsAt.add({ minutes: 30 }), place: 1 };
  await installation.db
    .insertInto("appointments")
    .values({ space_id: here.id, id, consultation_id, ...time, person_id: person.guest, booked_at: installation.now() })
    .execute();
  return id;
}

async function newOrderFile(): Promise<string> {
  const [id, orderId] = [newId(), await newOrder()];
  const key = `orders/${here.id}/${id}`;
  await installation.files.write(key, new Uint8Array([1]));
  const file = { kind: "design", name: "skilt.svg", format: "svg", bytes: 1, file_key: key, added_at: installation.now() };
  await installation.db
    .insertInto("production_order_files")
    .values({ space_id: here.id, id, order_id: orderId, ...file })
    .execute();
  return `/production-orders/${orderId}/files/${id}`;
}

async function newOrderLine(orderId: string): Promise<string> {
  const id = newId();
  const line = { kind: "work", text: "Skjæring", amount_ore: 100, added_at: installation.now() };
  await installation.db
    .insertInto("production_order_lines")
    .values({ space_id: here.id, id, order_id: orderId, ...line })
    .execute();
  return id;
}

async function newConsumable(): Promise<string> {
  const id = newId();
  const consumable = { name: id, unit: "plate", price_ore: 100, created_at: installation.now() };
  await installation.db
    .insertInto("consumables")
    .values({ id, space_id: here.id, ...consumable })
    .execute();
  return id;
}

/** The guest has a plan here. */
async function newSubscription(): Promise<string> {
  return await network.subscription(here, await network.plan(here, "Fleks"), { personId: person.guest });
}

/** The organization there pays for the guest's plan here. */
async function newTeam(): Promise<string> {
  return await network.subscription(here, await network.plan(here, "Lag"), { organizationId: there, people: [person.guest] });
}

async function newDuty(): Promise<string> {
  const id = newId();
  await installation.db
    .insertInto("host_duties")
    .values({ space_id: here.id, id, place_in_order: 1, texts: JSON.stringify({ nb: "Vis rundt" }) })
    .execute();
  return id;
}

async function newDoubleScan(): Promise<string> {
  const nonce = newId();
  const moment = installation.now();
  await installation.db
    .insertInto("scans")
    .values({
      space_id: here.id,
      nonce,
      pass_id: await newPass("checked_in"),
      kind: "check_in",
      counted: false,
      scanned_at: moment,
      received_at: moment,
    })
    .execute();
  return nonce;
}

async function newTransaction(): Promise<string> {
  const id = newId();
  await installation.db
    .insertInto("ledger_transactions")
    .values({
      id,
      network_id: kyst,
      host_id: here.organizationId,
      home_id: there,
      space_id: here.id,
      pass_id: await newPass("completed"),
      day: "2026-11-02",
      days: 1,
      amount_ore: 0,
      booked_at: installation.now(),
    })
    .execute();
  return id;
}

async function newCorrection(): Promise<string> {
  const id = newId();
  await installation.db
    .insertInto("ledger_corrections")
    .values({
      id,
      network_id: kyst,
      transaction_id: await newTransaction(),
      asked_by_organization_id: there,
      reason: "Kom ikke",
      asked_at: installation.now(),
    })
    .execute();
  return id;
}

let settlementId: string | undefined;
async function newSettlement(): Promise<string> {
  if (settlementId !== undefined) return settlementId;
  settlementId = newId();
  const { db, now } = installation;
  await db
    .insertInto("settlements")
    .values({ id: settlementId, network_id: kyst, during: "[2026-07-01,2026-10-01)", closed_at: now() })
    .execute();
  for (const organization_id of [here.organizationId, there])
    await db
      .insertInto("settlement_positions")
      .values({ settlement_id: settlementId, organization_id, days_given: 0, days_received: 0, amount_ore: 0 })
      .execute();
  return settlementId;
}

let sharedSoFar = 0;
async function sharedYear(): Promise<string> {
  const secret = newId();
  const year = 2000 + sharedSoFar++;
  await installation.db
    .insertInto("shared_years")
    .values({ person_id: person["member here"], year, secret, shared_at: installation.now() })
    .execute();
  return secret;
}
