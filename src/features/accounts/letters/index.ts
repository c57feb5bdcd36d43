export { type LettersApi, letterRoutes } from "./routes.ts";
