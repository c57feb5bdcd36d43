import { defineRefusals } from "../../../platform/refusal/refusal.ts";

export const stockRefusals = defineRefusals("stock", {
  notEnough: {
    status: 409,
    constraint: "stock_movements_in_stock",
    texts: {
      nb: "Det er ikke nok på lager.",
      nn: "Det er ikkje nok på lager.",
      en: "There is not enough in stock.",
    },
  },
  nameTaken: {
    status: 409,
    constraint: "consumables_name_in_space",
    texts: {
      nb: "Noe annet på lageret heter det samme.",
      nn: "Noko anna på lageret heiter det same.",
      en: "Something else in stock has that name.",
    },
  },
});
