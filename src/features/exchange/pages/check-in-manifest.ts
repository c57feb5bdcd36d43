import type { LoaderFunctionArgs } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { visitOf } from "../../../interface/visit.ts";
import type { SpaceApi } from "../../spaces/routes.ts";
import { hostWords } from "./words/host-words.ts";

/** What a phone needs to put a space's check-in on its home screen. */
export async function loader(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const space = await read(client<SpaceApi>(visit).spaces[":id"].$get({ param: { id: given.params.space ?? "" } }));
  const path = `/${visit.language}/spaces/${space.slug}/check-in`;
  const icon = (size: number, purpose: string) => ({
    src: `/icon-${purpose}-${size}.png`,
    sizes: `${size}x${size}`,
    type: "image/png",
    purpose,
  });
  const manifest = {
    id: path,
    name: `${hostWords[visit.language].checkInTitle}, ${space.name}`,
    short_name: hostWords[visit.language].checkInTitle,
    start_url: path,
    scope: `/${visit.language}/spaces/${space.slug}/`,
    lang: visit.language,
    display: "standalone",
    background_color: "#eef3f3",
    theme_color: "#eef3f3",
    icons: [icon(192, "any"), icon(512, "any"), icon(512, "maskable")],
  };
  return Response.json(manifest, { headers: { "content-type": "application/manifest+json", "cache-control": "public, max-age=3600" } });
}
