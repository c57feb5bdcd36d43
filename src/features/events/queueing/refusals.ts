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
  notLetIn: {
    status: 409,
    texts: {
      nb: "Det er kø til dette arrangementet. Still deg i den, og velg plass når det er din tur.",
      nn: "Det er kø til dette arrangementet. Still deg i han, og vel plass når det er din tur.",
      en: "There is a queue for this event. Stand in it, and choose a place when it is your turn.",
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
