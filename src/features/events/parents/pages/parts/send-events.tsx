import type { ComponentProps } from "react";
import { CheckboxField } from "../../../../../interface/components/choice-field.tsx";
import { newFestivalWords } from "../new-festival-words.ts";
import { RowsFields } from "./rows-fields.tsx";

type Props = ComponentProps<typeof RowsFields> & {
  /** Whether there is an event like one of these already, which has to be said yes to. */
  isAlike: boolean;
  /** What the button says that publishes them. */
  publish: string;
};

/** The events that are made together, row by row, and the buttons that make them. */
export function SendEvents({ isAlike, publish, ...rows }: Props) {
  const text = newFestivalWords[rows.language];
  return (
    <>
      <p className="soft">
        {text.rowsHint} {text.vat}
      </p>
      <RowsFields {...rows} />
      {isAlike && (
        <CheckboxField name="alikeOk" language={rows.language}>
          {text.alikeOk}
        </CheckboxField>
      )}
      <div className="send">
        <button type="submit" className="button" name="act" value="draft">
          {text.draft}
        </button>
        <button type="submit" className="button lit" name="act" value="publish">
          {publish}
        </button>
      </div>
    </>
  );
}
