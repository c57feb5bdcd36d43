import { defineRefusals } from "../../../platform/refusal/refusal.ts";

/** A booking that stands in the way. */
type Ahead = { id: string; startsAt: string; endsAt: string };

export const resourceRefusals = defineRefusals("resource", {
  nameTaken: {
    status: 409,
    constraint: "resources_name_in_space",
    texts: {
      nb: "Noe annet i huset heter det samme. Velg et annet navn.",
      nn: "Noko anna i huset heiter det same. Vel eit anna namn.",
      en: "Something else in the house has that name. Choose another.",
    },
  },
  lengthsDisagree: {
    status: 422,
    constraint: "resources_lengths",
    texts: {
      nb: "Korteste tid må være minst ett steg og høyst lengste tid, og begge hele steg.",
      nn: "Kortaste tid må vere minst eitt steg og høgst lengste tid, og begge heile steg.",
      en: "The shortest time must be at least one step and at most the longest, and both whole steps.",
    },
  },
  placesOfPoolOnly: {
    status: 422,
    constraint: "resources_places",
    texts: {
      nb: "Bare en gruppe pulter har flere plasser enn én.",
      nn: "Berre ei gruppe pultar har fleire plassar enn éin.",
      en: "Only a pool of desks has more places than one.",
    },
  },
  partElsewhere: {
    status: 422,
    constraint: "resources_part_of_same_space",
    texts: {
      nb: "Det rommet er en del av, må være i samme hus.",
      nn: "Det rommet er ein del av, må vere i same huset.",
      en: "What it is a part of must be in the same house.",
    },
  },
  partOfItself: {
    status: 422,
    constraint: "resources_not_part_of_itself",
    texts: {
      nb: "Et rom kan ikke være en del av seg selv, heller ikke gjennom andre.",
      nn: "Eit rom kan ikkje vere ein del av seg sjølv, heller ikkje gjennom andre.",
      en: "A room cannot be a part of itself, not through others either.",
    },
  },
  partIsBooked: {
    status: 409,
    texts: {
      nb: (details: { bookings: number }) =>
        `Det er booket fram i tid (${details.bookings}). Flytt eller avlys det før rommet deles på en annen måte.`,
      nn: (details: { bookings: number }) =>
        `Det er booka fram i tid (${details.bookings}). Flytt eller avlys det før rommet blir delt på ein annan måte.`,
      en: (details: { bookings: number }) =>
        `There are bookings ahead (${details.bookings}). Move or cancel them before the room is divided differently.`,
    },
  },
  buffersOverlap: {
    status: 409,
    texts: {
      nb: (details: { count: number }) =>
        `${details.count} bookinger fram i tid står for tett til at det går. Flytt eller avlys dem først.`,
      nn: (details: { count: number }) =>
        `${details.count} bookingar fram i tid står for tett til at det går. Flytt eller avlys dei først.`,
      en: (details: { count: number }) => `${details.count} bookings ahead stand too close for that. Move or cancel them first.`,
    },
  },
  bookedAhead: {
    status: 409,
    texts: {
      nb: (details: { count: number; bookings: readonly Ahead[] }) =>
        details.count === 1
          ? "Det er booket én gang etter den dagen. Flytt eller avlys bookingen først."
          : `Det er booket ${details.count} ganger etter den dagen. Flytt eller avlys bookingene først.`,
      nn: (details: { count: number; bookings: readonly Ahead[] }) =>
        details.count === 1
          ? "Det er booka éin gong etter den dagen. Flytt eller avlys bookinga først."
          : `Det er booka ${details.count} gonger etter den dagen. Flytt eller avlys bookingane først.`,
      en: (details: { count: number; bookings: readonly Ahead[] }) =>
        details.count === 1
          ? "It is booked once after that day. Move or cancel the booking first."
          : `It is booked ${details.count} times after that day. Move or cancel the bookings first.`,
    },
  },
  outOfUseBeforeUse: {
    status: 422,
    texts: {
      nb: (details: { from: string }) => `Det ble tatt i bruk ${details.from}. Velg en seinere dag.`,
      nn: (details: { from: string }) => `Det vart teke i bruk ${details.from}. Vel ein seinare dag.`,
      en: (details: { from: string }) => `It was taken into use on ${details.from}. Choose a later day.`,
    },
  },
  unknownCertification: {
    status: 422,
    constraint: "resources_certification",
    texts: {
      nb: "Kurset finnes ikke.",
      nn: "Kurset finst ikkje.",
      en: "There is no such certification.",
    },
  },
  levelWithoutCertification: {
    status: 422,
    constraint: "resources_certification_level",
    texts: {
      nb: "Velg både kurset som kreves og nivået, eller ingen av dem.",
      nn: "Vel både kurset som blir kravd og nivået, eller ingen av dei.",
      en: "Choose both the certification asked for and its level, or neither.",
    },
  },
});
