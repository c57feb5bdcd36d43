import { SelectField } from "../../../../interface/components/choice-field.tsx";
import { TextareaField } from "../../../../interface/components/text-field.tsx";
import { oneOf, type Written } from "../../../../interface/form-values.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { textIn } from "../../../spaces/parts.ts";
import type { FieldError } from "../answers-written.ts";
import { invitationWords } from "../invitation-words.ts";
import type { ShownEvent } from "../load-event.ts";

type FormProps = {
  hosts: ShownEvent["hosts"];
  earlier: readonly { slug: string; title: ShownEvent["title"] }[];
  written: Written | undefined;
  errors: readonly FieldError[];
  language: Language;
};

/** Whom to invite: addresses, the members of those who hold it, those who came to an earlier event. */
export function InviteForm({ hosts, earlier, written = {}, errors, language }: FormProps) {
  const text = invitationWords[language];
  const error = errors.find(({ field }) => field === "addresses")?.message;
  const nobody = { value: "", label: text.nobody };
  return (
    <form className="form" method="post" noValidate>
      <TextareaField
        name="addresses"
        label={text.addresses}
        hint={text.addressesHint}
        defaultValue={oneOf(written, "addresses")}
        isOptional
        spellCheck={false}
        {...(error && { error })}
        language={language}
      />
      <SelectField
        name="membersOf"
        label={text.members}
        options={[nobody, ...hosts.map(({ slug, name }) => ({ value: slug, label: name }))]}
        defaultValue={oneOf(written, "membersOf")}
        isOptional
        language={language}
      />
      {earlier.length > 0 && (
        <SelectField
          name="fromEvent"
          label={text.fromEvent}
          options={[nobody, ...earlier.map(({ slug, title }) => ({ value: slug, label: textIn(title, language)?.text ?? slug }))]}
          defaultValue={oneOf(written, "fromEvent")}
          isOptional
          language={language}
        />
      )}
      <p>
        <button type="submit" className="button lit" name="act" value="invite">
          {text.invite}
        </button>
      </p>
    </form>
  );
}
