import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApi } from "../src/api.ts";
import { createIdentity, type Identity } from "../src/features/accounts/index.ts";
import { secretOf } from "../src/features/hires/hire-link.ts";
import { prepareFirstOperator } from "../src/features/organizations/index.ts";
import { observationLink } from "../src/features/programs/observing/observation-link.ts";
import { consentLink } from "../src/features/reports/stories/consent-link.ts";
import { visitor } from "../src/platform/access/actor.ts";
import { newId } from "../src/platform/database/id.ts";
import type { OpenApiDocument } from "../src/platform/http/openapi.ts";
import { sendLetter } from "../src/platform/mail/index.ts";
import { type TestInstallation, testInstallation } from "./support/installation.ts";
import { doWhatIsDue } from "./support/jobs.ts";
import { networkBuilder, ordinaryTerms } from "./support/network.ts";
import { aFundedProject, anAward, aProject, aReceipt, decidedHere, type FundedProject } from "./support/projects.ts";
import { aNewRaise, aRaiseBetween, type RaiseBetween } from "./support/raises.ts";
import { type FakeRegister, fakeRegister } from "./support/register.ts";
import { callers } from "./support/visitor.ts";

/** A write that goes well: what is asked, and by whom; the operator, unless somebody else has to, or somebody nobody knows yet. */
type Write = { path: string; body?: unknown; form?: FormData; by?: string | null; on?: TestInstallation };

/** Why a write is in no log. */
const unlogged: Record<string, string> = {
  "POST /sign-in-links": "Nothing is known of who asks; the letter stands in the operator's list.",
  "POST /spaces/{id}/proof-codes": "Nothing is known of who asks; the letter stands in the operator's list.",
  "PUT /tickets/{token}/survey": "The log says who and when, and an answer must not lead to anybody.",
  "POST /spaces/{id}/day-passes":
    "The pass is the record: whose, where, and when it was taken. Claims come in a rush and are written together. What is taken for another is in the log.",
  "PUT /events/{id}/queue-place": "Standing in a line is no deed, and is said anew every ten seconds.",
  "DELETE /events/{id}/queue-place": "Leaving a line is no deed.",
  "PUT /day-passes/{id}/cancellation": "How a pass ended is a row of its own: when, by whom and why.",
};

const number = "310009598";
let installation: TestInstallation;
let identity: Identity;
let network: ReturnType<typeof networkBuilder>;
let register: FakeRegister;
let visitors: ReturnType<typeof callers>;
let writes: string[];
let operator: string;
let kyst: string;
let workwork: { id: string; organizationId: string };
let blender: { id: string; organizationId: string };
let guest: string;
let dayNumber = 0;
let monthNumber = 0;
const others: TestInstallation[] = [];

beforeAll(async () => {
  register = await fakeRegister();
  register.unit(number);
  installation = await testInstallation({ ROMSLIG_REGISTER_URL: register.url });
  identity = createIdentity(installation);
  network = networkBuilder(installation);
  visitors = callers(installation);
  kyst = await network.organization("kyst", { kinds: ["network"] });
  workwork = await network.space("workwork", { isOpenAllDays: true, seats: 100 });
  blender = await network.space("blender", { isOpenAllDays: true });
  for (const { organizationId } of [workwork, blender]) await network.membership(kyst, { organizationId });
  await network.agreement([workwork, blender], { networkId: kyst, quotas: {} });
  guest = await network.member("Amina Larsen", blender);
  operator = await network.person("Odd Haug");
  await network.position(operator, kyst, "operator");
  const api = createApi(installation, async () => visitor);
  const document = (await (await api.request("/api/v1/openapi.json")).json()) as OpenApiDocument;
  writes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods)
      .filter((method) => method !== "get")
      .map((method) => `${method.toUpperCase()} ${path.replace(/^\/api\/v1/, "")}`),
  );
});

afterAll(async () => {
  for (const one of [installation, ...others]) await one.close();
  await register.close();
});

describe("The log", () => {
  test("has every write there is, or says why not", () => {
    const walked = [...Object.keys(table), ...Object.keys(unlogged)];

    expect(walked.toSorted()).toEqual(writes.toSorted());
  });

  test.each(Object.keys(table))("tells of %s, and by whom", async (name) => {
    const { path, body, form, by = operator, on = installation } = await (table[name] as () => Promise<Write>)();
    const before = await deeds(on);

    const reader = (on === installation ? visitors : callers(on)).as(by ?? undefined);
    const answer = await reader.ask(`${name.split(" ")[0]} ${path}`, form ?? body);

    const now = await deeds(on);
    const wentWell = answer.status < 300;
    expect({ wentWell, answer: wentWell ? undefined : answer.body }).toEqual({ wentWell: true, answer: undefined });
    const known = new Set(before.map(({ id }) => id));
    expect(now.filter(({ id }) => !known.has(id)).map(({ actor_person_id }) => actor_person_id)).toContain(by);
  });
});

const table: Record<string, () => Promise<Write>> = {
  "POST /sessions": async () => ({ path: "/sessions", body: { token: await identity.issueLink("amina.larsen@example.test") }, by: guest }),
  "PATCH /me": async () => ({ path: "/me", body: { locale: "en" } }),
  "PUT /me/years/{year}/sharing": async () => ({ path: "/me/years/2025/sharing" }),
  "DELETE /me/years/{year}/sharing": async () => {
    await answered("PUT /me/years/2024/sharing");
    return { path: "/me/years/2024/sharing" };
  },
  "DELETE /me/sessions": async () => ({ path: "/me/sessions" }),
  "DELETE /me/sessions/{id}": async () => ({ path: `/me/sessions/${await newSession()}` }),
  "DELETE /me/passkeys/{id}": async () => ({ path: `/me/passkeys/${await newPasskey()}` }),
  "POST /me/api-keys": async () => ({ path: "/me/api-keys", body: apiKey }),
  "DELETE /me/api-keys/{id}": async () => ({ path: `/me/api-keys/${await made("POST /me/api-keys", apiKey)}` }),
  "POST /me/erasure": async () => {
    const email = newAddress();
    return { path: "/me/erasure", body: { email }, by: await network.person("Siri Slett", { email }) };
  },

  "POST /organizations/{id}/webhooks": async () => ({ path: "/organizations/workwork/webhooks", body: webhook }),
  "DELETE /organizations/{id}/webhooks/{webhookId}": async () => ({
    path: `/organizations/workwork/webhooks/${await made("POST /organizations/workwork/webhooks", webhook)}`,
  }),
  "PUT /webhook-deliveries/{id}/replay": async () => ({ path: `/webhook-deliveries/${await newDelivery()}/replay` }),
  "PUT /troubled-jobs/{id}/retry": async () => ({ path: `/troubled-jobs/${await newTroubledJob()}/retry` }),
  "PUT /letters/{id}/retry": async () => ({ path: `/letters/${await newFailedLetter()}/retry` }),

  "POST /organizations": async () => ({ path: "/organizations", body: { name: "Nyhuset", kinds: ["space_operator"] } }),
  "PATCH /organizations/{id}": async () => ({ path: "/organizations/workwork", body: { website: "https://workwork.example" } }),
  "PUT /organizations/{id}/contact-confirmation": async () => ({ path: "/organizations/workwork/contact-confirmation" }),
  "PUT /organizations/{id}/register-entry": async () => {
    await answered("PATCH /organizations/workwork", { organizationNumber: number });
    return { path: "/organizations/workwork/register-entry" };
  },
  "POST /organizations/{id}/positions": async () => ({ path: "/organizations/workwork/positions", body: position() }),
  "DELETE /organizations/{id}/positions/{positionId}": async () => ({
    path: `/organizations/workwork/positions/${await made("POST /organizations/workwork/positions", position())}`,
  }),
  "POST /people": async () => ({ path: "/people", body: { name: "Ny Person", email: newAddress() } }),
  "PATCH /people/{id}": async () => ({ path: `/people/${guest}`, body: { locale: "nn" } }),
  "PATCH /installation": async () => ({ path: "/installation", body: { name: "Kystnett" } }),
  "POST /installation/first-operator": firstOperator,

  "POST /organizations/{id}/members": async () => ({ path: "/organizations/workwork/members", body: member() }),
  "PATCH /memberships/{id}": async () => ({ path: `/memberships/${await newMembership()}`, body: { note: "Ny" } }),
  "PUT /memberships/{id}/end": async () => ({
    path: `/memberships/${await newMembership()}/end`,
    body: { to: "2026-12-01", reason: "Flytter" },
  }),
  "PUT /memberships/{id}/confirmation": async () => {
    const house = await network.organization(`hus-${randomUUID()}`);
    const id = await network.membership(house, { organizationId: workwork.organizationId }, { isConfirmed: false });
    return { path: `/memberships/${id}/confirmation` };
  },
  "POST /networks/{slug}/candidates": async () => ({ path: "/networks/kyst/candidates", body: candidate() }),
  "PATCH /candidates/{id}": async () => ({ path: `/candidates/${await newCandidate()}`, body: { nextStep: "Ringe" } }),
  "PUT /candidates/{id}/stage": async () => ({ path: `/candidates/${await newCandidate()}/stage`, body: { stage: "contacted" } }),
  "PUT /stage-changes/{id}/undo": async () => ({
    path: `/stage-changes/${await made(`PUT /candidates/${await newCandidate()}/stage`, { stage: "contacted" })}/undo`,
  }),
  "POST /candidates/{id}/notes": async () => ({ path: `/candidates/${await newCandidate()}/notes`, body: { note: "Ringt" } }),

  "POST /organizations/{id}/imports": async () => ({ path: "/organizations/workwork/imports", form: memberFile() }),
  "PUT /imports/{id}/mapping": async () => ({
    path: `/imports/${await newImport()}/mapping`,
    body: { columns: { email: "E-post", name: "Navn", from: "Fra" } },
  }),
  "PUT /imports/{id}/confirmation": async () => ({ path: `/imports/${await newImport()}/confirmation`, body: { rows: "all" } }),

  "PATCH /spaces/{id}": async () => ({ path: "/spaces/workwork", body: { contactEmail: "hei@workwork.test" } }),
  "POST /organizations/{id}/spaces": async () => ({
    path: "/organizations/workwork/spaces",
    body: { name: "Annekset", municipalityNumber: "0301", latitude: 59.9, longitude: 10.7 },
  }),
  "PUT /spaces/{id}/opening-hours": async () => ({
    path: "/spaces/blender/opening-hours",
    body: { openingHours: [{ weekday: 1, opens: "08:00", closes: "17:00" }], openOnHolidays: false },
  }),
  "PUT /spaces/{id}/opening-exceptions/{day}": async () => ({
    path: "/spaces/blender/opening-exceptions/2026-12-24",
    body: { opens: null, closes: null },
  }),
  "DELETE /spaces/{id}/opening-exceptions/{day}": async () => {
    await made("PUT /spaces/blender/opening-exceptions/2026-12-31", { opens: null, closes: null });
    return { path: "/spaces/blender/opening-exceptions/2026-12-31" };
  },
  "POST /spaces/{id}/house-rules": async () => ({ path: "/spaces/blender/house-rules", body: { texts: { nb: "Rydd etter deg." } } }),
  "PUT /spaces/{id}/house-rules/{version}/consent": async () => {
    const { version } = await answered("POST /spaces/blender/house-rules", { texts: { nb: "Vær stille." } });
    return { path: `/spaces/blender/house-rules/${version}/consent` };
  },
  "PUT /spaces/{id}/host-duties": async () => ({
    path: "/spaces/blender/host-duties",
    body: { hostDuties: [{ texts: { nb: "Vis rundt" } }] },
  }),
  "PUT /spaces/{id}/contact-confirmation": async () => {
    await answered("PATCH /spaces/blender", { contactEmail: "hei@blender.test" });
    return { path: "/spaces/blender/contact-confirmation" };
  },
  "PUT /organizations/{id}/logo": async () => ({ path: "/organizations/workwork/logo", form: await logo() }),
  "DELETE /organizations/{id}/logo": async () => {
    await answered("PUT /organizations/workwork/logo", await logo());
    return { path: "/organizations/workwork/logo" };
  },
  "PUT /organizations/{id}/colour": async () => ({ path: "/organizations/kyst/colour", body: { colour: "#0b3d91" } }),
  "POST /spaces/{id}/resources": async () => ({
    path: "/spaces/workwork/resources",
    body: { kind: "meeting_room", name: "Fjorden", capacity: 8 },
  }),
  "PATCH /resources/{id}": async () => ({ path: `/resources/${await newRoom()}`, body: { capacity: 9 } }),
  "POST /spaces/{id}/plans": async () => ({
    path: "/spaces/workwork/plans",
    body: { names: { nb: "Fleks" }, priceOre: 1000, period: "month" },
  }),
  "PATCH /plans/{id}": async () => ({ path: `/plans/${await network.plan(workwork, "Fleks")}`, body: { priceOre: 2000 } }),
  "POST /spaces/{id}/subscriptions": async () => ({
    path: "/spaces/workwork/subscriptions",
    body: { planId: await network.plan(workwork, "Fleks"), personId: operator },
  }),
  "PUT /subscriptions/{id}/end": async () => ({ path: `/subscriptions/${await newSubscription()}/end`, body: {} }),
  "PUT /subscriptions/{id}/pause": async () => ({
    path: `/subscriptions/${await newSubscription()}/pause`,
    body: { from: "2027-01-01", until: "2027-02-01" },
  }),
  "PUT /subscriptions/{id}/next-plan": async () => ({
    path: `/subscriptions/${await newSubscription()}/next-plan`,
    body: { planId: await network.plan(workwork, "Mer") },
  }),
  "POST /subscriptions/{id}/people": async () => ({ path: `/subscriptions/${await newTeam()}/people`, body: { personId: operator } }),
  "PUT /subscriptions/{id}/people/{personId}/end": async () => {
    const id = await newTeam();
    await answered(`POST /subscriptions/${id}/people`, { personId: operator });
    return { path: `/subscriptions/${id}/people/${operator}/end`, body: {} };
  },
  "PUT /entitlement-entries/{id}/reversal": async () => ({
    path: `/entitlement-entries/${await network.usedHour(workwork, await newSubscription())}/reversal`,
    body: { reason: "Feil" },
  }),
  "POST /plans/{id}/successors": async () => ({
    path: `/plans/${await network.plan(workwork, "Fleks")}/successors`,
    body: { priceOre: 2000 },
  }),
  "PUT /charges/{id}/reversal": async () => ({
    path: `/charges/${await network.charge(workwork, await newSubscription(), operator)}/reversal`,
    body: { reason: "Feil" },
  }),
  "POST /calendar-feeds": async () => ({ path: "/calendar-feeds", body: await feedOfARoom() }),
  "DELETE /calendar-feeds/{id}": async () => ({ path: `/calendar-feeds/${await made("POST /calendar-feeds", await feedOfARoom())}` }),
  "POST /resources/{id}/outside-calendars": async () => ({
    path: `/resources/${await newRoom()}/outside-calendars`,
    body: outsideCalendar,
  }),
  "PUT /outside-calendars/{id}/reading": async () => {
    const id = await made(`POST /resources/${await newRoom()}/outside-calendars`, outsideCalendar);
    await installation.db.updateTable("outside_calendars").set({ tried_at: null }).where("id", "=", id).execute();
    return { path: `/outside-calendars/${id}/reading` };
  },
  "DELETE /outside-calendars/{id}": async () => ({
    path: `/outside-calendars/${await made(`POST /resources/${await newRoom()}/outside-calendars`, outsideCalendar)}`,
  }),
  "POST /resources/{id}/bookings": async () => ({ path: `/resources/${await newRoom()}/bookings`, body: tuesdayAtTen }),
  "PATCH /bookings/{id}": async () => ({ path: `/bookings/${await newBooking()}`, body: { startsAt: "2026-11-24T12:00:00+01:00" } }),
  "PUT /bookings/{id}/cancellation": async () => ({ path: `/bookings/${await newBooking()}/cancellation`, body: {} }),
  "PUT /bookings/{id}/confirmation": async () => ({ path: `/bookings/${await newBooking({ hold: true })}/confirmation` }),
  "PUT /bookings/{id}/check-in": async () => ({ path: `/bookings/${await newBooking(now())}/check-in` }),
  "PUT /bookings/{id}/description": async () => ({
    path: `/bookings/${await newBooking()}/description`,
    body: { title: "Møte", note: null, people: 1 },
  }),
  "PUT /bookings/{id}/shown-title": async () => ({ path: `/bookings/${await newBooking()}/shown-title`, body: { shown: true } }),
  "POST /resources/{id}/waits": async () => {
    const room = await newRoom();
    await made(`POST /resources/${room}/bookings`, tuesdayAtTen);
    return { path: `/resources/${room}/waits`, body: tuesdayAtTen };
  },
  "PUT /waits/{id}/cancellation": async () => {
    const room = await newRoom();
    await made(`POST /resources/${room}/bookings`, tuesdayAtTen);
    return { path: `/waits/${await made(`POST /resources/${room}/waits`, tuesdayAtTen)}/cancellation` };
  },
  "PUT /waits/{id}/removal": async () => {
    const room = await newRoom();
    await made(`POST /resources/${room}/bookings`, tuesdayAtTen);
    return { path: `/waits/${await made(`POST /resources/${room}/waits`, tuesdayAtTen)}/removal`, body: { reason: "Huset er stengt" } };
  },
  "PUT /bookings/{id}/answer": async () => {
    const room = await newRoom({ needs_approval: true });
    const { body } = await visitors.as(guest).post(`/resources/${room}/bookings`, tuesdayAtTen);
    return { path: `/bookings/${body.id}/answer`, body: { approved: true } };
  },

  "POST /spaces/{id}/displays": async () => ({ path: "/spaces/workwork/displays", body: { kind: "wall", name: "Resepsjonen" } }),
  "PUT /spaces/{id}/displays/{displayId}/address": async () => ({
    path: `/spaces/workwork/displays/${(await newScreen(await newRoom())).id}/address`,
  }),
  "DELETE /spaces/{id}/displays/{displayId}": async () => ({
    path: `/spaces/workwork/displays/${(await newScreen(await newRoom())).id}`,
  }),
  "POST /displays/{secret}/bookings": async () => ({
    path: `/displays/${(await newScreen(await newRoom())).secret}/bookings`,
    body: { until: installation.now().add({ minutes: 30 }).toString() },
    by: null,
  }),
  "PUT /displays/{secret}/check-in": async () => {
    const room = await newRoom();
    const bookingId = await made(`POST /resources/${room}/bookings`, now());
    return { path: `/displays/${(await newScreen(room)).secret}/check-in`, body: { bookingId }, by: null };
  },
  "PUT /displays/{secret}/hand-back": async () => {
    const room = await newRoom();
    const bookingId = await made(`POST /resources/${room}/bookings`, now());
    const path = `/displays/${(await newScreen(room)).secret}`;
    await answered(`PUT ${path}/check-in`, { bookingId });
    return { path: `${path}/hand-back`, body: { bookingId }, by: null };
  },
  "POST /organizations/{id}/investors": async () => {
    const investor = await network.organization(`investor-${newId()}`, { kinds: ["investor"] });
    return { path: "/organizations/kyst/investors", body: { organization: investor } };
  },
  "PATCH /investor-profiles/{id}": async () => ({
    path: `/investor-profiles/${(await newRaise()).profile}`,
    body: { stages: ["seed"] },
    by: await investor(),
  }),
  "PUT /investor-profiles/{id}/ending": async () => ({ path: `/investor-profiles/${(await newRaise()).profile}/ending` }),
  "POST /organizations/{id}/raises": async () => {
    const { raise } = await newRaise();
    await installation.db.updateTable("raises").set({ ended_at: installation.now() }).where("id", "=", raise).execute();
    return { path: "/organizations/workwork/raises", body: aNewRaise, by: await founder() };
  },
  "PATCH /raises/{id}": async () => ({ path: `/raises/${(await newRaise()).raise}`, body: { stage: "early" }, by: await founder() }),
  "PUT /raises/{id}/publication": async () => {
    const { raise } = await newRaise();
    await installation.db.updateTable("raises").set({ published_at: null }).where("id", "=", raise).execute();
    return { path: `/raises/${raise}/publication`, by: await founder() };
  },
  "PUT /raises/{id}/ending": async () => ({ path: `/raises/${(await newRaise()).raise}/ending`, by: await founder() }),
  "POST /raises/{id}/consents": async () => ({
    path: `/raises/${(await newRaise()).raise}/consents`,
    body: { tier: "summary" },
    by: await founder(),
  }),
  "PUT /raise-consents/{id}/withdrawal": async () => ({
    path: `/raise-consents/${(await newRaise()).consent}/withdrawal`,
    by: await founder(),
  }),
  "PUT /raises/{id}/interest": async () => {
    const { raise, profile } = await newRaise();
    return { path: `/raises/${raise}/interest`, body: { profile, state: "following" }, by: await investor() };
  },
  "POST /raises/{id}/introductions": async () => {
    const { raise, profile, introduction } = await newRaise();
    await installation.db.updateTable("introductions").set({ state: "withdrawn" }).where("id", "=", introduction).execute();
    return { path: `/raises/${raise}/introductions`, body: { side: "startup", profile }, by: await founder() };
  },
  "PUT /introductions/{id}/answer": async () => ({
    path: `/introductions/${(await newRaise()).introduction}/answer`,
    body: { side: "startup", answer: "yes" },
    by: await founder(),
  }),
  "PUT /introductions/{id}/ending": async () => ({
    path: `/introductions/${(await newRaise()).introduction}/ending`,
    body: { side: "investor" },
    by: await investor(),
  }),
  "POST /introductions/{id}/meetings": async () => ({
    path: `/introductions/${(await newRaise()).made}/meetings`,
    body: { side: "startup", metOn: "2026-11-02" },
    by: await founder(),
  }),
  "POST /raises/{id}/closings": async () => ({
    path: `/raises/${(await newRaise()).raise}/closings`,
    body: { side: "startup", investorName: "En onkel", closedOn: "2026-11-20", amountOre: 100_000, instrument: "loan" },
    by: await founder(),
  }),
  "PUT /closings/{id}/confirmation": async () => ({ path: `/closings/${(await newRaise()).closing}/confirmation`, by: await founder() }),
  "PUT /closings/{id}/striking": async () => ({
    path: `/closings/${(await newRaise()).closing}/striking`,
    body: { reason: "Skrevet to ganger" },
    by: await founder(),
  }),
  "POST /organizations/{id}/projects": async () => ({ path: "/organizations/workwork/projects", body: aProject }),
  "PATCH /projects/{id}": async () => ({ path: `/projects/${(await newProject()).id}`, body: { focusAreas: ["Reiseliv"] } }),
  "POST /projects/{id}/milestones": async () => ({
    path: `/projects/${(await newProject()).id}/milestones`,
    body: { title: "Boka er ute", plannedOn: "2026-12-01" },
  }),
  "PATCH /milestones/{id}": async () => ({
    path: `/milestones/${(await newProject()).milestone}`,
    body: { doneOn: "2026-10-02", evidence: "Kartet på nettsida" },
  }),
  "PUT /projects/{id}/budget": async () => {
    const { id, lines } = await newProject();
    return { path: `/projects/${id}/budget`, body: { reason: "Prisene steg", lines } };
  },
  "PUT /projects/{id}/budget/approval": async () => {
    const { id, lines } = await newProject();
    await answered(`PUT /projects/${id}/budget`, { reason: "Prisene steg", lines });
    return { path: `/projects/${id}/budget/approval` };
  },
  "PUT /projects/{id}/budget/forecasts": async () => {
    const { id, travel } = await newProject();
    return { path: `/projects/${id}/budget/forecasts`, body: { forecasts: [{ lineId: travel, amountOre: 300_000 }] } };
  },
  "POST /projects/{id}/fundings": async () => ({
    path: `/projects/${(await newProject()).id}/fundings`,
    body: { funder: "Lillestrøm kommune", decidedOn: "2026-02-02", amountOre: 100 },
  }),
  "PATCH /fundings/{id}": async () => ({ path: `/fundings/${(await newProject()).funding}`, body: { reference: "26/77" } }),
  "POST /fundings/{id}/receipts": async () => {
    const { funding, receipt } = await newProject();
    return { path: `/fundings/${funding}/receipts`, body: { corrects: receipt, reason: "Ført to ganger" } };
  },
  "POST /fundings/{id}/deadlines": async () => ({
    path: `/fundings/${(await newProject()).funding}/deadlines`,
    body: { kind: "accounts", dueOn: "2027-02-01" },
  }),
  "PATCH /funding-deadlines/{id}": async () => ({
    path: `/funding-deadlines/${(await newProject()).deadline}`,
    body: { doneOn: "2026-11-20" },
  }),
  "PUT /projects/{id}/rates": async () => {
    const { id, worker } = await newProject();
    return { path: `/projects/${id}/rates`, body: { personId: worker, from: "2026-06-01", rateOre: 42_000 } };
  },
  "PUT /projects/{id}/hours": async () => {
    const { id, hours, worker } = await newProject();
    return { path: `/projects/${id}/hours`, body: { days: [{ lineId: hours, day: "2026-11-16", minutes: 60 }] }, by: worker };
  },
  "PUT /projects/{id}/hours/approval": async () => {
    const { id, hours, worker } = await newProject();
    await visitors.as(worker).put(`/projects/${id}/hours`, { days: [{ lineId: hours, day: "2026-11-16", minutes: 60 }] });
    return { path: `/projects/${id}/hours/approval`, body: { personId: worker, from: "2026-11-16", until: "2026-11-16" } };
  },
  "POST /projects/{id}/expenses": async () => {
    const { id, travel } = await newProject();
    return { path: `/projects/${id}/expenses`, body: { lineId: travel, day: "2026-05-01", text: "Buss", amountOre: 9_900 } };
  },
  "PUT /project-expenses/{id}/correction": async () => ({
    path: `/project-expenses/${(await newProject()).expense}/correction`,
    body: { reason: "Feil prosjekt" },
  }),
  "POST /projects/{id}/files": async () => {
    const { id, expense } = await newProject();
    return { path: `/projects/${id}/files?kind=receipt&expense=${expense}`, form: aReceipt() };
  },
  "POST /fundings/{id}/changes": async () => {
    const { funding, deadline } = await newProject();
    return { path: `/fundings/${funding}/changes`, body: { reason: "Utsatt", deadlines: [{ id: deadline, dueOn: "2027-06-01" }] } };
  },
  "POST /fundings/{id}/report-packs": async () => ({
    path: `/fundings/${(await newProject()).funding}/report-packs`,
    body: { from: "2026-01-01", to: "2026-03-31" },
  }),
  "PATCH /report-packs/{id}": async () => ({ path: `/report-packs/${(await newProject()).pack}`, body: { narrative: "Et halvt år" } }),
  "PUT /report-packs/{id}/sending": async () => ({ path: `/report-packs/${await newWrittenPack()}/sending` }),
  "PUT /report-packs/{id}/acceptance": async () => {
    const pack = await newWrittenPack();
    await answered(`PUT /report-packs/${pack}/sending`);
    return { path: `/report-packs/${pack}/acceptance`, body: { on: "2026-11-20" } };
  },
  "POST /report-packs/{id}/answers": async () => {
    const { pack, funding } = await newProject();
    await answered(`PATCH /report-packs/${pack}`, { narrative: "Et halvt år" });
    await answered(`PUT /report-packs/${pack}/sending`);
    await decidedHere(installation.db, funding, blender.organizationId, (await newReview()).path.split("/").at(-1) ?? "");
    return { path: `/report-packs/${pack}/answers`, body: { kind: "returned", remark: "Hva kom ut av det?", dueOn: "2027-01-15" } };
  },
  "POST /organizations/{id}/state-aid": async () => ({ path: "/organizations/workwork/state-aid", body: anAward }),
  "PUT /state-aid/{id}/correction": async () => {
    const { items } = (await answered("POST /organizations/workwork/state-aid", { ...anAward, grantedOn: "2026-11-20" })) as {
      items: { id: string }[];
    };
    return { path: `/state-aid/${items[0]?.id}/correction`, body: { reason: "Ble trukket" } };
  },
  "POST /organizations/{id}/stories": async () => ({ path: "/organizations/workwork/stories", body: { title: { nb: "Garasjen" } } }),
  "PATCH /stories/{id}": async () => ({ path: `/stories/${(await newStory()).id}`, body: { title: { nb: "Loftet" } } }),
  "DELETE /stories/{id}": async () => ({ path: `/stories/${(await newStory()).id}` }),
  "PUT /stories/{id}/photo": async () => ({ path: `/stories/${(await newStory()).id}/photo`, form: await photo() }),
  "DELETE /stories/{id}/photo": async () => {
    const { id } = await newStory();
    await answered(`PUT /stories/${id}/photo`, await photo());
    return { path: `/stories/${id}/photo` };
  },
  "POST /stories/{id}/people": async () => ({ path: `/stories/${(await newStory()).id}/people`, body: inAStory() }),
  "DELETE /stories/{id}/people/{personId}": async () => {
    const { id, person } = await newStory();
    return { path: `/stories/${id}/people/${person}` };
  },
  "PUT /stories/{id}/people/{personId}/request": async () => {
    const { id, person } = await newStory();
    return { path: `/stories/${id}/people/${person}/request` };
  },
  "PUT /story-consents/{secret}/answer": async () => {
    const secret = consentLink(installation.settings, (await newStory()).person);
    return { path: `/story-consents/${secret}/answer`, body: { answer: "given", contentVersion: 1 }, by: null };
  },
  "PUT /organizations/{id}/county": async () => ({ path: "/organizations/workwork/county", body: { county: null } }),
  "POST /national-survival": async () => ({
    path: "/national-survival",
    body: { legalForm: "AS", cohort: 2019, horizonYears: 5, percent: 57, source: "SSB", sourceOn: "2026-11-30" },
  }),
  "DELETE /national-survival/{legalForm}/{cohort}/{horizonYears}": async () => ({ path: "/national-survival/ENK/2018/5" }),
  "POST /organizations/{id}/regions": async () => {
    const lillestrom = { number: "3205", name: "Lillestrøm", name_no: "Lillestrøm", county_number: "32", valid_from: "2024-01-01" };
    await installation.db
      .insertInto("municipalities")
      .values(lillestrom)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return {
      path: "/organizations/workwork/regions",
      body: { name: "Nabolaget", municipalities: ["Lillestrøm"], recordedOn: "2024-01-01" },
    };
  },
  "PATCH /regions/{id}": async () => ({ path: `/regions/${await newRegion()}`, body: { name: "Nabolag" } }),
  "PUT /regions/{id}/opening": async () => ({ path: `/regions/${await newRegion()}/opening`, body: { isOpened: true } }),
  "DELETE /regions/{id}": async () => ({ path: `/regions/${await newRegion()}` }),
  "POST /organizations/{id}/reports": async () => ({ path: "/organizations/workwork/reports", body: aReport }),
  "PATCH /reports/{id}": async () => ({ path: `/reports/${await newReport()}`, body: { lead: { nb: "Et år" } } }),
  "DELETE /reports/{id}": async () => ({ path: `/reports/${await newReport()}` }),
  "PUT /reports/{id}/publication": async () => ({ path: `/reports/${await newReport()}/publication` }),
  "POST /reports/{id}/editions": async () => {
    const report = await newReport();
    await answered(`PUT /reports/${report}/publication`);
    return { path: `/reports/${report}/editions`, body: { reason: "Ett medlem var talt to ganger" } };
  },
  "PATCH /events/{id}": async () => ({ path: `/events/${(await newTicket()).event}`, body: { place: "Loftet" } }),
  "POST /events/{id}/invitations": async () => ({
    path: `/events/${(await newTicket()).event}/invitations`,
    body: { people: [{ email: newAddress() }] },
  }),
  "DELETE /events/{id}/invitations/{personId}": async () => {
    const event = await operatorInvited();
    return { path: `/events/${event}/invitations/${operator}` };
  },
  "PUT /events/{id}/invitation": async () => ({ path: `/events/${await operatorInvited()}/invitation`, body: { declined: true } }),
  "PUT /events/{id}/questions": async () => ({ path: `/events/${(await newTicket()).event}/questions`, body: { questions: [] } }),
  "PUT /registrations/{id}/answers": async () => ({ path: `/registrations/${await newRegistration()}/answers`, body: { answers: {} } }),
  "PUT /events/{id}/cancellation": async () => ({ path: `/events/${(await newTicket()).event}/cancellation`, body: { reason: "Storm" } }),
  "POST /event-parents": async () => ({ path: "/event-parents", body: aFestival() }),
  "POST /event-parents/{id}/events": async () => ({
    path: `/event-parents/${(await newParent()).id}/events`,
    body: { events: aFestival().events },
  }),
  "POST /event-parents/{id}/registrations": async () => {
    const { id, events } = await newParent();
    return { path: `/event-parents/${id}/registrations`, body: { events: [{ event: events[0]?.id }] } };
  },
  "PATCH /events/{id}/following": async () => {
    const { organization: _, ...event } = breakfast;
    const body = { ...aFestival(), kind: "series", recurrence: "FREQ=WEEKLY;COUNT=2", events: [event] };
    const { events } = (await answered("POST /event-parents", body)) as { events: { id: string }[] };
    return { path: `/events/${events[0]?.id}/following`, body: { place: "Loftet" } };
  },
  "POST /events/{id}/partners": async () => ({ path: `/events/${(await newTicket()).event}/partners`, body: aPartner }),
  "POST /event-parents/{id}/partners": async () => ({ path: `/event-parents/${(await newParent()).id}/partners`, body: aPartner }),
  "DELETE /event-partners/{id}": async () => ({ path: `/event-partners/${await newPartner()}` }),
  "POST /event-partners/{id}/exposures": async () => ({
    path: `/event-partners/${await newPartner()}/exposures`,
    body: { kind: "stage", shownOn: "2026-12-03" },
  }),
  "PUT /tickets/{id}/double-settlement": async () => {
    const { ticket } = await newTicket();
    const scans = [doorScan(), doorScan()];
    for (const scan of scans) await answered(`PUT /tickets/${ticket}/check-in`, scan);
    return { path: `/tickets/${ticket}/double-settlement`, body: { stands: scans[1]?.nonce, as: "mistake", note: "Feil billett" } };
  },
  "POST /events/{id}/ticket-types": async () => ({
    path: `/events/${(await newTicket()).event}/ticket-types`,
    body: { name: "Middag", newQuotas: [{ name: "Spisesalen", size: 8 }] },
  }),
  "PATCH /events/{id}/ticket-types/{type}": async () => {
    const { event, type } = await newTicket();
    return { path: `/events/${event}/ticket-types/${type}`, body: { name: "Stol" } };
  },
  "PATCH /events/{id}/ticket-types/{type}/alike": async () => {
    const { events } = await newParent();
    const { items } = (await answered(`GET /events/${events[0]?.id}/ticket-types`)) as { items: { id: string }[] };
    return { path: `/events/${events[0]?.id}/ticket-types/${items[0]?.id}/alike`, body: { mostPlaces: 4 } };
  },
  "POST /events/{id}/ticket-types/alike": async () => ({
    path: `/events/${(await newParent()).events[0]?.id}/ticket-types/alike`,
    body: { name: "Middag", newQuotas: [{ name: "Spisesalen", size: 8 }] },
  }),
  "PUT /events/{id}/ticket-types/{type}/closing/alike": async () => {
    const { events } = await newParent();
    const { items } = (await answered(`GET /events/${events[0]?.id}/ticket-types`)) as { items: { id: string }[] };
    return { path: `/events/${events[0]?.id}/ticket-types/${items[0]?.id}/closing/alike` };
  },
  "DELETE /events/{id}/ticket-types/{type}/alike": async () => {
    const { events } = await newParent();
    const kind = { name: "Middag", newQuotas: [{ name: "Spisesalen", size: 8 }] };
    const { items } = (await answered(`POST /events/${events[0]?.id}/ticket-types`, kind)) as { items: { id: string }[] };
    return { path: `/events/${events[0]?.id}/ticket-types/${items.at(-1)?.id}/alike` };
  },
  "POST /events/{id}/co-hosts/alike": async () => ({
    path: `/events/${(await newParent()).events[0]?.id}/co-hosts/alike`,
    body: { organization: "blender" },
  }),
  "DELETE /events/{id}/co-hosts/{organization}/alike": async () => {
    const { events } = await newParent();
    await answered(`POST /events/${events[0]?.id}/co-hosts/alike`, { organization: "blender" });
    return { path: `/events/${events[0]?.id}/co-hosts/blender/alike` };
  },
  "PUT /events/{id}/ticket-types/{type}/closing": async () => {
    const { event, type } = await newTicket();
    return { path: `/events/${event}/ticket-types/${type}/closing` };
  },
  "DELETE /events/{id}/ticket-types/{type}": async () => {
    const { event } = await newTicket();
    const kind = { name: "Middag", newQuotas: [{ name: "Spisesalen", size: 8 }] };
    const { items } = (await answered(`POST /events/${event}/ticket-types`, kind)) as { items: { id: string }[] };
    return { path: `/events/${event}/ticket-types/${items.at(-1)?.id}` };
  },
  "POST /events/{id}/co-hosts": async () => ({ path: `/events/${(await newTicket()).event}/co-hosts`, body: { organization: "blender" } }),
  "DELETE /events/{id}/co-hosts/{organization}": async () => {
    const { event } = await newTicket();
    await answered(`POST /events/${event}/co-hosts`, { organization: "blender" });
    return { path: `/events/${event}/co-hosts/blender` };
  },
  "POST /events/{id}/rooms": async () => ({ path: `/events/${(await newTicket()).event}/rooms`, body: { rooms: [aRoom] } }),
  "DELETE /events/{id}/rooms/{room}": async () => {
    const { event, room } = await newTravelRoom();
    return { path: `/events/${event}/rooms/${room}` };
  },
  "PUT /tickets/{id}/room": async () => {
    const { ticket, room } = await newTravelRoom();
    return { path: `/tickets/${ticket}/room`, body: { roomId: room } };
  },
  "POST /events/{id}/sessions": async () => ({ path: `/events/${(await newTicket()).event}/sessions`, body: aSession }),
  "PUT /events/{id}/sessions/{session}": async () => ({ path: (await newEventSession()).path, body: aSession }),
  "DELETE /events/{id}/sessions/{session}": async () => ({ path: (await newEventSession()).path }),
  "PUT /tickets/{id}/sessions/{session}": async () => {
    const { ticket, id } = await newEventSession();
    return { path: `/tickets/${ticket}/sessions/${id}`, body: doorScan() };
  },
  "POST /events/{id}/arrivals": async () => {
    const { event, type } = await newTicket();
    return { path: `/events/${event}/arrivals`, body: { ...doorScan(), ticketTypeId: type, name: "Kari N.", email: newAddress() } };
  },
  "PUT /events/{id}/letters/{about}/words": async () => ({
    path: `/events/${(await newTicket()).event}/letters/reminder/words`,
    body: { nb: "Ta med kopp" },
  }),
  "PUT /events/{id}/survey": async () => ({ path: `/events/${(await newTicket()).event}/survey`, body: {} }),
  "PUT /tickets/{id}/check-in": async () => ({ path: `/tickets/${(await newTicket()).ticket}/check-in`, body: doorScan() }),
  "PUT /tickets/{id}/check-out": async () => ({ path: `/tickets/${await usedTicket()}/check-out`, body: doorScan() }),
  "PUT /tickets/{id}/check-in/undoing": async () => ({
    path: `/tickets/${await usedTicket()}/check-in/undoing`,
    body: { nonce: newId() },
  }),
  "PUT /tickets/{id}/cancellation": async () => ({ path: `/tickets/${(await newTicket()).ticket}/cancellation` }),
  "PUT /tickets/{id}/holder": async () => ({ path: `/tickets/${(await newTicket()).ticket}/holder`, body: { name: "Bo Dahl" } }),
  "POST /programs": async () => ({ path: "/programs", body: aProgram() }),
  "PATCH /programs/{id}": async () => ({ path: `/programs/${(await newEnrollment()).program}`, body: { kind: "accelerator" } }),
  "POST /programs/{id}/cohorts": async () => ({
    path: `/programs/${(await newEnrollment()).program}/cohorts`,
    body: { name: "2024", from: "2024-01-01", until: "2024-12-31" },
  }),
  "POST /programs/{id}/targets": async () => ({ path: `/programs/${(await newEnrollment()).program}/targets`, body: aTarget }),
  "DELETE /programs/{id}/targets/{targetId}": async () => {
    const { program } = await newEnrollment();
    const { targets } = (await answered(`POST /programs/${program}/targets`, aTarget)) as { targets: { id: string }[] };
    return { path: `/programs/${program}/targets/${targets[0]?.id}` };
  },
  "POST /programs/{id}/enrollments": async () => ({
    path: `/programs/${(await newEnrollment()).program}/enrollments`,
    body: { organization: "workwork", intake: "2024-02-01" },
  }),
  "POST /programs/{id}/observations": async () => ({
    path: `/programs/${(await newEnrollment()).program}/observations`,
    body: { organization: "blender", date: "2026-11-01", jobsHeads: 3 },
  }),
  "PATCH /enrollments/{id}": async () => ({ path: `/enrollments/${(await newEnrollment()).id}`, body: { legalForm: "AS" } }),
  "POST /enrollments/{id}/milestones": async () => ({
    path: `/enrollments/${(await newEnrollment()).id}/milestones`,
    body: { title: "Første kunde" },
  }),
  "PUT /enrollments/{id}/milestones/{milestoneId}/reaching": async () => {
    const { id } = await newEnrollment();
    const { milestones } = (await answered(`POST /enrollments/${id}/milestones`, { title: "Første kunde" })) as {
      milestones: { id: string }[];
    };
    return { path: `/enrollments/${id}/milestones/${milestones[0]?.id}/reaching`, body: { reachedOn: "2026-11-01", evidence: "Kontrakt" } };
  },
  "POST /enrollments/{id}/notes": async () => ({ path: `/enrollments/${(await newEnrollment()).id}/notes`, body: { text: "Ringte dem." } }),
  "PUT /enrollments/{id}/notes/{noteId}/sharing": async () => {
    const { id } = await newEnrollment();
    const { notes } = (await answered(`POST /enrollments/${id}/notes`, { text: "Ringte dem." })) as { notes: { id: string }[] };
    return { path: `/enrollments/${id}/notes/${notes[0]?.id}/sharing`, body: { isShared: true } };
  },
  "PUT /enrollments/{id}/observations/{observationId}/taking-back": async () => {
    const { program, id } = await newEnrollment();
    const told = { organization: "blender", date: "2026-11-01", jobsHeads: 7 };
    const { id: observation } = (await answered(`POST /programs/${program}/observations`, told)) as { id: string };
    return { path: `/enrollments/${id}/observations/${observation}/taking-back`, body: { reason: "Feil dag" } };
  },
  "PUT /observation-links/{secret}/observation": async () => {
    const { id } = await newEnrollment();
    const secret = observationLink(installation.settings, id, "2026-11-20");
    return { path: `/observation-links/${secret}/observation`, body: { jobsHeads: 3 }, by: null };
  },
  "POST /events": async () => ({ path: "/events", body: breakfast }),
  "POST /events/{id}/registrations": async () => {
    const { id, ticketTypes } = (await answered("POST /events", breakfast)) as { id: string; ticketTypes: { id: string }[] };
    return { path: `/events/${id}/registrations`, body: { ticketTypeId: ticketTypes[0]?.id } };
  },
  "PUT /registrations/{id}/cancellation": async () => ({ path: `/registrations/${await newRegistration()}/cancellation` }),
  "PUT /registrations/{id}/approval": async () => ({ path: `/registrations/${await askedRegistration()}/approval` }),
  "PUT /registrations/{id}/refusal": async () => ({
    path: `/registrations/${await askedRegistration()}/refusal`,
    body: { reason: "Fullt" },
  }),
  "PUT /registrations/{id}/confirmation": async () => ({ path: `/registrations/${await newRegistration()}/confirmation` }),
  "POST /calls": async () => ({ path: "/calls", body: award }),
  "PATCH /calls/{id}": async () => ({ path: `/calls/${await made("POST /calls", award)}`, body: { graceMinutes: 5 } }),
  "POST /calls/{id}/submissions": async () => ({ path: `/calls/${await made("POST /calls", award)}/submissions`, body: {} }),
  "PATCH /submissions/{id}": async () => ({ path: await newSubmission(), body: { title: "Dør" } }),
  "PUT /submissions/{id}/delivery": async () => ({ path: `${await newSubmission()}/delivery` }),
  "PUT /submissions/{id}/withdrawal": async () => ({ path: `${await newSubmission()}/withdrawal` }),
  "PUT /submissions/{id}/files/{question}": async () => {
    const form = new FormData();
    form.set("file", new File(["%PDF-1.7"], "plan.pdf"));
    return { path: `${await newSubmission()}/files/plan`, form };
  },
  "PUT /submissions/{id}/decision": async () => {
    const { call, path } = await newReview();
    await answered(`PUT /calls/${call}/phases/1/closing`);
    return { path: `${path}/decision`, body: { outcome: "reserve" } };
  },
  "PUT /submissions/{id}/reviews/{juror}": async () => ({
    path: `${(await newReview()).path}/reviews/${operator}`,
    body: { conflict: "none", comment: "Fint" },
  }),
  "PUT /submissions/{id}/reviews/{juror}/conflict": async () => ({
    path: `${(await newReview()).path}/reviews/${operator}/conflict`,
    body: { conflict: "conflict", reason: "Søster" },
  }),
  "PUT /calls/{id}/phases/{number}": async () => ({
    path: `/calls/${await made("POST /calls", award)}/phases/1`,
    body: award.phases[0],
  }),
  "DELETE /calls/{id}/phases/{number}": async () => ({ path: `/calls/${await made("POST /calls", award)}/phases/1` }),
  "PUT /calls/{id}/phases/{number}/opening": async () => ({
    path: `/calls/${await made("POST /calls", award)}/phases/1/opening`,
    body: {},
  }),
  "PUT /calls/{id}/phases/{number}/closing": async () => ({ path: `/calls/${(await newReview()).call}/phases/1/closing` }),
  "POST /calls/{id}/jurors": async () => ({
    path: `/calls/${await made("POST /calls", award)}/jurors`,
    body: { name: "Jo Jury", email: newAddress() },
  }),
  "DELETE /calls/{id}/jurors/{juror}": async () => ({ path: `/calls/${(await newReview()).call}/jurors/${operator}` }),
  "POST /calls/{id}/decision-letters": async () => {
    const { call, path } = await newReview();
    await answered(`PUT /calls/${call}/phases/1/closing`);
    await answered(`PUT ${path}/decision`, { outcome: "reserve" });
    return { path: `/calls/${call}/decision-letters`, body: { submissionIds: [path.split("/").at(-1)] } };
  },
  "PUT /calls/{id}/vote-window": async () => {
    const { call, ballot } = await newBallot();
    return { path: `/calls/${call}/vote-window`, body: { isOpen: true, ballot } };
  },
  "PUT /calls/{id}/vote": async () => {
    const { call, ballot, ticket, code } = await newBallot();
    await answered(`PUT /calls/${call}/vote-window`, { isOpen: true, ballot });
    await answered(`PUT /tickets/${ticket}/check-in`, doorScan());
    return { path: `/calls/${call}/vote`, body: { ticket: code, submissionId: ballot[0] }, by: null };
  },
  "POST /spaces/{id}/visits": async () => ({ path: "/spaces/workwork/visits", body: await aVisitor() }),
  "PATCH /visits/{id}": async () => ({ path: `/visits/${await newVisit()}`, body: { name: "Kari N." } }),
  "PUT /visits/{id}/cancellation": async () => ({ path: `/visits/${await newVisit()}/cancellation` }),
  "PUT /visits/{id}/arrival": async () => ({ path: `/visits/${await newVisit()}/arrival` }),
  "PUT /visits/{id}/departure": async () => {
    const visit = await newVisit();
    await answered(`PUT /visits/${visit}/arrival`);
    return { path: `/visits/${visit}/departure` };
  },
  "PUT /spaces/{id}/visitor-terms": async () => ({
    path: "/spaces/workwork/visitor-terms",
    body: { takesUnexpected: true, asksForRules: false, keptDays: 14 },
  }),
  "PUT /spaces/{id}/kiosk-name": async () => ({
    path: "/spaces/workwork/kiosk-name",
    body: { isShown: true },
    by: await aColleague(),
  }),
  "POST /displays/{secret}/visits": async () => {
    const visitedId = await aColleague();
    await visitors.as(visitedId).put("/spaces/workwork/kiosk-name", { isShown: true });
    return { path: `/displays/${await newKiosk()}/visits`, body: { id: newId(), name: "Per Ukjent", visitedId }, by: null };
  },
  "PUT /displays/{secret}/visits/{id}/arrival": async () => ({
    path: `/displays/${await newKiosk()}/visits/${await newVisit()}/arrival`,
    body: {},
    by: null,
  }),
  "PUT /displays/{secret}/notes/{id}": async () => ({
    path: `/displays/${await newKiosk()}/notes/${newId()}`,
    body: { kind: "arrival", name: "Per Ukjent", secondsAgo: 60 },
    by: null,
  }),
  "PUT /displays/{secret}/visits/{id}/departure": async () => {
    const visit = await newVisit();
    await answered(`PUT /visits/${visit}/arrival`);
    return { path: `/displays/${await newKiosk()}/visits/${visit}/departure`, by: null };
  },
  "POST /organizations/{id}/certifications": async () => ({
    path: "/organizations/workwork/certifications",
    body: { names: { nb: "Laser" } },
  }),
  "PUT /certifications/{id}/recognitions/{recognisedId}": async () => ({
    path: `/certifications/${await newCertification()}/recognitions/${await newCertification()}`,
  }),
  "DELETE /certifications/{id}/recognitions/{recognisedId}": async () => ({
    path: `/certifications/${await newCertification()}/recognitions/${await newCertification()}`,
  }),
  "POST /certifications/{id}/certificates": async () => ({
    path: `/certifications/${await newCertification()}/certificates`,
    body: { personId: guest },
  }),
  "PUT /certificates/{id}/withdrawal": async () => ({
    path: `/certificates/${await made(`POST /certifications/${await newCertification()}/certificates`, { personId: guest })}/withdrawal`,
    body: { reason: "Gikk fra maskinen" },
  }),
  "POST /spaces/{id}/inductions": async () => ({ path: "/spaces/workwork/inductions", body: await induction() }),
  "PUT /inductions/{id}/sign-ups/{personId}": async () => ({ path: `/inductions/${await newInduction()}/sign-ups/${guest}` }),
  "DELETE /inductions/{id}/sign-ups/{personId}": async () => {
    const id = await newInduction();
    await answered(`PUT /inductions/${id}/sign-ups/${guest}`);
    return { path: `/inductions/${id}/sign-ups/${guest}` };
  },
  "PUT /inductions/{id}/results": async () => {
    const id = await newInduction({ startsAt: "2026-11-23T09:00:00+01:00", endsAt: "2026-11-23T10:00:00+01:00" });
    await answered(`PUT /inductions/${id}/sign-ups/${guest}`);
    return { path: `/inductions/${id}/results`, body: { results: [{ personId: guest, outcome: "passed" }] } };
  },
  "PUT /resources/{id}/outage": async () => ({ path: `/resources/${await newRoom()}/outage`, body: outage }),
  "DELETE /resources/{id}/outage": async () => {
    const room = await newRoom();
    await answered(`PUT /resources/${room}/outage`, outage);
    return { path: `/resources/${room}/outage` };
  },

  "POST /spaces/{id}/hires": async () => ({ path: "/spaces/workwork/hires", body: await hireWish(), by: null }),
  "PUT /hire-links/{secret}/proof": async () => ({ path: `/hire-links/${(await newHire("unproven")).secret}/proof`, by: null }),
  "PUT /hire-links/{secret}/acceptance": async () => ({
    path: `/hire-links/${(await newHire("quoted")).secret}/acceptance`,
    body: { termsVersion: 1 },
    by: null,
  }),
  "PUT /hire-links/{secret}/withdrawal": async () => ({
    path: `/hire-links/${(await newHire("asked")).secret}/withdrawal`,
    body: {},
    by: null,
  }),
  "PUT /hire-links/{secret}/cancellation": async () => ({
    path: `/hire-links/${(await newHire("accepted")).secret}/cancellation`,
    body: {},
    by: null,
  }),
  "POST /hire-links/{secret}/messages": async () => ({
    path: `/hire-links/${(await newHire("asked")).secret}/messages`,
    body: { text: "Hei" },
    by: null,
  }),
  "PUT /hires/{id}/quote": async () => {
    const { id, room } = await newHire("asked");
    return { path: `/hires/${id}/quote`, body: hireQuote(room) };
  },
  "DELETE /hires/{id}/quote": async () => ({ path: `/hires/${(await newHire("quoted")).id}/quote` }),
  "PUT /hires/{id}/declination": async () => ({ path: `/hires/${(await newHire("asked")).id}/declination`, body: { reason: "Fullt" } }),
  "PUT /hires/{id}/cancellation": async () => ({
    path: `/hires/${(await newHire("accepted")).id}/cancellation`,
    body: { reason: "Lekkasje" },
  }),
  "PUT /hires/{id}/time": async () => {
    const { id } = await newHire("accepted");
    const hire = await installation.db.selectFrom("hires").select(["starts_at", "ends_at"]).where("id", "=", id).executeTakeFirstOrThrow();
    const [startsAt, endsAt] = [hire.starts_at, hire.ends_at].map((moment) => moment.add({ hours: 24 }).toString());
    return { path: `/hires/${id}/time`, body: { startsAt, endsAt, reason: "Lekkasje", isWished: false } };
  },
  "POST /hires/{id}/messages": async () => ({ path: `/hires/${(await newHire("asked")).id}/messages`, body: { text: "Hei" } }),
  "PUT /spaces/{id}/hire-rooms": async () => {
    await hireTerms();
    return { path: "/spaces/workwork/hire-rooms", body: { rooms: [await newRoom()] } };
  },
  "POST /spaces/{id}/hire-terms": async () => ({
    path: "/spaces/blender/hire-terms",
    body: { texts: { nb: "Rydd." }, freeDays: 7, feePercent: 50 },
  }),
  "POST /spaces/{id}/hire-extras": async () => ({ path: "/spaces/workwork/hire-extras", body: hireExtra }),
  "DELETE /spaces/{id}/hire-extras/{extraId}": async () => {
    const { body } = await visitors.as(operator).post("/spaces/workwork/hire-extras", hireExtra);
    return { path: `/spaces/workwork/hire-extras/${body.extras.at(-1)?.id}` };
  },

  "POST /production-orders": async () => ({ path: "/production-orders", body: await order(), by: guest }),
  "PATCH /production-orders/{id}": async () => ({ path: `/production-orders/${await newOrder()}`, body: { quantity: 2 }, by: guest }),
  "PUT /production-orders/{id}/state": async () => ({
    path: `/production-orders/${await newOrder()}/state`,
    body: { state: "declined" },
  }),
  "PUT /production-orders/{id}/stop": async () => {
    const id = await newOrder();
    await installation.db.updateTable("production_orders").set({ state: "in_production", quoted_ore: 100 }).where("id", "=", id).execute();
    return { path: `/production-orders/${id}/stop`, body: { reason: "Laseren er ødelagt" } };
  },
  "POST /production-orders/{id}/files": async () => ({ path: `/production-orders/${await newOrder()}/files`, form: drawing(), by: guest }),
  "DELETE /production-orders/{id}/files/{fileId}": async () => {
    const id = await newOrder();
    const { body } = await visitors.as(guest).post(`/production-orders/${id}/files`, drawing());
    return { path: `/production-orders/${id}/files/${body.files[0].id}`, by: guest };
  },
  "POST /production-orders/{id}/photos": async () => {
    const id = await newOrder();
    await visitors.as(guest).patch(`/production-orders/${id}`, { photosAllowed: true });
    const form = new FormData();
    form.set("file", (await photo()).get("file") as File);
    return { path: `/production-orders/${id}/photos`, form };
  },
  "POST /production-orders/{id}/messages": async () => ({
    path: `/production-orders/${await newOrder()}/messages`,
    body: { text: "Hei" },
    by: guest,
  }),
  "POST /production-orders/{id}/lines": async () => ({ path: `/production-orders/${await newOrder()}/lines`, body: line }),
  "DELETE /production-orders/{id}/lines/{lineId}": async () => {
    const id = await newOrder();
    const { body } = await visitors.as(operator).post(`/production-orders/${id}/lines`, line);
    return { path: `/production-orders/${id}/lines/${body.lines[0].id}` };
  },
  "POST /production-orders/{id}/machine-times": async () => ({
    path: `/production-orders/${await newOrder()}/machine-times`,
    body: { ...tuesdayAtTen, resourceId: await newRoom() },
  }),
  "POST /spaces/{id}/consumables": async () => ({ path: "/spaces/workwork/consumables", body: consumable() }),
  "POST /spaces/{id}/consumables/{consumableId}/movements": async () => {
    const { body } = await visitors.as(operator).post("/spaces/workwork/consumables", consumable());
    return { path: `/spaces/workwork/consumables/${body.items[0].id}/movements`, body: { kind: "received", amount: 2 } };
  },

  "PATCH /spaces/{id}/consumables/{consumableId}": async () => {
    const { body } = await visitors.as(operator).post("/spaces/workwork/consumables", consumable());
    return { path: `/spaces/workwork/consumables/${body.items[0].id}`, body: { priceOre: 200 } };
  },
  "POST /spaces/{id}/consultations": async () => ({ path: "/spaces/workwork/consultations", body: consultation }),
  "PUT /consultations/{id}/exceptions/{day}": async () => ({
    path: `/consultations/${await newConsultation()}/exceptions/2026-12-01`,
    body: { reason: "Messe" },
  }),
  "DELETE /consultations/{id}/exceptions/{day}": async () => {
    const id = await newConsultation();
    await visitors.as(operator).put(`/consultations/${id}/exceptions/2026-12-01`, {});
    return { path: `/consultations/${id}/exceptions/2026-12-01` };
  },
  "PUT /consultations/{id}/ending": async () => ({
    path: `/consultations/${await newConsultation()}/ending`,
    body: { until: "2026-12-24" },
  }),
  "POST /consultations/{id}/appointments": async () => ({
    path: `/consultations/${await newConsultation()}/appointments`,
    body: { startsAt: "2026-12-01T17:00:00+01:00" },
  }),
  "PUT /appointments/{id}/cancellation": async () => {
    const asked = { startsAt: "2026-12-08T17:00:00+01:00" };
    const { body } = await visitors.as(guest).post(`/consultations/${await newConsultation()}/appointments`, asked);
    return { path: `/appointments/${body.id}/cancellation`, body: {} };
  },

  "POST /spaces/{id}/photos": async () => ({ path: "/spaces/workwork/photos", form: await photo() }),
  "PATCH /spaces/{id}/photos/{photoId}": async () => ({
    path: `/spaces/workwork/photos/${await newPhoto()}`,
    body: { texts: { nb: "Døra" } },
  }),
  "DELETE /spaces/{id}/photos/{photoId}": async () => ({ path: `/spaces/workwork/photos/${await newPhoto()}` }),
  "PUT /spaces/{id}/photo-order": async () => {
    await installation.db.deleteFrom("space_photos").execute();
    return { path: "/spaces/workwork/photo-order", body: { photoIds: [await newPhoto()] } };
  },

  "POST /spaces/{id}/proof-codes/verification": async () => {
    await answered("POST /spaces/blender/proof-codes", { email: "amina.larsen@example.test" });
    // what the others announced waits to be delivered to an address nobody answers at
    await doWhatIsDue(installation, { only: ["exchange.send-proof-code"] });
    const letter = await installation.db
      .selectFrom("letters")
      .select("body_text")
      .where("letter_key", "like", "proof-code/%")
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow();
    const code = /\b\d{6}\b/.exec(letter.body_text)?.[0];
    return { path: "/spaces/blender/proof-codes/verification", body: { email: "amina.larsen@example.test", code }, by: guest };
  },
  "PUT /day-passes/{id}/acceptance": async () => {
    const id = await newPass();
    const offer = { space_id: workwork.id, pass_id: id, offered_at: installation.now(), expires_at: installation.now().add({ hours: 2 }) };
    await installation.db.updateTable("day_passes").set({ state: "offered" }).where("id", "=", id).execute();
    await installation.db.insertInto("offers").values(offer).execute();
    return { path: `/day-passes/${id}/acceptance` };
  },
  "PUT /day-passes/{id}/answer": async () => {
    const id = await newPass();
    await installation.db.updateTable("day_passes").set({ state: "waiting", waits_for: "host" }).where("id", "=", id).execute();
    return { path: `/day-passes/${id}/answer`, body: { accept: true } };
  },
  "PUT /day-passes/{id}/seat": async () => {
    const id = await newPass();
    const day = "2026-11-23";
    await installation.db.insertInto("guest_days").values({ space_id: workwork.id, day, capacity: 4, taken: 0 }).execute();
    await installation.db.updateTable("day_passes").set({ day, state: "waiting", waits_for: "seat" }).where("id", "=", id).execute();
    return { path: `/day-passes/${id}/seat`, body: { nonce: newId() } };
  },
  "PUT /day-passes/{id}/check-in": async () => ({ path: `/day-passes/${await newPass()}/check-in`, body: scan() }),
  "PUT /day-passes/{id}/check-in/undoing": async () => {
    const id = await newPass();
    await answered(`PUT /day-passes/${id}/check-in`, scan());
    return { path: `/day-passes/${id}/check-in/undoing`, body: { nonce: newId() } };
  },
  "PUT /day-passes/{id}/duties/{dutyId}": async () => {
    const { id: duty } = await installation.db
      .insertInto("host_duties")
      .values({ space_id: workwork.id, id: newId(), place_in_order: 1, texts: JSON.stringify({ nb: "Vis rundt" }) })
      .returning("id")
      .executeTakeFirstOrThrow();
    return { path: `/day-passes/${await newPass()}/duties/${duty}`, body: { isDone: true } };
  },
  "PUT /spaces/{id}/scans/{nonce}/settlement": async () => {
    const [id, again] = [await newPass(), scan()];
    for (const each of [scan(), again]) await answered(`PUT /day-passes/${id}/check-in`, each);
    return { path: `/spaces/workwork/scans/${again.nonce}/settlement`, body: { as: "same_person" } };
  },
  "PUT /spaces/{id}/guest-terms": async () => ({
    path: "/spaces/blender/guest-terms",
    body: { seatsPerWeekday: [4, 4, 4, 4, 4, 4, 4], askFirst: false, closedDays: [] },
  }),
  "POST /signing-keys": async () => ({ path: "/signing-keys" }),

  "POST /networks/{id}/settlements": async () => ({ path: "/networks/kyst/settlements", body: { from: "2026-07-01", to: "2026-10-01" } }),
  "POST /ledger-transactions/{id}/corrections": async () => ({
    path: `/ledger-transactions/${await newTransaction()}/corrections`,
    body: { reason: "Kom ikke" },
  }),
  "PUT /corrections/{id}/decision": async () => {
    const id = await made(`POST /ledger-transactions/${await newTransaction()}/corrections`, { reason: "Kom ikke" });
    return { path: `/corrections/${id}/decision`, body: { accept: false, reason: "Kom likevel" } };
  },
  "POST /networks/{id}/agreement/versions": async () => {
    await network.agreement([workwork], { networkId: await network.organization("innland", { kinds: ["network"] }) });
    return { path: "/networks/innland/agreement/versions" };
  },
  "PUT /networks/{id}/agreement/versions/{version}": async () => ({
    path: `/networks/kyst/agreement/versions/${await newDraft()}`,
    body: wording,
  }),
  "PUT /networks/{id}/agreement/versions/{version}/publication": async () => {
    const version = await newDraft();
    await answered(`PUT /networks/kyst/agreement/versions/${version}`, wording);
    return { path: `/networks/kyst/agreement/versions/${version}/publication`, body: { validFrom: newMonth() } };
  },
  "PUT /spaces/{id}/agreement-acceptances/{version}": async () => {
    const version = await newDraft();
    await answered(`PUT /networks/kyst/agreement/versions/${version}`, wording);
    await answered(`PUT /networks/kyst/agreement/versions/${version}/publication`, { validFrom: newMonth() });
    return { path: `/spaces/blender/agreement-acceptances/${version}?network=kyst` };
  },
  "PUT /spaces/{id}/agreement-withdrawal": async () => ({
    path: "/spaces/blender/agreement-withdrawal?network=kyst",
    body: { from: "2027-12-01" },
  }),
};

const apiKey = { name: "Kalender", scopes: ["read"] };
const webhook = { url: "https://hooks.example/in", topics: ["*"] };
const wording = { texts: { nb: "Avtale", nn: "Avtale", en: "Agreement" }, terms: ordinaryTerms, quotas: [] };
const position = () => ({ role: "contact", person: { name: "Ny Kontakt", email: newAddress() } });
const member = () => ({ email: newAddress(), name: "Nytt Medlem", from: "2026-11-01" });
const candidate = () => ({ name: `Kandidat ${newId()}`, municipalityNumber: "0301" });
const scan = () => ({ nonce: newId(), scannedAt: installation.now().toString(), reason: "Kom en annen dag" });

function deeds(of: TestInstallation) {
  return of.db.selectFrom("audit_log").select(["id", "actor_person_id"]).execute();
}

/** Does a write as the operator, in preparation of another. @returns what was answered, which must have gone well */
async function answered(request: string, body?: unknown): Promise<Record<string, unknown>> {
  const answer = await visitors.as(operator).ask(request, body);
  if (answer.status >= 300) throw new Error(`${request}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return (answer.body ?? {}) as Record<string, unknown>;
}

async function made(request: string, body?: unknown): Promise<string> {
  return String((await answered(request, body)).id);
}

function newAddress(): string {
  return `${randomUUID()}@example.test`;
}

// a day of its own for each
const tuesdayAtTen = { startsAt: "2026-11-24T10:00:00+01:00", endsAt: "2026-11-24T11:00:00+01:00" };

function newRoom(given: { needs_approval?: boolean } = {}): Promise<string> {
  return network.resource(workwork, `Rom ${newId()}`, { booked_by: "everyone", ...given });
}

// the hour that runs
const now = () => ({ startsAt: installation.now().toString(), endsAt: installation.now().add({ hours: 1 }).toString() });

async function feedOfARoom() {
  return { of: "resource", subjectId: await newRoom(), shows: "free_busy" };
}

async function newBooking(asked: { hold?: boolean; startsAt?: string; endsAt?: string } = {}): Promise<string> {
  return await made(`POST /resources/${await newRoom()}/bookings`, { ...tuesdayAtTen, ...asked });
}

/** A screen at the door of a room, by the address it opens. */
async function newScreen(resourceId: string): Promise<{ id: string; secret: string }> {
  const { id, url } = await answered("POST /spaces/workwork/displays", { kind: "door", name: "Ved døra", resourceId });
  return { id: String(id), secret: String(url).split("/").at(-1) ?? "" };
}

/** The secret address of a kiosk at Workwork's entrance. */
async function newKiosk(): Promise<string> {
  const { url } = await answered("POST /spaces/workwork/displays", { kind: "kiosk", name: "Inngangen" });
  return String(url).split("/").at(-1) ?? "";
}

async function aColleague(): Promise<string> {
  const email = newAddress();
  const personId = await network.person("Kine Kollega", { email });
  await network.membership(workwork.organizationId, { personId });
  return personId;
}

/** What a phone at a door sends. */
function doorScan() {
  return { nonce: newId(), scannedAt: installation.now().toString() };
}

const aSession = { title: { nb: "Velkommen" }, startsAt: "2026-12-03T08:00:00+01:00", endsAt: "2026-12-03T08:30:00+01:00" };

function aFestival() {
  const { organization, ...event } = breakfast;
  return { kind: "festival", title: { nb: "Festivalen" }, organization, events: [event] };
}

async function newParent(): Promise<{ id: string; events: { id: string }[] }> {
  return (await answered("POST /event-parents", aFestival())) as { id: string; events: { id: string }[] };
}

const aRoom = { place: "Hotell Mar", name: "201", beds: 2 };

async function newTravelRoom(): Promise<{ event: string; ticket: string; room: string }> {
  const { event, ticket } = await newTicket();
  const { rooms } = (await answered(`POST /events/${event}/rooms`, { rooms: [aRoom] })) as { rooms: { id: string }[] };
  return { event, ticket, room: rooms[0]?.id ?? "" };
}

const aPartner = { name: "Fjord Energi", level: "sponsor" };

async function newPartner(): Promise<string> {
  const { event } = await newTicket();
  const { items } = (await answered(`POST /events/${event}/partners`, aPartner)) as { items: { id: string }[] };
  return items[0]?.id ?? "";
}

/** A session of an event somebody has a ticket to. */
async function newEventSession(): Promise<{ ticket: string; id: string; path: string }> {
  const { event, ticket } = await newTicket();
  const { session } = (await answered(`POST /events/${event}/sessions`, aSession)) as { session: { id: string } };
  return { ticket, id: session.id, path: `/events/${event}/sessions/${session.id}` };
}

/** A ticket to an event at Workwork. */
async function newTicket(): Promise<{ event: string; type: string; ticket: string }> {
  const { id: event, ticketTypes } = (await answered("POST /events", breakfast)) as { id: string; ticketTypes: { id: string }[] };
  const type = ticketTypes[0]?.id ?? "";
  const { tickets } = (await answered(`POST /events/${event}/registrations`, { ticketTypeId: type })) as { tickets: { id: string }[] };
  return { event, type, ticket: tickets[0]?.id ?? "" };
}

const award = {
  organization: "workwork",
  kind: "award",
  title: { nb: "Årets idé" },
  closesAt: "2026-12-03T12:00:00+01:00",
  questions: [{ id: "plan", kind: "file", label: { nb: "Plan" } }],
  phases: [{ name: { nb: "Lesing" }, criteria: [{ name: { nb: "Nyhet" } }] }],
};

// the operator's own, a draft
async function newSubmission(): Promise<string> {
  return `/submissions/${await made(`POST /calls/${await made("POST /calls", award)}/submissions`, { title: "Vindu" })}`;
}

/** Something the guest has applied with, to be judged by the operator in a phase that is open. */
async function newReview(): Promise<{ call: string; path: string }> {
  const call = await made("POST /calls", award);
  const { body } = await visitors.as(guest).ask(`POST /calls/${call}/submissions`, { title: "Vindu", deliver: true });
  const { name, email } = await installation.db
    .selectFrom("people")
    .select(["name", "email"])
    .where("id", "=", operator)
    .executeTakeFirstOrThrow();
  await answered(`POST /calls/${call}/jurors`, { name, email });
  await answered(`PUT /calls/${call}/phases/1/opening`, {});
  return { call, path: `/submissions/${(body as { id: string }).id}` };
}

/** A call at an event somebody has a ticket to, with two to choose between. */
async function newBallot() {
  const { event, ticket } = await newTicket();
  const call = await made("POST /calls", { ...award, event });
  const ballot = [
    await made(`POST /calls/${call}/submissions`, { title: "Vindu", deliver: true }),
    await made(`POST /calls/${call}/submissions`, { title: "Dør", deliver: true }),
  ];
  const { code } = await installation.db.selectFrom("tickets").select("code").where("id", "=", ticket).executeTakeFirstOrThrow();
  return { call, ballot, ticket, code };
}

/** A ticket somebody has come in on. */
async function usedTicket(): Promise<string> {
  const { ticket } = await newTicket();
  await answered(`PUT /tickets/${ticket}/check-in`, doorScan());
  return ticket;
}

async function aVisitor() {
  return { name: "Kari Nordmann", expectedAt: installation.now().toString(), visitedId: await aColleague() };
}

const aReport = { title: { nb: "2025" }, from: "2025-01-01", to: "2026-01-01" };

const breakfast = {
  title: { nb: "Eiendomsfrokost" },
  organization: "workwork",
  startsAt: "2026-12-03T08:00:00+01:00",
  endsAt: "2026-12-03T10:00:00+01:00",
  quotas: [{ name: "Salen", size: 10 }],
  ticketTypes: [{ name: "Plass", quotas: ["Salen"] }],
};

async function operatorInvited(): Promise<string> {
  const { id } = (await answered("POST /events", breakfast)) as { id: string };
  const invitation = { event_id: id, person_id: operator, invited_at: installation.now() };
  await installation.db.insertInto("event_invitations").values(invitation).execute();
  return id;
}

// of an event whoever runs it decides on
async function askedRegistration(): Promise<string> {
  const { id, ticketTypes } = (await answered("POST /events", { ...breakfast, needsApproval: true })) as {
    id: string;
    ticketTypes: { id: string }[];
  };
  return made(`POST /events/${id}/registrations`, { ticketTypeId: ticketTypes[0]?.id });
}

const aTarget = { name: { nb: "150 jobber" }, measure: "heads", amount: 150, from: "2024-01-01", until: "2026-12-31" };

function aProgram() {
  return { slug: `program-${newId()}`, name: { nb: "Hagen" }, organization: "workwork", kind: "incubator" };
}

/** A program of Workwork with Blender in it. */
async function newEnrollment(): Promise<{ program: string; id: string }> {
  const { id: program } = (await answered("POST /programs", aProgram())) as { id: string };
  const { id } = (await answered(`POST /programs/${program}/enrollments`, { organization: "blender", intake: "2024-02-01" })) as {
    id: string;
  };
  return { program, id };
}

// held while a form is filled in
async function newRegistration(): Promise<string> {
  const { id, ticketTypes } = (await answered("POST /events", breakfast)) as { id: string; ticketTypes: { id: string }[] };
  return made(`POST /events/${id}/registrations`, { ticketTypeId: ticketTypes[0]?.id, hold: true });
}

// Workwork raises in Kyst, and Blender is an investor there
function newRaise(): Promise<RaiseBetween> {
  return aRaiseBetween(installation, { network: kyst, startup: workwork.organizationId, investor: blender.organizationId });
}

function founder(): Promise<string> {
  return speaker("Nora Vik", workwork.organizationId);
}

function investor(): Promise<string> {
  return speaker("Anna Aas", blender.organizationId);
}

async function speaker(name: string, organizationId: string): Promise<string> {
  const id = await network.person(name, { email: newAddress() });
  await network.position(id, organizationId, "owner");
  return id;
}

async function newProject(): Promise<FundedProject> {
  const worker = await network.person("Kine Kollega", { email: newAddress() });
  await network.position(worker, workwork.organizationId, "staff");
  return await aFundedProject(visitors.as(operator), "workwork", worker);
}

async function newWrittenPack(): Promise<string> {
  const { pack } = await newProject();
  await answered(`PATCH /report-packs/${pack}`, { narrative: "Et halvt år" });
  return pack;
}

async function newRegion(): Promise<string> {
  const [id, recorded_on] = [newId(), "2024-01-01"];
  const own = { id, slug: `region-${id}`, name: "Nabolaget", organization_id: workwork.organizationId, recorded_on };
  await installation.db.insertInto("regions").values(own).execute();
  return own.slug;
}

async function newStory(): Promise<{ id: string; person: string }> {
  const id = await made("POST /organizations/workwork/stories", { title: { nb: "Garasjen" } });
  const { people } = (await answered(`POST /stories/${id}/people`, inAStory())) as { people: { id: string }[] };
  return { id, person: people[0]?.id ?? "" };
}

function inAStory() {
  return { name: "Amina Larsen", email: newAddress(), appearance: "both" };
}

async function newReport(): Promise<string> {
  return await made("POST /organizations/workwork/reports", aReport);
}

async function newVisit(): Promise<string> {
  return await made("POST /spaces/workwork/visits", await aVisitor());
}

const line = { kind: "work", text: "Skjæring", amountOre: 100 };
const consumable = () => ({ name: randomUUID(), unit: "plate", priceOre: 100 });

async function order() {
  await network.resource(workwork, `Maskin ${newId()}`, { kind: "machine" });
  return { space: "workwork", title: "Skilt" };
}

/** An order of the guest's that waits for a price. */
async function newOrder(): Promise<string> {
  const { body } = await visitors.as(guest).post("/production-orders", await order());
  await visitors.as(guest).put(`/production-orders/${body.id}/state`, { state: "asked" });
  return body.id;
}

const hireExtra = { names: { nb: "Kaffe" }, unit: "person", priceOre: 4_000 };

async function hireTerms(): Promise<void> {
  const terms = { texts: "{}", free_days: 7, fee_percent: 50, letting_has_vat: false, published_at: installation.now() };
  await installation.db
    .insertInto("hire_terms")
    .values({ space_id: workwork.id, version: 1, ...terms })
    .onConflict((conflict) => conflict.columns(["space_id", "version"]).doNothing())
    .execute();
}

async function hireWish() {
  const room = await newRoom();
  await hireTerms();
  await installation.db
    .insertInto("hire_rooms")
    .values({ space_id: workwork.id, resource_id: room, added_at: installation.now() })
    .execute();
  const times = { startsAt: "2026-12-10T16:00:00Z", endsAt: "2026-12-10T20:00:00Z" };
  const what = { people: 2, purpose: "Årsmøte", contactName: "Kari Leier", email: newAddress(), termsVersion: 1 };
  return { rooms: [room], ...times, ...what };
}

const hireQuote = (room: string) => ({
  rooms: [room],
  lines: [{ kind: "room", text: "Salen", quantity: 1, unitOre: 100, supply: "letting" }],
  validUntil: "2026-11-30T12:00:00Z",
});

/** A request that has come so far. */
async function newHire(state: "unproven" | "asked" | "quoted" | "accepted") {
  const wish = await hireWish();
  const room = wish.rooms[0] ?? "";
  await visitors.nobody.post("/spaces/workwork/hires", wish);
  const { id } = await installation.db.selectFrom("hires").select("id").where("email", "=", wish.email).executeTakeFirstOrThrow();
  const secret = secretOf(installation.settings, id);
  if (state !== "unproven") await visitors.nobody.put(`/hire-links/${secret}/proof`);
  if (state === "quoted" || state === "accepted") await visitors.as(operator).put(`/hires/${id}/quote`, hireQuote(room));
  if (state === "accepted") await visitors.nobody.put(`/hire-links/${secret}/acceptance`, { termsVersion: 1 });
  return { id, secret, room };
}

function drawing(): FormData {
  const form = new FormData();
  form.set("file", new File(["<svg></svg>"], "skilt.svg"));
  return form;
}

const consultation = { weekday: 2, opens: "17:00", closes: "19:00", slotMinutes: 30 };

const newConsultation = () => made("POST /spaces/workwork/consultations", consultation);

const outsideCalendar = { name: "Outlook", address: "https://calendar.invalid/basic.ics" };
const outage = { note: "Linsa er sprukket", until: "2026-11-24T16:00:00+01:00" };

const newCertification = () => made("POST /organizations/workwork/certifications", { names: { nb: "Laser" } });

async function induction() {
  const instructorId = await network.person("Tea Lærer", { email: newAddress() });
  await network.position(instructorId, workwork.organizationId, "host");
  return { ...tuesdayAtTen, resourceId: await newRoom(), certificationId: await newCertification(), instructorId, places: 4 };
}

async function newInduction(times: object = {}): Promise<string> {
  return await made("POST /spaces/workwork/inductions", { ...(await induction()), ...times });
}

async function newSubscription(): Promise<string> {
  return network.subscription(workwork, await network.plan(workwork, "Fleks"), { personId: operator });
}

async function newTeam(): Promise<string> {
  const organizationId = await network.organization(`lag-${randomUUID()}`, { kinds: ["company"] });
  return network.subscription(workwork, await network.plan(workwork, "Lag"), { organizationId });
}

/** The first day of a month no version begins on yet. */
function newMonth(): string {
  monthNumber += 1;
  return Temporal.PlainDate.from("2027-01-01").add({ months: monthNumber }).toString();
}

function newDay(): string {
  dayNumber += 1;
  return Temporal.PlainDate.from("2027-01-01").add({ days: dayNumber }).toString();
}

const newMembership = () => made("POST /organizations/workwork/members", member());
const newCandidate = () => made("POST /networks/kyst/candidates", candidate());

async function newDraft(): Promise<unknown> {
  return (await answered("POST /networks/kyst/agreement/versions")).version;
}

async function newImport(): Promise<string> {
  const id = await made("POST /organizations/workwork/imports", memberFile());
  await doWhatIsDue(installation);
  return id;
}

function memberFile(): FormData {
  const form = new FormData();
  form.set("kind", "members");
  form.set("file", new File([`E-post;Navn;Fra\n${newAddress()};Fil Medlem;01.11.2026\n`], "medlemmer.csv"));
  return form;
}

async function logo(): Promise<FormData> {
  const form = await photo();
  form.delete("nb");
  return form;
}

async function photo(): Promise<FormData> {
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#ffc83d" } })
    .jpeg()
    .toBuffer();
  const form = new FormData();
  form.set("file", new File([Uint8Array.from(bytes)], "bilde.jpg", { type: "image/jpeg" }));
  form.set("nb", "Langbordet");
  return form;
}

async function newPhoto(): Promise<string> {
  return made("POST /spaces/workwork/photos", await photo());
}

/** A pass of the guest's that is held, on a day of its own. */
async function newPass(): Promise<string> {
  const [id, day] = [newId(), newDay()];
  const agreement = await installation.db.selectFrom("agreements").select("id").where("network_id", "=", kyst).executeTakeFirstOrThrow();
  await installation.db.insertInto("guest_days").values({ space_id: workwork.id, day, capacity: 4, taken: 1 }).execute();
  await installation.db
    .insertInto("day_passes")
    .values({
      space_id: workwork.id,
      id,
      day,
      person_id: guest,
      home_id: blender.organizationId,
      network_id: kyst,
      agreement_id: agreement.id,
      agreement_version: 1,
      state: "held",
      code: id.slice(-8).toUpperCase(),
      holder_name: "Amina L.",
      claimed_at: installation.now(),
    })
    .execute();
  return id;
}

async function newTransaction(): Promise<string> {
  const pass = await newPass();
  await answered(`PUT /day-passes/${pass}/check-in`, scan());
  const row = await installation.db.selectFrom("ledger_transactions").select("id").where("pass_id", "=", pass).executeTakeFirstOrThrow();
  return row.id;
}

async function newSession(): Promise<string> {
  const opened = await identity.openSession(await identity.issueLink("odd.haug@example.test"), new Headers());
  if (!opened) throw new Error("No session was opened");
  return (await installation.db.selectFrom("sessions").select("id").orderBy("id", "desc").executeTakeFirstOrThrow()).id;
}

async function newPasskey(): Promise<string> {
  await newSession();
  const login = await installation.db.selectFrom("logins").select("id").where("person_id", "=", operator).executeTakeFirstOrThrow();
  const passkey = { id: newId(), login_id: login.id, public_key: "", credential_id: newId(), counter: 0 };
  await installation.db
    .insertInto("passkeys")
    .values({ ...passkey, device_type: "singleDevice", backed_up: false })
    .execute();
  return passkey.id;
}

async function newDelivery(): Promise<string> {
  const endpoint_id = await made("POST /organizations/blender/webhooks", webhook);
  const delivery = { id: newId(), endpoint_id, outbox_id: newId(), topic: "day_pass.held", body: "{}" };
  await installation.db.insertInto("webhook_deliveries").values(delivery).execute();
  return delivery.id;
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
  const at = installation.now();
  const key = `walk/${newId()}`;
  await sendLetter(installation.db, { key, to: newAddress(), language: "nb", subject: "Hei", parts: ["Hei."], from: "Romslig", at });
  const failed = { taken_at: at, attempts: 8, failure: "550 no such mailbox" };
  const letter = await installation.db
    .updateTable("letters")
    .set(failed)
    .where("letter_key", "=", key)
    .returning("id")
    .executeTakeFirstOrThrow();
  return letter.id;
}

/** Where nobody runs the installation yet. Whoever does it is nobody until it is done. */
async function firstOperator(): Promise<Write> {
  const on = await testInstallation({ ROMSLIG_DEMO: "0" });
  others.push(on);
  const code = await prepareFirstOperator(on);
  const organization = { name: "Kystnett", kind: "network" };
  const body = { code, name: "Ine Drift", email: "ine@example.test", installationName: "Kystnett", organization };
  return { path: "/installation/first-operator", body, by: null, on };
}
