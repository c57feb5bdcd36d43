import { catalogue } from "../../../platform/language/language.ts";

/** The words of one's own bookings. */
export const myBookingsWords = catalogue({
  nb: {
    title: "Mine bookinger",
    none: "Du har ingenting booket",
    noneText: "Finn et rom, en plass eller en maskin som er ledig.",
    find: "Finn et ledig rom",
    pending: "venter på svar fra huset",
    held: "holdt av til deg",
    cancel: "Avlys",
    cancelThing: ({ name, when }: { name: string; when: string }) => `Avlys ${name}, ${when}`,
    cancelled: "Bookingen er avlyst.",
    more: "Vis flere",
    guestDays: "Gjestedagene dine",
  },
  nn: {
    title: "Bookingane mine",
    none: "Du har ikkje booka noko",
    noneText: "Finn eit rom, ein plass eller ei maskin som er ledig.",
    find: "Finn eit ledig rom",
    pending: "ventar på svar frå huset",
    held: "halde av til deg",
    cancel: "Avlys",
    cancelThing: ({ name, when }: { name: string; when: string }) => `Avlys ${name}, ${when}`,
    cancelled: "Bookinga er avlyst.",
    more: "Vis fleire",
    guestDays: "Gjestedagane dine",
  },
  en: {
    title: "My bookings",
    none: "You have booked nothing",
    noneText: "Find a room, a desk or a machine that is free.",
    find: "Find a free room",
    pending: "waits for the house to answer",
    held: "held for you",
    cancel: "Cancel",
    cancelThing: ({ name, when }: { name: string; when: string }) => `Cancel ${name}, ${when}`,
    cancelled: "The booking is cancelled.",
    more: "Show more",
    guestDays: "Your guest days",
  },
});
