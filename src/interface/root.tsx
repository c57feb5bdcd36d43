import type { ReactNode } from "react";
import { isRouteErrorResponse, Links, type LoaderFunctionArgs, Meta, Outlet, useRouteError, useRouteLoaderData } from "react-router";
import { catalogue, isLanguage } from "../platform/language/language.ts";
import { planStyle } from "./colour/plan.ts";
import { StatePane } from "./components/state-drawing.tsx";
import type { Shell } from "./shell.ts";
import styles from "./styles/index.css?url";
import { visitContext } from "./visit.ts";

export const links = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/mark.svg", type: "image/svg+xml" },
];

export function loader({ context, request }: LoaderFunctionArgs) {
  const { colourScheme, language } = context.get(visitContext);
  const first = new URL(request.url).pathname.split("/")[1];
  return { colourScheme, language: isLanguage(first) ? first : language };
}

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  const shell = useRouteLoaderData<Shell>("language");
  return (
    <html lang={data?.language ?? "nb"} data-color-scheme={data?.colourScheme ?? "auto"}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
        {shell?.look?.colour && (
          <style
            nonce={shell.nonce}
            // biome-ignore lint/security/noDangerouslySetInnerHtml: hexadecimal colours of ours in a rule of ours
            dangerouslySetInnerHTML={{ __html: planStyle(shell.look.colour) }}
          />
        )}
      </head>
      <body>{children}</body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

const words = catalogue({
  nb: {
    notHere: "Siden finnes ikke, eller er ikke for deg.",
    failed: "Noe gikk galt hos oss. Det som er lagret, er trygt.",
    away: "Vi får ikke tak i dataene akkurat nå.",
    awayAbout: "Det som er lagret, er trygt. Prøv igjen om litt. Det du skrev, står i skjemaet når du går tilbake.",
    toFrontPage: "Til forsiden",
  },
  nn: {
    notHere: "Sida finst ikkje, eller er ikkje for deg.",
    failed: "Noko gjekk gale hos oss. Det som er lagra, er trygt.",
    away: "Vi får ikkje tak i dataa akkurat no.",
    awayAbout: "Det som er lagra, er trygt. Prøv igjen om litt. Det du skreiv, står i skjemaet når du går tilbake.",
    toFrontPage: "Til framsida",
  },
  en: {
    notHere: "This page does not exist, or is not for you.",
    failed: "Something went wrong on our side. What is saved is safe.",
    away: "We cannot reach the data right now.",
    awayAbout: "What is saved is safe. Try again in a moment. What you wrote is in the form when you go back.",
    toFrontPage: "To the front page",
  },
});

/** Unknown and forbidden are the same page; a database that is away says so; all else is a failure of ours. */
export function ErrorBoundary() {
  const error = useRouteError();
  const data = useRouteLoaderData<typeof loader>("root");
  const language = data?.language ?? "nb";
  const text = words[language];
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const kind = status === 404 || status === 400 ? "notHere" : status === 503 ? "away" : "failed";
  return (
    <main className="frame section">
      <title>{text[kind]}</title>
      <meta name="robots" content="noindex" />
      <StatePane state={kind === "notHere" ? "forbidden" : "failed"} title={text[kind]} level={1}>
        {kind === "away" ? (
          <p>{text.awayAbout}</p>
        ) : (
          <p>
            <a href={`/${language}`}>{text.toFrontPage}</a>
          </p>
        )}
      </StatePane>
    </main>
  );
}
