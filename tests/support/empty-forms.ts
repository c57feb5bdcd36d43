import type { BrowserContext, Page } from "playwright-core";

/** A form of a page as it is sent when nothing is written in it. */
export interface EmptyForm {
  /** What it is sent to: an address without the site. */
  to: string;
  isMultipart: boolean;
  fields: [name: string, value: string][];
  /** What tells it from other forms of its kind: the names of its fields without their ids. */
  kind: string;
}

/** The forms of a page something must be written in, emptied; its first button sends them. */
export function emptyFormsOn(page: Page): Promise<EmptyForm[]> {
  return page.evaluate(() =>
    [...document.forms]
      .filter((form) => form.method === "post")
      .flatMap((form) => {
        const controls = [...form.elements].filter(
          (one) => one instanceof HTMLInputElement || one instanceof HTMLSelectElement || one instanceof HTMLTextAreaElement,
        );
        const chosen = ["checkbox", "radio", "hidden"];
        if (!controls.some(({ required, type }) => required && !chosen.includes(type))) return [];
        const fields = controls.flatMap((control): [string, string][] => {
          if (control.name === "" || control.type === "checkbox") return [];
          if (control.type === "radio" && !(control as HTMLInputElement).checked) return [];
          const isKept =
            ["radio", "hidden"].includes(control.type) ||
            (control instanceof HTMLSelectElement && [...control.options].every(({ value }) => value !== ""));
          return [[control.name, isKept ? control.value : ""]];
        });
        const button = form.querySelector<HTMLButtonElement>("button:not([type=button])");
        if (button?.name) fields.push([button.name, button.value]);
        const { pathname, search } = new URL(form.getAttribute("action") || location.href, location.href);
        const kind = fields.map(([name]) => name.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+/g, "…")).join(" ");
        return [{ to: `${pathname}${search}`, isMultipart: form.enctype === "multipart/form-data", fields, kind }];
      }),
  );
}

/** Sends it as a browser without script does. */
export async function send(there: BrowserContext, { to, isMultipart, fields }: EmptyForm): Promise<string> {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  const data = new URLSearchParams(fields).toString();
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const answer = await there.request.post(to, { maxRedirects: 0, ...(isMultipart ? { multipart: form } : { data, headers }) });
  return answer.text();
}

/**
 * What the page says that answers a form: each line of its error summary, and what is wrong with them. It is shown in the place of what
 * `anyPage` shows, in a window of the same width.
 */
export function summaryIn(anyPage: Page, html: string): Promise<{ lines: string[]; faults: string[] }> {
  return anyPage.evaluate((text) => {
    const answer = new DOMParser().parseFromString(text, "text/html");
    const links = [...answer.querySelectorAll<HTMLAnchorElement>("#errors li a")];
    const lines = links.map(({ textContent }) => textContent);
    const faults = links.flatMap((link) => {
      const field = answer.getElementById(link.hash.slice(1));
      if (!field) return [`leads nowhere: ${link.hash} ${link.textContent}`];
      const own = answer.getElementById(`${field.id}-error`)?.textContent.replace(/^Feil: /, "");
      if (!own || !link.textContent.endsWith(own)) return [`is not told at its field: ${link.hash} ${link.textContent}`];
      // what the API says of any field whatsoever
      const isBare = /^(Fyll ut|Skriv (et tall|datoen|\d)|Oppgi|Bruk|Dette|Velg (en av|en fil|\d))/.test(link.textContent);
      return isBare ? [`names no field: ${link.hash} ${link.textContent}`] : [];
    });
    if (lines.length > 0 && !answer.title.startsWith("Feil:")) faults.push(`is not told in the title: ${answer.title}`);
    if (new Set(lines).size < lines.length) faults.push(`is said twice: ${lines.join(" | ")}`);
    if (lines.length === 0) return { lines, faults };
    document.body.replaceWith(document.adoptNode(answer.body));
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push(`makes the page ${scrollWidth} pixels wide in a window of ${clientWidth}`);
    const cramped = [...document.querySelectorAll(".err")].filter(
      (one) => one.checkVisibility() && one.getBoundingClientRect().width < 110,
    );
    faults.push(...cramped.map(({ textContent }) => `has no room to be said: ${textContent}`));
    return { lines, faults };
  }, html);
}
