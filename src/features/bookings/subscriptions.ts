import { z } from "zod";
import { enqueue } from "../../platform/jobs/enqueue.ts";
import { type Subscription, subscription } from "../../platform/outbox/subscription.ts";
import { endsWithoutCertificate } from "./end-without-certificate.ts";
import { endedLetters } from "./ended-letters.ts";
import { inductionLetters } from "./inductions/induction-letters.ts";
import { shutDayLetters } from "./inductions/shut-day-letters.ts";
import { givesBack, reprices } from "./jobs.ts";
import { askedLetters } from "./letters/asked-letters.ts";
import { bookingLetters } from "./letters/booking-letters.ts";
import { liveBookings } from "./live-bookings.ts";
import { endsShutOut } from "./shutting/end-shut-out.ts";
import { waitingSubscriptions } from "./waiting/subscriptions.ts";

const changedSubscription = z.object({ subscriptionId: z.uuid(), spaceId: z.uuid() });
const changesOfCover = ["subscription.ended", "subscription.changed", "subscription.paused", "subscription.person_ended"];
const erasedPerson = z.object({ personId: z.uuid() });

/** What bookings do about what happens elsewhere. */
export const bookingSubscriptions: Subscription[] = [
  ...bookingLetters,
  ...askedLetters,
  endsWithoutCertificate,
  inductionLetters,
  shutDayLetters,
  endsShutOut,
  endedLetters,
  liveBookings,
  ...waitingSubscriptions,
  subscription("bookings.give-back", ["person.erased"], async (tx, { payload }) => {
    await enqueue(tx, givesBack, erasedPerson.parse(payload));
  }),
  subscription("bookings.reprice", changesOfCover, async (tx, { id: causeId, happenedAt, payload }) => {
    await enqueue(tx, reprices, { ...changedSubscription.parse(payload), at: happenedAt.toString(), causeId });
  }),
];
