import { catalogue } from "../../../platform/language/language.ts";
import type { PreviewedLetter } from "../letters/preview.ts";

type Words = { name: string; when: string };

/** The words of the page with the letters of a call. */
export const letterWords = catalogue({
  nb: {
    title: "Brev",
    lead: "Slik er brevene utlysningen skriver. «…» er det vi ikke vet ennå: navnet på søknaden, og begrunnelsen dere skriver.",
    inLanguage: "Vis på",
    languages: { nb: "bokmål", nn: "nynorsk", en: "engelsk" },
    subject: "Emne",
    letters: {
      reminder: { name: "Fristen nærmer seg", when: "Sendes to døgn før fristen til dem som har begynt og ikke levert." },
      received: { name: "Kvittering", when: "Sendes når en søknad er levert." },
      received_late: {
        name: "Kvittering etter fristen",
        when: "Sendes når en søknad er levert etter fristen, mens dere fortsatt tar imot.",
      },
      assigned: { name: "Til juryen", when: "Sendes når dere åpner en fase, til dem som har noe å vurdere." },
      shortlisted: { name: "Videre", when: "Sendes når dere trykker på send, til dem som går videre." },
      awarded: { name: "Tildelt", when: "Sendes når dere trykker på send, til dem som er valgt ut." },
      reserve: { name: "Reserve", when: "Sendes når dere trykker på send, til dem som står på reservelista." },
      declined: { name: "Avslag", when: "Sendes når dere trykker på send, med teksten dere har skrevet om å klage." },
    } as Record<PreviewedLetter, Words>,
  },
  nn: {
    title: "Brev",
    lead: "Slik er breva utlysinga skriv. «…» er det vi ikkje veit enno: namnet på søknaden, og grunngjevinga de skriv.",
    inLanguage: "Vis på",
    languages: { nb: "bokmål", nn: "nynorsk", en: "engelsk" },
    subject: "Emne",
    letters: {
      reminder: { name: "Fristen nærmar seg", when: "Blir sendt to døgn før fristen til dei som har byrja og ikkje levert." },
      received: { name: "Kvittering", when: "Blir sendt når ein søknad er levert." },
      received_late: {
        name: "Kvittering etter fristen",
        when: "Blir sendt når ein søknad er levert etter fristen, medan de framleis tek imot.",
      },
      assigned: { name: "Til juryen", when: "Blir sendt når de opnar ein fase, til dei som har noko å vurdere." },
      shortlisted: { name: "Vidare", when: "Blir sendt når de trykkjer på send, til dei som går vidare." },
      awarded: { name: "Tildelt", when: "Blir sendt når de trykkjer på send, til dei som er valde ut." },
      reserve: { name: "Reserve", when: "Blir sendt når de trykkjer på send, til dei som står på reservelista." },
      declined: { name: "Avslag", when: "Blir sendt når de trykkjer på send, med teksten de har skrive om å klage." },
    },
  },
  en: {
    title: "Letters",
    lead: "These are the letters the call writes. “…” is what we do not know yet: the name of the application, and the reason you write.",
    inLanguage: "Show in",
    languages: { nb: "Bokmål", nn: "Nynorsk", en: "English" },
    subject: "Subject",
    letters: {
      reminder: { name: "The deadline is near", when: "Sent two days before the deadline to those who have begun and not delivered." },
      received: { name: "Receipt", when: "Sent when an application is delivered." },
      received_late: {
        name: "Receipt after the deadline",
        when: "Sent when an application is delivered after the deadline, while you still take them.",
      },
      assigned: { name: "To the jury", when: "Sent when you open a phase, to those who have something to judge." },
      shortlisted: { name: "Goes on", when: "Sent when you press send, to those who go on." },
      awarded: { name: "Chosen", when: "Sent when you press send, to those who are chosen." },
      reserve: { name: "Reserve", when: "Sent when you press send, to those on the reserve list." },
      declined: { name: "Declined", when: "Sent when you press send, with what you have written about appeals." },
    },
  },
});
