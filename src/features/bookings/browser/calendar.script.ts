// A day of the calendar: bookings made, moved and stretched by drag or by keys, and a word when somebody else has booked.
import { isLanguage } from "../../../platform/language/language.ts";
import { moveByKeys } from "./arrow-keys.ts";
import { calendarWords } from "./calendar-words.ts";
import { dragBars } from "./drag.ts";
import { planOf } from "./plan.ts";
import { showNews } from "./show-news.ts";

const root = document.querySelector<HTMLElement>(".calendar-work[data-space]");
const plan = root?.querySelector<HTMLElement>("[data-plan]");
const news = document.querySelector<HTMLElement>("[data-news]");
const said = document.querySelector<HTMLElement>("[data-said]");

if (root && plan && news && said) {
  const words = calendarWords[isLanguage(document.documentElement.lang) ? document.documentElement.lang : "nb"];
  dragBars(planOf(plan));
  moveByKeys(planOf(plan), words, (text) => {
    said.textContent = text;
  });
  showNews(root, news, words, () => plan.focus());
  for (const hint of document.querySelectorAll<HTMLElement>("[data-hint]")) hint.hidden = false;
}
