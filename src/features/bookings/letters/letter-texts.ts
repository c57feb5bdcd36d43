import { catalogue } from "../../../platform/language/language.ts";

type What = { resource: string; when: string };

/** `by`: who manages the company it is for; null when it was the house. */
type Changed = What & { space: string; by: string | null };

type Several = { resource: string; count: number };

/** What is written to people about bookings others changed for them. */
export const bookingLetterTexts = catalogue({
  nb: {
    cancelledSubject: (f: What) => `${f.resource} er avlyst ${f.when}`,
    cancelled: (f: Changed) => `Tida di ${f.when}, ${f.resource} hos ${f.space}, er avlyst av ${f.by ?? "huset. Du betaler ikke for den"}.`,
    reason: (reason: string, by: string | null = null) => `${by ?? "Huset"} skriver: ${reason}`,
    severalSubject: (f: Several) => `${f.resource}: ${f.count} tider er avlyst`,
    several: (f: Several & Omit<Changed, "when">) =>
      `Tidene dine i ${f.resource} hos ${f.space} er avlyst av ${f.by ?? "huset. Du betaler ikke for dem"}. Det gjelder ${f.count} tider:`,
    andMore: (count: number) => `og ${count} til`,
    seeCalendar: "Finn en annen tid",
    withoutCertificate: "Kursbeviset ditt gjelder ikke lenger.",
    movedSubject: (f: What) => `${f.resource} er flyttet til ${f.when}`,
    moved: (f: Changed) => `Tida di i ${f.resource} hos ${f.space} er flyttet av ${f.by ?? "huset"} til ${f.when}.`,
    movedAlong: "Andre tider i serien kan være flyttet med.",
    payer: (f: { company: string; price: string }) =>
      `Planen til ${f.company} dekker den ikke da. Du betaler ${f.price}, når tida er over.`,
    seeBooking: "Se tida",
    bookedForSubject: (f: What) => `${f.resource} er booket for deg ${f.when}`,
    bookedFor: (f: What & { space: string; by: string; until: string }) =>
      `${f.by} hos ${f.space} har booket ${f.resource} for deg ${f.when}, til kl. ${f.until}.`,
    ofSeries: (count: number) => `Det er ${count} tider i alt; dette er den første.`,
    title: (title: string) => `Det gjelder: ${title}`,
    youPay: (price: string) => `Du betaler ${price}, når tida er over.`,
    theyPay: (f: { company: string; price: string }) => `${f.company} betaler ${f.price}, når tida er over.`,
    seeBookings: "Se det du har booket",
    askedSubject: (f: What & { holder: string }) => `${f.holder} spør om ${f.resource} ${f.when}`,
    asked: (f: What & { holder: string; space: string }) =>
      `${f.holder} vil ha ${f.resource} hos ${f.space} ${f.when}. Tida er holdt av til dere har svart.`,
    answer: "Svar",
    approvedSubject: (f: What) => `${f.resource} er din ${f.when}`,
    approved: (f: What & { space: string }) => `${f.space} har sagt ja til ${f.resource} ${f.when}.`,
    refusedSubject: (f: What) => `${f.resource} kan ikke bli din ${f.when}`,
    refused: (f: What & { space: string }) => `${f.space} har sagt nei til ${f.resource} ${f.when}. Du betaler ikke for den.`,
  },
  nn: {
    cancelledSubject: (f: What) => `${f.resource} er avlyst ${f.when}`,
    cancelled: (f: Changed) => `Tida di ${f.when}, ${f.resource} hos ${f.space}, er avlyst av ${f.by ?? "huset. Du betaler ikkje for ho"}.`,
    reason: (reason: string, by: string | null = null) => `${by ?? "Huset"} skriv: ${reason}`,
    severalSubject: (f: Several) => `${f.resource}: ${f.count} tider er avlyste`,
    several: (f: Several & Omit<Changed, "when">) =>
      `Tidene dine i ${f.resource} hos ${f.space} er avlyste av ${f.by ?? "huset. Du betaler ikkje for dei"}. Det gjeld ${f.count} tider:`,
    andMore: (count: number) => `og ${count} til`,
    seeCalendar: "Finn ei anna tid",
    withoutCertificate: "Kursprovet ditt gjeld ikkje lenger.",
    movedSubject: (f: What) => `${f.resource} er flytta til ${f.when}`,
    moved: (f: Changed) => `Tida di i ${f.resource} hos ${f.space} er flytta av ${f.by ?? "huset"} til ${f.when}.`,
    movedAlong: "Andre tider i serien kan vere flytta med.",
    payer: (f: { company: string; price: string }) =>
      `Planen til ${f.company} dekkjer ho ikkje då. Du betaler ${f.price}, når tida er over.`,
    seeBooking: "Sjå tida",
    bookedForSubject: (f: What) => `${f.resource} er booka for deg ${f.when}`,
    bookedFor: (f: What & { space: string; by: string; until: string }) =>
      `${f.by} hos ${f.space} har booka ${f.resource} for deg ${f.when}, til kl. ${f.until}.`,
    ofSeries: (count: number) => `Det er ${count} tider i alt; dette er den første.`,
    title: (title: string) => `Det gjeld: ${title}`,
    youPay: (price: string) => `Du betaler ${price}, når tida er over.`,
    theyPay: (f: { company: string; price: string }) => `${f.company} betaler ${f.price}, når tida er over.`,
    seeBookings: "Sjå det du har booka",
    askedSubject: (f: What & { holder: string }) => `${f.holder} spør om ${f.resource} ${f.when}`,
    asked: (f: What & { holder: string; space: string }) =>
      `${f.holder} vil ha ${f.resource} hos ${f.space} ${f.when}. Tida er halden av til de har svara.`,
    answer: "Svar",
    approvedSubject: (f: What) => `${f.resource} er din ${f.when}`,
    approved: (f: What & { space: string }) => `${f.space} har sagt ja til ${f.resource} ${f.when}.`,
    refusedSubject: (f: What) => `${f.resource} kan ikkje bli din ${f.when}`,
    refused: (f: What & { space: string }) => `${f.space} har sagt nei til ${f.resource} ${f.when}. Du betaler ikkje for ho.`,
  },
  en: {
    cancelledSubject: (f: What) => `${f.resource} is cancelled ${f.when}`,
    cancelled: (f: Changed) =>
      `Your time ${f.when}, ${f.resource} at ${f.space}, was cancelled by ${f.by ?? "the space. You do not pay for it"}.`,
    reason: (reason: string, by: string | null = null) => `${by ?? "The space"} writes: ${reason}`,
    severalSubject: (f: Several) => `${f.resource}: ${f.count} times are cancelled`,
    several: (f: Several & Omit<Changed, "when">) =>
      `Your times in ${f.resource} at ${f.space} were cancelled by ${f.by ?? "the space. You do not pay for them"}. There are ${f.count} of them:`,
    andMore: (count: number) => `and ${count} more`,
    seeCalendar: "Find another time",
    withoutCertificate: "Your certificate is no longer valid.",
    movedSubject: (f: What) => `${f.resource} is moved to ${f.when}`,
    moved: (f: Changed) => `Your time in ${f.resource} at ${f.space} was moved by ${f.by ?? "the space"} to ${f.when}.`,
    movedAlong: "Other times of the series may have moved along.",
    payer: (f: { company: string; price: string }) =>
      `The plan of ${f.company} does not cover it then. You pay ${f.price}, when the time is over.`,
    seeBooking: "See the time",
    bookedForSubject: (f: What) => `${f.resource} is booked for you ${f.when}`,
    bookedFor: (f: What & { space: string; by: string; until: string }) =>
      `${f.by} at ${f.space} has booked ${f.resource} for you ${f.when}, until ${f.until}.`,
    ofSeries: (count: number) => `There are ${count} times in all; this is the first.`,
    title: (title: string) => `It is for: ${title}`,
    youPay: (price: string) => `You pay ${price}, when the time is over.`,
    theyPay: (f: { company: string; price: string }) => `${f.company} pays ${f.price}, when the time is over.`,
    seeBookings: "See what you have booked",
    askedSubject: (f: What & { holder: string }) => `${f.holder} asks for ${f.resource} ${f.when}`,
    asked: (f: What & { holder: string; space: string }) =>
      `${f.holder} wants ${f.resource} at ${f.space} ${f.when}. The time is kept until you have answered.`,
    answer: "Answer",
    approvedSubject: (f: What) => `${f.resource} is yours ${f.when}`,
    approved: (f: What & { space: string }) => `${f.space} has said yes to ${f.resource} ${f.when}.`,
    refusedSubject: (f: What) => `${f.resource} cannot be yours ${f.when}`,
    refused: (f: What & { space: string }) => `${f.space} has said no to ${f.resource} ${f.when}. You do not pay for it.`,
  },
});
