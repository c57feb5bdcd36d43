import { catalogue } from "../../../platform/language/language.ts";
import type { HireState } from "../hire.ts";

type Facts = { space: string; purpose: string };
type Told = Facts & { when: string; rooms: string; who: string; until: string; sum: string; before: string };
/** What a letter says of one thing that happened. */
export type HireLetter = { subject: (f: Told) => string; text: (f: Told) => string };
type Letters = Partial<Record<HireState | "message" | "moved", HireLetter>>;

/** What people are written to about hires: those who asked, and those who manage the house. */
export const hireLetterTexts = catalogue<{
  prove: { subject: (f: Facts) => string; text: (f: Facts) => string; link: string; ignore: string };
  toHirer: Letters;
  toHouse: Letters;
  movedConditions: string;
  mayCancel: (f: { until: string }) => string;
  reason: (reason: string) => string;
  wrote: (text: string) => string;
  see: string;
}>({
  nb: {
    prove: {
      subject: (f) => `Send forespørselen videre til ${f.space}`,
      text: (f) => `Du spør om å leie hos ${f.space}: ${f.purpose}. Huset får forespørselen når du har åpnet lenken og sendt den.`,
      link: "Se over og send",
      ignore: "Lenken er din, og virker i to dager. Var det ikke du som spurte, trenger du ikke gjøre noe.",
    },
    toHirer: {
      asked: {
        subject: (f) => `${f.space} har fått forespørselen din`,
        text: (f) => `${f.purpose}, ${f.when}, ${f.rooms}. Huset svarer med et tilbud. Ingen tid er holdt av før det.`,
      },
      quoted: {
        subject: (f) => `Tilbud fra ${f.space}: ${f.sum}`,
        text: (f) => `${f.rooms}, ${f.when}, for ${f.sum} med merverdiavgift. Tida holdes av til ${f.until}.`,
      },
      accepted: {
        subject: (f) => `${f.rooms} er din ${f.when}`,
        text: (f) => `Du har sagt ja til tilbudet fra ${f.space} på ${f.sum}. Vilkårene du godtok, står på siden din.`,
      },
      declined: {
        subject: (f) => `${f.space} kan ikke leie ut ${f.when}`,
        text: (f) => `Huset har sagt nei til forespørselen din om ${f.rooms}.`,
      },
      lapsed: {
        subject: (f) => `Tilbudet fra ${f.space} er gått ut`,
        text: (f) => `Tida ${f.when} holdes ikke av lenger. Skriv til huset hvis du vil ha et nytt tilbud.`,
      },
      cancelled: {
        subject: (f) => `${f.space} har avlyst leia ${f.when}`,
        text: (f) => `${f.rooms} ${f.when} er avlyst av huset. Du betaler ikke.`,
      },
      moved: {
        subject: (f) => `Leia hos ${f.space} er flyttet til ${f.when}`,
        text: (f) => `${f.rooms} var din ${f.before}. Nå er tida di ${f.when}.`,
      },
      message: { subject: (f) => `${f.space} har skrevet til deg`, text: (f) => `Om ${f.purpose}, ${f.when}.` },
    },
    toHouse: {
      asked: {
        subject: (f) => `Leieforespørsel: ${f.purpose}`,
        text: (f) => `${f.who} vil leie ${f.rooms} ${f.when}. Gi et tilbud, så holdes tida av.`,
      },
      accepted: {
        subject: (f) => `${f.who} sa ja til tilbudet`,
        text: (f) => `${f.rooms} ${f.when} er booket for ${f.sum}.`,
      },
      withdrawn: {
        subject: (f) => `${f.who} vil ikke leie likevel`,
        text: (f) => `Forespørselen om ${f.rooms} ${f.when} er trukket. Tida er ledig.`,
      },
      cancelled: {
        subject: (f) => `${f.who} har avlyst ${f.when}`,
        text: (f) => `${f.rooms} ${f.when} er ledig igjen. Sier vilkårene at det koster noe, er kravet skrevet.`,
      },
      lapsed: {
        subject: (f) => `Tilbudet til ${f.who} er gått ut`,
        text: (f) => `${f.rooms} ${f.when} er ledig igjen.`,
      },
      message: { subject: (f) => `${f.who} har skrevet`, text: (f) => `Om ${f.purpose}, ${f.when}.` },
    },
    movedConditions: "Prisen og vilkårene er som avtalt.",
    mayCancel: ({ until }) => `Passer det ikke, kan du avlyse uten å betale til ${until}.`,
    reason: (reason) => `Begrunnelse: ${reason}`,
    wrote: (text) => `«${text}»`,
    see: "Se forespørselen",
  },
  nn: {
    prove: {
      subject: (f) => `Send førespurnaden vidare til ${f.space}`,
      text: (f) => `Du spør om å leige hos ${f.space}: ${f.purpose}. Huset får førespurnaden når du har opna lenkja og sendt han.`,
      link: "Sjå over og send",
      ignore: "Lenkja er di, og verkar i to dagar. Var det ikkje du som spurde, treng du ikkje gjere noko.",
    },
    toHirer: {
      asked: {
        subject: (f) => `${f.space} har fått førespurnaden din`,
        text: (f) => `${f.purpose}, ${f.when}, ${f.rooms}. Huset svarer med eit tilbod. Inga tid er halden av før det.`,
      },
      quoted: {
        subject: (f) => `Tilbod frå ${f.space}: ${f.sum}`,
        text: (f) => `${f.rooms}, ${f.when}, for ${f.sum} med meirverdiavgift. Tida er halden av til ${f.until}.`,
      },
      accepted: {
        subject: (f) => `${f.rooms} er din ${f.when}`,
        text: (f) => `Du har sagt ja til tilbodet frå ${f.space} på ${f.sum}. Vilkåra du godtok, står på sida di.`,
      },
      declined: {
        subject: (f) => `${f.space} kan ikkje leige ut ${f.when}`,
        text: (f) => `Huset har sagt nei til førespurnaden din om ${f.rooms}.`,
      },
      lapsed: {
        subject: (f) => `Tilbodet frå ${f.space} er gått ut`,
        text: (f) => `Tida ${f.when} er ikkje halden av lenger. Skriv til huset om du vil ha eit nytt tilbod.`,
      },
      cancelled: {
        subject: (f) => `${f.space} har avlyst leiga ${f.when}`,
        text: (f) => `${f.rooms} ${f.when} er avlyst av huset. Du betaler ikkje.`,
      },
      moved: {
        subject: (f) => `Leiga hos ${f.space} er flytta til ${f.when}`,
        text: (f) => `${f.rooms} var din ${f.before}. No er tida di ${f.when}.`,
      },
      message: { subject: (f) => `${f.space} har skrive til deg`, text: (f) => `Om ${f.purpose}, ${f.when}.` },
    },
    toHouse: {
      asked: {
        subject: (f) => `Leigeførespurnad: ${f.purpose}`,
        text: (f) => `${f.who} vil leige ${f.rooms} ${f.when}. Gje eit tilbod, så blir tida halden av.`,
      },
      accepted: {
        subject: (f) => `${f.who} sa ja til tilbodet`,
        text: (f) => `${f.rooms} ${f.when} er booka for ${f.sum}.`,
      },
      withdrawn: {
        subject: (f) => `${f.who} vil ikkje leige likevel`,
        text: (f) => `Førespurnaden om ${f.rooms} ${f.when} er trekt. Tida er ledig.`,
      },
      cancelled: {
        subject: (f) => `${f.who} har avlyst ${f.when}`,
        text: (f) => `${f.rooms} ${f.when} er ledig att. Seier vilkåra at det kostar noko, er kravet skrive.`,
      },
      lapsed: {
        subject: (f) => `Tilbodet til ${f.who} er gått ut`,
        text: (f) => `${f.rooms} ${f.when} er ledig att.`,
      },
      message: { subject: (f) => `${f.who} har skrive`, text: (f) => `Om ${f.purpose}, ${f.when}.` },
    },
    movedConditions: "Prisen og vilkåra er som avtalt.",
    mayCancel: ({ until }) => `Passar det ikkje, kan du avlyse utan å betale til ${until}.`,
    reason: (reason) => `Grunngjeving: ${reason}`,
    wrote: (text) => `«${text}»`,
    see: "Sjå førespurnaden",
  },
  en: {
    prove: {
      subject: (f) => `Send your request on to ${f.space}`,
      text: (f) => `You ask to hire at ${f.space}: ${f.purpose}. The space gets the request when you have opened the link and sent it.`,
      link: "Look it over and send",
      ignore: "The link is yours, and works for two days. If it was not you who asked, there is nothing you need to do.",
    },
    toHirer: {
      asked: {
        subject: (f) => `${f.space} has your request`,
        text: (f) => `${f.purpose}, ${f.when}, ${f.rooms}. The space answers with a quote. No time is held before that.`,
      },
      quoted: {
        subject: (f) => `Quote from ${f.space}: ${f.sum}`,
        text: (f) => `${f.rooms}, ${f.when}, for ${f.sum} with VAT. The time is held until ${f.until}.`,
      },
      accepted: {
        subject: (f) => `${f.rooms} is yours ${f.when}`,
        text: (f) => `You have accepted the quote from ${f.space} of ${f.sum}. The conditions you accepted are on your page.`,
      },
      declined: {
        subject: (f) => `${f.space} cannot hire out ${f.when}`,
        text: (f) => `The space has said no to your request for ${f.rooms}.`,
      },
      lapsed: {
        subject: (f) => `The quote from ${f.space} has run out`,
        text: (f) => `The time ${f.when} is no longer held. Write to the space if you want a new quote.`,
      },
      cancelled: {
        subject: (f) => `${f.space} has cancelled the hire ${f.when}`,
        text: (f) => `${f.rooms} ${f.when} was cancelled by the space. You do not pay.`,
      },
      moved: {
        subject: (f) => `The hire at ${f.space} is moved to ${f.when}`,
        text: (f) => `${f.rooms} was yours ${f.before}. Now your time is ${f.when}.`,
      },
      message: { subject: (f) => `${f.space} has written to you`, text: (f) => `About ${f.purpose}, ${f.when}.` },
    },
    toHouse: {
      asked: {
        subject: (f) => `Request for hire: ${f.purpose}`,
        text: (f) => `${f.who} wants to hire ${f.rooms} ${f.when}. Give a quote, and the time is held.`,
      },
      accepted: {
        subject: (f) => `${f.who} accepted the quote`,
        text: (f) => `${f.rooms} ${f.when} is booked for ${f.sum}.`,
      },
      withdrawn: {
        subject: (f) => `${f.who} does not want to hire after all`,
        text: (f) => `The request for ${f.rooms} ${f.when} was taken back. The time is free.`,
      },
      cancelled: {
        subject: (f) => `${f.who} has cancelled ${f.when}`,
        text: (f) => `${f.rooms} ${f.when} is free again. If the conditions say that it costs something, the charge is written.`,
      },
      lapsed: {
        subject: (f) => `The quote to ${f.who} has run out`,
        text: (f) => `${f.rooms} ${f.when} is free again.`,
      },
      message: { subject: (f) => `${f.who} has written`, text: (f) => `About ${f.purpose}, ${f.when}.` },
    },
    movedConditions: "The price and the conditions are as agreed.",
    mayCancel: ({ until }) => `If it does not suit you, you can cancel without paying until ${until}.`,
    reason: (reason) => `Reason: ${reason}`,
    wrote: (text) => `“${text}”`,
    see: "See the request",
  },
});
