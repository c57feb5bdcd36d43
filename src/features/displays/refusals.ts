import { defineRefusals } from "../../platform/refusal/refusal.ts";

/** Why a screen cannot be put up. */
export const displayRefusals = defineRefusals("display", {
  roomOfDoor: {
    status: 422,
    constraint: "displays_of_door",
    texts: {
      nb: "Velg hvilket rom skjermen står ved. En skjerm på en vegg står ved ingen.",
      nn: "Vel kva rom skjermen står ved. Ein skjerm på ein vegg står ved ingen.",
      en: "Choose which room the screen stands by. A screen on a wall stands by none.",
    },
  },
  roomElsewhere: {
    status: 422,
    constraint: "displays_resource",
    texts: {
      nb: "Rommet er ikke i dette huset.",
      nn: "Rommet er ikkje i dette huset.",
      en: "The room is not in this house.",
    },
  },
});
