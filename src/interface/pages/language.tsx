import { type LoaderFunctionArgs, Outlet, useLocation, useRouteError, useRouteLoaderData } from "react-router";
import { dayIn } from "../../platform/time/day.ts";
import { BareFault, FaultPane, faultOf, faultTitle } from "../components/fault-pane.tsx";
import { Page } from "../page.tsx";
import type { Shell } from "../shell.ts";
import { visitOf } from "../visit.ts";

/** Every page lies under a language; an unknown one is an unknown page. */
export async function loader(given: LoaderFunctionArgs): Promise<Shell> {
  const { language, siteName, network, lookOf, origin, nonce, tiles, now, actor, demo } = visitOf(given);
  const about = given.params.network;
  return {
    language,
    name: siteName,
    network: network && { slug: network.slug, name: network.name },
    look: about ? await lookOf(about) : network,
    origin,
    nonce,
    tiles,
    today: dayIn(now, "Europe/Oslo"),
    actor: actor.kind === "person" ? { personId: actor.personId, name: actor.name, isOperator: actor.isOperator } : undefined,
    demo: demo && { ...demo.bar(language), isPublic: demo.isPublic },
  };
}

export default function LanguagePage() {
  return <Outlet />;
}

/** What is not there keeps the frame, so that one can go on. Where more than a page has failed, nothing but the sentence is sure. */
export function ErrorBoundary() {
  const fault = faultOf(useRouteError());
  const shell = useRouteLoaderData<Shell>("language");
  const { pathname, search } = useLocation();
  if (!shell || fault !== "notHere") return <BareFault fault={fault} />;
  const { language, actor } = shell;
  const signInHref = actor ? undefined : `/${language}/sign-in?${new URLSearchParams({ to: pathname + search })}`;
  return (
    <Page title={faultTitle(fault, language)} area={{ kind: "public" }} isNowhere>
      <FaultPane fault={fault} language={language} signInHref={signInHref} />
    </Page>
  );
}
