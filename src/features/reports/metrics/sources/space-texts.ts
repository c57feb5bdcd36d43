import { catalogue } from "../../../../platform/language/language.ts";

export const spacePopulation = {
  nb: "Egne hus, og husene til dem som er medlem på periodens siste dag",
  nn: "Eigne hus, og husa til dei som er medlem den siste dagen i perioden",
  en: "Its own houses, and those of who is a member on the last day of the period",
};

export const spaceTexts = catalogue({
  nb: {
    "spaces-room-occupancy": {
      name: "Møterom i bruk",
      definition: "Bestilte timer av de timene rommene kunne bestilles, rydding og vedlikehold medregnet.",
    },
    "spaces-desk-occupancy": { name: "Pulter i bruk", definition: "Bestilte timer av de timene pultene kunne bestilles, pult for pult." },
  },
  nn: {
    "spaces-room-occupancy": {
      name: "Møterom i bruk",
      definition: "Bestilte timar av dei timane romma kunne bestillast, rydding og vedlikehald medrekna.",
    },
    "spaces-desk-occupancy": { name: "Pultar i bruk", definition: "Bestilte timar av dei timane pultane kunne bestillast, pult for pult." },
  },
  en: {
    "spaces-room-occupancy": {
      name: "Meeting rooms in use",
      definition: "Hours booked of the hours the rooms could be booked, clearing up and maintenance included.",
    },
    "spaces-desk-occupancy": { name: "Desks in use", definition: "Hours booked of the hours the desks could be booked, desk by desk." },
  },
});
