// The host's day while it happens: the list is fetched again when something changed, and what is new says so for a minute.
import { isLanguage } from "../../../platform/language/language.ts";
import { phoneWords } from "../host-phone/words.ts";
import { followGuests } from "./follow-guests.ts";
import { keepOpen } from "./keep-open.ts";

const newFor = 60_000;
const day = document.querySelector<HTMLElement>(".today[data-space]");
if (day) follow(day);

function follow(root: HTMLElement): void {
  const words = phoneWords[isLanguage(document.documentElement.lang) ? document.documentElement.lang : "nb"];
  const said = root.querySelector<HTMLElement>("[data-said]");
  const newSince = new Map<string, number>();
  followGuests(root.dataset.space ?? "", () => void look());

  async function look(): Promise<void> {
    const part = root.querySelector<HTMLElement>("[data-live]");
    const page = await fetchPage();
    const newPart = page?.querySelector<HTMLElement>("[data-live]");
    // never under the hand of who is writing
    if (!part || !newPart || part.contains(document.activeElement?.closest("input, textarea") ?? null)) return;
    const before = new Map(rowsOf(part).map((row) => [row.dataset.pass, row.dataset.state]));
    const changed = rowsOf(newPart).filter((row) => before.get(row.dataset.pass) !== row.dataset.state);
    for (const row of changed) newSince.set(row.dataset.pass ?? "", performance.now());
    const open = new Set([...part.querySelectorAll<HTMLElement>("details[open][data-duties]")].map(({ dataset }) => dataset.duties));
    const focused = document.activeElement?.closest<HTMLElement>("[data-pass]")?.dataset.pass;
    for (const details of newPart.querySelectorAll<HTMLDetailsElement>("details[data-duties]"))
      details.open ||= open.has(details.dataset.duties);
    keepOpen(part, newPart);
    part.replaceChildren(...newPart.childNodes);
    markNew(part);
    if (focused) part.querySelector<HTMLElement>(`[data-pass="${focused}"] button`)?.focus({ preventScroll: true });
    if (said && changed.length > 0)
      said.textContent = changed.map((row) => words.someCameIn(row.querySelector("b, h3")?.textContent ?? "")).join(". ");
    if (changed.length > 0) setTimeout(() => markNew(part), newFor + 100);
  }

  function markNew(part: HTMLElement): void {
    for (const row of rowsOf(part)) {
      const isNew = performance.now() - (newSince.get(row.dataset.pass ?? "") ?? Number.NEGATIVE_INFINITY) < newFor;
      const mark = row.querySelector(".new-now");
      if (!isNew) mark?.remove();
      else if (!mark) row.querySelector("b, h3")?.insertAdjacentElement("afterend", newMark());
    }
  }

  function newMark(): HTMLElement {
    const mark = document.createElement("span");
    mark.className = "new-now small";
    mark.textContent = words.newNow;
    return mark;
  }
}

function rowsOf(part: HTMLElement): HTMLElement[] {
  return [...part.querySelectorAll<HTMLElement>("[data-pass][data-state]")];
}

async function fetchPage(): Promise<Document | undefined> {
  try {
    const answer = await fetch(location.href, { signal: AbortSignal.timeout(3_000), headers: { accept: "text/html" } });
    return answer.ok && !answer.redirected ? new DOMParser().parseFromString(await answer.text(), "text/html") : undefined;
  } catch {
    return undefined;
  }
}
