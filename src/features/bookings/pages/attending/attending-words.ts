import { catalogue } from "../../../../platform/language/language.ts";

type At = { time: string };

/** The words of coming to a booking, and of what the screens say of it. */
export const attendingWords = catalogue({
  nb: {
    checkIn: "Sjekk inn",
    checkInBy: ({ time }: At) => `Sjekk inn innen ${time}, ellers blir rommet ledig for andre.`,
    isIn: "Sjekket inn",
    checkedIn: "Sjekket inn. Rommet er ditt.",
    showTitle: "Vis tittelen på skjermene",
    showTitleAbout: "Uten krysset står det bare at rommet er opptatt.",
    save: "Lagre valget",
    shown: "Tittelen vises på skjermene.",
    hidden: "Tittelen vises ikke på skjermene.",
    another: "Velger du et annet rom, bookes det for seg. Gi denne tida tilbake etterpå.",
  },
  nn: {
    checkIn: "Sjekk inn",
    checkInBy: ({ time }) => `Sjekk inn innan ${time}, elles blir rommet ledig for andre.`,
    isIn: "Sjekka inn",
    checkedIn: "Sjekka inn. Rommet er ditt.",
    showTitle: "Vis tittelen på skjermane",
    showTitleAbout: "Utan krysset står det berre at rommet er oppteke.",
    save: "Lagre valet",
    shown: "Tittelen står på skjermane.",
    hidden: "Tittelen står ikkje på skjermane.",
    another: "Vel du eit anna rom, blir det booka for seg. Gi denne tida tilbake etterpå.",
  },
  en: {
    checkIn: "Check in",
    checkInBy: ({ time }) => `Check in by ${time}, or the room goes to others.`,
    isIn: "Checked in",
    checkedIn: "Checked in. The room is yours.",
    showTitle: "Show the title on the screens",
    showTitleAbout: "Without it they only say that the room is taken.",
    save: "Save the choice",
    shown: "The screens show the title.",
    hidden: "The screens do not show the title.",
    another: "Another room is a booking of its own. Give this time back afterwards.",
  },
});
