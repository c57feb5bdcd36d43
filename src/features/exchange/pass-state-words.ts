import { catalogue } from "../../platform/language/language.ts";

/** The states of a pass in the cells of a file. */
export const passStateCells = catalogue({
  nb: {
    waiting: "venter",
    offered: "tilbudt",
    held: "holdt",
    checked_in: "inne",
    completed: "fullført",
    cancelled: "avbud",
    no_show: "kom ikke",
    refused: "verten sa nei",
  },
  nn: {
    waiting: "ventar",
    offered: "tilboden",
    held: "halden",
    checked_in: "inne",
    completed: "fullført",
    cancelled: "avbod",
    no_show: "kom ikkje",
    refused: "verten sa nei",
  },
  en: {
    waiting: "waiting",
    offered: "offered",
    held: "held",
    checked_in: "checked in",
    completed: "completed",
    cancelled: "cancelled",
    no_show: "no-show",
    refused: "the host said no",
  },
});
