import { type LoaderFunctionArgs, Outlet } from "react-router";
import { dayIn } from "../../platform/time/day.ts";
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
    demo: demo?.bar(language),
  };
}

export default function LanguagePage() {
  return <Outlet />;
}
