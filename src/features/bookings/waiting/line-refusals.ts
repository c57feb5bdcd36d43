import { defineRefusals } from "../../../platform/refusal/refusal.ts";

/** Why somebody is not taken off a list. */
export const lineRefusals = defineRefusals("line", {
  ended: {
    status: 409,
    texts: {
      nb: "Hen står ikke på lista lenger.",
      nn: "Hen står ikkje på lista lenger.",
      en: "They are not in line any more.",
    },
  },
});
