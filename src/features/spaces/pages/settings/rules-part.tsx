import { errorSummaryId } from "../../../../interface/components/error-summary.tsx";
import { HouseRules } from "../parts/house-rules.tsx";
import { LanguageTexts } from "./language-texts.tsx";
import { messages } from "./messages.ts";
import { fieldsOf, PartFrame, type PartProps } from "./part-form.tsx";
import { textValues } from "./values.ts";

/** The house rules that hold, and the next version of them. */
export function RulesPart({ current, outcome, isSaved, path, language }: PartProps) {
  const words = messages[language];
  const values = outcome?.values ?? textValues("texts", current.houseRules?.texts ?? {});
  return (
    <PartFrame part="rules" isSaved={isSaved} language={language}>
      <div className="room padded stack">
        <h3>{words.holdsNow}</h3>
        <HouseRules space={current} language={language} />
      </div>
      <form className="form" method="post" action={`${path}#${errorSummaryId}`} noValidate>
        <input type="hidden" name="part" value="rules" />
        <LanguageTexts
          name="texts"
          label={words.newVersion}
          hint={words.rulesHint}
          rows={6}
          fields={fieldsOf("rules", values, outcome?.errors ?? [], language)}
          language={language}
        />
        <div className="send">
          <button className="button lit" type="submit">
            {words.publish((current.houseRules?.version ?? 0) + 1)}
          </button>
        </div>
      </form>
    </PartFrame>
  );
}
