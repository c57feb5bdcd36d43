import { catalogue } from "../../../platform/language/language.ts";

/** What stands in the calendars of other programs. */
export const feedWords = catalogue({
  nb: { mine: "Mine bookinger", taken: "Opptatt", maintenance: "Vedlikehold" },
  nn: { mine: "Bookingane mine", taken: "Oppteke", maintenance: "Vedlikehald" },
  en: { mine: "My bookings", taken: "Taken", maintenance: "Maintenance" },
});
