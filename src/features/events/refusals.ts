import { writtenMoment } from "../../platform/language/written-moment.ts";
import { defineRefusals } from "../../platform/refusal/refusal.ts";

/** What events and registering for them do not allow. */
export const eventRefusals = defineRefusals("event", {
  soldOut: {
    status: 409,
    constraint: "event_quotas_places",
    texts: {
      nb: "Det er ikke plasser nok igjen.",
      nn: "Det er ikkje plassar nok att.",
      en: "There are not enough places left.",
    },
  },
  cancelled: {
    status: 409,
    texts: { nb: "Arrangementet er avlyst.", nn: "Arrangementet er avlyst.", en: "The event has been cancelled." },
  },
  isOver: {
    status: 409,
    texts: { nb: "Arrangementet er over.", nn: "Arrangementet er over.", en: "The event is over." },
  },
  notOpenYet: {
    status: 409,
    texts: {
      nb: (d: { from: Temporal.Instant; timeZone: string }) => `Påmeldingen åpner ${writtenMoment(d.from, d.timeZone, "nb")}.`,
      nn: (d: { from: Temporal.Instant; timeZone: string }) => `Påmeldinga opnar ${writtenMoment(d.from, d.timeZone, "nn")}.`,
      en: (d: { from: Temporal.Instant; timeZone: string }) => `Registration opens ${writtenMoment(d.from, d.timeZone, "en")}.`,
    },
  },
  saleOver: {
    status: 409,
    texts: { nb: "Påmeldingen er stengt.", nn: "Påmeldinga er stengd.", en: "Registration has closed." },
  },
  membersOnly: {
    status: 403,
    texts: {
      nb: "Arrangementet er bare for medlemmer, og du er ikke det der det gjelder.",
      nn: "Arrangementet er berre for medlemer, og du er ikkje det der det gjeld.",
      en: "The event is for members only, and you are not one where it counts.",
    },
    ofAnother: {
      nb: (name) => `Arrangementet er bare for medlemmer, og ${name} er ikke det der det gjelder.`,
      nn: (name) => `Arrangementet er berre for medlemer, og ${name} er ikkje det der det gjeld.`,
      en: (name) => `The event is for members only, and ${name} is not one where it counts.`,
    },
  },
  wrongAccessCode: {
    status: 403,
    texts: {
      nb: "Billetten krever en kode, og den du skrev, stemmer ikke.",
      nn: "Billetten krev ein kode, og den du skreiv, stemmer ikkje.",
      en: "The ticket needs a code, and the one given is not right.",
    },
  },
  tooManyPlaces: {
    status: 400,
    texts: {
      nb: (d: { most: number }) => `Du kan ta høyst ${d.most} plasser i én påmelding.`,
      nn: (d: { most: number }) => `Du kan ta høgst ${d.most} plassar i éi påmelding.`,
      en: (d: { most: number }) => `One registration takes at most ${d.most} places.`,
    },
  },
  ended: {
    status: 409,
    texts: {
      nb: "Påmeldingen er allerede avsluttet.",
      nn: "Påmeldinga er alt avslutta.",
      en: "The registration has already ended.",
    },
  },
  ticketUsed: {
    status: 409,
    constraint: "tickets_used_stay",
    texts: {
      nb: "Noen har kommet inn på påmeldingen, så den kan ikke gis tilbake.",
      nn: "Nokon har kome inn på påmeldinga, så ho kan ikkje gjevast tilbake.",
      en: "Somebody has come in on the registration, so it cannot be given back.",
    },
  },
  notHeld: {
    status: 409,
    texts: {
      nb: "Plassen holdes ikke lenger for deg.",
      nn: "Plassen blir ikkje lenger halden for deg.",
      en: "The place is no longer held for you.",
    },
    ofAnother: {
      nb: (name) => `Plassen holdes ikke lenger for ${name}.`,
      nn: (name) => `Plassen blir ikkje lenger halden for ${name}.`,
      en: (name) => `The place is no longer held for ${name}.`,
    },
  },
  alike: {
    status: 409,
    texts: {
      nb: (d: { title: string; slug: string }) =>
        `«${d.title}» er lagt ut av den samme arrangøren, på den samme tida. Ett arrangement kan ha flere arrangører.`,
      nn: (d: { title: string; slug: string }) =>
        `«${d.title}» er lagt ut av den same arrangøren, på den same tida. Eitt arrangement kan ha fleire arrangørar.`,
      en: (d: { title: string; slug: string }) =>
        `“${d.title}” is held by the same host at the same time. One event can have several hosts.`,
    },
  },
  notAsked: {
    status: 409,
    texts: {
      nb: "Påmeldingen venter ikke på svar.",
      nn: "Påmeldinga ventar ikkje på svar.",
      en: "The registration does not wait for an answer.",
    },
  },
  unknownQuota: {
    status: 400,
    texts: {
      nb: (d: { quota: string }) => `Ingen kvote heter «${d.quota}».`,
      nn: (d: { quota: string }) => `Ingen kvote heiter «${d.quota}».`,
      en: (d: { quota: string }) => `No quota is called “${d.quota}”.`,
    },
  },
  endsBeforeStart: {
    status: 400,
    constraint: "events_times",
    texts: {
      nb: "Arrangementet må slutte etter at det begynner.",
      nn: "Arrangementet må slutte etter at det byrjar.",
      en: "The event must end after it begins.",
    },
  },
});
