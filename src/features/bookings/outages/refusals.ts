import { defineRefusals } from "../../../platform/refusal/refusal.ts";

export const outageRefusals = defineRefusals("outage", {
  notAhead: {
    status: 422,
    texts: {
      nb: "Si til når maskinen er ute av drift: et tidspunkt fram i tid, innen et år.",
      nn: "Sei til når maskina er ute av drift: eit tidspunkt fram i tid, innan eitt år.",
      en: "Say until when the machine is out of order: a moment ahead, within a year.",
    },
  },
  none: {
    status: 409,
    texts: {
      nb: "Maskinen er i drift.",
      nn: "Maskina er i drift.",
      en: "The machine is in order.",
    },
  },
});
