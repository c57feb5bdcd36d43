export { answerOf } from "./answer-of.ts";
export { checkInAgainst, endsAtDoor, releasedAt, wholeMinute } from "./at-door.ts";
export { type BookingClaims, bookingClaims } from "./deciding/booking-claims.ts";
export { bookingCrontab, bookingJobs, bookingSubscriptions } from "./jobs.ts";
export { bookingsChannel } from "./live-bookings.ts";
export { bookingData } from "./personal-data.ts";
export { bookingRefusals } from "./refusals.ts";
export { type BookingApi, bookingRoutes } from "./routes.ts";
