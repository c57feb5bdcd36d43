import { renderToString } from "react-dom/server";
import { type EntryContext, type RouterContextProvider, ServerRouter } from "react-router";
import { pageFault } from "./page-fault.ts";
import { visitContext } from "./visit.ts";

export { visitContext } from "./visit.ts";

/** What ended a page, told in the log; one that nobody waits for any more is no fault. */
export function handleError(error: unknown, { request, context }: { request: Request; context: Readonly<RouterContextProvider> }): void {
  const fault = pageFault(error);
  if (fault && !request.signal.aborted) context.get(visitContext).tellFault(fault);
}

/** A page as HTML. Pages are whole without script; what needs one brings it along by name. */
export default function respond(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  context: RouterContextProvider,
) {
  const { nonce, scriptAddress } = context.get(visitContext);
  const html = renderToString(<ServerRouter context={routerContext} url={request.url} nonce={nonce} />);
  headers.set("content-type", "text/html; charset=utf-8");
  const whole = withUnsent(html, nonce).replace(namedScript, (_, name: string) => ` src="${scriptAddress(name)}"`);
  return new Response(`<!doctype html>${whole}`, { status, headers });
}

// pages name a script, and are given the address it has in this build; in a text of somebody's the quotes are escaped
const namedScript = / src="\/scripts\/([\w-]+)\.js"/g;

// a page with a form to be sent brings along what keeps it where nobody answers
function withUnsent(html: string, nonce: string): string {
  if (!/<form[^>]* method="post"/.test(html)) return html;
  return html.replace(/<\/body><\/html>$/, `<script type="module" src="/scripts/unsent.js" nonce="${nonce}"></script></body></html>`);
}
