import { writtenLength } from "../../platform/language/written-length.ts";
import { writtenMoment } from "../../platform/language/written-moment.ts";
import { defineRefusals } from "../../platform/refusal/refusal.ts";

type At = { at: string; timeZone: string };
type Minutes = { minutes: number };

/** Why a time cannot be booked, moved or given back. */
export const bookingRefusals = defineRefusals("booking", {
  othersWait: {
    status: 409,
    texts: {
      nb: "Noen står på lista for denne tida og får den først. Si hvorfor, så går du foran.",
      nn: "Nokon står på lista for denne tida og får ho først. Sei kvifor, så går du føre.",
      en: "Somebody waits for this time and gets it first. Say why, and you go before them.",
    },
  },
  taken: {
    status: 409,
    constraint: "bookings_no_overlap",
    texts: {
      nb: "Tida er tatt av noen andre. Velg en annen tid eller et annet rom.",
      nn: "Tida er teken av nokon andre. Vel ei anna tid eller eit anna rom.",
      en: "Somebody else has that time. Choose another time or another room.",
    },
  },
  backwards: {
    status: 422,
    constraint: "bookings_order",
    texts: {
      nb: "Slutten må være etter starten.",
      nn: "Slutten må vere etter starten.",
      en: "The end must be after the start.",
    },
  },
  past: {
    status: 422,
    texts: { nb: "Tida er over.", nn: "Tida er over.", en: "The time has passed." },
  },
  tooSoon: {
    status: 422,
    texts: {
      nb: ({ at, timeZone }: At) => `Det må bookes før. Tidligst nå er ${writtenMoment(Temporal.Instant.from(at), timeZone, "nb")}.`,
      nn: ({ at, timeZone }: At) => `Det må bookast før. Tidlegast no er ${writtenMoment(Temporal.Instant.from(at), timeZone, "nn")}.`,
      en: ({ at, timeZone }: At) =>
        `It must be booked earlier. The first time now is ${writtenMoment(Temporal.Instant.from(at), timeZone, "en")}.`,
    },
  },
  tooFar: {
    status: 422,
    texts: {
      nb: ({ at, timeZone }: At) =>
        `Så langt fram kan det ikke bookes ennå. Seinest nå er ${writtenMoment(Temporal.Instant.from(at), timeZone, "nb")}.`,
      nn: ({ at, timeZone }: At) =>
        `Så langt fram kan det ikkje bookast enno. Seinast no er ${writtenMoment(Temporal.Instant.from(at), timeZone, "nn")}.`,
      en: ({ at, timeZone }: At) =>
        `It cannot be booked that far ahead yet. The last time now is ${writtenMoment(Temporal.Instant.from(at), timeZone, "en")}.`,
    },
  },
  wrongStep: {
    status: 422,
    texts: {
      nb: ({ minutes }: Minutes) => `Tider går i steg på ${writtenLength(minutes, "nb")}.`,
      nn: ({ minutes }: Minutes) => `Tider går i steg på ${writtenLength(minutes, "nn")}.`,
      en: ({ minutes }: Minutes) => `Times go in steps of ${writtenLength(minutes, "en")}.`,
    },
  },
  tooShort: {
    status: 422,
    texts: {
      nb: ({ minutes }: Minutes) => `Den korteste tida er ${writtenLength(minutes, "nb")}.`,
      nn: ({ minutes }: Minutes) => `Den kortaste tida er ${writtenLength(minutes, "nn")}.`,
      en: ({ minutes }: Minutes) => `The shortest time is ${writtenLength(minutes, "en")}.`,
    },
  },
  tooLong: {
    status: 422,
    texts: {
      nb: ({ minutes }: Minutes) => `Den lengste tida er ${writtenLength(minutes, "nb")}.`,
      nn: ({ minutes }: Minutes) => `Den lengste tida er ${writtenLength(minutes, "nn")}.`,
      en: ({ minutes }: Minutes) => `The longest time is ${writtenLength(minutes, "en")}.`,
    },
  },
  closed: {
    status: 422,
    texts: {
      nb: "Huset er ikke åpent hele den tida.",
      nn: "Huset er ikkje ope heile den tida.",
      en: "The house is not open all that time.",
    },
  },
  outOfUse: {
    status: 422,
    texts: { nb: "Det er ikke i bruk da.", nn: "Det er ikkje i bruk då.", en: "It is not in use then." },
  },
  tooMany: {
    status: 422,
    texts: {
      nb: ({ capacity }: { capacity: number }) => `Her er det plass til ${capacity}.`,
      nn: ({ capacity }: { capacity: number }) => `Her er det plass til ${capacity}.`,
      en: ({ capacity }: { capacity: number }) => `There is room for ${capacity} here.`,
    },
  },
  notForYou: {
    status: 403,
    texts: {
      nb: ({ bookedBy }: { bookedBy: string }) =>
        `Dette bookes av ${{ staff: "dem som arbeider i huset", members: "husets medlemmer", network: "medlemmer av nettverket" }[bookedBy] ?? "andre"}.`,
      nn: ({ bookedBy }: { bookedBy: string }) =>
        `Dette blir booka av ${{ staff: "dei som arbeider i huset", members: "medlemene i huset", network: "medlemer av nettverket" }[bookedBy] ?? "andre"}.`,
      en: ({ bookedBy }: { bookedBy: string }) =>
        `This is booked by ${{ staff: "those who work in the house", members: "members of the house", network: "members of the network" }[bookedBy] ?? "others"}.`,
    },
  },
  needsCertification: {
    status: 403,
    texts: {
      nb: ({ name }: { name: string }) => `Du må ha tatt «${name}» før du booker dette, og det må gjelde den dagen.`,
      nn: ({ name }: { name: string }) => `Du må ha teke «${name}» før du bookar dette, og det må gjelde den dagen.`,
      en: ({ name }: { name: string }) => `You must have taken “${name}” before you book this, and it must be valid on that day.`,
    },
    ofAnother: {
      nb: (who, { name }: { name: string }) => `${who} må ha tatt «${name}» før dette bookes, og det må gjelde den dagen.`,
      nn: (who, { name }: { name: string }) => `${who} må ha teke «${name}» før dette blir booka, og det må gjelde den dagen.`,
      en: (who, { name }: { name: string }) => `${who} must have taken “${name}” before this is booked, and it must be valid on that day.`,
    },
  },
  weekUsed: {
    status: 409,
    texts: {
      nb: ({ minutes, left }: { minutes: number; left: number }) =>
        `Du kan booke ${writtenLength(minutes, "nb")} i uka, og har ${writtenLength(Math.max(0, left), "nb")} igjen den uka.`,
      nn: ({ minutes, left }: { minutes: number; left: number }) =>
        `Du kan booke ${writtenLength(minutes, "nn")} i veka, og har ${writtenLength(Math.max(0, left), "nn")} att den veka.`,
      en: ({ minutes, left }: { minutes: number; left: number }) =>
        `You can book ${writtenLength(minutes, "en")} a week, and have ${writtenLength(Math.max(0, left), "en")} left that week.`,
    },
    ofAnother: {
      nb: (who, { minutes, left }: { minutes: number; left: number }) =>
        `${who} kan booke ${writtenLength(minutes, "nb")} i uka, og har ${writtenLength(Math.max(0, left), "nb")} igjen den uka.`,
      nn: (who, { minutes, left }: { minutes: number; left: number }) =>
        `${who} kan booke ${writtenLength(minutes, "nn")} i veka, og har ${writtenLength(Math.max(0, left), "nn")} att den veka.`,
      en: (who, { minutes, left }: { minutes: number; left: number }) =>
        `${who} can book ${writtenLength(minutes, "en")} a week, and has ${writtenLength(Math.max(0, left), "en")} left that week.`,
    },
  },
  ended: {
    status: 409,
    texts: {
      nb: "Bookingen er avlyst.",
      nn: "Bookinga er avlyst.",
      en: "The booking has been cancelled.",
    },
  },
  ofHire: {
    status: 409,
    texts: {
      nb: "Tida er leid ut. Endre den der leia er avtalt.",
      nn: "Tida er leigd ut. Endre ho der leiga er avtalt.",
      en: "The time is hired out. Change it where the hire was agreed.",
    },
  },
  keptElsewhere: {
    status: 409,
    texts: {
      nb: "Tida kommer fra en annen kalender. Endre den der.",
      nn: "Tida kjem frå ein annan kalender. Endre ho der.",
      en: "The time comes from another calendar. Change it there.",
    },
  },
  wrongState: {
    status: 409,
    texts: {
      nb: "Det går ikke slik bookingen står nå.",
      nn: "Det går ikkje slik bookinga står no.",
      en: "That cannot be done as the booking now stands.",
    },
  },
  notAtDoor: {
    status: 403,
    texts: {
      nb: "Rommet kan ikke tas her ved døra. Book det på nettsiden, eller spør verten.",
      nn: "Rommet kan ikkje takast her ved døra. Book det på nettsida, eller spør verten.",
      en: "The room cannot be taken here at the door. Book it on the website, or ask the host.",
    },
  },
  checkInLater: {
    status: 409,
    texts: {
      nb: ({ minutes }: Minutes) => `Innsjekkingen åpner ${minutes} minutter før start.`,
      nn: ({ minutes }: Minutes) => `Innsjekkinga opnar ${minutes} minutt før start.`,
      en: ({ minutes }: Minutes) => `Check-in opens ${minutes} minutes before the start.`,
    },
  },
  tooLate: {
    status: 409,
    texts: {
      nb: "Tida er begynt og kan ikke endres. Snakk med huset.",
      nn: "Tida er byrja og kan ikkje endrast. Snakk med huset.",
      en: "The time has begun and cannot be changed. Talk to the house.",
    },
  },
});
