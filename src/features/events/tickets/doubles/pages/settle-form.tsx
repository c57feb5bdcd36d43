import { RadioField } from "../../../../../interface/components/choice-field.tsx";
import { TextField } from "../../../../../interface/components/text-field.tsx";
import { oneOf, type Written } from "../../../../../interface/form-values.ts";
import type { Language } from "../../../../../platform/language/language.ts";
import { settledAs } from "../settlement.ts";
import { doubleWords } from "./double-words.ts";
import type { ShownDouble } from "./doubles.tsx";

type FormProps = {
  double: ShownDouble;
  name: string;
  /** A scan in words. */
  scanInWords: (scan: ShownDouble["scans"][number]) => string;
  written: Written | undefined;
  errors: readonly { field: string; message: string }[];
  language: Language;
};

/** Which admission of a ticket stands, and what the other one was. */
export function SettleForm({ double, name, scanInWords, written, errors, language }: FormProps) {
  const text = doubleWords[language];
  const { ticket, scans, settlement } = double;
  const field = (id: string, usual = "") => {
    const error = errors.find((one) => one.field === `${id}-${ticket.id}`)?.message;
    return {
      ...{ name: `${id}-${ticket.id}`, language },
      defaultValue: written ? oneOf(written, `${id}-${ticket.id}`) : usual,
      ...(error !== undefined && { error }),
    };
  };
  return (
    <form method="post" className="form" noValidate>
      <RadioField
        {...field("stands", scans.find(({ stands }) => stands)?.nonce)}
        label={text.stands}
        options={scans.map((scan) => ({
          value: scan.nonce,
          label: scanInWords(scan),
          ...(scan.scannedBy !== null && { about: text.by({ name: scan.scannedBy }) }),
        }))}
      />
      <RadioField
        {...field("as", settlement?.as)}
        label={text.what}
        options={settledAs.map((value) => ({ value, label: text.as[value] }))}
      />
      <TextField {...field("note", settlement?.note ?? "")} label={text.note} hint={text.noteHint} maxLength={300} isOptional />
      <div className="send">
        <button type="submit" className="button lit" name="act" value={ticket.id} aria-label={text.saveOf({ name })}>
          {text.save}
        </button>
      </div>
    </form>
  );
}
