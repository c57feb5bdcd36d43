import { type Block, clockAt, lastQuarter } from "./plan-times.ts";

/** The plan of a day as the page holds it. */
export interface Plan {
  root: HTMLElement;
  hours: string[];
  last: number;
}

/** The plan in an element, whose hours are others when it is drawn anew. */
export function planOf(root: HTMLElement): Plan {
  const hours = () => (root.dataset.hours ?? "").split(",");
  return {
    root,
    get hours() {
      return hours();
    },
    get last() {
      return lastQuarter(hours());
    },
  };
}

/** Where a bar lies. */
export function blockOf(bar: HTMLElement): Block {
  return { start: Number(bar.style.getPropertyValue("--start")) - 1, end: Number(bar.style.getPropertyValue("--end")) - 1 };
}

/** Lays a bar somewhere else, for the eye; nothing is saved. @returns its times in words */
export function lay(bar: HTMLElement, { start, end }: Block, { hours }: Plan): string {
  bar.style.setProperty("--start", String(start + 1));
  bar.style.setProperty("--end", String(end + 1));
  const times = `${clockAt(start, hours)}–${clockAt(end, hours)}`;
  const time = bar.querySelector(".time");
  if (time) time.textContent = times;
  return times;
}

/** Sends a booking's new time as its form would. */
export function sendMove(bar: HTMLElement, block: Block, { root, hours }: Plan): void {
  const { day = "", path = "", timeZone = "" } = root.dataset;
  const { booking = "", version = "" } = bar.dataset;
  const form = document.createElement("form");
  form.method = "post";
  form.action = `${path}?${new URLSearchParams({ day, booking })}#details`;
  const times = { from: clockAt(block.start, hours), to: clockAt(block.end, hours) };
  for (const [name, value] of Object.entries({ act: "move", day, timeZone, booking, version, ...times })) {
    const input = document.createElement("input");
    Object.assign(input, { type: "hidden", name, value });
    form.append(input);
  }
  document.body.append(form);
  form.submit();
}

/** Opens the form of a new booking at a time, with what was written in it already. */
export function openForm(resource: string, block: Block, { root, hours }: Plan): void {
  const query = new URLSearchParams({ day: root.dataset.day ?? "", resource });
  const form = document.querySelector<HTMLFormElement>("#new form");
  for (const [name, value] of form ? new FormData(form) : [])
    if (typeof value === "string" && value !== "" && !["day", "timeZone", "resource", "from", "to"].includes(name)) query.set(name, value);
  query.set("from", clockAt(block.start, hours));
  query.set("to", clockAt(block.end, hours));
  location.assign(`${root.dataset.path}?${query}#new`);
}
