import { type LoaderFunctionArgs, redirect } from "react-router";
import { preferredLanguage } from "../../platform/language/language.ts";

/** The bare address leads to the reader's language, and so does the address of a screen that was written without one. */
export function loader({ request }: LoaderFunctionArgs) {
  const { pathname, search } = new URL(request.url);
  const path = `${pathname}${search}`.replace(/^\/(?=\?|$)/, "");
  return redirect(`/${preferredLanguage(request.headers.get("accept-language"))}${path}`, { headers: { vary: "accept-language" } });
}
