import { writtenDay } from "../../platform/language/written-day.ts";
import { defineRefusals } from "../../platform/refusal/refusal.ts";

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
  },
  planNotEligible: {
    status: 409,
    texts: {
      nb: "Medlemskapet ditt gir ikke gjestedager etter avtalen.",
      nn: "Medlemskapen din gjev ikkje gjestedagar etter avtalen.",
      en: "Your membership gives no guest days under the agreement.",
    },
  },
  tooNew: {
    status: 409,
    texts: {
      nb: (d: { from: string }) => `Du kan ta gjestedager fra ${writtenDay(d.from, "nb")}.`,
      nn: (d: { from: string }) => `Du kan ta gjestedagar frå ${writtenDay(d.from, "nn")}.`,
      en: (d: { from: string }) => `You can take guest days from ${writtenDay(d.from, "en")}.`,
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
  },
  quotaUsed: {
    status: 409,
    constraint: "quota_uses_within",
    texts: {
      nb: (d: { dimension: string; used: number; allowed: number }) => quotaSentence.nb(d),
      nn: (d: { dimension: string; used: number; allowed: number }) => quotaSentence.nn(d),
      en: (d: { dimension: string; used: number; allowed: number }) => quotaSentence.en(d),
    },
  },
  otherPassThatDay: {
    status: 409,
    constraint: "person_days_one_pass",
    texts: {
      nb: "Du har allerede et pass denne dagen. Meld avbud der først.",
      nn: "Du har alt eit pass denne dagen. Meld avbod der først.",
      en: "You already have a pass that day. Cancel it first.",
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
  guestQuotaUsed: {
    status: 409,
    texts: {
      nb: (d: { used: number; allowed: number }) => `Gjesten har ingen dager igjen: ${d.used} av ${d.allowed} er brukt denne måneden.`,
      nn: (d: { used: number; allowed: number }) => `Gjesten har ingen dagar att: ${d.used} av ${d.allowed} er brukte denne månaden.`,
      en: (d: { used: number; allowed: number }) => `The guest has no days left: ${d.used} of ${d.allowed} are used this month.`,
    },
  },
  guestHasOtherPass: {
    status: 409,
    texts: {
      nb: "Gjesten har et pass et annet sted i dag, og må melde avbud der først.",
      nn: "Gjesten har eit pass ein annan stad i dag, og må melde avbod der først.",
      en: "The guest has a pass elsewhere today, and must cancel it first.",
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
  consentNeeded: {
    status: 409,
    texts: {
      nb: "Si ja til husreglene først.",
      nn: "Sei ja til husreglane først.",
      en: "Accept the house rules first.",
    },
  },
});

const quotaSentence = {
  nb: (d: { dimension: string; used: number; allowed: number }) =>
    ({
      person: `Du har brukt ${d.used} av ${d.allowed} dager denne måneden. Neste dag avtaler du med verten.`,
      company: `Selskapet ditt har brukt ${d.used} av ${d.allowed} dager denne måneden.`,
      host: `Huset har gitt ${d.used} av ${d.allowed} gjestedager denne måneden.`,
      person_and_host: `Du har brukt ${d.used} av ${d.allowed} dager her denne måneden. Andre hus har plass.`,
    })[d.dimension] ?? "Kvoten er brukt opp.",
  nn: (d: { dimension: string; used: number; allowed: number }) =>
    ({
      person: `Du har brukt ${d.used} av ${d.allowed} dagar denne månaden. Neste dag avtalar du med verten.`,
      company: `Selskapet ditt har brukt ${d.used} av ${d.allowed} dagar denne månaden.`,
      host: `Huset har gjeve ${d.used} av ${d.allowed} gjestedagar denne månaden.`,
      person_and_host: `Du har brukt ${d.used} av ${d.allowed} dagar her denne månaden. Andre hus har plass.`,
    })[d.dimension] ?? "Kvoten er brukt opp.",
  en: (d: { dimension: string; used: number; allowed: number }) =>
    ({
      person: `You have used ${d.used} of ${d.allowed} days this month. Arrange the next one with the host.`,
      company: `Your company has used ${d.used} of ${d.allowed} days this month.`,
      host: `The space has given ${d.used} of ${d.allowed} guest days this month.`,
      person_and_host: `You have used ${d.used} of ${d.allowed} days here this month. Other spaces have room.`,
    })[d.dimension] ?? "The quota is used up.",
};
