import { defineRefusals } from "../../platform/refusal/refusal.ts";
import { horizonDays } from "./visit.ts";

/** Why a visit is not announced, changed or begun. */
export const visitRefusals = defineRefusals("visit", {
  past: {
    status: 422,
    texts: { nb: "Den dagen er over.", nn: "Den dagen er over.", en: "That day is over." },
  },
  tooFar: {
    status: 422,
    texts: {
      nb: `Besøk meldes inntil ${horizonDays} dager i forveien.`,
      nn: `Besøk blir melde inntil ${horizonDays} dagar i førevegen.`,
      en: `A visit is announced at most ${horizonDays} days ahead.`,
    },
  },
  notAMember: {
    status: 422,
    texts: {
      nb: "Den besøket gjelder, holder ikke til i dette huset i dag.",
      nn: "Den besøket gjeld, held ikkje til i dette huset i dag.",
      en: "Whoever the visit is for does not work in this house today.",
    },
  },
  bookingElsewhere: {
    status: 422,
    texts: {
      nb: "Bookingen må være i dette huset, den samme dagen, og gjelde den som får besøk.",
      nn: "Bookinga må vere i dette huset, den same dagen, og gjelde den som får besøk.",
      en: "The booking must be in this house, on the same day, and belong to whoever is visited.",
    },
  },
  wrongState: {
    status: 409,
    texts: {
      nb: "Det går ikke lenger: besøket er kommet, gått igjen eller avlyst.",
      nn: "Det går ikkje lenger: besøket er kome, gått att eller avlyst.",
      en: "It is too late for that: the visitor has come, has left again, or was called off.",
    },
  },
  notToday: {
    status: 409,
    texts: {
      nb: "Besøket er ikke i dag. Be den du skal besøke, endre dagen.",
      nn: "Besøket er ikkje i dag. Be den du skal besøkje, endre dagen.",
      en: "The visit is not today. Ask whoever you are visiting to change the day.",
    },
  },
  rulesFirst: {
    status: 409,
    texts: {
      nb: "Si ja til husreglene som gjelder nå, før du går inn.",
      nn: "Sei ja til husreglane som gjeld no, før du går inn.",
      en: "Say yes to the house rules that hold now before you go in.",
    },
  },
  announcedOnly: {
    status: 409,
    texts: {
      nb: "Huset tar bare imot dem som er meldt på forhånd. Ring den du skal besøke.",
      nn: "Huset tek berre imot dei som er melde på førehand. Ring den du skal besøkje.",
      en: "The house only receives those who were announced beforehand. Call whoever you are visiting.",
    },
  },
});
