import textFace from "@fontsource-variable/familjen-grotesk/files/familjen-grotesk-latin-wght-normal.woff2?url";
import wideFace from "@fontsource-variable/zalando-sans-expanded/files/zalando-sans-expanded-latin-wght-normal.woff2?url";
import type { ReactNode } from "react";
import { Links, type LoaderFunctionArgs, Meta, Outlet, useRouteError, useRouteLoaderData } from "react-router";
import { isLanguage } from "../platform/language/language.ts";
import { planStyle } from "./colour/plan.ts";
import { BareFault, faultOf } from "./components/fault-pane.tsx";
import type { Shell } from "./shell.ts";
import styles from "./styles/index.css?url";
import { visitContext } from "./visit.ts";

export const links = () => [
  { rel: "stylesheet", href: styles },
  ...[textFace, wideFace].map((href) => ({
    rel: "preload",
    href,
    as: "font" as const,
    type: "font/woff2",
    crossOrigin: "anonymous" as const,
  })),
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

export function ErrorBoundary() {
  return <BareFault fault={faultOf(useRouteError())} />;
}
