import { defineRefusals } from "../../../platform/refusal/refusal.ts";

/** What the programme of an event does not allow. */
export const agendaRefusals = defineRefusals("agenda", {
  outsideEvent: {
    status: 400,
    texts: {
      nb: "Økten må ligge innenfor tida til arrangementet.",
      nn: "Økta må liggje innanfor tida til arrangementet.",
      en: "The session must lie within the time of the event.",
    },
  },
  sessionsOutside: {
    status: 409,
    texts: {
      nb: (d: { count: number }) => `${d.count} av programmets økter vil ligge utenfor den nye tida. Flytt dem først.`,
      nn: (d: { count: number }) => `${d.count} av øktene i programmet vil liggje utanfor den nye tida. Flytt dei først.`,
      en: (d: { count: number }) => `${d.count} sessions of the programme would lie outside the new time. Move them first.`,
    },
  },
  endsBeforeStart: {
    status: 400,
    constraint: "event_sessions_times",
    texts: {
      nb: "Økten må slutte etter at den begynner.",
      nn: "Økta må slutte etter at ho byrjar.",
      en: "The session must end after it begins.",
    },
  },
  roomTaken: {
    status: 409,
    constraint: "event_sessions_room_is_free",
    texts: {
      nb: "En annen økt er i det samme rommet på den tida.",
      nn: "Ei anna økt er i det same rommet på den tida.",
      en: "Another session is in that room at that time.",
    },
  },
  roomElsewhere: {
    status: 400,
    texts: {
      nb: "Rommet er i et annet hus enn arrangementet.",
      nn: "Rommet er i eit anna hus enn arrangementet.",
      en: "The room is in another house than the event.",
    },
  },
  unknownSpeaker: {
    status: 400,
    texts: {
      nb: "En av dem som skal snakke, finnes ikke her. Skriv navnet i stedet.",
      nn: "Ein av dei som skal snakke, finst ikkje her. Skriv namnet i staden.",
      en: "One of the speakers is not here. Write the name instead.",
    },
  },
  attended: {
    status: 409,
    constraint: "session_attendances_session",
    texts: {
      nb: "Noen har vært i økten, så den kan ikke tas bort.",
      nn: "Nokon har vore i økta, så ho kan ikkje takast bort.",
      en: "Somebody has been in the session, so it cannot be removed.",
    },
  },
});
