// The pass stays on the phone once opened: it is shown at doors where there is no coverage.
import { keepThisPage } from "../../../interface/browser/keep-page.ts";

const ready = document.querySelector<HTMLElement>("[data-offline-ready]");
if (ready && (await keepThisPage())) ready.hidden = false;
