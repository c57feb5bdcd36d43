import { catalogue } from "../../../platform/language/language.ts";

type Position = { organization: string; given: number; received: number };
type Payment = { amount: string; other: string };
type Disputed = { day: string; host: string; home: string; asker: string };

/** What is written about the ledger: what a period came to, and days a side says are wrong. */
export const ledgerLetterTexts = catalogue({
  nb: {
    closed: (period: string) => `Gjestedagene er gjort opp for ${period}`,
    position: ({ organization, given, received }: Position) => `${organization} ga ${days.nb(given)} og fikk ${days.nb(received)}.`,
    isOwed: (amount: string) => `Til sammen har dere ${amount} til gode.`,
    owes: (amount: string) => `Til sammen skylder dere ${amount}.`,
    pays: ({ amount, other }: Payment) => `Dere betaler ${amount} til ${other}.`,
    receives: ({ amount, other }: Payment) => `Dere får ${amount} fra ${other}.`,
    nothingToPay: "Det er ingenting å betale.",
    seeSettlement: "Se oppgjøret",
    asked: ({ asker, day, host, home }: Disputed) => ({
      subject: `${asker} ber om at gjestedagen ${day} rettes`,
      text: `Den står som gitt av ${host} og mottatt av ${home}. ${asker} mener det er feil.`,
    }),
    theyWrite: (reason: string) => `De skriver: ${reason}`,
    coordinatorDecides: "Koordinatoren avgjør. Vet du mer om dagen, si fra.",
    youDecide: "Du avgjør om den føres tilbake.",
    seeDays: "Se dagene",
    answer: "Svar på rettelsen",
    accepted: ({ day, host, home }: Disputed) => ({
      subject: `Gjestedagen ${day} er ført tilbake`,
      text: `Den teller ikke lenger mellom ${host} og ${home}. Er perioden lukket, kommer rettelsen med i det neste oppgjøret.`,
    }),
    rejected: ({ day, asker }: Disputed) => ({
      subject: `Gjestedagen ${day} blir stående`,
      text: `Koordinatoren har svart nei til rettelsen ${asker} ba om.`,
    }),
    coordinatorWrites: (reason: string) => `Koordinatoren skriver: ${reason}`,
  },
  nn: {
    closed: (period: string) => `Gjestedagane er gjorde opp for ${period}`,
    position: ({ organization, given, received }: Position) => `${organization} gav ${days.nn(given)} og fekk ${days.nn(received)}.`,
    isOwed: (amount: string) => `Til saman har de ${amount} til gode.`,
    owes: (amount: string) => `Til saman skuldar de ${amount}.`,
    pays: ({ amount, other }: Payment) => `De betaler ${amount} til ${other}.`,
    receives: ({ amount, other }: Payment) => `De får ${amount} frå ${other}.`,
    nothingToPay: "Det er ingenting å betale.",
    seeSettlement: "Sjå oppgjeret",
    asked: ({ asker, day, host, home }: Disputed) => ({
      subject: `${asker} bed om at gjestedagen ${day} blir retta`,
      text: `Han står som gjeven av ${host} og motteken av ${home}. ${asker} meiner det er feil.`,
    }),
    theyWrite: (reason: string) => `Dei skriv: ${reason}`,
    coordinatorDecides: "Koordinatoren avgjer. Veit du meir om dagen, sei frå.",
    youDecide: "Du avgjer om han blir ført tilbake.",
    seeDays: "Sjå dagane",
    answer: "Svar på rettinga",
    accepted: ({ day, host, home }: Disputed) => ({
      subject: `Gjestedagen ${day} er ført tilbake`,
      text: `Han tel ikkje lenger mellom ${host} og ${home}. Er perioden lukka, kjem rettinga med i det neste oppgjeret.`,
    }),
    rejected: ({ day, asker }: Disputed) => ({
      subject: `Gjestedagen ${day} blir ståande`,
      text: `Koordinatoren har svara nei til rettinga ${asker} bad om.`,
    }),
    coordinatorWrites: (reason: string) => `Koordinatoren skriv: ${reason}`,
  },
  en: {
    closed: (period: string) => `Guest days are settled for ${period}`,
    position: ({ organization, given, received }: Position) => `${organization} gave ${days.en(given)} and received ${days.en(received)}.`,
    isOwed: (amount: string) => `In all you are owed ${amount}.`,
    owes: (amount: string) => `In all you owe ${amount}.`,
    pays: ({ amount, other }: Payment) => `You pay ${amount} to ${other}.`,
    receives: ({ amount, other }: Payment) => `You receive ${amount} from ${other}.`,
    nothingToPay: "There is nothing to pay.",
    seeSettlement: "See the settlement",
    asked: ({ asker, day, host, home }: Disputed) => ({
      subject: `${asker} asks for the guest day on ${day} to be corrected`,
      text: `It stands as given by ${host} and received by ${home}. ${asker} says that is wrong.`,
    }),
    theyWrite: (reason: string) => `They write: ${reason}`,
    coordinatorDecides: "The coordinator decides. If you know more about the day, say so.",
    youDecide: "You decide whether it is booked back.",
    seeDays: "See the days",
    answer: "Answer the correction",
    accepted: ({ day, host, home }: Disputed) => ({
      subject: `The guest day on ${day} has been booked back`,
      text: `It no longer counts between ${host} and ${home}. If the period is closed, the correction goes into the next settlement.`,
    }),
    rejected: ({ day, asker }: Disputed) => ({
      subject: `The guest day on ${day} stands`,
      text: `The coordinator has said no to the correction ${asker} asked for.`,
    }),
    coordinatorWrites: (reason: string) => `The coordinator writes: ${reason}`,
  },
});

const days = {
  nb: (count: number) => (count === 1 ? "én dag" : `${count} dager`),
  nn: (count: number) => (count === 1 ? "éin dag" : `${count} dagar`),
  en: (count: number) => (count === 1 ? "one day" : `${count} days`),
};
