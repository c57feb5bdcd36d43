import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { idOrSlug } from "../../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { proofRefusals } from "./refusals.ts";

const params = z.object({ id: idOrSlug });
const email = z.email().max(200).toLowerCase().openapi({ example: "amina@example.com" });

/** A member of a space on another system asks for a code. */
export const askForCode = route({
  method: "post",
  path: "/spaces/{id}/proof-codes",
  tags: ["exchange"],
  summary: "Send a member a code by e-mail",
  description:
    "For members of a space that keeps its members in another system and sends us the list. Six digits, good for fifteen minutes. The answer is the same whether or not the address is on the space's list.",
  permission: "everyone",
  refusals: [accessRefusals.notHere, proofRefusals.tooManyTries],
  request: { params, body: jsonBody(z.strictObject({ email })) },
  responses: { 202: json(z.object({ sent: z.literal(true) }), "A code is on its way if the address is on the list") },
});

/** The member proves to be that member, and is signed in. */
export const verifyCode = route({
  method: "post",
  path: "/spaces/{id}/proof-codes/verification",
  tags: ["exchange"],
  summary: "Sign in with the code from the e-mail",
  description: "A code opens one session. After five wrong tries it is good no longer.",
  permission: "everyone",
  refusals: [accessRefusals.notHere, proofRefusals.wrongCode, proofRefusals.tooManyTries],
  request: {
    params,
    body: jsonBody(
      z.strictObject({
        email,
        code: z
          .string()
          .regex(/^\d{6}$/)
          .openapi({ example: "480213" }),
      }),
    ),
  },
  responses: { 201: json(z.object({ opened: z.literal(true) }), "Signed in; the session is in the cookie") },
});
