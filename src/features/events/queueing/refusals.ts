import { writtenMoment } from "../../../platform/language/written-moment.ts";
import { defineRefusals } from "../../../platform/refusal/refusal.ts";

type Opening = { from: Temporal.Instant; timeZone: string };

/** What standing in an event's queue does not allow. */
export const queueRefusals = defineRefusals("event_queue", {
  none: {
    status: 409,
    texts: {
      nb: "Dette arrangementet har ingen kø. Meld deg på direkte.",
      nn: "Dette arrangementet har ingen kø. Meld deg på direkte.",
      en: "This event has no queue. Register directly.",
    },
  },
  tooEarly: {
    status: 409,
    texts: {
      nb: (d: Opening) => `Køen åpner ${writtenMoment(d.from, d.timeZone, "nb")}.`,
      nn: (d: Opening) => `Køen opnar ${writtenMoment(d.from, d.timeZone, "nn")}.`,
      en: (d: Opening) => `The queue opens ${writtenMoment(d.from, d.timeZone, "en")}.`,
    },
  },
});
