import { RadioField } from "../../../../interface/components/choice-field.tsx";
import { DefaultButton } from "../../../../interface/components/default-button.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { oneOf } from "../../../../interface/form-values.ts";
import { number } from "../../../../interface/format.ts";
import { editEventWords } from "../edit-event-words.ts";
import type { ShownEvent } from "../load-event.ts";
import { EventFields, type EventForm, fieldOf, TermsFields } from "./event-fields.tsx";

type FormProps = {
  event: ShownEvent;
  form: EventForm;
  spaces: readonly { slug: string; name: string }[];
  /** What the button says. */
  save: string;
};

/** The form of an event that is there: as where it is made, with the sizes of its quotas, and what the change is for. */
export function EditEventForm({ event, form, spaces, save }: FormProps) {
  const { language, written } = form;
  const text = editEventWords[language];
  const taken = event.quotas.reduce((sum, quota) => sum + quota.taken, 0);
  const isRelied = taken > 0 || event.quotas.some(({ waiting }) => waiting > 0);
  return (
    <form className="form" method="post" noValidate>
      <DefaultButton act="save" />
      <input type="hidden" name="version" value={oneOf(written, "version")} />
      {event.parent?.kind === "series" && (
        <RadioField
          {...fieldOf(form, "scope")}
          defaultValue={oneOf(written, "scope") || "one"}
          label={text.scope}
          options={[
            { value: "one", label: text.scopes.one },
            { value: "following", label: text.scopes.following, about: text.followingAbout },
          ]}
        />
      )}
      {isRelied && <Notice kind="note" title={text.registered({ taken: number(taken, language), isOne: taken === 1 })} />}
      <EventFields form={form} spaces={spaces} from={undefined} />
      {event.quotas.length > 0 && (
        <>
          <h2>{text.places}</h2>
          <p className="soft">{text.placesAbout}</p>
        </>
      )}
      {event.quotas.map((quota, index) => (
        <TextField
          key={quota.id}
          {...fieldOf(form, `size-${index + 1}`)}
          label={text.sizeOf({ quota: quota.name })}
          {...(quota.taken > 0 && { hint: text.taken({ taken: number(quota.taken, language) }) })}
          inputMode="numeric"
          width="xs"
        />
      ))}
      <TermsFields form={form} />
      <div className="send">
        <button type="submit" className={event.status === "draft" ? "button" : "button lit"} name="act" value="save">
          {save}
        </button>
        {event.status === "draft" && (
          <button type="submit" className="button lit" name="act" value="publish">
            {text.publish}
          </button>
        )}
      </div>
    </form>
  );
}
