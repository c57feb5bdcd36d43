// The door for pages of other features: the drawn curve and the words around it, made of the API's shapes, without the server behind them.
export { intervalInWords, shareInWords } from "./pages/parts/interval-words.ts";
export { pinnedOf, SurvivalCurve, said } from "./pages/parts/survival-curve.tsx";
export { survivalWords } from "./pages/survival-words.ts";
