import { catalogue } from "../../../../platform/language/language.ts";

export const eventPopulation = {
  nb: "Arrangementer organisasjonen holdt alene eller sammen med andre, som ikke ble avlyst og er over",
  nn: "Arrangement organisasjonen heldt åleine eller saman med andre, som ikkje vart avlyste og er over",
  en: "Events the organization held alone or with others, that were not called off and are over",
};

export const eventTexts = catalogue({
  nb: {
    "events-held": {
      name: "Arrangementer",
      definition: "Arrangementer med start i perioden. Et arrangement med flere verter telles én gang hos hver av dem.",
    },
    "events-invited": { name: "Invitert", definition: "Invitasjoner, én for hver person og hvert arrangement." },
    "events-registered": {
      name: "Påmeldte plasser",
      definition: "Bekreftede plasser. En påmelding av fem er fem plasser; den som meldte seg på tre arrangementer, er tre.",
    },
    "events-checked-in": { name: "Sjekket inn", definition: "Billetter som ble sjekket inn ved døra, hver én gang." },
    "events-people": {
      name: "Mennesker",
      definition:
        "Ulike personer med en bekreftet plass: den som er navngitt på den, ellers den som meldte på. Hver talt én gang, ført på første gang. Den som er navngitt uten adresse, kjennes igjen på navnet i samme selskap.",
    },
    "events-organizations": {
      name: "Organisasjoner",
      definition: "Ulike organisasjoner det var bekreftet plasser for, hver talt én gang, ført på første gang.",
    },
    "events-no-show": {
      name: "Kom ikke",
      definition:
        "Av de bekreftede plassene: andelen som ikke ble sjekket inn. Arrangementer der ingen ble sjekket inn, mangler: der vet ingen hvem som kom.",
    },
    "events-fill": { name: "Fylt", definition: "Tatte plasser av alle plasser, for arrangementer med et tall på plassene." },
    "events-repeat": {
      name: "Kommer igjen",
      definition: "Av menneskene: andelen med bekreftet plass på mer enn ett arrangement i perioden.",
    },
    "events-member-reach": {
      name: "Medlemmer som deltok",
      definition:
        "Av medlemsorganisasjonene på periodens siste dag: andelen det var meldt på noen for, eller der en som har en rolle der, hadde en plass.",
    },
  },
  nn: {
    "events-held": {
      name: "Arrangement",
      definition: "Arrangement med start i perioden. Eit arrangement med fleire vertar blir talt éin gong hos kvar av dei.",
    },
    "events-invited": { name: "Inviterte", definition: "Invitasjonar, éin for kvar person og kvart arrangement." },
    "events-registered": {
      name: "Påmelde plassar",
      definition: "Stadfesta plassar. Ei påmelding av fem er fem plassar; den som melde seg på tre arrangement, er tre.",
    },
    "events-checked-in": { name: "Sjekka inn", definition: "Billettar som vart sjekka inn ved døra, kvar éin gong." },
    "events-people": {
      name: "Menneske",
      definition:
        "Ulike personar med ein stadfesta plass: den som er namngjeven på han, elles den som melde på. Kvar talt éin gong, ført på første gongen. Den som er namngjeven utan adresse, blir kjend att på namnet i same selskap.",
    },
    "events-organizations": {
      name: "Organisasjonar",
      definition: "Ulike organisasjonar det var stadfesta plassar for, kvar talt éin gong, ført på første gongen.",
    },
    "events-no-show": {
      name: "Kom ikkje",
      definition:
        "Av dei stadfesta plassane: delen som ikkje vart sjekka inn. Arrangement der ingen vart sjekka inn, manglar: der veit ingen kven som kom.",
    },
    "events-fill": { name: "Fylt", definition: "Tekne plassar av alle plassar, for arrangement med eit tal på plassane." },
    "events-repeat": {
      name: "Kjem att",
      definition: "Av menneska: delen med stadfesta plass på meir enn eitt arrangement i perioden.",
    },
    "events-member-reach": {
      name: "Medlemmer som deltok",
      definition:
        "Av medlemsorganisasjonane på den siste dagen i perioden: delen det var meldt på nokon for, eller der nokon som har ei rolle der, hadde ein plass.",
    },
  },
  en: {
    "events-held": {
      name: "Events",
      definition: "Events that start in the period. An event with several hosts counts once with each of them.",
    },
    "events-invited": { name: "Invited", definition: "Invitations, one for each person and event." },
    "events-registered": {
      name: "Registered places",
      definition: "Confirmed places. One registration for five is five places; who registered for three events is three.",
    },
    "events-checked-in": { name: "Checked in", definition: "Tickets that were checked in at the door, each once." },
    "events-people": {
      name: "People",
      definition:
        "Different people with a confirmed place: whoever is named on it, else whoever registered. Each is counted once, on the first time. Who is named without an address is known again by the name at the same company.",
    },
    "events-organizations": {
      name: "Organizations",
      definition: "Different organizations that places were confirmed for, each counted once, on the first time.",
    },
    "events-no-show": {
      name: "Stayed away",
      definition:
        "Of the confirmed places: the share that was not checked in. Events where nobody was checked in are missing: nobody knows who came.",
    },
    "events-fill": { name: "Filled", definition: "Places taken of all places, for events with a number of places." },
    "events-repeat": {
      name: "Come again",
      definition: "Of the people: the share with a confirmed place at more than one event in the period.",
    },
    "events-member-reach": {
      name: "Members who took part",
      definition:
        "Of the member organizations on the last day of the period: the share that places were registered for, or where somebody with a position there held one.",
    },
  },
});
