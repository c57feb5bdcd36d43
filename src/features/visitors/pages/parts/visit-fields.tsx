import { SelectField } from "../../../../interface/components/choice-field.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import type { WrittenVisit } from "../read-visit-form.ts";
import { visitorWords } from "../words.ts";

const languageNames = [
  { value: "nb", label: "Bokmål" },
  { value: "nn", label: "Nynorsk" },
  { value: "en", label: "English" },
];

type VisitFieldsProps = {
  written: WrittenVisit;
  errors: readonly { field: string; message: string }[];
  today: string;
  /** One's own bookings in the house that a visitor can be asked to. */
  bookings: { value: string; label: string }[];
  /** Chosen once, with the invitation. */
  hasLanguage: boolean;
  language: Language;
};

/** Who comes, and when. */
export function VisitFields({ written, errors, today, bookings, hasLanguage, language }: VisitFieldsProps) {
  const text = visitorWords[language];
  const of = (name: string, field = name) => {
    const error = errors.find((one) => one.field === field)?.message;
    return { name, language, ...(error && { error }) };
  };
  return (
    <>
      <TextField {...of("name")} label={text.name} defaultValue={written.name} autoComplete="off" maxLength={120} />
      <TextField
        {...of("organization")}
        label={text.organization}
        defaultValue={written.organization}
        autoComplete="off"
        maxLength={120}
        isOptional
      />
      <TextField
        {...of("email")}
        label={text.email}
        hint={text.emailHint}
        defaultValue={written.email}
        type="email"
        autoComplete="off"
        isOptional
      />
      {hasLanguage && (
        <SelectField {...of("language")} label={text.language} defaultValue={written.language} options={languageNames} width="s" />
      )}
      <TextField
        {...of("day", "expectedAt")}
        id="expectedAt"
        label={text.day}
        type="date"
        defaultValue={written.day}
        min={today}
        width="s"
      />
      <TextField {...of("time", "time")} label={text.time} type="time" defaultValue={written.time} width="s" />
      {bookings.length > 0 && (
        <SelectField
          {...of("booking", "bookingId")}
          id="bookingId"
          label={text.booking}
          hint={text.bookingHint}
          defaultValue={written.booking}
          options={[{ value: "", label: text.noBooking }, ...bookings]}
          isOptional
        />
      )}
    </>
  );
}

/** Which field a refusal of the whole belongs to. */
export function fieldOf(code: string): string {
  return (
    {
      "visit.past": "expectedAt",
      "visit.too_far": "expectedAt",
      "visit.booking_elsewhere": "bookingId",
      "visit.not_a_member": "whom",
    }[code] ?? ""
  );
}
