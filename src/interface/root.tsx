import type { ReactNode } from "react";
import { isRouteErrorResponse, Links, type LoaderFunctionArgs, Meta, Outlet, useRouteError, useRouteLoaderData } from "react-router";
import { isLanguage, type Language } from "../platform/language/language.ts";
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
  return (
    <html lang={data?.language ?? "nb"} data-color-scheme={data?.colourScheme ?? "auto"}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>{children}</body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

const words: Record<Language, { notHere: string; failed: string }> = {
  nb: { notHere: "Siden finnes ikke, eller er ikke for deg.", failed: "Noe gikk galt hos oss. Det som er lagret, er trygt." },
  nn: { notHere: "Sida finst ikkje, eller er ikkje for deg.", failed: "Noko gjekk gale hos oss. Det som er lagra, er trygt." },
  en: { notHere: "This page does not exist, or is not for you.", failed: "Something went wrong on our side. What is saved is safe." },
};

/** Unknown and forbidden are the same page; all else is a failure of ours. */
export function ErrorBoundary() {
  const error = useRouteError();
  const data = useRouteLoaderData<typeof loader>("root");
  const text = words[data?.language ?? "nb"];
  const isNotHere = isRouteErrorResponse(error) && error.status === 404;
  return (
    <main className="frame section">
      <title>{isNotHere ? text.notHere : text.failed}</title>
      <h1>{isNotHere ? text.notHere : text.failed}</h1>
    </main>
  );
}
