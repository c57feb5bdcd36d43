// The door for pages of other features: pure components and words made of the API's shapes, without the server behind them.
export { amenities, amenityKeys } from "./amenities.ts";
export { groupName, timesInWords, weekdayName } from "./opening-words.ts";
export { AmenityList } from "./pages/parts/amenity-list.tsx";
export { Contact } from "./pages/parts/contact.tsx";
export { HouseRules } from "./pages/parts/house-rules.tsx";
export { OpeningHours, OpenToday } from "./pages/parts/opening-hours.tsx";
export { Photo, PhotoGallery } from "./pages/parts/photo-gallery.tsx";
export type { Space } from "./shapes.ts";
export { textIn } from "./text-in.ts";
export { type Theme, themeKeys, themes } from "./themes.ts";
