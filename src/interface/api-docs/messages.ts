import { catalogue } from "../../platform/language/language.ts";

/** The introduction. Names of routes and fields are English in every language, and so is what is said of each. */
export const messages = catalogue({
  nb: {
    title: "Åpne data og API",
    lead: "Alt sidene kan gjøre, kan et program gjøre også. Her er hver rute, hva den tar imot, og hva den svarer.",
    keys: "Lag en nøkkel på din egen side. Nøkkelen handler som deg, innenfor det du lar den gjøre.",
    writes: "Send en ny Idempotency-Key med hver endring. Da kan du trygt sende den samme forespørselen om igjen.",
    lists: "Lister kommer side for side. Send nextCursor tilbake som cursor for å gå videre.",
    refusals: "Et nei har en kode som ikke endrer seg, og en setning på språket du ber om.",
    english: "Rutene er beskrevet på engelsk.",
    machine: "Den samme beskrivelsen for maskiner (OpenAPI 3.1)",
    routes: "Rutene",
    everyRoute: "Hver rute ved navn",
    everyRefusal: "Hvert nei",
  },
  nn: {
    title: "Opne data og API",
    lead: "Alt sidene kan gjere, kan eit program gjere òg. Her er kvar rute, kva ho tek imot, og kva ho svarar.",
    keys: "Lag ein nøkkel på di eiga side. Nøkkelen handlar som deg, innanfor det du lèt han gjere.",
    writes: "Send ein ny Idempotency-Key med kvar endring. Då kan du trygt sende den same førespurnaden om att.",
    lists: "Lister kjem side for side. Send nextCursor tilbake som cursor for å gå vidare.",
    refusals: "Eit nei har ein kode som ikkje endrar seg, og ei setning på språket du ber om.",
    english: "Rutene er skildra på engelsk.",
    machine: "Den same skildringa for maskiner (OpenAPI 3.1)",
    routes: "Rutene",
    everyRoute: "Kvar rute ved namn",
    everyRefusal: "Kvart nei",
  },
  en: {
    title: "Open data and API",
    lead: "Everything the pages can do, a program can do too. Here is every route, what it takes, and what it answers.",
    keys: "Make a key on your own page. It acts as you, within what you let it do.",
    writes: "Send a new Idempotency-Key with every change. Then the same request can safely be sent again.",
    lists: "Lists come page by page. Send nextCursor back as cursor to go on.",
    refusals: "A no has a code that never changes, and a sentence in the language you ask for.",
    english: "",
    machine: "The same description for machines (OpenAPI 3.1)",
    routes: "The routes",
    everyRoute: "Every route by name",
    everyRefusal: "Every no",
  },
});
