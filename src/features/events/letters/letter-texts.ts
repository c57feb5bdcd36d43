import { catalogue } from "../../../platform/language/language.ts";

type Event = { title: string; when: string };
type Told = { subject: string; text: string };

/** What is written to people about the events they come to. */
export const eventLetterTexts = catalogue<{
  seeRegistration: string;
  seeEvent: string;
  where: (place: string) => string;
  online: (url: string) => string;
  codes: (codes: string[]) => string;
  calendar: string;
  giveBack: string;
  nothingOwed: string;
  lateFee: (owed: { fee: string; payer: string | null }) => string;
  survey: string;
  answer: string;
  reason: (reason: string) => string;
  confirmed: (event: Event) => Told;
  waiting: (event: Event & { place: number }) => Told;
  offered: (event: Event & { until: string }) => Told;
  offer_lapsed: (event: Event) => Told;
  pending: (event: Event & { until: string }) => Told;
  refused: (event: Event) => Told;
  unanswered: (event: Event) => Told;
  cancelled: (event: Event) => Told;
  event_cancelled: (event: Event) => Told;
  event_changed: (event: Event) => Told;
  named: (event: Event) => Told;
  reminder: (event: Event) => Told;
  came: (event: Event) => Told;
  missed: (event: Event) => Told;
}>({
  nb: {
    seeRegistration: "Se påmeldingen",
    seeEvent: "Se arrangementet",
    where: (place) => `Sted: ${place}`,
    online: (url) => `På nett: ${url}`,
    codes: (codes) => (codes.length === 1 ? `Billettkoden er ${codes[0]}.` : `Billettkodene er ${codes.join(", ")}.`),
    calendar: "QR-koden ligger ved, og kan skannes i døra. Kalenderfila legger tiden i kalenderen din.",
    giveBack: "Kan du ikke komme, gi plassen tilbake. Da får den neste på lista den.",
    nothingOwed: "Du skylder ikke noe for den.",
    lateFee: (o) => `Fristen for å gi tilbake gratis var ute, så ${o.payer ?? "du"} skylder ${o.fee}.`,
    survey: "Har du et minutt? Tre spørsmål om hvordan det var. Arrangøren ser ikke hvem som har svart hva.",
    answer: "Svar på tre spørsmål",
    reason: (reason) => `Arrangøren skriver: ${reason}`,
    confirmed: ({ title, when }) => ({ subject: `Du er påmeldt: ${title}`, text: `${title}, ${when}. Plassen er din.` }),
    waiting: ({ title, place }) => ({
      subject: `Du står på venteliste: ${title}`,
      text: `Det er fullt nå, og du er nummer ${place} på lista. Blir en plass ledig for deg, skriver vi med en gang.`,
    }),
    offered: ({ title, until }) => ({
      subject: `En plass er blitt ledig: ${title}`,
      text: `Plassen er din til ${until}. Tar du den ikke, går den til neste på lista.`,
    }),
    pending: ({ title, until }) => ({
      subject: `Arrangøren svarer deg: ${title}`,
      text: `De som arrangerer, avgjør hvem som får komme. Plassen holdes for deg til ${until}, og du får svar før det.`,
    }),
    refused: ({ title }) => ({
      subject: `Du fikk ikke plass: ${title}`,
      text: "De som arrangerer, sa nei denne gangen. Du skylder ikke noe.",
    }),
    unanswered: ({ title }) => ({
      subject: `Arrangøren svarte ikke: ${title}`,
      text: "Fristen for å svare deg gikk ut, så plassen holdes ikke lenger. Du skylder ikke noe, og kan spørre igjen.",
    }),
    offer_lapsed: ({ title }) => ({
      subject: `Tilbudet gikk videre: ${title}`,
      text: "Du svarte ikke innen fristen, så plassen gikk til neste på lista. Du kan melde deg på igjen.",
    }),
    cancelled: ({ title, when }) => ({
      subject: `Plassen er gitt tilbake: ${title}`,
      text: `Påmeldingen til ${title}, ${when}, er tatt bort. Billetten gjelder ikke lenger.`,
    }),
    event_cancelled: ({ title, when }) => ({
      subject: `Avlyst: ${title}`,
      text: `${title}, ${when}, er avlyst. Du skylder ikke noe for påmeldingen.`,
    }),
    event_changed: ({ title, when }) => ({
      subject: `Endret: ${title}`,
      text: `Noe er nytt. Slik er det nå: ${title}, ${when}. Billetten gjelder fortsatt.`,
    }),
    named: ({ title, when }) => ({
      subject: `Du har fått en billett: ${title}`,
      text: `En plass på ${title}, ${when}, er satt i ditt navn.`,
    }),
    reminder: ({ title, when }) => ({ subject: `Snart: ${title}`, text: `Vi ses ${when}.` }),
    came: ({ title }) => ({
      subject: `Takk for at du kom: ${title}`,
      text: "Det var hyggelig å ha deg med. Arrangementet finner du igjen her.",
    }),
    missed: ({ title }) => ({
      subject: `Vi så deg ikke: ${title}`,
      text: "Billetten din ble ikke skannet. Var du der likevel, trenger du ikke å gjøre noe. Arrangementet finner du igjen her.",
    }),
  },
  nn: {
    seeRegistration: "Sjå påmeldinga",
    seeEvent: "Sjå arrangementet",
    where: (place) => `Stad: ${place}`,
    online: (url) => `På nett: ${url}`,
    codes: (codes) => (codes.length === 1 ? `Billettkoden er ${codes[0]}.` : `Billettkodane er ${codes.join(", ")}.`),
    calendar: "QR-koden ligg ved, og kan skannast i døra. Kalenderfila legg tida i kalenderen din.",
    giveBack: "Kan du ikkje kome, gje plassen tilbake. Då får den neste på lista han.",
    nothingOwed: "Du skuldar ikkje noko for han.",
    lateFee: (o) => `Fristen for å gje tilbake gratis var ute, så ${o.payer ?? "du"} skuldar ${o.fee}.`,
    survey: "Har du eit minutt? Tre spørsmål om korleis det var. Arrangøren ser ikkje kven som har svara kva.",
    answer: "Svar på tre spørsmål",
    reason: (reason) => `Arrangøren skriv: ${reason}`,
    confirmed: ({ title, when }) => ({ subject: `Du er påmeld: ${title}`, text: `${title}, ${when}. Plassen er din.` }),
    waiting: ({ title, place }) => ({
      subject: `Du står på venteliste: ${title}`,
      text: `Det er fullt no, og du er nummer ${place} på lista. Blir ein plass ledig for deg, skriv vi med ein gong.`,
    }),
    offered: ({ title, until }) => ({
      subject: `Ein plass er blitt ledig: ${title}`,
      text: `Plassen er din til ${until}. Tek du han ikkje, går han til neste på lista.`,
    }),
    pending: ({ title, until }) => ({
      subject: `Arrangøren svarar deg: ${title}`,
      text: `Dei som arrangerer, avgjer kven som får kome. Plassen blir halden for deg til ${until}, og du får svar før det.`,
    }),
    refused: ({ title }) => ({
      subject: `Du fekk ikkje plass: ${title}`,
      text: "Dei som arrangerer, sa nei denne gongen. Du skuldar ikkje noko.",
    }),
    unanswered: ({ title }) => ({
      subject: `Arrangøren svara ikkje: ${title}`,
      text: "Fristen for å svare deg gjekk ut, så plassen blir ikkje halden lenger. Du skuldar ikkje noko, og kan spørje igjen.",
    }),
    offer_lapsed: ({ title }) => ({
      subject: `Tilbodet gjekk vidare: ${title}`,
      text: "Du svara ikkje innan fristen, så plassen gjekk til neste på lista. Du kan melde deg på att.",
    }),
    cancelled: ({ title, when }) => ({
      subject: `Plassen er gjeven tilbake: ${title}`,
      text: `Påmeldinga til ${title}, ${when}, er teken bort. Billetten gjeld ikkje lenger.`,
    }),
    event_cancelled: ({ title, when }) => ({
      subject: `Avlyst: ${title}`,
      text: `${title}, ${when}, er avlyst. Du skuldar ikkje noko for påmeldinga.`,
    }),
    event_changed: ({ title, when }) => ({
      subject: `Endra: ${title}`,
      text: `Noko er nytt. Slik er det no: ${title}, ${when}. Billetten gjeld framleis.`,
    }),
    named: ({ title, when }) => ({
      subject: `Du har fått ein billett: ${title}`,
      text: `Ein plass på ${title}, ${when}, er sett i namnet ditt.`,
    }),
    reminder: ({ title, when }) => ({ subject: `Snart: ${title}`, text: `Vi sest ${when}.` }),
    came: ({ title }) => ({
      subject: `Takk for at du kom: ${title}`,
      text: "Det var triveleg å ha deg med. Arrangementet finn du att her.",
    }),
    missed: ({ title }) => ({
      subject: `Vi såg deg ikkje: ${title}`,
      text: "Billetten din vart ikkje skanna. Var du der likevel, treng du ikkje gjere noko. Arrangementet finn du att her.",
    }),
  },
  en: {
    seeRegistration: "See your registration",
    seeEvent: "See the event",
    where: (place) => `Place: ${place}`,
    online: (url) => `Online: ${url}`,
    codes: (codes) => (codes.length === 1 ? `Your ticket code is ${codes[0]}.` : `Your ticket codes are ${codes.join(", ")}.`),
    calendar: "The QR code is attached and is scanned at the door. The calendar file puts the time in your calendar.",
    giveBack: "If you cannot come, give the place back. The next on the list gets it.",
    nothingOwed: "You owe nothing for it.",
    lateFee: (o) => `The time to give it back for free had passed, so ${o.payer ? `${o.payer} owes` : "you owe"} ${o.fee}.`,
    survey: "Do you have a minute? Three questions about how it was. The organiser does not see who answered what.",
    answer: "Answer three questions",
    reason: (reason) => `The organiser writes: ${reason}`,
    confirmed: ({ title, when }) => ({ subject: `You are registered: ${title}`, text: `${title}, ${when}. The place is yours.` }),
    waiting: ({ title, place }) => ({
      subject: `You are on the waiting list: ${title}`,
      text: `It is full now, and you are number ${place} on the list. When there is a place for you, we write at once.`,
    }),
    offered: ({ title, until }) => ({
      subject: `There is a place for you: ${title}`,
      text: `The place is yours until ${until}. If you do not take it, it goes to the next on the list.`,
    }),
    pending: ({ title, until }) => ({
      subject: `The organiser will answer: ${title}`,
      text: `Those who hold it decide who may come. The place is kept for you until ${until}, and you get an answer before that.`,
    }),
    refused: ({ title }) => ({
      subject: `You did not get a place: ${title}`,
      text: "Those who hold it said no this time. You owe nothing.",
    }),
    unanswered: ({ title }) => ({
      subject: `The organiser did not answer: ${title}`,
      text: "The time to answer you ran out, so the place is kept no longer. You owe nothing, and may ask again.",
    }),
    offer_lapsed: ({ title }) => ({
      subject: `The offer has passed on: ${title}`,
      text: "You did not answer in time, so the place went to the next on the list. You can register again.",
    }),
    cancelled: ({ title, when }) => ({
      subject: `The place is given back: ${title}`,
      text: `Your registration for ${title}, ${when}, is taken away. The ticket is no longer valid.`,
    }),
    event_cancelled: ({ title, when }) => ({
      subject: `Called off: ${title}`,
      text: `${title}, ${when}, is called off. You owe nothing for the registration.`,
    }),
    event_changed: ({ title, when }) => ({
      subject: `Changed: ${title}`,
      text: `Something is new. This is how it stands: ${title}, ${when}. Your ticket is still good.`,
    }),
    named: ({ title, when }) => ({ subject: `You have a ticket: ${title}`, text: `A place at ${title}, ${when}, is in your name.` }),
    reminder: ({ title, when }) => ({ subject: `Soon: ${title}`, text: `See you ${when}.` }),
    came: ({ title }) => ({
      subject: `Thank you for coming: ${title}`,
      text: "It was good to have you there. You find the event again here.",
    }),
    missed: ({ title }) => ({
      subject: `We did not see you: ${title}`,
      text: "Your ticket was not scanned. If you were there, you need not do anything. You find the event again here.",
    }),
  },
});
