import { attempt, client, type Problem } from "../../../../interface/api-client.ts";
import type { Visit } from "../../../../interface/visit.ts";
import type { FeedApi } from "../../feeds/routes.ts";

type Kept = "person" | "resource" | "space";

/** What came of a form about calendar addresses: the new address, which nothing that can be read again holds. */
export type FeedOutcome = { address?: string; subjectId?: string; isShut?: boolean; problem?: Problem };

/** Makes an address, makes it anew, or shuts it. Undefined for a form about something else. */
export async function carryOutFeed(visit: Visit, form: FormData): Promise<FeedOutcome | undefined> {
  const feeds = client<FeedApi>(visit)["calendar-feeds"];
  const text = (name: string) => String(form.get(name) ?? "");
  if (form.has("shut")) {
    const { problem } = await attempt(feeds[":id"].$delete({ param: { id: text("shut") } }));
    return problem ? { problem } : { isShut: true };
  }
  if (!form.has("shows")) return undefined;
  const subjectId = text("subject");
  const shows = text("shows") === "free_busy" ? ("free_busy" as const) : ("everything" as const);
  const { done, problem } = await attempt(feeds.$post({ json: { of: text("of") as Kept, subjectId, shows } }));
  return problem ? { problem } : { address: done.address, subjectId };
}
