import { OpenAPIHono } from "@hono/zod-openapi";
import type { Actor } from "../../../platform/access/actor.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { countedTries } from "../../../platform/http/counted-tries.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import { requestRefusals } from "../../../platform/http/request-refusals.ts";
import type { Installation } from "../../../platform/installation.ts";
import { Refusal } from "../../../platform/refusal/refusal.ts";
import { signingKeys } from "../../exchange/index.ts";
import * as contract from "./contract.ts";
import { presentBallot } from "./present.ts";
import { readBallot } from "./read-ballot.ts";
import { votingRefusals } from "./refusals.ts";
import { castVote, setVoteWindow } from "./vote.ts";

/** The audience's vote: what stands on the ballot, voting with a ticket, opening and closing. */
export function votingRoutes(installation: Installation) {
  const { db, now } = installation;
  const keys = signingKeys(db, now);
  // a whole hall may sit behind one address: only tickets nobody knows are counted
  const guesses = countedTries(installation, "voting.ticket", { burst: 40, perSecond: 0.1 });
  const shown = async (actor: Actor, id: string, ticket?: string) => presentBallot(await readBallot(db, keys, actor, id, ticket), actor);
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.readBallot, async (c) => {
      const { ticket } = c.req.valid("query");
      const ballot = await shown(c.get("actor"), c.req.valid("param").id, ticket);
      if (ballot.ticket?.isKnown === false) await countGuess(guesses, c.get("address"));
      return c.json(ballot, 200);
    })
    .openapi(contract.castVote, async (c) => {
      const [{ id }, given] = [c.req.valid("param"), c.req.valid("json")];
      try {
        await castVote(installation, keys, c.get("actor"), id, given);
      } catch (error) {
        if (error instanceof Refusal && error.code === votingRefusals.unknownTicket.code) await countGuess(guesses, c.get("address"));
        throw error;
      }
      return c.json(await shown(c.get("actor"), id, given.ticket), 200);
    })
    .openapi(contract.setVoteWindow, async (c) => {
      const id = await setVoteWindow(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json"));
      return c.json(await shown(c.get("actor"), id), 200);
    });
}

async function countGuess(guesses: ReturnType<typeof countedTries>, address: string): Promise<void> {
  const seconds = await guesses.take(address);
  if (seconds > 0) throw requestRefusals.tooMany({ seconds });
}

export type VotingApi = ReturnType<typeof votingRoutes>;
