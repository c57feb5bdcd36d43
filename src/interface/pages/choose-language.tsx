import { type LoaderFunctionArgs, redirect } from "react-router";
import { preferredLanguage } from "../../platform/language/language.ts";

/** The bare address leads to the reader's language. */
export function loader({ request }: LoaderFunctionArgs) {
  return redirect(`/${preferredLanguage(request.headers.get("accept-language"))}`, { headers: { vary: "accept-language" } });
}
