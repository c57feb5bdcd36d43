import { catalogue } from "../../../../platform/language/language.ts";

/** The words with which a host gives a seat to a guest who waits at the door. */
export const giveWords = catalogue({
  nb: {
    give: "Gi plass",
    full: "Dagen er full. Hvilken plass?",
    addSeat: "Sett fram en plass til",
    addSeatAbout: "Dagen får én plass mer.",
    insteadOf: (name: string) => `Plassen til ${name}`,
    insteadOfAbout: (home: string) => `${home}. Er ikke kommet; telles som sent avbud.`,
    reason: "Hvorfor?",
    reasonHint: "Står i loggen. Den som mister plassen, får det på e-post.",
    giveTo: (name: string) => `Gi plassen til ${name}`,
  },
  nn: {
    give: "Gje plass",
    full: "Dagen er full. Kva plass?",
    addSeat: "Set fram ein plass til",
    addSeatAbout: "Dagen får éin plass meir.",
    insteadOf: (name) => `Plassen til ${name}`,
    insteadOfAbout: (home) => `${home}. Er ikkje komen; tel som seint avbod.`,
    reason: "Kvifor?",
    reasonHint: "Står i loggen. Den som mistar plassen, får det på e-post.",
    giveTo: (name) => `Gje plassen til ${name}`,
  },
  en: {
    give: "Give seat",
    full: "The day is full. Which seat?",
    addSeat: "Set out one more seat",
    addSeatAbout: "The day gets one seat more.",
    insteadOf: (name) => `${name}'s seat`,
    insteadOfAbout: (home) => `${home}. Has not come; counts as cancelled late.`,
    reason: "Why?",
    reasonHint: "Goes in the log. Whoever loses the seat is told by e-mail.",
    giveTo: (name) => `Give the seat to ${name}`,
  },
});
