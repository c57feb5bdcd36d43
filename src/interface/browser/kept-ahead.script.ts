// What one may have to show at a door is kept before it is opened: there may be no coverage by then.
import { keepAhead } from "./keep-page.ts";

const links = document.querySelectorAll<HTMLAnchorElement>("a[data-keep-ahead]");
const keep = () => void keepAhead([...links].map(({ pathname }) => pathname));

// not in the way of the page itself
if (document.readyState === "complete") keep();
else addEventListener("load", keep);
