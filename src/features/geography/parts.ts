// The door for pages of other features.

export { municipalityChoices, withStanding } from "./pages/municipality-choices.ts";
export { placeOf } from "./pages/place-of.ts";
