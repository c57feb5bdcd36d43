import { z } from "zod";
import { enqueue } from "../../platform/jobs/enqueue.ts";
import { type CrontabEntry, defineJob, every, handles, type JobHandler } from "../../platform/jobs/job.ts";
import { type Subscription, subscription } from "../../platform/outbox/subscription.ts";
import { writeAgreementLetter } from "./agreement/agreement-letters.ts";
import { leavesWithNetwork } from "./agreement/leave-network.ts";
import { recountDays } from "./change-guest-terms.ts";
import { dayPassClaims } from "./claims/day-pass-claims.ts";
import { closeDays } from "./close-days.ts";
import { endLostPasses } from "./end-lost-passes.ts";
import { lapseAnswers } from "./lapse-answers.ts";
import { writeLedgerLetter } from "./ledger/ledger-letters.ts";
import { liveGuests } from "./live-guests.ts";
import { writePassLetter } from "./pass-letters.ts";
import { sendCode, sendsCode } from "./proof/send-code.ts";

const closesDays = defineJob("exchange.close-days", z.object({}));
const lapsesAnswers = defineJob("exchange.lapse-answers", z.object({}), { isAwaited: true });
const endsLostPasses = defineJob("exchange.end-lost-passes", z.object({ homeId: z.uuid().optional() }));
const recountsDays = defineJob("exchange.recount-days", z.object({ spaceId: z.uuid() }));

export const exchangeJobs: JobHandler[] = [
  handles(sendsCode, sendCode),
  handles(closesDays, (installation) => closeDays(installation, dayPassClaims(installation.pipelines))),
  handles(lapsesAnswers, (installation) => lapseAnswers(installation, dayPassClaims(installation.pipelines))),
  handles(endsLostPasses, async (installation, { homeId }) => {
    await endLostPasses(installation, dayPassClaims(installation.pipelines), homeId);
  }),
  handles(recountsDays, (installation, { spaceId }) => recountDays(installation, dayPassClaims(installation.pipelines), spaceId)),
];

export const exchangeCrontab: CrontabEntry[] = [
  every(closesDays, "7 * * * *", {}),
  every(lapsesAnswers, "* * * * *", {}),
  every(endsLostPasses, "40 1 * * *", {}),
];

const changedMembership = z.object({ organizationId: z.uuid() });
const changedSpace = z.object({ spaceId: z.uuid() });

export const exchangeSubscriptions: Subscription[] = [
  subscription(
    "exchange.lost-passes",
    ["membership.*", "position.*"],
    async (tx, { payload }) => {
      const homeId = changedHome(payload);
      await enqueue(tx, endsLostPasses, { homeId }, { jobKey: `exchange.end-lost-passes/${homeId}` });
    },
    { together: ({ payload }) => changedHome(payload) ?? "everywhere" },
  ),
  subscription("exchange.recount-days", ["space.changed"], async (tx, { payload }) => {
    await enqueue(tx, recountsDays, changedSpace.parse(payload));
  }),
  leavesWithNetwork,
  liveGuests,
  subscription("exchange.letters", ["day_pass.*"], writePassLetter),
  subscription("exchange.agreement-letters", ["agreement.*"], writeAgreementLetter),
  subscription("exchange.ledger-letters", ["settlement.closed", "ledger_correction.*"], writeLedgerLetter),
];

function changedHome(payload: unknown): string | undefined {
  return changedMembership.safeParse(payload).data?.organizationId;
}
