import { defineRefusals } from "../../../platform/refusal/refusal.ts";
import type { Occurrence } from "./occurrence.ts";

type Conflicts = { conflicts: number; total: number; occurrences: Occurrence[] };

/** Why a series is not booked or moved. */
export const seriesRefusals = defineRefusals("series", {
  conflicts: {
    status: 409,
    texts: {
      nb: ({ conflicts, total }: Conflicts) =>
        `${conflicts} av ${total} går ikke. Ingenting er booket ennå: hopp over dem, flytt dem eller gi deg.`,
      nn: ({ conflicts, total }: Conflicts) =>
        `${conflicts} av ${total} går ikkje. Ingenting er booka enno: hopp over dei, flytt dei eller gi deg.`,
      en: ({ conflicts, total }: Conflicts) =>
        `${conflicts} of ${total} cannot be had. Nothing is booked yet: skip them, move them or let it be.`,
    },
  },
  unreadable: {
    status: 422,
    texts: {
      nb: ({ part }: { part: string }) => `Gjentakelsen kan ikke leses: ${part}.`,
      nn: ({ part }: { part: string }) => `Gjentakinga kan ikkje lesast: ${part}.`,
      en: ({ part }: { part: string }) => `The recurrence cannot be read: ${part}.`,
    },
  },
  endless: {
    status: 422,
    texts: {
      nb: "Si hvor mange ganger, eller til hvilken dag.",
      nn: "Sei kor mange gonger, eller til kva dag.",
      en: "Say how many times, or until which day.",
    },
  },
  tooOften: {
    status: 422,
    texts: {
      nb: ({ most }: { most: number }) => `En serie har høyst ${most} ganger.`,
      nn: ({ most }: { most: number }) => `Ein serie har høgst ${most} gonger.`,
      en: ({ most }: { most: number }) => `A series has ${most} times at the most.`,
    },
  },
  tooLong: {
    status: 422,
    texts: {
      nb: ({ years }: { years: number }) => `En serie går høyst ${years} år fram.`,
      nn: ({ years }: { years: number }) => `Ein serie går høgst ${years} år fram.`,
      en: ({ years }: { years: number }) => `A series goes ${years} years ahead at the most.`,
    },
  },
  firstIsNotOne: {
    status: 422,
    texts: {
      nb: "Den første tida er ikke en av dem gjentakelsen gir.",
      nn: "Den første tida er ikkje ei av dei gjentakinga gir.",
      en: "The first time is not one the recurrence gives.",
    },
  },
  noSuchTime: {
    status: 422,
    texts: {
      nb: "Et av unntakene er ikke en av seriens tider.",
      nn: "Eit av unntaka er ikkje ei av tidene i serien.",
      en: "One of the exceptions is not a time of the series.",
    },
  },
  notHeld: {
    status: 422,
    texts: {
      nb: "En serie holdes ikke av. Se datoene, og book dem så.",
      nn: "Ein serie blir ikkje halden av. Sjå datoane, og book dei så.",
      en: "A series is not held. Look at the dates, then book them.",
    },
  },
});

/** Why a rule of repetition cannot be followed, whatever it repeats. */
export const recurrenceRefusals = [
  seriesRefusals.unreadable,
  seriesRefusals.endless,
  seriesRefusals.tooOften,
  seriesRefusals.tooLong,
  seriesRefusals.firstIsNotOne,
];
