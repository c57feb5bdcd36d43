/** A copy of one of the page's templates, with its slots filled. The drawings and their meaning stay on the server's side. */
export function fill(name: string, slots: Record<string, string> = {}): HTMLElement {
  const template = document.querySelector<HTMLTemplateElement>(`template[data-template="${name}"]`);
  const made = template?.content.firstElementChild?.cloneNode(true);
  if (!(made instanceof Element)) throw new Error(`The page has no template ${name}`);
  for (const [slot, text] of Object.entries(slots)) {
    const place = made.querySelector(`[data-slot="${slot}"]`);
    if (place) place.textContent = text;
    if (text === "") place?.remove();
  }
  return made as HTMLElement;
}

/** A button with words, and for screen readers whom it is about. */
export function button(words: string, about: string, classes: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "submit";
  made.className = classes;
  made.append(words, hidden(` ${about}`));
  return made;
}

export function span(words: string, classes = "small"): HTMLElement {
  const made = document.createElement("span");
  made.className = classes;
  made.textContent = words;
  return made;
}

/** Puts something in a place unless it is there already, so that nothing is read aloud twice and no focus is lost. */
export function put(place: Element | null, key: string, make: () => (Node | string)[]): void {
  if (!(place instanceof HTMLElement) || place.dataset.key === key) return;
  const focused = document.activeElement;
  const hadFocus = focused !== null && focused !== place && place.contains(focused);
  place.dataset.key = key;
  place.replaceChildren(...make());
  if (!hadFocus) return;
  const next = place.contains(focused) ? focused : place.querySelector("button, a, input");
  if (next instanceof HTMLElement) next.focus({ preventScroll: true });
}

function hidden(words: string): HTMLElement {
  return span(words, "hidden");
}
