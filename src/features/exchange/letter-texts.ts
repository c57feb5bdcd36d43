import { catalogue } from "../../platform/language/language.ts";

type Facts = { space: string; day: string };

/** What is written to people about their passes. Short: what is true, what is safe, what one can do now. */
export const letterTexts = catalogue({
  nb: {
    seePass: "Se passet",
    seeDay: "Se dagen",
    seeDays: "Se dagene dine",
    held: (f: Facts) => ({
      subject: `Plassen hos ${f.space} ${f.day} er din`,
      text: "Vis passet i døra. Det virker uten dekning når du har åpnet det én gang.",
    }),
    cancelBy: (when: string) => `Avbud til ${when}. Da får neste på lista plassen, og dagen telles ikke.`,
    takenBy: (f: { by: string; home: string }) => `${f.by} tok plassen for deg, på vegne av ${f.home}.`,
    askedFor: (f: Facts & { by: string; home: string }) => ({
      subject: `Vi har spurt ${f.space} om en plass til deg ${f.day}`,
      text: `${f.by} spurte for deg, på vegne av ${f.home}. Plassen holdes av til verten har svart, og du får svar på e-post.`,
    }),
    listedFor: (f: Facts & { by: string; home: string }) => ({
      subject: `Du står på ventelista hos ${f.space} ${f.day}`,
      text: `${f.by} satte deg på lista, på vegne av ${f.home}. Vi skriver når en plass blir ledig.`,
    }),
    asked: (f: Facts & { holder: string }) => ({
      subject: `${f.holder} spør om en plass ${f.day}`,
      text: `${f.holder} vil jobbe hos ${f.space} ${f.day}. Plassen holdes av til du har svart.`,
    }),
    offered: (f: Facts & { until: string }) => ({
      subject: `En plass er blitt ledig hos ${f.space}`,
      text: `Plassen ${f.day} er din til ${f.until}. Tar du den ikke, går den til neste på lista.`,
    }),
    refused: (f: Facts) => ({
      subject: `${f.space} kan ikke ta imot deg ${f.day}`,
      text: "Dagen telles ikke, og du kan ta en plass et annet sted.",
    }),
    unanswered: (f: Facts) => ({
      subject: `${f.space} rakk ikke å svare om ${f.day}`,
      text: "Dagen telles ikke, og du kan ta en plass et annet sted.",
    }),
    reason: (reason: string) => `Verten skriver: ${reason}`,
    lapsed: (f: Facts) => ({
      subject: `Tilbudet hos ${f.space} ${f.day} gikk videre`,
      text: "Du svarte ikke i tide, så plassen gikk til neste på lista.",
    }),
    membershipEnded: (f: Facts) => ({
      subject: `Passet til ${f.space} ${f.day} er avsluttet`,
      text: "Medlemskapet ditt gjelder ikke den dagen. Plassen er gitt videre.",
    }),
    guestLost: (f: Facts & { holder: string }) => ({
      subject: `${f.holder} kommer ikke ${f.day}`,
      text: `Medlemskapet gjelder ikke den dagen. Plassen hos ${f.space} er ledig igjen.`,
    }),
    noShow: (f: Facts) => ({
      subject: `Vi så deg ikke hos ${f.space} ${f.day}`,
      text: "Plassen sto tom, og dagen telles. Var du der likevel, si fra til verten; da rettes det.",
    }),
    cancelled: (f: Facts) => ({ subject: `Plassen hos ${f.space} ${f.day} er gitt tilbake`, text: "Stedet ditt meldte avbud for deg." }),
    givenAway: (f: Facts) => ({
      subject: `Plassen din hos ${f.space} ${f.day} er gitt videre`,
      text: "Du var ikke kommet, og en annen ventet. Det telles som sent avbud. Kommer du likevel, snakk med verten.",
    }),
  },
  nn: {
    seePass: "Sjå passet",
    seeDay: "Sjå dagen",
    seeDays: "Sjå dagane dine",
    held: (f: Facts) => ({
      subject: `Plassen hos ${f.space} ${f.day} er din`,
      text: "Vis passet i døra. Det verkar utan dekning når du har opna det éin gong.",
    }),
    cancelBy: (when: string) => `Avbod til ${when}. Då får neste på lista plassen, og dagen blir ikkje talt.`,
    takenBy: (f: { by: string; home: string }) => `${f.by} tok plassen for deg, på vegner av ${f.home}.`,
    askedFor: (f: Facts & { by: string; home: string }) => ({
      subject: `Vi har spurt ${f.space} om ein plass til deg ${f.day}`,
      text: `${f.by} spurde for deg, på vegner av ${f.home}. Plassen blir halden av til verten har svara, og du får svar på e-post.`,
    }),
    listedFor: (f: Facts & { by: string; home: string }) => ({
      subject: `Du står på ventelista hos ${f.space} ${f.day}`,
      text: `${f.by} sette deg på lista, på vegner av ${f.home}. Vi skriv når ein plass blir ledig.`,
    }),
    asked: (f: Facts & { holder: string }) => ({
      subject: `${f.holder} spør om ein plass ${f.day}`,
      text: `${f.holder} vil arbeide hos ${f.space} ${f.day}. Plassen blir halden av til du har svart.`,
    }),
    offered: (f: Facts & { until: string }) => ({
      subject: `Ein plass er blitt ledig hos ${f.space}`,
      text: `Plassen ${f.day} er din til ${f.until}. Tek du han ikkje, går han til neste på lista.`,
    }),
    refused: (f: Facts) => ({
      subject: `${f.space} kan ikkje ta imot deg ${f.day}`,
      text: "Dagen blir ikkje talt, og du kan ta ein plass ein annan stad.",
    }),
    unanswered: (f: Facts) => ({
      subject: `${f.space} rakk ikkje å svare om ${f.day}`,
      text: "Dagen blir ikkje talt, og du kan ta ein plass ein annan stad.",
    }),
    reason: (reason: string) => `Verten skriv: ${reason}`,
    lapsed: (f: Facts) => ({
      subject: `Tilbodet hos ${f.space} ${f.day} gjekk vidare`,
      text: "Du svara ikkje i tide, så plassen gjekk til neste på lista.",
    }),
    membershipEnded: (f: Facts) => ({
      subject: `Passet til ${f.space} ${f.day} er avslutta`,
      text: "Medlemskapen din gjeld ikkje den dagen. Plassen er gjeven vidare.",
    }),
    guestLost: (f: Facts & { holder: string }) => ({
      subject: `${f.holder} kjem ikkje ${f.day}`,
      text: `Medlemskapen gjeld ikkje den dagen. Plassen hos ${f.space} er ledig att.`,
    }),
    noShow: (f: Facts) => ({
      subject: `Vi såg deg ikkje hos ${f.space} ${f.day}`,
      text: "Plassen stod tom, og dagen blir talt. Var du der likevel, sei frå til verten; då blir det retta.",
    }),
    cancelled: (f: Facts) => ({ subject: `Plassen hos ${f.space} ${f.day} er gjeven tilbake`, text: "Staden din melde avbod for deg." }),
    givenAway: (f: Facts) => ({
      subject: `Plassen din hos ${f.space} ${f.day} er gjeven vidare`,
      text: "Du var ikkje komen, og ein annan venta. Det tel som seint avbod. Kjem du likevel, snakk med verten.",
    }),
  },
  en: {
    seePass: "See the pass",
    seeDay: "See the day",
    seeDays: "See your days",
    held: (f: Facts) => ({
      subject: `The seat at ${f.space} on ${f.day} is yours`,
      text: "Show the pass at the door. Once you have opened it, it works offline.",
    }),
    cancelBy: (when: string) => `Cancel by ${when}: the next on the list gets the seat, and the day is not counted.`,
    takenBy: (f: { by: string; home: string }) => `${f.by} took the seat for you, on behalf of ${f.home}.`,
    askedFor: (f: Facts & { by: string; home: string }) => ({
      subject: `We have asked ${f.space} for a seat for you on ${f.day}`,
      text: `${f.by} asked for you, on behalf of ${f.home}. The seat is kept until the host has answered, and you get the answer by e-mail.`,
    }),
    listedFor: (f: Facts & { by: string; home: string }) => ({
      subject: `You are on the waiting list at ${f.space} on ${f.day}`,
      text: `${f.by} put you on the list, on behalf of ${f.home}. We write when a seat is free.`,
    }),
    asked: (f: Facts & { holder: string }) => ({
      subject: `${f.holder} asks for a seat on ${f.day}`,
      text: `${f.holder} wants to work at ${f.space} on ${f.day}. The seat is kept until you have answered.`,
    }),
    offered: (f: Facts & { until: string }) => ({
      subject: `A seat is free at ${f.space}`,
      text: `The seat on ${f.day} is yours until ${f.until}. After that it goes to the next on the list.`,
    }),
    refused: (f: Facts) => ({
      subject: `${f.space} cannot take you on ${f.day}`,
      text: "The day is not counted, and you can take a seat elsewhere.",
    }),
    unanswered: (f: Facts) => ({
      subject: `${f.space} could not answer in time about ${f.day}`,
      text: "The day is not counted, and you can take a seat elsewhere.",
    }),
    reason: (reason: string) => `The host writes: ${reason}`,
    lapsed: (f: Facts) => ({
      subject: `The offer at ${f.space} on ${f.day} went to the next in line`,
      text: "You did not answer in time, so the seat went to the next on the list.",
    }),
    membershipEnded: (f: Facts) => ({
      subject: `The pass for ${f.space} on ${f.day} has ended`,
      text: "Your membership is not valid that day. The seat has been passed on.",
    }),
    guestLost: (f: Facts & { holder: string }) => ({
      subject: `${f.holder} is not coming on ${f.day}`,
      text: `The membership is not valid that day. The seat at ${f.space} is free again.`,
    }),
    noShow: (f: Facts) => ({
      subject: `We did not see you at ${f.space} on ${f.day}`,
      text: "The seat stayed empty, and the day is counted. If you were there, tell the host and it will be put right.",
    }),
    cancelled: (f: Facts) => ({ subject: `The seat at ${f.space} on ${f.day} was given back`, text: "Your space cancelled for you." }),
    givenAway: (f: Facts) => ({
      subject: `Your seat at ${f.space} on ${f.day} was given to somebody else`,
      text: "You had not come, and somebody was waiting. It counts as cancelled late. If you come after all, talk to the host.",
    }),
  },
});
