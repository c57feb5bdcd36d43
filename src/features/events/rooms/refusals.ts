import { defineRefusals } from "../../../platform/refusal/refusal.ts";

/** What the places to sleep on a journey do not allow. */
export const roomRefusals = defineRefusals("event_room", {
  full: {
    status: 409,
    constraint: "event_beds_one_each",
    texts: {
      nb: "Det er ingen ledig seng i rommet.",
      nn: "Det er inga ledig seng i rommet.",
      en: "There is no free bed in the room.",
    },
  },
  nameTaken: {
    status: 409,
    constraint: "event_rooms_name",
    texts: {
      nb: "Det er alt et rom med det navnet på det stedet.",
      nn: "Det er alt eit rom med det namnet på den staden.",
      en: "There is a room with that name at that place already.",
    },
  },
  inUse: {
    status: 409,
    constraint: "event_beds_room",
    texts: {
      nb: "Noen sover i rommet. Flytt dem først.",
      nn: "Nokon søv i rommet. Flytt dei først.",
      en: "Somebody sleeps in the room. Move them first.",
    },
  },
});
