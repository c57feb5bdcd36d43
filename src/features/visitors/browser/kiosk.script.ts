// A screen touched by one stranger after another: who walks away leaves nothing on it, and nobody is sent into a dead connection. Without
// a network it takes down who comes and goes, and tells the house when the network is back.
import { keepThisPage } from "../../../interface/browser/keep-page.ts";
import { type KeptNote, keptNotes } from "./kept-notes.ts";

const kiosk = document.querySelector<HTMLElement>("[data-kiosk]");
if (kiosk) watch(kiosk);

function watch(root: HTMLElement): void {
  const [offline, noted, waiting] = ["offline", "noted", "waiting"].map((name) => root.querySelector<HTMLElement>(`[data-${name}]`));
  const form = root.querySelector<HTMLFormElement>("form[data-note]");
  const reset = Number(root.dataset.reset) * 1000;
  const notes = keptNotes(root.dataset.secret ?? "");
  // what opened from what was kept may be old, and is not to be trusted before the house has answered
  let isAway = !navigator.onLine;
  let timer: ReturnType<typeof setTimeout> | undefined;
  for (const touched of ["pointerdown", "keydown", "input"]) addEventListener(touched, wait);
  wait();
  for (const changed of ["online", "offline"]) addEventListener(changed, look);
  setInterval(look, 15_000);
  look();
  if (root.dataset.kiosk === "start" && location.search === "") void keepThisPage();
  document.addEventListener("submit", (event) => {
    if (event.target === form) note(event);
    else if (isAway) {
      event.preventDefault();
      show();
    }
  });
  const print = root.querySelector<HTMLButtonElement>("[data-print]");
  if (print) {
    print.hidden = false;
    print.addEventListener("click", () => window.print());
  }

  function wait(): void {
    clearTimeout(timer);
    timer = setTimeout(start, reset);
  }

  // the place in the history is taken over, so that no way back leads to a name
  function start(): void {
    form?.reset();
    if (noted) noted.hidden = true;
    if (!isAway) location.replace(location.pathname);
    else wait();
  }

  // on the wire is not the same as within reach
  async function look(): Promise<void> {
    const wasAway = isAway;
    const isThere = await isReachable(root.dataset.secret ?? "");
    // the network may have gone while it was asked
    isAway = !navigator.onLine || !isThere;
    if (!isAway) isAway = !(await notes.send());
    show();
    // what was kept while away may be old
    if (wasAway && !isAway && root.dataset.kiosk === "start" && form?.contains(document.activeElement) !== true) start();
  }

  function show(): void {
    if (offline) offline.hidden = !isAway;
    // the other languages are not kept
    for (const online of root.querySelectorAll<HTMLElement>("[data-online]")) online.hidden = isAway;
    const count = notes.read().length;
    if (waiting) {
      waiting.hidden = count === 0;
      waiting.textContent = (waiting.dataset.words ?? "").replace("{count}", String(count));
    }
  }

  function note(event: SubmitEvent): void {
    event.preventDefault();
    if (!form) return;
    const written = new FormData(form, event.submitter);
    const text = (name: string) => String(written.get(name) ?? "").trim();
    const rules = Number(text("rules"));
    const kept: KeptNote = {
      id: crypto.randomUUID(),
      kind: text("kind") === "departure" ? "departure" : "arrival",
      name: text("name"),
      ...(text("organization") && { organization: text("organization") }),
      ...(text("askedFor") && { askedFor: text("askedFor") }),
      writtenAt: new Date().toISOString(),
      language: document.documentElement.lang,
      ...(rules > 0 && { rulesVersion: rules }),
    };
    if (kept.name === "") return;
    notes.add(kept);
    form.reset();
    if (noted) {
      noted.hidden = false;
      noted.focus();
    }
    void look();
  }
}

async function isReachable(secret: string): Promise<boolean> {
  try {
    const answer = await fetch(`/api/v1/displays/${secret}/reception`, { signal: AbortSignal.timeout(5_000) });
    return answer.status < 500;
  } catch {
    return false;
  }
}
