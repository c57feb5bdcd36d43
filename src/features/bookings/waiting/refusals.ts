import { defineRefusals } from "../../../platform/refusal/refusal.ts";
import { longestWishHours, mostWaits } from "./wait.ts";

/** Why one cannot stand in line for a time. */
export const waitingRefusals = defineRefusals("waiting", {
  free: {
    status: 409,
    texts: {
      nb: "Tida er ledig. Book den.",
      nn: "Tida er ledig. Book ho.",
      en: "The time is free. Book it.",
    },
  },
  tooWide: {
    status: 422,
    texts: {
      nb: `Velg en tid på høyst ${longestWishHours} timer, og minst så lang som det du trenger.`,
      nn: `Vel ei tid på høgst ${longestWishHours} timar, og minst så lang som det du treng.`,
      en: `Choose a time of ${longestWishHours} hours at the most, and no shorter than what you need.`,
    },
  },
  tooMany: {
    status: 409,
    texts: {
      nb: `Du står på ${mostWaits} lister. Gå av en før du stiller deg på en ny.`,
      nn: `Du står på ${mostWaits} lister. Gå av ei før du stiller deg på ei ny.`,
      en: `You are on ${mostWaits} lists. Leave one before you join another.`,
    },
    ofAnother: {
      nb: (name) => `${name} står på ${mostWaits} lister, og må gå av en først.`,
      nn: (name) => `${name} står på ${mostWaits} lister, og må gå av ei først.`,
      en: (name) => `${name} is on ${mostWaits} lists, and must leave one first.`,
    },
  },
});
