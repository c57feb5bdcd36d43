import { demoCrontab, demoJobs } from "../database/demo/jobs.ts";
import { bookingCrontab, bookingJobs, bookingSubscriptions } from "./features/bookings/index.ts";
import { callCrontab, callJobs, callLetters } from "./features/calls/index.ts";
import { eventCrontab, eventJobs, eventSubscriptions } from "./features/events/index.ts";
import { exchangeCrontab, exchangeJobs, exchangeSubscriptions } from "./features/exchange/index.ts";
import { hireCrontab, hireJobs, hireSubscriptions } from "./features/hires/index.ts";
import { investorCrontab, investorJobs, investorSubscriptions } from "./features/investors/index.ts";
import { importCrontab, importJobs, membershipSubscriptions } from "./features/memberships/index.ts";
import { organizationCrontab, organizationJobs } from "./features/organizations/index.ts";
import { planCrontab, planJobs, planSubscriptions } from "./features/plans/index.ts";
import { productionCrontab, productionJobs, productionSubscriptions } from "./features/production/index.ts";
import { programCrontab, programJobs } from "./features/programs/index.ts";
import { projectCrontab, projectJobs } from "./features/projects/index.ts";
import { storyCrontab, storyJobs } from "./features/reports/index.ts";
import { spaceCrontab, spaceJobs } from "./features/spaces/index.ts";
import { visitorCrontab, visitorJobs, visitorSubscriptions } from "./features/visitors/index.ts";
import { importKinds } from "./imports.ts";
import { type CrontabEntry, every, type JobHandler } from "./platform/jobs/job.ts";
import { mailCrontab, mailHandlers } from "./platform/mail/index.ts";
import type { Subscription } from "./platform/outbox/subscription.ts";
import { tellsSubscriptions } from "./platform/outbox/tell.ts";
import { tidies, tidy } from "./platform/tidy.ts";
import { deliversWebhooks } from "./platform/webhooks/deliver.ts";

/** Who inside the program is told of what happens: topic → what is done about it. */
export const subscriptions: Subscription[] = [
  ...membershipSubscriptions,
  ...planSubscriptions,
  ...bookingSubscriptions,
  ...hireSubscriptions,
  ...productionSubscriptions,
  ...exchangeSubscriptions,
  ...eventSubscriptions,
  ...callLetters,
  ...investorSubscriptions,
  ...visitorSubscriptions,
];

/** Every kind of job with what does it. */
export const handlers: JobHandler[] = [
  deliversWebhooks,
  tellsSubscriptions(subscriptions),
  tidies,
  ...organizationJobs,
  ...importJobs(importKinds),
  ...planJobs,
  ...bookingJobs,
  ...hireJobs,
  ...productionJobs,
  ...eventJobs,
  ...callJobs,
  ...programJobs,
  ...investorJobs,
  ...spaceJobs,
  ...exchangeJobs,
  ...visitorJobs,
  ...projectJobs,
  ...storyJobs,
  ...mailHandlers,
  ...demoJobs,
];

/** What the clock asks for, in UTC. */
export const crontab: CrontabEntry[] = [
  every(tidy, "20 2 * * *", {}),
  ...organizationCrontab,
  ...importCrontab,
  ...planCrontab,
  ...bookingCrontab,
  ...hireCrontab,
  ...productionCrontab,
  ...eventCrontab,
  ...callCrontab,
  ...programCrontab,
  ...investorCrontab,
  ...spaceCrontab,
  ...exchangeCrontab,
  ...visitorCrontab,
  ...projectCrontab,
  ...storyCrontab,
  ...mailCrontab,
  ...demoCrontab,
];
