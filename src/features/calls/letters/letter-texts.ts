import { catalogue } from "../../../platform/language/language.ts";
import type { Outcome } from "../submissions/outcome.ts";

type About = { title: string; call: string; runner: string };
type Told = { subject: string; text: string };

/** What is written to people who apply, and to those who judge. */
export const callLetterTexts = catalogue<{
  seeSubmission: string;
  goOn: string;
  seeReviews: string;
  received: (about: About & { when: string; isLate: boolean; until: string }) => Told & { change: string };
  reminder: (about: About & { until: string }) => Told & { saved: string };
  assigned: (about: Omit<About, "title"> & { phase: string; count: number }) => Told & { conflict: string };
  decision: Record<Outcome, (about: About) => Told>;
  reason: (reason: string) => string;
}>({
  nb: {
    seeSubmission: "Se søknaden",
    goOn: "Skriv videre",
    seeReviews: "Se hva du skal vurdere",
    received: ({ title, call, runner, when, isLate, until }) => ({
      subject: `Levert: ${title}`,
      text: `«${title}» til ${call} er levert ${when}. ${runner} har fått den.${isLate ? " Den kom etter fristen, og er merket som sen." : ""}`,
      change: `Fram til ${until} kan du endre den og levere på nytt.`,
    }),
    reminder: ({ title, call, until }) => ({
      subject: `Fristen nærmer seg: ${call}`,
      text: `Du har begynt på «${title || "en søknad"}» til ${call}, men ikke levert. Fristen er ${until}.`,
      saved: "Alt du har skrevet, er lagret.",
    }),
    assigned: ({ call, phase, count }) => ({
      subject: `Du er i juryen: ${call}`,
      text: `${phase} er åpnet, og du har ${count === 1 ? "én søknad" : `${count} søknader`} å vurdere.`,
      conflict: "For hver av dem sier du først om du er inhabil. Er du det, gir du ingen poeng, og det trekker ingen ned.",
    }),
    decision: {
      awarded: ({ title, call }) => ({ subject: `${call}: «${title}» er tildelt`, text: `«${title}» er valgt ut. Gratulerer.` }),
      shortlisted: ({ title, call }) => ({
        subject: `${call}: «${title}» er videre`,
        text: `«${title}» er blant dem som går videre. Du hører fra oss om neste steg.`,
      }),
      reserve: ({ title, call }) => ({
        subject: `${call}: «${title}» står på reservelista`,
        text: `«${title}» fikk ikke plass nå, men står på reservelista. Blir det plass, skriver vi til deg.`,
      }),
      declined: ({ title, call }) => ({
        subject: `${call}: svar på «${title}»`,
        text: `«${title}» er lest og vurdert, og ble ikke valgt ut denne gangen.`,
      }),
    },
    reason: (reason) => `Begrunnelse: ${reason}`,
  },
  nn: {
    seeSubmission: "Sjå søknaden",
    goOn: "Skriv vidare",
    seeReviews: "Sjå kva du skal vurdere",
    received: ({ title, call, runner, when, isLate, until }) => ({
      subject: `Levert: ${title}`,
      text: `«${title}» til ${call} er levert ${when}. ${runner} har fått han.${isLate ? " Han kom etter fristen, og er merkt som sein." : ""}`,
      change: `Fram til ${until} kan du endre han og levere på nytt.`,
    }),
    reminder: ({ title, call, until }) => ({
      subject: `Fristen nærmar seg: ${call}`,
      text: `Du har byrja på «${title || "ein søknad"}» til ${call}, men ikkje levert. Fristen er ${until}.`,
      saved: "Alt du har skrive, er lagra.",
    }),
    assigned: ({ call, phase, count }) => ({
      subject: `Du er i juryen: ${call}`,
      text: `${phase} er opna, og du har ${count === 1 ? "éin søknad" : `${count} søknader`} å vurdere.`,
      conflict: "For kvar av dei seier du først om du er inhabil. Er du det, gjev du ingen poeng, og det trekkjer ingen ned.",
    }),
    decision: {
      awarded: ({ title, call }) => ({ subject: `${call}: «${title}» er tildelt`, text: `«${title}» er vald ut. Gratulerer.` }),
      shortlisted: ({ title, call }) => ({
        subject: `${call}: «${title}» er vidare`,
        text: `«${title}» er mellom dei som går vidare. Du høyrer frå oss om neste steg.`,
      }),
      reserve: ({ title, call }) => ({
        subject: `${call}: «${title}» står på reservelista`,
        text: `«${title}» fekk ikkje plass no, men står på reservelista. Blir det plass, skriv vi til deg.`,
      }),
      declined: ({ title, call }) => ({
        subject: `${call}: svar på «${title}»`,
        text: `«${title}» er lesen og vurdert, og vart ikkje vald ut denne gongen.`,
      }),
    },
    reason: (reason) => `Grunngjeving: ${reason}`,
  },
  en: {
    seeSubmission: "See the application",
    goOn: "Go on writing",
    seeReviews: "See what you are to judge",
    received: ({ title, call, runner, when, isLate, until }) => ({
      subject: `Delivered: ${title}`,
      text: `“${title}” was delivered to ${call} ${when}. ${runner} has it.${isLate ? " It came after the deadline, and is marked as late." : ""}`,
      change: `Until ${until} you can change it and deliver it again.`,
    }),
    reminder: ({ title, call, until }) => ({
      subject: `The deadline is near: ${call}`,
      text: `You have begun “${title || "an application"}” to ${call}, and not delivered it. The deadline is ${until}.`,
      saved: "Everything you have written is saved.",
    }),
    assigned: ({ call, phase, count }) => ({
      subject: `You are on the jury: ${call}`,
      text: `${phase} has opened, and you have ${count === 1 ? "one application" : `${count} applications`} to judge.`,
      conflict:
        "For each you first say whether you have a conflict of interest. If you do, you give no scores, and that counts against nobody.",
    }),
    decision: {
      awarded: ({ title, call }) => ({
        subject: `${call}: “${title}” has been chosen`,
        text: `“${title}” has been chosen. Congratulations.`,
      }),
      shortlisted: ({ title, call }) => ({
        subject: `${call}: “${title}” goes on`,
        text: `“${title}” is among those that go on. You will hear from us about the next step.`,
      }),
      reserve: ({ title, call }) => ({
        subject: `${call}: “${title}” is on the reserve list`,
        text: `There was no place for “${title}” now, but it is on the reserve list. If a place comes free, we write to you.`,
      }),
      declined: ({ title, call }) => ({
        subject: `${call}: answer about “${title}”`,
        text: `“${title}” has been read and judged, and was not chosen this time.`,
      }),
    },
    reason: (reason) => `Reason: ${reason}`,
  },
});
