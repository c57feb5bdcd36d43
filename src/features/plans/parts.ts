// The door for pages of other features: what one has left, made of the API's shapes, without the server behind it.
export { amountInWords } from "./pages/amounts.ts";
export { AllowanceList } from "./pages/parts/allowance-list.tsx";
export { planWords } from "./pages/words.ts";
