import type { Subscription } from "../../platform/outbox/subscription.ts";
import { endsWithoutCertificate } from "./end-without-certificate.ts";
import { inductionLetters } from "./inductions/induction-letters.ts";
import { bookingLetters } from "./letters/booking-letters.ts";

/** What bookings do about what happens elsewhere. */
export const bookingSubscriptions: Subscription[] = [bookingLetters, endsWithoutCertificate, inductionLetters];
