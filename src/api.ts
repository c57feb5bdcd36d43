import { OpenAPIHono } from "@hono/zod-openapi";
import {
  accountExports,
  accountRefusals,
  accountsRoutes,
  allows,
  createIdentity,
  type Identify,
  type Identity,
  keyIn,
} from "./features/accounts/index.ts";
import { jobRoutes } from "./features/accounts/jobs/index.ts";
import { letterRoutes } from "./features/accounts/letters/index.ts";
import { webhookRefusals, webhookRoutes } from "./features/accounts/webhooks/index.ts";
import {
  availabilityRoutes,
  bookingRefusals,
  bookingRoutes,
  feedRoutes,
  inductionRefusals,
  inductionRoutes,
  lineRefusals,
  occupancyRoutes,
  outageRefusals,
  outageRoutes,
  outsideCalendarRefusals,
  outsideCalendarRoutes,
  seriesRefusals,
  seriesRoutes,
  waitingRefusals,
  waitingRoutes,
} from "./features/bookings/index.ts";
import {
  callLetterRoutes,
  callRefusals,
  callRoutes,
  callsAt,
  decidingRefusals,
  decidingRoutes,
  judgingRefusals,
  judgingRoutes,
  largestSubmissionBody,
  submissionRoutes,
  votingRefusals,
  votingRoutes,
} from "./features/calls/index.ts";
import { displayRefusals, displayRoutes } from "./features/displays/index.ts";
import {
  agendaRefusals,
  agendaRoutes,
  badgeRoutes,
  coHostRefusals,
  coHostRoutes,
  countRoutes,
  doubleRefusals,
  doubleRoutes,
  eventChangeRefusals,
  eventChangeRoutes,
  eventChargeRoutes,
  eventExports,
  eventInvitationRoutes,
  eventLetterRoutes,
  eventQuestionRoutes,
  eventQueueRoutes,
  eventRefusals,
  eventRoutes,
  givenTicketRoutes,
  invitationRefusals,
  kindRefusals,
  kindRoutes,
  parentRefusals,
  parentRoutes,
  partnerRoutes,
  questionRefusals,
  queueRefusals,
  roomRefusals,
  roomRoutes,
  surveyRefusals,
  surveyRoutes,
  ticketRefusals,
  ticketRoutes,
} from "./features/events/index.ts";
import {
  agreementRefusals,
  agreementRoutes,
  deskRoutes,
  exchangeExports,
  exchangeRefusals,
  exchangeRoutes,
  ledgerRefusals,
  ledgerRoutes,
  passFiles,
  proofRefusals,
  proofRoutes,
} from "./features/exchange/index.ts";
import { geographyRoutes } from "./features/geography/index.ts";
import { hireRefusals, hireRoutes } from "./features/hires/index.ts";
import { introductionRoutes, investorRefusals, investorRoutes } from "./features/investors/index.ts";
import {
  candidateRefusals,
  candidateRoutes,
  importRoutes,
  membershipExports,
  membershipRefusals,
  membershipRoutes,
} from "./features/memberships/index.ts";
import { largestLogoBody, organizationExports, organizationRefusals, organizationRoutes } from "./features/organizations/index.ts";
import { planExports, planRefusals, planRoutes, reversalRefusals, subscriptionRefusals } from "./features/plans/index.ts";
import {
  consultationRefusals,
  consultationRoutes,
  productionRefusals,
  productionRoutes,
  stockRefusals,
  stockRoutes,
} from "./features/production/index.ts";
import {
  enrollmentRoutes,
  nationalRoutes,
  observationRoutes,
  programExports,
  programRefusals,
  programRoutes,
} from "./features/programs/index.ts";
import {
  aidRefusals,
  budgetRefusals,
  expenseRefusals,
  fundingRefusals,
  hourRefusals,
  largestProjectFileBody,
  packRefusals,
  projectAccountRoutes,
  projectOfSubmission,
  projectRefusals,
  projectRoutes,
  reportPackFiles,
  reportPackRoutes,
  stateAidRoutes,
} from "./features/projects/index.ts";
import {
  metricExports,
  metricRefusals,
  metricRoutes,
  ownYearRoutes,
  regionRefusals,
  regionRoutes,
  reportFiles,
  reportRefusals,
  reportRoutes,
  storyRefusals,
  storyRoutes,
} from "./features/reports/index.ts";
import {
  certificationRefusals,
  certificationRoutes,
  largestPhotoBody,
  resourceRefusals,
  resourceRoutes,
  spaceExports,
  spaceRefusals,
  spaceRoutes,
} from "./features/spaces/index.ts";
import { badgeFiles, kioskRoutes, visitorRoutes, visitRefusals } from "./features/visitors/index.ts";
import { importKinds } from "./imports.ts";
import { personalData } from "./personal-data.ts";
import { accessRefusals } from "./platform/access/refusals.ts";
import type { ApiEnvironment } from "./platform/http/api-environment.ts";
import { limitBody } from "./platform/http/body-limit.ts";
import { callerAddress } from "./platform/http/caller-address.ts";
import { cursorRefusals } from "./platform/http/cursor.ts";
import { leaveOutEmptyQuery } from "./platform/http/empty-query.ts";
import { idempotency } from "./platform/http/idempotency.ts";
import { createOpenApi } from "./platform/http/openapi.ts";
import { problems } from "./platform/http/problem.ts";
import { createRateLimiter } from "./platform/http/rate-limit.ts";
import { requestIdOf } from "./platform/http/request-id.ts";
import { requestRefusals } from "./platform/http/request-refusals.ts";
import { importRefusals, largestImportBody } from "./platform/imports/index.ts";
import type { Installation } from "./platform/installation.ts";
import { isLanguage, preferredLanguage } from "./platform/language/language.ts";
import { liveRefusals } from "./platform/live/live.ts";

const largestBody = 1024 * 1024;
// what is sent as a file may be larger
const largerBodies: [path: RegExp, most: number][] = [
  [/^\/api\/v1\/spaces\/[^/]+\/photos$/, largestPhotoBody],
  [/^\/api\/v1\/organizations\/[^/]+\/imports$/, largestImportBody],
  [/^\/api\/v1\/organizations\/[^/]+\/logo$/, largestLogoBody],
  [/^\/api\/v1\/production-orders\/[^/]+\/photos$/, largestPhotoBody],
  [/^\/api\/v1\/stories\/[^/]+\/photo$/, largestPhotoBody],
  [/^\/api\/v1\/projects\/[^/]+\/files$/, largestProjectFileBody],
  [/^\/api\/v1\/submissions\/[^/]+\/files\/[^/]+$/, largestSubmissionBody],
];
// how large a design may be is for the operator to say
const orderFiles = /^\/api\/v1\/production-orders\/[^/]+\/files$/;

/** Every refusal there is, for the documentation and for the constraints that keep rules. */
export const allRefusals = [
  accessRefusals,
  accountRefusals,
  requestRefusals,
  cursorRefusals,
  liveRefusals,
  webhookRefusals,
  organizationRefusals,
  membershipRefusals,
  candidateRefusals,
  importRefusals,
  spaceRefusals,
  resourceRefusals,
  certificationRefusals,
  planRefusals,
  subscriptionRefusals,
  reversalRefusals,
  bookingRefusals,
  displayRefusals,
  visitRefusals,
  eventRefusals,
  eventChangeRefusals,
  agendaRefusals,
  parentRefusals,
  roomRefusals,
  kindRefusals,
  coHostRefusals,
  doubleRefusals,
  queueRefusals,
  invitationRefusals,
  questionRefusals,
  ticketRefusals,
  surveyRefusals,
  callRefusals,
  judgingRefusals,
  decidingRefusals,
  votingRefusals,
  programRefusals,
  investorRefusals,
  inductionRefusals,
  outageRefusals,
  hireRefusals,
  outsideCalendarRefusals,
  productionRefusals,
  stockRefusals,
  consultationRefusals,
  seriesRefusals,
  waitingRefusals,
  lineRefusals,
  proofRefusals,
  exchangeExports,
  exchangeRefusals,
  ledgerRefusals,
  agreementRefusals,
  projectRefusals,
  budgetRefusals,
  fundingRefusals,
  hourRefusals,
  expenseRefusals,
  packRefusals,
  aidRefusals,
  regionRefusals,
  metricRefusals,
  reportRefusals,
  storyRefusals,
].flatMap((area) => Object.values(area));

/**
 * The API of every feature under /api/v1. Pages call it inside the process; programs over HTTP. A route that does not
 * declare its permission stops the start.
 */
export function createApi(installation: Installation, identify: Identify, identity: Identity = createIdentity(installation)) {
  const api = new OpenAPIHono<ApiEnvironment>().basePath("/api/v1");
  api.onError(problems(installation.log, refusalsByConstraint()));
  api.notFound(() => {
    throw accessRefusals.notHere();
  });
  const limiter = createRateLimiter({ burst: 240, perSecond: 20 }, () => installation.now().epochMilliseconds);

  api.use(leaveOutEmptyQuery);
  api.use(async (c, next) => {
    const { inside } = c.env ?? {};
    c.set("requestId", inside?.requestId ?? c.get("requestId") ?? requestIdOf(c.req.raw.headers));
    c.set("address", inside?.address ?? callerAddress(c.req.raw, c.env, installation.settings.proxies));
    c.set("language", inside?.language ?? languageOf(c.req.query("language"), c.req.header("accept-language")));
    c.set("actor", inside?.actor ?? (await identify(c.req.raw.headers)));
    if (!inside && installation.settings.hasRateLimits) {
      const actor = c.get("actor");
      const caller = actor.kind === "person" ? actor.personId : c.get("address");
      const seconds = limiter.take(caller);
      if (seconds > 0) throw requestRefusals.tooMany({ seconds });
    }
    // a program is not to believe that it sees as its key would
    if (c.get("actor").kind === "visitor" && keyIn(c.req.raw.headers) !== undefined) throw accessRefusals.unknownKey();
    await next();
    // not by c.header, which makes the answer anew and its body into a stream; for the same reason compress is to find that it varies
    const { headers } = c.res;
    headers.set("x-request-id", c.get("requestId"));
    headers.set("content-language", c.get("language"));
    headers.set("x-content-type-options", "nosniff");
    headers.append("vary", "Accept-Encoding");
    if (!headers.has("cache-control")) headers.set("cache-control", "private, no-cache");
  });
  api.use(async (c, next) => {
    const actor = c.get("actor");
    if (actor.kind === "person" && actor.scopes !== undefined) {
      const isWrite = !isRead(c.req.method);
      const feature = featureOf(c.req.path);
      if (!allows(actor.scopes, feature, isWrite))
        throw accessRefusals.keyLacksScope({ scope: `${feature}:${isWrite ? "write" : "read"}` });
    }
    await next();
  });
  const mostOf = (path: string) => mostBytes(path, installation.settings.largestOrderFile);
  api.use(limitBody(mostOf, (path) => orderFiles.test(path)));
  api.use(idempotency(installation));

  for (const routes of routesOf(installation, identity)) api.route("/", routes);
  requirePermissions(api);
  const openApi = createOpenApi(api, { url: installation.settings.url, refusals: allRefusals });
  api.get("/openapi.json", (c) => c.json(openApi(), 200, { "cache-control": "public, max-age=300" }));
  api.all("*", () => {
    throw accessRefusals.notHere();
  });
  return api;
}

export type Api = ReturnType<typeof createApi>;

/** The routes of every feature, each with its own type. One type of them all would take the compiler half its time. */
export type FeatureRoutes = ReturnType<typeof routesOf>;

function routesOf(installation: Installation, identity: Identity) {
  return [
    accountsRoutes(installation, identity, personalData),
    webhookRoutes(installation),
    jobRoutes(installation),
    letterRoutes(installation),
    geographyRoutes(installation),
    organizationRoutes(installation, identity),
    membershipRoutes(installation),
    candidateRoutes(installation),
    importRoutes(installation, importKinds),
    organizationExports(installation),
    membershipExports(installation),
    spaceExports(installation),
    planExports(installation),
    accountExports(installation),
    exchangeExports(installation),
    spaceRoutes(installation),
    resourceRoutes(installation),
    certificationRoutes(installation),
    planRoutes(installation),
    bookingRoutes(installation),
    displayRoutes(installation),
    badgeFiles(installation),
    visitorRoutes(installation),
    kioskRoutes(installation),
    eventExports(installation),
    eventRoutes(installation, callsAt),
    countRoutes(installation),
    eventChargeRoutes(installation),
    givenTicketRoutes(installation),
    eventChangeRoutes(installation),
    agendaRoutes(installation),
    parentRoutes(installation),
    partnerRoutes(installation),
    roomRoutes(installation),
    kindRoutes(installation),
    coHostRoutes(installation),
    doubleRoutes(installation),
    eventInvitationRoutes(installation),
    eventQuestionRoutes(installation),
    eventQueueRoutes(installation),
    ticketRoutes(installation),
    badgeRoutes(installation),
    eventLetterRoutes(installation),
    surveyRoutes(installation),
    callRoutes(installation),
    callLetterRoutes(installation),
    submissionRoutes(installation, projectOfSubmission),
    judgingRoutes(installation),
    decidingRoutes(installation),
    votingRoutes(installation),
    programExports(installation),
    programRoutes(installation),
    nationalRoutes(installation),
    enrollmentRoutes(installation),
    observationRoutes(installation),
    inductionRoutes(installation),
    occupancyRoutes(installation),
    outageRoutes(installation),
    hireRoutes(installation),
    outsideCalendarRoutes(installation),
    productionRoutes(installation),
    stockRoutes(installation),
    consultationRoutes(installation),
    availabilityRoutes(installation),
    seriesRoutes(installation),
    waitingRoutes(installation),
    feedRoutes(installation),
    passFiles(installation),
    proofRoutes(installation, identity),
    deskRoutes(installation),
    exchangeRoutes(installation),
    ledgerRoutes(installation),
    agreementRoutes(installation),
    investorRoutes(installation),
    introductionRoutes(installation),
    projectRoutes(installation),
    projectAccountRoutes(installation),
    reportPackFiles(installation),
    reportPackRoutes(installation),
    stateAidRoutes(installation),
    metricExports(installation),
    metricRoutes(installation),
    regionRoutes(installation),
    ownYearRoutes(installation),
    reportFiles(installation),
    reportRoutes(installation),
    storyRoutes(installation),
  ] as const;
}

function refusalsByConstraint() {
  return new Map(
    allRefusals.flatMap((refusal) => (refusal.definition.constraint ? [[refusal.definition.constraint, refusal] as const] : [])),
  );
}

function requirePermissions(api: OpenAPIHono<ApiEnvironment>): void {
  for (const definition of api.openAPIRegistry.definitions) {
    if (definition.type !== "route" || definition.route["x-permission"] !== undefined) continue;
    throw new Error(`${definition.route.method.toUpperCase()} ${definition.route.path} declares no permission`);
  }
}

function isRead(method: string): boolean {
  return method === "GET" || method === "HEAD";
}

function mostBytes(path: string, largestOrderFile: number): number {
  // the form around the file is small
  if (orderFiles.test(path)) return largestOrderFile + 64 * 1024;
  return largerBodies.find(([form]) => form.test(path))?.[1] ?? largestBody;
}

function languageOf(query: string | undefined, header: string | undefined) {
  return isLanguage(query) ? query : preferredLanguage(header);
}

function featureOf(path: string): string {
  return (path.split("/")[3] ?? "").replace(/\.(csv|xlsx)$/, "");
}
