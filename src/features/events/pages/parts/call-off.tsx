import { TextareaField } from "../../../../interface/components/text-field.tsx";
import { oneOf } from "../../../../interface/form-values.ts";
import { editEventWords } from "../edit-event-words.ts";
import { type EventForm, fieldOf } from "./event-fields.tsx";

/** Calls an event off, with the reason those who come are told. */
export function CallOff(form: EventForm) {
  const { written, language } = form;
  const text = editEventWords[language];
  return (
    <details className="withdrawal" open={oneOf(written, "act") === "call-off"}>
      <summary>{text.callingOff}</summary>
      <form className="form" method="post" noValidate>
        <p>{text.callOffAbout}</p>
        <TextareaField {...fieldOf(form, "reason")} label={text.reason} maxLength={1000} />
        <p>
          <button type="submit" className="button" name="act" value="call-off">
            {text.callOff}
          </button>
        </p>
      </form>
    </details>
  );
}
