import { z } from "zod";
import { type CrontabEntry, defineJob, every, handles, type JobHandler } from "../../platform/jobs/job.ts";
import type { Subscription } from "../../platform/outbox/subscription.ts";
import { endWithEvents } from "./changing/cancel-event.ts";
import { countWhatIsOver } from "./counting/count-what-is-over.ts";
import { endLapsed, offerFreePlaces } from "./end-lapsed.ts";
import { erasedPeople, giveBackRegistrations, givesBack } from "./give-back-registrations.ts";
import { hostLetters } from "./hosting/host-letters.ts";
import { writesInvitations } from "./inviting/invite.ts";
import { writeInvitations } from "./inviting/write-invitations.ts";
import { placeLetters } from "./letters/place-letters.ts";
import { registrationLetters } from "./letters/registration-letters.ts";
import { changeLetters, followUp, remind, tellOfChange, tellsOfChange } from "./letters/rounds.ts";
import { tellOfRequests } from "./letters/tell-of-requests.ts";
import { jointLetters } from "./parents/joint-letter.ts";
import { eraseAnswers } from "./questions/erase-answers.ts";
import { forgetQueues } from "./queueing/forget-queues.ts";
import { claimsOf } from "./registering/registration-claims.ts";

const lapse = defineJob("events.end-lapsed", z.strictObject({}));
const forgets = defineJob("events.erase-answers", z.strictObject({}));
const counts = defineJob("events.count-what-is-over", z.strictObject({}));
const rounds = defineJob("events.write-rounds", z.strictObject({}));

export const eventJobs: JobHandler[] = [
  handles(lapse, async (installation) => {
    const claims = claimsOf(installation);
    await endLapsed(installation, claims);
    await endWithEvents(installation, claims);
    await offerFreePlaces(installation, claims);
  }),
  handles(rounds, async (installation) => {
    await remind(installation);
    await followUp(installation);
    await writeInvitations(installation);
    await tellOfRequests(installation);
  }),
  handles(forgets, async (installation) => {
    await eraseAnswers(installation);
    await forgetQueues(installation);
  }),
  handles(counts, (installation) => countWhatIsOver(installation)),
  handles(writesInvitations, (installation) => writeInvitations(installation)),
  handles(tellsOfChange, tellOfChange),
  handles(givesBack, (installation, { personId }) => giveBackRegistrations(installation, claimsOf(installation), personId)),
];

export const eventSubscriptions: Subscription[] = [
  ...registrationLetters,
  ...placeLetters,
  changeLetters,
  erasedPeople,
  jointLetters,
  hostLetters,
];

export const eventCrontab: CrontabEntry[] = [
  every(lapse, "* * * * *", {}),
  every(rounds, "*/5 * * * *", {}),
  every(forgets, "20 2 * * *", {}),
  every(counts, "10 2 * * *", {}),
];
