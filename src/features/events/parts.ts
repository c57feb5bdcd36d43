// The door for pages of other features: what is read out of what people write, without the server behind it.
export { addressesIn } from "./pages/addresses-written.ts";
