import { catalogue } from "../../../platform/language/language.ts";

/** What is said of orders others have placed for a company, and of calling off what was agreed. */
export const companyWords = catalogue({
  nb: {
    orders: "Bestilt for selskapet ditt",
    lead: "Det andre har bestilt, og selskapet betaler. Du kan si ja, svare verkstedet og avbestille, som den som bestilte.",
    orderedBy: "Bestilt av",
    none: "Ingen har bestilt noe for selskapet.",
    all: "Vis alt som er bestilt for selskapet",
    callOff: "Avbestill",
  },
  nn: {
    orders: "Bestilt for selskapet ditt",
    lead: "Det andre har bestilt, og selskapet betaler. Du kan seie ja, svare verkstaden og avbestille, som den som bestilte.",
    orderedBy: "Bestilt av",
    none: "Ingen har bestilt noko for selskapet.",
    all: "Vis alt som er bestilt for selskapet",
    callOff: "Avbestill",
  },
  en: {
    orders: "Ordered for your company",
    lead: "What others have ordered and the company pays for. You can say yes, answer the lab and call it off, as whoever ordered can.",
    orderedBy: "Ordered by",
    none: "Nobody has ordered anything for the company.",
    all: "Show all that is ordered for the company",
    callOff: "Call it off",
  },
});
