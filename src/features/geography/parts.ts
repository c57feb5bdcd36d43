// The door for pages of other features.
export { placeOf } from "./pages/place-of.ts";
