import { writtenDay } from "../../platform/language/written-day.ts";
import { defineRefusals } from "../../platform/refusal/refusal.ts";
import { type QuotaUsed, quotaSentence, quotaSentenceOf } from "./quota-sentences.ts";

export const exchangeRefusals = defineRefusals("exchange", {
  pastDay: {
    status: 409,
    texts: { nb: "Dagen er over.", nn: "Dagen er over.", en: "The day has passed." },
  },
  beyondHorizon: {
    status: 409,
    texts: {
      nb: (d: { last: string }) => `Dager kan tas fram til og med ${writtenDay(d.last, "nb")}.`,
      nn: (d: { last: string }) => `Dagar kan takast fram til og med ${writtenDay(d.last, "nn")}.`,
      en: (d: { last: string }) => `Days can be taken up to ${writtenDay(d.last, "en")}.`,
    },
  },
  closedDay: {
    status: 409,
    texts: {
      nb: "Huset tar ikke imot gjester denne dagen.",
      nn: "Huset tek ikkje imot gjester denne dagen.",
      en: "The space takes no guests that day.",
    },
  },
  dayFull: {
    status: 409,
    texts: {
      nb: (d: { waiting: number }) =>
        d.waiting === 0 ? "Fullt. Vil du stå på lista?" : `Fullt. ${d.waiting} venter. Vil du stå på lista?`,
      nn: (d: { waiting: number }) =>
        d.waiting === 0 ? "Fullt. Vil du stå på lista?" : `Fullt. ${d.waiting} ventar. Vil du stå på lista?`,
      en: (d: { waiting: number }) => (d.waiting === 0 ? "Full. Join the list?" : `Full. ${d.waiting} waiting. Join the list?`),
    },
    ofAnother: {
      nb: (name, d: { waiting: number }) =>
        d.waiting === 0 ? `Fullt. Skal ${name} stå på lista?` : `Fullt. ${d.waiting} venter. Skal ${name} stå på lista?`,
      nn: (name, d: { waiting: number }) =>
        d.waiting === 0 ? `Fullt. Skal ${name} stå på lista?` : `Fullt. ${d.waiting} ventar. Skal ${name} stå på lista?`,
      en: (name, d: { waiting: number }) =>
        d.waiting === 0 ? `Full. Put ${name} on the list?` : `Full. ${d.waiting} waiting. Put ${name} on the list?`,
    },
  },
  noAgreement: {
    status: 409,
    texts: {
      nb: "Stedet er ikke med i en avtale om gjestedager denne dagen.",
      nn: "Staden er ikkje med i ein avtale om gjestedagar denne dagen.",
      en: "The space is in no agreement on guest days that day.",
    },
  },
  notMember: {
    status: 409,
    texts: {
      nb: "Gjestedager er for medlemmer av et sted i avtalen, og medlemskapet må gjelde på selve dagen.",
      nn: "Gjestedagar er for medlemer av ein stad i avtalen, og medlemskapen må gjelde på sjølve dagen.",
      en: "Guest days are for members of a space in the agreement, and the membership must hold on the day itself.",
    },
  },
  ownHome: {
    status: 409,
    texts: {
      nb: "Dette er ditt eget hus; der trenger du ikke pass.",
      nn: "Dette er ditt eige hus; der treng du ikkje pass.",
      en: "This is your own space; you need no pass there.",
    },
    ofAnother: {
      nb: (name) => `${name} hører til i dette huset og trenger ikke pass her.`,
      nn: (name) => `${name} høyrer til i dette huset og treng ikkje pass her.`,
      en: (name) => `${name} is at home in this space and needs no pass here.`,
    },
  },
  planNotEligible: {
    status: 409,
    texts: {
      nb: "Medlemskapet ditt gir ikke gjestedager etter avtalen.",
      nn: "Medlemskapen din gjev ikkje gjestedagar etter avtalen.",
      en: "Your membership gives no guest days under the agreement.",
    },
    ofAnother: {
      nb: (name) => `Medlemskapet til ${name} gir ikke gjestedager etter avtalen.`,
      nn: (name) => `Medlemskapen til ${name} gjev ikkje gjestedagar etter avtalen.`,
      en: (name) => `The membership of ${name} gives no guest days under the agreement.`,
    },
  },
  tooNew: {
    status: 409,
    texts: {
      nb: (d: { from: string }) => `Du kan ta gjestedager fra ${writtenDay(d.from, "nb")}.`,
      nn: (d: { from: string }) => `Du kan ta gjestedagar frå ${writtenDay(d.from, "nn")}.`,
      en: (d: { from: string }) => `You can take guest days from ${writtenDay(d.from, "en")}.`,
    },
    ofAnother: {
      nb: (name, d: { from: string }) => `${name} kan ta gjestedager fra ${writtenDay(d.from, "nb")}.`,
      nn: (name, d: { from: string }) => `${name} kan ta gjestedagar frå ${writtenDay(d.from, "nn")}.`,
      en: (name, d: { from: string }) => `${name} can take guest days from ${writtenDay(d.from, "en")}.`,
    },
  },
  paused: {
    status: 409,
    texts: {
      nb: (d: { until: string }) =>
        `Gjestedagene dine er satt på pause til og med ${writtenDay(d.until, "nb")}, fordi plasser ble stående tomme.`,
      nn: (d: { until: string }) =>
        `Gjestedagane dine er sette på pause til og med ${writtenDay(d.until, "nn")}, fordi plassar vart ståande tomme.`,
      en: (d: { until: string }) => `Your guest days are paused up to ${writtenDay(d.until, "en")}, because seats were left empty.`,
    },
    ofAnother: {
      nb: (name, d: { until: string }) =>
        `Gjestedagene til ${name} er satt på pause til og med ${writtenDay(d.until, "nb")}, fordi plasser ble stående tomme.`,
      nn: (name, d: { until: string }) =>
        `Gjestedagane til ${name} er sette på pause til og med ${writtenDay(d.until, "nn")}, fordi plassar vart ståande tomme.`,
      en: (name, d: { until: string }) =>
        `The guest days of ${name} are paused up to ${writtenDay(d.until, "en")}, because seats were left empty.`,
    },
  },
  quotaUsed: {
    status: 409,
    constraint: "quota_uses_within",
    texts: {
      nb: (d: QuotaUsed) => quotaSentence.nb(d),
      nn: (d: QuotaUsed) => quotaSentence.nn(d),
      en: (d: QuotaUsed) => quotaSentence.en(d),
    },
    ofAnother: quotaSentenceOf,
  },
  otherPassThatDay: {
    status: 409,
    constraint: "person_days_one_pass",
    texts: {
      nb: "Du har allerede et pass denne dagen. Meld avbud der først.",
      nn: "Du har alt eit pass denne dagen. Meld avbod der først.",
      en: "You already have a pass that day. Cancel it first.",
    },
    ofAnother: {
      nb: (name) => `${name} har allerede et pass et annet sted denne dagen, og må melde avbud der først.`,
      nn: (name) => `${name} har alt eit pass ein annan stad denne dagen, og må melde avbod der først.`,
      en: (name) => `${name} already has a pass elsewhere that day, and must cancel it first.`,
    },
  },
  ended: {
    status: 409,
    constraint: "day_pass_endings_once",
    texts: { nb: "Passet er avsluttet.", nn: "Passet er avslutta.", en: "The pass has ended." },
  },
  wrongState: {
    status: 409,
    texts: {
      nb: (d: { state: string }) =>
        ({ held: "Plassen er alt holdt.", checked_in: "Gjesten er alt sluppet inn.", waiting: "Passet venter ennå." })[d.state] ??
        "Slik passet står nå, går ikke dette.",
      nn: (d: { state: string }) =>
        ({ held: "Plassen er alt halden.", checked_in: "Gjesten er alt sleppt inn.", waiting: "Passet ventar enno." })[d.state] ??
        "Slik passet står no, går ikkje dette.",
      en: (d: { state: string }) =>
        ({ held: "The seat is already held.", checked_in: "The guest has been let in.", waiting: "The pass is still waiting." })[d.state] ??
        "This is not possible with the pass as it is now.",
    },
  },
  offerLapsed: {
    status: 409,
    texts: {
      nb: "Tilbudet gikk ut, og plassen gikk videre til neste.",
      nn: "Tilbodet gjekk ut, og plassen gjekk vidare til neste.",
      en: "The offer lapsed and went to the next in line.",
    },
  },
  noSeatToGive: {
    status: 409,
    texts: {
      nb: "Dagen er full. Sett fram en plass til, eller gi bort plassen til en som ikke kom.",
      nn: "Dagen er full. Set fram ein plass til, eller gje bort plassen til ein som ikkje kom.",
      en: "The day is full. Set out one more seat, or give the seat of somebody who did not come.",
    },
  },
  wrongDay: {
    status: 409,
    texts: {
      nb: (d: { day: string }) => `Passet er ekte, men gjelder ${writtenDay(d.day, "nb")}.`,
      nn: (d: { day: string }) => `Passet er ekte, men gjeld ${writtenDay(d.day, "nn")}.`,
      en: (d: { day: string }) => `The pass is genuine, but it is for ${writtenDay(d.day, "en")}.`,
    },
  },
  scannedAhead: {
    status: 409,
    texts: {
      nb: "Skanningen ligger mer enn en dag fram i tid. Se på klokka på telefonen.",
      nn: "Skanninga ligg meir enn ein dag fram i tid. Sjå på klokka på telefonen.",
      en: "The scan lies more than a day ahead. Look at the clock of the phone.",
    },
  },
  nonceReused: {
    status: 409,
    texts: {
      nb: "Denne skanningen er alt brukt om et annet pass. Lag en ny nonce for hver skanning.",
      nn: "Denne skanninga er alt brukt om eit anna pass. Lag ein ny nonce for kvar skanning.",
      en: "This scan was used for another pass. Make a new nonce for each scan.",
    },
  },
  seatsBelowTaken: {
    status: 409,
    constraint: "guest_days_seats",
    texts: { nb: "Dagen er full.", nn: "Dagen er full.", en: "The day is full." },
  },
});
