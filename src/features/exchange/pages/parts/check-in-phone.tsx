import { DoorTemplates } from "../../../../interface/components/door-templates.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import { checkInWords } from "../words/check-in-words.ts";
import { hostWords } from "../words/host-words.ts";
import { type Duty, DutyList } from "./guest-duties.tsx";

/** What the script of the host's phone fills in, with the checklist of the house. */
export function PhoneTemplates({ duties, language }: { duties: readonly Duty[]; language: Language }) {
  const text = hostWords[language];
  const phone = checkInWords[language];
  return (
    <>
      <DoorTemplates language={language} />
      {duties.length > 0 && (
        <template data-template="duties">
          <section className="received">
            <h2 className="h3">
              <span data-slot="title" />
            </h2>
            <form className="duties" data-act="duties">
              <DutyList duties={duties} language={language} />
            </form>
          </section>
        </template>
      )}
      <template data-template="anyway">
        <form className="field anyway">
          <label htmlFor="anyway-reason">{phone.whyAnyway}</label>
          <input id="anyway-reason" name="reason" maxLength={300} required />
          <button className="button small" type="submit">
            {text.letIn}
          </button>
        </form>
      </template>
    </>
  );
}
