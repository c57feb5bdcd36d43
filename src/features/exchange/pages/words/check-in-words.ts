import { catalogue } from "../../../../platform/language/language.ts";

/** The words of the host's phone that stand in the page from the start. */
export const checkInWords = catalogue({
  nb: {
    queueSafe: "Ligger trygt på denne telefonen, også om du lukker siden. Ikke tøm nettleseren før de er sendt.",
    thisPhone: "Denne telefonen",
    phoneName: "Navn på telefonen",
    phoneNameHint: "Vises hvis samme pass blir brukt på to telefoner, for eksempel «Skranken».",
    worksOffline: "Siden virker uten dekning",
    homeScreen: "Legg siden på startskjermen fra menyen i nettleseren, så åpner den som en app.",
    refusedTitle: "Det som ikke ble tatt imot",
    whyAnyway: "Hvorfor slipper du inn?",
  },
  nn: {
    queueSafe: "Ligg trygt på denne telefonen, òg om du lukkar sida. Ikkje tøm nettlesaren før dei er sende.",
    thisPhone: "Denne telefonen",
    phoneName: "Namn på telefonen",
    phoneNameHint: "Blir vist om same passet blir brukt på to telefonar, til dømes «Skranken».",
    worksOffline: "Sida verkar utan dekning",
    homeScreen: "Legg sida på startskjermen frå menyen i nettlesaren, så opnar ho som ein app.",
    refusedTitle: "Det som ikkje vart teke imot",
    whyAnyway: "Kvifor slepper du inn?",
  },
  en: {
    queueSafe: "Kept safely on this phone, even if you close the page. Do not clear the browser until they are sent.",
    thisPhone: "This phone",
    phoneName: "Name of the phone",
    phoneNameHint: "Shown if the same pass is used on two phones, for example “Front desk”.",
    worksOffline: "The page works offline",
    homeScreen: "Put the page on your home screen from the browser's menu, and it opens like an app.",
    refusedTitle: "What was not accepted",
    whyAnyway: "Why are you letting them in?",
  },
});
