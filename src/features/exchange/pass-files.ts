import { OpenAPIHono, z } from "@hono/zod-openapi";
import { encode } from "uqr";
import { isPerson } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { accessRefusals } from "../../platform/access/refusals.ts";
import { isId } from "../../platform/database/id.ts";
import type { ApiEnvironment } from "../../platform/http/api-environment.ts";
import { idField } from "../../platform/http/fields.ts";
import { route } from "../../platform/http/route.ts";
import type { Installation } from "../../platform/installation.ts";
import { loadSharp } from "../../platform/pictures/load-sharp.ts";
import { passPdf } from "./pass-pdf.ts";
import { signToken } from "./pass-token.ts";
import { findPass } from "./queries.ts";
import { exchangeRefusals } from "./refusals.ts";
import { signingKeys } from "./signing-keys.ts";

const squareSize = 12;

/** A pass as a file for its holder: `/day-passes/{id}.pdf` to print, `/day-passes/{id}.png` with the code alone. */
export function passFiles(installation: Installation) {
  const { db, now } = installation;
  const keys = signingKeys(db, now);
  const routes = new OpenAPIHono<ApiEnvironment>();
  for (const [ending, type] of [
    ["pdf", "application/pdf"],
    ["png", "image/png"],
  ] as const)
    routes.openAPIRegistry.registerPath(declared(ending, type));
  // a path cannot say that a parameter ends before a dot, so the router is told by a pattern
  routes.get("/day-passes/:file{[0-9a-fA-F-]{36}\\.(?:pdf|png)}", async (c) => {
    const [id = "", ending] = c.req.param("file").split(".");
    const pass = found(isId(id) ? await findPass(db, id) : undefined);
    authorize(c.get("actor"), isPerson(c.get("actor"), pass.person_id));
    if (pass.state !== "held" && pass.state !== "checked_in") throw exchangeRefusals.wrongState({ state: pass.state });
    const proof = { passId: pass.id, spaceId: pass.space_id, day: pass.day, holder: pass.holder_name, home: pass.home_name };
    const token = signToken(proof, await keys.current());
    const name = `pass-${pass.space_slug}-${pass.day}.${ending}`;
    const headers = {
      "content-disposition": `inline; filename="${name}"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    };
    if (ending === "png") return new Response(await codePng(token), { headers: { ...headers, "content-type": "image/png" } });
    return new Response(await passPdf(pass, token, c.get("language")), { headers: { ...headers, "content-type": "application/pdf" } });
  });
  return routes;
}

/** A text as a QR code in black on white, with the quiet zone around it. */
export async function codePng(token: string): Promise<Uint8Array<ArrayBuffer>> {
  const { data } = encode(token, { ecc: "M", border: 4 });
  const squares = Buffer.from(data.flatMap((row) => row.map((isDark) => (isDark ? 0 : 255))));
  const side = data.length * squareSize;
  const sharp = await loadSharp();
  const png = await sharp(squares, { raw: { width: data.length, height: data.length, channels: 1 } })
    .resize(side, side, { kernel: "nearest" })
    .png({ palette: true })
    .toBuffer();
  return new Uint8Array(png);
}

function declared(ending: "pdf" | "png", type: string) {
  return route({
    method: "get",
    path: `/day-passes/{id}.${ending}`,
    tags: ["exchange"],
    summary: ending === "pdf" ? "Print a pass" : "Get the code of a pass as a picture",
    description:
      ending === "pdf"
        ? "85 mm wide with the code at 60 mm, and how to get in below the cut; in the language asked for."
        : "Black on white, with the quiet zone.",
    permission: "the person",
    refusals: [accessRefusals.signIn, accessRefusals.notHere, exchangeRefusals.wrongState],
    request: { params: z.object({ id: idField }) },
    responses: { 200: { content: { [type]: { schema: z.string().openapi({ format: "binary" }) } }, description: "The file" } },
  });
}
