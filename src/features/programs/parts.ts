// The door for pages of other features: the drawn curve and the words around it, made of the API's shapes, without the server behind them.
export { intervalInWords, shareInWords } from "./pages/parts/interval-words.ts";
export { SurvivalCurve, said } from "./pages/parts/survival-curve.tsx";
export { Comparison, SurvivalBox, SurvivalSentences } from "./pages/parts/survival-story.tsx";
export { TargetBar } from "./pages/parts/targets.tsx";
export { survivalWords } from "./survival/survival-words.ts";
