import type { InEveryLanguage } from "../../platform/language/language.ts";

/** What a house can have, in the order it is shown. A key once used keeps its meaning; database/demo/amenities.json says the same. */
export const amenities = {
  meeting_rooms: { nb: "Møterom", nn: "Møterom", en: "Meeting rooms" },
  step_free: { nb: "Trinnfri inngang", nn: "Trinnfri inngang", en: "Step-free entrance" },
  accessible_toilet: { nb: "Tilgjengelig toalett", nn: "Tilgjengeleg toalett", en: "Accessible toilet" },
  hearing_loop: { nb: "Teleslynge", nn: "Teleslynge", en: "Hearing loop" },
  quiet_zone: { nb: "Stille sone", nn: "Stille sone", en: "Quiet zone" },
  phone_booths: { nb: "Telefonbokser", nn: "Telefonboksar", en: "Phone booths" },
  kitchen: { nb: "Kjøkken", nn: "Kjøkken", en: "Kitchen" },
  lunch: { nb: "Felles lunsj", nn: "Felles lunsj", en: "Shared lunch" },
  shower: { nb: "Dusj", nn: "Dusj", en: "Shower" },
  bicycle_parking: { nb: "Sykkelparkering", nn: "Sykkelparkering", en: "Bicycle parking" },
  parking: { nb: "Bilparkering", nn: "Bilparkering", en: "Car parking" },
  charging: { nb: "Lading av elbil", nn: "Lading av elbil", en: "Charging for electric cars" },
  workshop: { nb: "Verksted", nn: "Verkstad", en: "Workshop" },
  photo_studio: { nb: "Fotostudio", nn: "Fotostudio", en: "Photo studio" },
  sound_studio: { nb: "Lydstudio", nn: "Lydstudio", en: "Sound studio" },
  auditorium: { nb: "Sal", nn: "Sal", en: "Auditorium" },
  stay_overnight: { nb: "Overnatting i nærheten", nn: "Overnatting i nærleiken", en: "A place to stay nearby" },
  childcare: { nb: "Barnepass etter avtale", nn: "Barnepass etter avtale", en: "Childcare by arrangement" },
  dogs_welcome: { nb: "Hund er lov", nn: "Hund er lov", en: "Dogs are welcome" },
  prayer_room: { nb: "Stillerom for bønn og ro", nn: "Stillerom for bøn og ro", en: "Room for prayer and rest" },
  sauna: { nb: "Badstue", nn: "Badstove", en: "Sauna" },
  printer: { nb: "Skriver og skanner", nn: "Skrivar og skannar", en: "Printer and scanner" },
  lockers: { nb: "Låsbare skap", nn: "Skap med lås", en: "Lockers" },
  garden: { nb: "Hage eller takterrasse", nn: "Hage eller takterrasse", en: "Garden or roof terrace" },
} as const satisfies Record<string, InEveryLanguage>;

export type Amenity = keyof typeof amenities;

/** The keys, for contracts and forms. */
export const amenityKeys = Object.keys(amenities) as [Amenity, ...Amenity[]];
