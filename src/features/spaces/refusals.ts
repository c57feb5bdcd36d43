import { defineRefusals } from "../../platform/refusal/refusal.ts";

export const spaceRefusals = defineRefusals("space", {
  slugTaken: {
    status: 409,
    constraint: "spaces_slug",
    texts: {
      nb: "Adressen er brukt av et annet sted. Velg en annen.",
      nn: "Adressa er brukt av ein annan stad. Vel ei anna.",
      en: "Another space uses this address. Choose another.",
    },
  },
});
