export { default } from "../pages.ts";
