// The door for pages of other features: what a refused booking is about, without the server behind it.
export { bookingFields } from "./pages/refused-fields.ts";
