import { type LoaderFunctionArgs, Outlet } from "react-router";
import { dayIn } from "../../platform/time/day.ts";
import type { Shell } from "../shell.ts";
import { visitOf } from "../visit.ts";

/** Every page lies under a language; an unknown one is an unknown page. */
export function loader(given: LoaderFunctionArgs): Shell {
  const { language, siteName, network, origin, nonce, tiles, now, actor, demo } = visitOf(given);
  return {
    language,
    name: siteName,
    network,
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
