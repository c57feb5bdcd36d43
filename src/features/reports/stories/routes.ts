import { OpenAPIHono } from "@hono/zod-openapi";
import type { Actor } from "../../../platform/access/actor.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { page, readCursorOf } from "../../../platform/http/cursor.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import { expectedVersion } from "../../../platform/http/version.ts";
import type { Installation } from "../../../platform/installation.ts";
import { answerConsent, consentAsked } from "./answer-consent.ts";
import { changeStoryPhoto, removeStoryPhoto } from "./change-photo.ts";
import * as contract from "./contract.ts";
import { askForConsent, namePerson, takePersonOff } from "./people.ts";
import { presentConsent, presentStory } from "./present.ts";
import { listStories, readStory, reportsWith } from "./read-stories.ts";
import { changeStory, createStory, dropStory } from "./write-story.ts";

export function storyRoutes(installation: Installation) {
  const shown = async (actor: Actor, id: string) => presentStory(await readStory(installation, actor, id));
  const consented = async (secret: string) => {
    const asked = await consentAsked(installation, secret);
    return presentConsent(asked, await reportsWith(installation.db, asked.story.id, asked.person.id));
  };
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.listStories, async (c) => {
      const { limit, cursor } = c.req.valid("query");
      const [after] = readCursorOf(cursor, ["id"]) ?? [];
      const rows = await listStories(installation, c.get("actor"), c.req.valid("param").id, limit, after);
      return c.json(
        page(rows, limit, ({ id }) => [id], presentStory),
        200,
      );
    })
    .openapi(contract.createStory, async (c) => {
      const id = await createStory(installation, c.get("actor"), { ...c.req.valid("json"), organization: c.req.valid("param").id });
      return c.json(await shown(c.get("actor"), id), 201, { location: `/api/v1/stories/${id}` });
    })
    .openapi(contract.readStory, async (c) => c.json(await shown(c.get("actor"), c.req.valid("param").id), 200))
    .openapi(contract.changeStory, async (c) => {
      const { id } = c.req.valid("param");
      const expected = expectedVersion(c.req.valid("header")["if-match"]);
      await changeStory(installation, { actor: c.get("actor"), story: id, expected }, c.req.valid("json"));
      return c.json(await shown(c.get("actor"), id), 200);
    })
    .openapi(contract.dropStory, async (c) => {
      await dropStory(installation, { actor: c.get("actor"), story: c.req.valid("param").id });
      return c.body(null, 204);
    })
    .openapi(contract.changeStoryPhoto, async (c) => {
      const { id } = c.req.valid("param");
      const { file, ...texts } = c.req.valid("form");
      const expected = expectedVersion(c.req.valid("header")["if-match"]);
      await changeStoryPhoto(installation, { actor: c.get("actor"), story: id, expected }, file, texts);
      return c.json(await shown(c.get("actor"), id), 200);
    })
    .openapi(contract.removeStoryPhoto, async (c) => {
      const { id } = c.req.valid("param");
      const expected = expectedVersion(c.req.valid("header")["if-match"]);
      await removeStoryPhoto(installation, { actor: c.get("actor"), story: id, expected });
      return c.json(await shown(c.get("actor"), id), 200);
    })
    .openapi(contract.namePerson, async (c) => {
      const { id } = c.req.valid("param");
      const expected = expectedVersion(c.req.valid("header")["if-match"]);
      await namePerson(installation, { actor: c.get("actor"), story: id, expected }, c.req.valid("json"));
      return c.json(await shown(c.get("actor"), id), 201);
    })
    .openapi(contract.takePersonOff, async (c) => {
      const { id, personId } = c.req.valid("param");
      const expected = expectedVersion(c.req.valid("header")["if-match"]);
      await takePersonOff(installation, { actor: c.get("actor"), story: id, expected }, personId);
      return c.json(await shown(c.get("actor"), id), 200);
    })
    .openapi(contract.askForConsent, async (c) => {
      const { id, personId } = c.req.valid("param");
      const expected = expectedVersion(c.req.valid("header")["if-match"]);
      await askForConsent(installation, { actor: c.get("actor"), story: id, expected }, personId);
      return c.json(await shown(c.get("actor"), id), 200);
    })
    .openapi(contract.readConsent, async (c) => c.json(await consented(c.req.valid("param").secret), 200))
    .openapi(contract.answerConsent, async (c) => {
      const { secret } = c.req.valid("param");
      await answerConsent(installation, secret, c.req.valid("json"));
      return c.json(await consented(secret), 200);
    });
}

export type StoryApi = ReturnType<typeof storyRoutes>;
