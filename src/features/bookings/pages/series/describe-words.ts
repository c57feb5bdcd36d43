import { catalogue } from "../../../../platform/language/language.ts";

/** The words of saying anew what a booking is about. */
export const describeWords = catalogue({
  nb: { open: "Endre hva det er", note: "Beskjed til huset", save: "Lagre", done: "Lagret. Tida er den samme." },
  nn: { open: "Endre kva det er", note: "Beskjed til huset", save: "Lagre", done: "Lagra. Tida er den same." },
  en: { open: "Change what it is about", note: "Message to the house", save: "Save", done: "Saved. The time is the same." },
});
