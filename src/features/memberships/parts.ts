// The door for pages of other features: whom one acts for, made of the API's shapes, without the server behind it.
export { ForWhom } from "./pages/for-whom/for-whom.tsx";
export { forWhomWords } from "./pages/for-whom/for-whom-words.ts";
export { type Home, loadWhom, managedHomes, type Whom } from "./pages/for-whom/load-whom.ts";
