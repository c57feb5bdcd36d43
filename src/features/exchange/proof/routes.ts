import { OpenAPIHono } from "@hono/zod-openapi";
import { found } from "../../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { countedTries } from "../../../platform/http/counted-tries.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import type { Identity } from "../../accounts/index.ts";
import { findHost } from "../queries.ts";
import * as contract from "./contract.ts";
import { prove } from "./prove.ts";
import { proofRefusals } from "./refusals.ts";
import { sendsCode } from "./send-code.ts";

const window = 15 * 60;

/** How members of spaces on other systems prove themselves: a code to the address their space gave. */
export function proofRoutes(installation: Installation, identity: Identity) {
  const { db } = installation;
  const perAddress = countedTries(installation, "proof.letter", { burst: 5, perSecond: 5 / window });
  const perPlace = countedTries(installation, "proof.try", { burst: 30, perSecond: 30 / window });

  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.askForCode, async (c) => {
      const { email } = c.req.valid("json");
      refuseAfter(await perPlace.take(c.get("address")));
      refuseAfter(await perAddress.take(email));
      const host = found(await findHost(db, c.req.valid("param").id));
      await enqueue(db, sendsCode, { spaceId: host.id, email, language: c.get("language") });
      return c.json({ sent: true as const }, 202);
    })
    .openapi(contract.verifyCode, async (c) => {
      refuseAfter(await perPlace.take(c.get("address")));
      const host = found(await findHost(db, c.req.valid("param").id));
      const proof = { spaceId: host.id, ...c.req.valid("json"), userAgent: c.req.header("user-agent") };
      for (const cookie of await prove(installation, identity, proof)) c.header("set-cookie", cookie, { append: true });
      return c.json({ opened: true as const }, 201);
    });
}

export type ProofApi = ReturnType<typeof proofRoutes>;

function refuseAfter(seconds: number): void {
  if (seconds > 0) throw proofRefusals.tooManyTries({ minutes: Math.ceil(seconds / 60), seconds });
}
