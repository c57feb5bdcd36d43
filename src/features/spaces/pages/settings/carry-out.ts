import { attempt } from "../../../../interface/api-client.ts";
import { isEditedPart, isUntouched, type Outcome, outcomeOf, type Part } from "./outcome.ts";
import { type Api, type Saved, savePart } from "./save-part.ts";
import { textOrNull, textsOf, type Values, valuesOf } from "./values.ts";

/**
 * Does what a form of the page asks for. When somebody else has saved another part meanwhile, both changes stand; when it was
 * the same part, nothing is saved.
 * @returns the part that was saved, or why it was not
 */
export async function carryOut(api: Api, id: string, form: FormData): Promise<{ saved: Part } | Outcome> {
  const values = valuesOf(form);
  const part = (values.part ?? "") as Part;
  const oneMore = Number(values.more);
  if (part === "hours" && oneMore >= 1 && oneMore <= 7) return { part, values, errors: [], oneMore };
  const { problem } = isEditedPart(part) ? await saveEdited(api, id, part, values) : await saveOther(api, id, part, values, form);
  return problem ? outcomeOf(part, values, problem) : { saved: part };
}

async function saveEdited(api: Api, id: string, part: Parameters<typeof savePart>[2], values: Values): Promise<Saved> {
  const first = await savePart(api, id, part, values, values.version ?? "");
  const outcome = first.problem && outcomeOf(part, values, first.problem);
  if (!outcome?.theirs || !isUntouched(part, values.was, outcome.theirs)) return first;
  return await savePart(api, id, part, values, `"${outcome.theirs.version}"`);
}

async function saveOther(api: Api, id: string, part: Part, values: Values, form: FormData): Promise<Saved> {
  const space = api.spaces[":id"];
  // no day is no part of an address: what is none is refused at its field
  const param = { id, day: values.day || "-", photoId: values.photoId ?? "" };
  switch (`${part} ${values.act ?? ""}`.trim()) {
    case "exceptions": {
      const json = { opens: textOrNull(values.opens), closes: closing(values), reasons: textsOf(values, "reasons") };
      return await attempt(space["opening-exceptions"][":day"].$put({ param, header: {}, json }));
    }
    case "exceptions remove":
      return await attempt(space["opening-exceptions"][":day"].$delete({ param, header: {} }));
    case "rules":
      return await attempt(space["house-rules"].$post({ param, header: {}, json: { texts: textsOf(values, "texts") } }));
    case "photos": {
      const file = form.get("file");
      const chosen = file instanceof File ? file : new File([], "");
      return await attempt(
        space.photos.$post({ param, form: { file: chosen, nb: values.nb ?? "", nn: values.nn ?? "", en: values.en ?? "" } }),
      );
    }
    case "photos texts":
      return await attempt(space.photos[":photoId"].$patch({ param, header: {}, json: { texts: textsOf(values, "texts") } }));
    case "photos remove":
      return await attempt(space.photos[":photoId"].$delete({ param, header: {} }));
    case "photos forward":
      return await attempt(space["photo-order"].$put({ param, header: {}, json: { photoIds: (values.order ?? "").split(",") } }));
    case "confirmation":
      return await attempt(space["contact-confirmation"].$put({ param }));
    default:
      throw new Response(null, { status: 400 });
  }
}

function closing(values: Values): string | null {
  return values.closes === "00:00" ? "24:00" : textOrNull(values.closes);
}
