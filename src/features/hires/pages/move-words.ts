import { catalogue } from "../../../platform/language/language.ts";

/** What is said where a house moves what was agreed. */
export const moveWords = catalogue({
  nb: {
    move: "Flytt til en annen tid",
    about: "Like lenge, til samme pris og på samme vilkår. Leietakeren får brev om det.",
    day: "Ny dag",
    from: "Fra",
    lasts: (f: { length: string }) => `Varer i ${f.length}, som avtalt.`,
    isWished: "Leietakeren har bedt om det",
    unlessWished: "Ellers kan leietakeren avlyse uten å betale i en uke.",
    movedFrom: (f: { when: string }) => `Flyttet fra ${f.when}`,
    done: "Leia er flyttet. Leietakeren får brev.",
  },
  nn: {
    move: "Flytt til ei anna tid",
    about: "Like lenge, til same pris og på same vilkår. Leigetakaren får brev om det.",
    day: "Ny dag",
    from: "Frå",
    lasts: (f) => `Varer i ${f.length}, som avtalt.`,
    isWished: "Leigetakaren har bede om det",
    unlessWished: "Elles kan leigetakaren avlyse utan å betale i ei veke.",
    movedFrom: (f) => `Flytta frå ${f.when}`,
    done: "Leiga er flytta. Leigetakaren får brev.",
  },
  en: {
    move: "Move to another time",
    about: "As long, at the same price and on the same conditions. The hirer gets a letter about it.",
    day: "New day",
    from: "From",
    lasts: (f) => `Lasts ${f.length}, as agreed.`,
    isWished: "The hirer asked for it",
    unlessWished: "Otherwise the hirer may cancel without paying for a week.",
    movedFrom: (f) => `Moved from ${f.when}`,
    done: "The hire is moved. The hirer gets a letter.",
  },
});
