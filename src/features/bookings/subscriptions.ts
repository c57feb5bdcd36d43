import { z } from "zod";
import { enqueue } from "../../platform/jobs/enqueue.ts";
import { type Subscription, subscription } from "../../platform/outbox/subscription.ts";
import { endsWithoutCertificate } from "./end-without-certificate.ts";
import { endedLetters } from "./ended-letters.ts";
import { inductionLetters } from "./inductions/induction-letters.ts";
import { givesBack } from "./jobs.ts";
import { bookingLetters } from "./letters/booking-letters.ts";
import { liveBookings } from "./live-bookings.ts";
import { waitingSubscriptions } from "./waiting/subscriptions.ts";

const erasedPerson = z.object({ personId: z.uuid() });

/** What bookings do about what happens elsewhere. */
export const bookingSubscriptions: Subscription[] = [
  bookingLetters,
  endsWithoutCertificate,
  inductionLetters,
  endedLetters,
  liveBookings,
  ...waitingSubscriptions,
  subscription("bookings.give-back", ["person.erased"], async (tx, { payload }) => {
    await enqueue(tx, givesBack, erasedPerson.parse(payload));
  }),
];
