// A pass or a ticket stays on the phone once opened: it is shown at doors where there is no coverage. And it can be sent to somebody.
import { keepThisPage } from "./keep-page.ts";

const ready = document.querySelector<HTMLElement>("[data-offline-ready]");
const share = document.querySelector<HTMLButtonElement>("button[data-share]");

if (share && typeof navigator.share === "function") {
  share.hidden = false;
  // who closes the choice of where to send it has changed their mind
  share.addEventListener(
    "click",
    () => void navigator.share({ title: document.title, url: share.dataset.share || location.href }).catch(() => undefined),
  );
}
if (ready && (await keepThisPage())) ready.hidden = false;
