import { defineRefusals } from "../../../platform/refusal/refusal.ts";

export const consultationRefusals = defineRefusals("consultation", {
  taken: {
    status: 409,
    constraint: "appointments_slot_taken_once",
    texts: {
      nb: "Noen andre fikk timen først. Velg en annen.",
      nn: "Nokon andre fekk timen først. Vel ein annan.",
      en: "Somebody else got that slot first. Choose another.",
    },
  },
  elsewhereThen: {
    status: 409,
    constraint: "appointments_person_once",
    texts: {
      nb: "Du har allerede en time da.",
      nn: "Du har alt ein time då.",
      en: "You already have a slot at that time.",
    },
  },
  enough: {
    status: 409,
    texts: {
      nb: (details: { most: number }) => `Du har ${details.most} timer foran deg her. Gi fra deg en først.`,
      nn: (details: { most: number }) => `Du har ${details.most} timar framfor deg her. Gi frå deg ein først.`,
      en: (details: { most: number }) => `You have ${details.most} slots ahead of you here. Give one up first.`,
    },
  },
  noSuchSlot: {
    status: 422,
    texts: {
      nb: "Det er ingen veiledning da. Velg en time fra lista.",
      nn: "Det er inga rettleiing då. Vel ein time frå lista.",
      en: "There is no consultation then. Choose a slot from the list.",
    },
  },
  begun: {
    status: 409,
    texts: {
      nb: "Timen har begynt, eller er gitt fra seg.",
      nn: "Timen har byrja, eller er gitt frå seg.",
      en: "The slot has begun, or was given up.",
    },
  },
  wrongTimes: {
    status: 422,
    texts: {
      nb: "Det må være plass til minst én time fra den begynner til den slutter.",
      nn: "Det må vere plass til minst éin time frå ho byrjar til ho sluttar.",
      en: "There must be room for at least one slot between its beginning and its end.",
    },
  },
  staffElsewhere: {
    status: 422,
    texts: {
      nb: "Den som veileder, må jobbe i huset.",
      nn: "Den som rettleier, må arbeide i huset.",
      en: "Whoever helps must work in the space.",
    },
  },
  staffBusy: {
    status: 409,
    constraint: "consultations_staff_once",
    texts: {
      nb: "Den som veileder, har en annen veiledning på samme tid.",
      nn: "Den som rettleier, har ei anna rettleiing på same tid.",
      en: "Whoever helps has another consultation at that time.",
    },
  },
  notYourOrder: {
    status: 422,
    texts: {
      nb: "Bestillingen er ikke din hos dette verkstedet.",
      nn: "Bestillinga er ikkje di hos denne verkstaden.",
      en: "The order is not one of yours at this lab.",
    },
  },
});
