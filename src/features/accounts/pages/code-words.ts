import { catalogue } from "../../../platform/language/language.ts";

/** Values of an export that are words of the program: by field, then by value. What is not here is shown as it is. */
export const codeWords = catalogue<Record<string, Record<string, string>>>({
  nb: {
    locale: { nb: "bokmål", nn: "nynorsk", en: "engelsk" },
    visibility: { public: "alle", network: "de som er i samme nettverk", private: "bare huset ditt" },
    role: {
      owner: "eier",
      manager: "leder",
      host: "vert",
      member: "medlem",
      coordinator: "koordinator",
      operator: "drift",
      staff: "ansatt",
    },
    plan: { flex: "fleksplass", fixed_desk: "fast plass", team: "lagplass" },
    state: {
      waiting: "venter",
      offered: "tilbudt",
      held: "holdt",
      checked_in: "sjekket inn",
      completed: "var der",
      cancelled: "avbud",
      no_show: "kom ikke",
      refused: "verten sa nei",
    },
  },
  nn: {
    locale: { nb: "bokmål", nn: "nynorsk", en: "engelsk" },
    visibility: { public: "alle", network: "dei som er i same nettverket", private: "berre huset ditt" },
    role: {
      owner: "eigar",
      manager: "leiar",
      host: "vert",
      member: "medlem",
      coordinator: "koordinator",
      operator: "drift",
      staff: "tilsett",
    },
    plan: { flex: "fleksplass", fixed_desk: "fast plass", team: "lagplass" },
    state: {
      waiting: "ventar",
      offered: "tilbode",
      held: "halden",
      checked_in: "sjekka inn",
      completed: "var der",
      cancelled: "avbod",
      no_show: "kom ikkje",
      refused: "verten sa nei",
    },
  },
  en: {
    locale: { nb: "Bokmål", nn: "Nynorsk", en: "English" },
    visibility: { public: "everyone", network: "those in the same network", private: "your space only" },
    role: {},
    plan: { flex: "flex", fixed_desk: "fixed desk", team: "team" },
    state: { checked_in: "checked in", completed: "was there", no_show: "no-show" },
  },
});
