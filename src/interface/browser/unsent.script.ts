// A form that would be sent where nobody answers stays as it is, with all that is written in it, and says so. Nothing of it has been
// sent then: whether somebody answers is asked before, never found out by sending.
import { catalogue, isLanguage } from "../../platform/language/language.ts";

const words = catalogue({
  nb: {
    looking: "Ser etter nett …",
    unsent: "Uten nett: Ingenting er sendt, og alt du har skrevet, står her.",
    again: "Prøv igjen",
  },
  nn: {
    looking: "Ser etter nett …",
    unsent: "Utan nett: Ingenting er sendt, og alt du har skrive, står her.",
    again: "Prøv igjen",
  },
  en: {
    looking: "Looking for the network …",
    unsent: "Offline: nothing has been sent, and all you wrote is here.",
    again: "Try again",
  },
});

const { lang } = document.documentElement;
const text = words[isLanguage(lang) ? lang : "nb"];
// so long after the site was heard it is taken to be there
const trusted = 15_000;
const patience = 10_000;
const silence = 400;

// the page itself was an answer, unless it is one this browser keeps
let heardAt = "caches" in globalThis && (await caches.match(location.pathname)) ? Number.NEGATIVE_INFINITY : performance.now();
let isLooking = false;
let bar: HTMLElement | undefined;

// after the page's own scripts: what they send themselves is theirs
document.addEventListener("submit", (event) => {
  const { target: form, submitter, defaultPrevented } = event;
  if (defaultPrevented || !(form instanceof HTMLFormElement) || methodOf(form, submitter) !== "post") return;
  if (navigator.onLine && performance.now() - heardAt < trusted) return;
  event.preventDefault();
  void sendWhenHeard(form, submitter);
});
// a page one goes back to is as old as when one left it
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) heardAt = Number.NEGATIVE_INFINITY;
});

function methodOf(form: HTMLFormElement, submitter: HTMLElement | null): string {
  return submitter instanceof HTMLButtonElement && submitter.hasAttribute("formmethod") ? submitter.formMethod : form.method;
}

async function sendWhenHeard(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  if (isLooking) return;
  isLooking = true;
  const soon = setTimeout(() => say(text.looking), silence);
  const isHeard = await isAnswered();
  clearTimeout(soon);
  isLooking = false;
  if (!isHeard) return say(text.unsent, () => form.requestSubmit(submitter));
  heardAt = performance.now();
  bar?.remove();
  form.requestSubmit(submitter);
}

async function isAnswered(): Promise<boolean> {
  if (!navigator.onLine) return false;
  // a small file that is always there, and never answered from what is kept
  const asked = fetch("/service-worker.js", { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(patience) });
  return asked.then(
    () => true,
    () => false,
  );
}

function say(sentence: string, again?: () => void): void {
  bar?.remove();
  bar = document.createElement("div");
  bar.className = "undo-bar care";
  bar.setAttribute("role", again ? "alert" : "status");
  const told = document.createElement("p");
  told.textContent = sentence;
  bar.append(told);
  if (again) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button small";
    button.textContent = text.again;
    button.addEventListener("click", again);
    bar.append(button);
  }
  document.body.append(bar);
}
