import { catalogue } from "../../../platform/language/language.ts";

type What = { resource: string; when: string };

/** What is written to people about bookings others changed for them. */
export const bookingLetterTexts = catalogue({
  nb: {
    cancelledSubject: (f: What) => `${f.resource} er avlyst ${f.when}`,
    cancelled: (f: What & { space: string }) =>
      `Tida di ${f.when}, ${f.resource} hos ${f.space}, er avlyst av huset. Du betaler ikke for den.`,
    reason: (reason: string) => `Huset skriver: ${reason}`,
    seeCalendar: "Finn en annen tid",
    withoutCertificate: "Kursbeviset ditt gjelder ikke lenger.",
    movedSubject: (f: What) => `${f.resource} er flyttet til ${f.when}`,
    moved: (f: What & { space: string }) => `Tida di i ${f.resource} hos ${f.space} er flyttet av huset til ${f.when}.`,
    payer: (f: { company: string; price: string }) =>
      `Planen til ${f.company} dekker den ikke da. Du betaler ${f.price}, når tida er over.`,
    seeBooking: "Se tida",
  },
  nn: {
    cancelledSubject: (f: What) => `${f.resource} er avlyst ${f.when}`,
    cancelled: (f: What & { space: string }) =>
      `Tida di ${f.when}, ${f.resource} hos ${f.space}, er avlyst av huset. Du betaler ikkje for ho.`,
    reason: (reason: string) => `Huset skriv: ${reason}`,
    seeCalendar: "Finn ei anna tid",
    withoutCertificate: "Kursprovet ditt gjeld ikkje lenger.",
    movedSubject: (f: What) => `${f.resource} er flytta til ${f.when}`,
    moved: (f: What & { space: string }) => `Tida di i ${f.resource} hos ${f.space} er flytta av huset til ${f.when}.`,
    payer: (f: { company: string; price: string }) =>
      `Planen til ${f.company} dekkjer ho ikkje då. Du betaler ${f.price}, når tida er over.`,
    seeBooking: "Sjå tida",
  },
  en: {
    cancelledSubject: (f: What) => `${f.resource} is cancelled ${f.when}`,
    cancelled: (f: What & { space: string }) =>
      `Your time ${f.when}, ${f.resource} at ${f.space}, was cancelled by the space. You do not pay for it.`,
    reason: (reason: string) => `The space writes: ${reason}`,
    seeCalendar: "Find another time",
    withoutCertificate: "Your certificate is no longer valid.",
    movedSubject: (f: What) => `${f.resource} is moved to ${f.when}`,
    moved: (f: What & { space: string }) => `Your time in ${f.resource} at ${f.space} was moved by the space to ${f.when}.`,
    payer: (f: { company: string; price: string }) =>
      `The plan of ${f.company} does not cover it then. You pay ${f.price}, when the time is over.`,
    seeBooking: "See the time",
  },
});
