import { catalogue } from "../../../platform/language/language.ts";

type Event = { title: string; when: string };
type Told = { subject: string; text: string };

/** What is written about single places: given back, or put in another's name. */
export const placeLetterTexts = catalogue<{
  seeTicket: string;
  namesLater: string;
  returned: (event: Event & { ticket: string; left: number }) => Told;
  moved: (event: Event) => Told;
}>({
  nb: {
    seeTicket: "Vis billetten",
    namesLater: "Si hvem som kommer når du vet det. Den du skriver e-post for, får billetten sin med en gang.",
    returned: ({ title, when, ticket, left }) => ({
      subject: `Én plass er gitt tilbake: ${title}`,
      text: `Billetten ${ticket} til ${title}, ${when}, gjelder ikke lenger. Du har ${left === 1 ? "én plass" : `${left} plasser`} igjen.`,
    }),
    moved: ({ title, when }) => ({
      subject: `Plassen er gitt til en annen: ${title}`,
      text: `Plassen du hadde på ${title}, ${when}, er satt i et annet navn. Du trenger ikke å gjøre noe.`,
    }),
  },
  nn: {
    seeTicket: "Vis billetten",
    namesLater: "Sei kven som kjem når du veit det. Den du skriv e-post for, får billetten sin med ein gong.",
    returned: ({ title, when, ticket, left }) => ({
      subject: `Éin plass er gitt tilbake: ${title}`,
      text: `Billetten ${ticket} til ${title}, ${when}, gjeld ikkje lenger. Du har ${left === 1 ? "éin plass" : `${left} plassar`} att.`,
    }),
    moved: ({ title, when }) => ({
      subject: `Plassen er gitt til ein annan: ${title}`,
      text: `Plassen du hadde på ${title}, ${when}, er sett i eit anna namn. Du treng ikkje å gjere noko.`,
    }),
  },
  en: {
    seeTicket: "Show the ticket",
    namesLater: "Say who is coming when you know. Whoever you write an email address for gets their ticket at once.",
    returned: ({ title, when, ticket, left }) => ({
      subject: `One place is given back: ${title}`,
      text: `The ticket ${ticket} for ${title}, ${when}, is no longer valid. You have ${left === 1 ? "one place" : `${left} places`} left.`,
    }),
    moved: ({ title, when }) => ({
      subject: `The place has gone to somebody else: ${title}`,
      text: `The place you had at ${title}, ${when}, is in another name now. You need not do anything.`,
    }),
  },
});
