import type { ActionFunctionArgs } from "react-router";
import { attempt, client, type Problem } from "../../../../interface/api-client.ts";
import { signedIn } from "../../../../interface/visit.ts";
import type { StoryApi } from "../routes.ts";
import { appearances } from "../story.ts";
import { textsIn, type WrittenTexts } from "./story-form.ts";

/** What was written in a form of the page, to be shown again when it is refused. */
export interface WrittenStory {
  what: string;
  title?: WrittenTexts;
  text?: WrittenTexts;
  photoTexts?: WrittenTexts;
  person?: { name: string; email: string; appearance: string };
}

/** Does what a form of the page asks for. */
export async function carryOut(given: ActionFunctionArgs): Promise<{ problem?: Problem; written: WrittenStory; isGone?: boolean }> {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const said = (name: string) => String(form.get(name) ?? "").trim();
  const what = said("what");
  const story = client<StoryApi>(visit).stories[":id"];
  const param = { id: given.params.story ?? "" };
  const header = { "if-match": `"${said("version")}"` };
  const ofPerson = { param: { ...param, personId: said("person") }, header };
  if (what === "words") {
    const written = { what, title: textsIn(form, "title"), text: textsIn(form, "text") };
    return { ...(await attempt(story.$patch({ param, header, json: { title: written.title, text: written.text } }))), written };
  }
  if (what === "photo") {
    const texts = textsIn(form, "photoTexts");
    const file = form.get("file") as File;
    return { ...(await attempt(story.photo.$put({ param, header, form: { file, ...texts } }))), written: { what, photoTexts: texts } };
  }
  if (what === "shows") {
    const photoTexts = textsIn(form, "photoTexts");
    return { ...(await attempt(story.$patch({ param, header, json: { photoTexts } }))), written: { what, photoTexts } };
  }
  if (what === "person") {
    const person = { name: said("name"), email: said("email"), appearance: said("appearance") };
    const appearance = appearances.find((one) => one === person.appearance) ?? "both";
    return { ...(await attempt(story.people.$post({ param, header, json: { ...person, appearance } }))), written: { what, person } };
  }
  const written = { what };
  if (what === "nobody") {
    const json = { showsNobody: form.get("nobody") !== null };
    return { ...(await attempt(story.$patch({ param, header, json }))), written };
  }
  if (what === "ask") return { ...(await attempt(story.people[":personId"].request.$put(ofPerson))), written };
  if (what === "take-off") return { ...(await attempt(story.people[":personId"].$delete(ofPerson))), written };
  if (what === "remove-photo") return { ...(await attempt(story.photo.$delete({ param, header }))), written };
  return { ...(await attempt(story.$delete({ param }))), written, isGone: true };
}
