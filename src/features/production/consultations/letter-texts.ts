import { catalogue } from "../../../platform/language/language.ts";

type Facts = { space: string; who: string; staff: string | null; when: string; about: string | null };

/** A letter about a slot: its subject, and what it says. */
type AppointmentLetter = { subject: (f: Facts) => string; lines: (f: Facts) => string[] };

type Letters = {
  seeSlots: string;
  reason: (reason: string) => string;
  yours: AppointmentLetter;
  lost: AppointmentLetter;
  taken: AppointmentLetter;
  givenUp: AppointmentLetter;
  shutOut: AppointmentLetter;
  isShut: string;
};

/** What people are written to when a slot is taken or given up. */
export const appointmentTexts = catalogue<Letters>({
  nb: {
    seeSlots: "Se timene",
    reason: (reason) => `Grunn: ${reason}`,
    yours: {
      subject: (f) => `Du har en time hos ${f.space} ${f.when}`,
      lines: (f) => [
        `Timen er din: ${f.when}, hos ${f.space}${f.staff ? ` med ${f.staff}` : ""}.`,
        "Kan du ikke komme, så gi den fra deg, så får noen andre den.",
      ],
    },
    lost: {
      subject: (f) => `${f.space} kan ikke ta imot deg ${f.when}`,
      lines: (f) => [`Timen din hos ${f.space} ${f.when} er avlyst. Du kan ta en annen.`],
    },
    taken: {
      subject: (f) => `${f.who} kommer til veiledning ${f.when}`,
      lines: (f) => [`${f.who} har tatt timen ${f.when}.`, ...(f.about ? [`Det gjelder: ${f.about}`] : [])],
    },
    givenUp: {
      subject: (f) => `${f.who} kommer ikke ${f.when}`,
      lines: (f) => [`${f.who} har gitt fra seg timen ${f.when}. Den er ledig igjen.`],
    },
    shutOut: {
      subject: (f) => `${f.space} er stengt ${f.when}`,
      lines: (f) => [`Huset er stengt den dagen. Timen med ${f.who} ${f.when} er avlyst, og ${f.who} har fått brev.`],
    },
    isShut: "Huset er stengt den dagen.",
  },
  nn: {
    seeSlots: "Sjå timane",
    reason: (reason) => `Grunn: ${reason}`,
    yours: {
      subject: (f) => `Du har ein time hos ${f.space} ${f.when}`,
      lines: (f) => [
        `Timen er din: ${f.when}, hos ${f.space}${f.staff ? ` med ${f.staff}` : ""}.`,
        "Kan du ikkje kome, så gi han frå deg, så får nokon andre han.",
      ],
    },
    lost: {
      subject: (f) => `${f.space} kan ikkje ta imot deg ${f.when}`,
      lines: (f) => [`Timen din hos ${f.space} ${f.when} er avlyst. Du kan ta ein annan.`],
    },
    taken: {
      subject: (f) => `${f.who} kjem til rettleiing ${f.when}`,
      lines: (f) => [`${f.who} har teke timen ${f.when}.`, ...(f.about ? [`Det gjeld: ${f.about}`] : [])],
    },
    givenUp: {
      subject: (f) => `${f.who} kjem ikkje ${f.when}`,
      lines: (f) => [`${f.who} har gitt frå seg timen ${f.when}. Han er ledig att.`],
    },
    shutOut: {
      subject: (f) => `${f.space} er stengt ${f.when}`,
      lines: (f) => [`Huset er stengt den dagen. Timen med ${f.who} ${f.when} er avlyst, og ${f.who} har fått brev.`],
    },
    isShut: "Huset er stengt den dagen.",
  },
  en: {
    seeSlots: "See the slots",
    reason: (reason) => `Reason: ${reason}`,
    yours: {
      subject: (f) => `You have a slot at ${f.space}, ${f.when}`,
      lines: (f) => [
        `The slot is yours: ${f.when}, at ${f.space}${f.staff ? ` with ${f.staff}` : ""}.`,
        "If you cannot come, give it up, and somebody else gets it.",
      ],
    },
    lost: {
      subject: (f) => `${f.space} cannot see you ${f.when}`,
      lines: (f) => [`Your slot at ${f.space}, ${f.when}, is cancelled. You can take another.`],
    },
    taken: {
      subject: (f) => `${f.who} comes for a consultation ${f.when}`,
      lines: (f) => [`${f.who} took the slot ${f.when}.`, ...(f.about ? [`It is about: ${f.about}`] : [])],
    },
    givenUp: {
      subject: (f) => `${f.who} does not come ${f.when}`,
      lines: (f) => [`${f.who} gave up the slot ${f.when}. It is free again.`],
    },
    shutOut: {
      subject: (f) => `${f.space} is shut ${f.when}`,
      lines: (f) => [`The space is shut that day. The slot with ${f.who}, ${f.when}, is cancelled, and ${f.who} has had a letter.`],
    },
    isShut: "The space is shut that day.",
  },
});
