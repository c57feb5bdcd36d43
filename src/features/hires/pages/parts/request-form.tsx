import type { ReactNode } from "react";
import type { z } from "zod";
import { CheckboxField, SelectField } from "../../../../interface/components/choice-field.tsx";
import { DefaultButton } from "../../../../interface/components/default-button.tsx";
import { errorSummaryId } from "../../../../interface/components/error-summary.tsx";
import { HintAndError } from "../../../../interface/components/field.tsx";
import { TextareaField, TextField } from "../../../../interface/components/text-field.tsx";
import { oneOf, type Written } from "../../../../interface/form-values.ts";
import { money } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { textIn } from "../../../spaces/parts.ts";
import { setUps } from "../../hire.ts";
import type { offer as offerShape } from "../../shapes.ts";
import { hireWords } from "../hire-words.ts";
import { requestWords } from "../request-words.ts";
import { pricesInWords } from "./prices.ts";
import type { FormError } from "./request-errors.ts";
import { TermsText } from "./terms.tsx";

type Offer = z.infer<typeof offerShape>;
type FormProps = {
  offer: Offer;
  written: Written;
  errors: readonly FormError[];
  today: string;
  path: string;
  language: Language;
  children: ReactNode;
};

/** The form of a request, with the price, its child, beside what it follows from. It works without script; with it the price follows what is filled in. */
export function RequestForm({ offer, written, errors, today, path, language, children }: FormProps) {
  const [text, of] = [requestWords[language], hireWords[language]];
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message;
  const field = (name: string) => {
    const error = errorOf(name);
    return { name, language, defaultValue: oneOf(written, name), ...(error !== undefined && { error }) };
  };
  return (
    <form className="form-page hire-request" method="post" action={`${path}#${errorSummaryId}`} noValidate data-hire-request="">
      <div className="form">
        <DefaultButton act="estimate" />
        <input type="hidden" name="timeZone" value={offer.space.timeZone} />
        <Rooms offer={offer} written={written} error={errorOf("room")} language={language} />
        <TextField {...field("day")} label={text.day} type="date" min={today} width="s" />
        <div className="pair">
          <TextField {...field("from")} label={text.from} type="time" />
          <TextField {...field("to")} label={text.to} type="time" />
        </div>
        <TextField {...field("people")} label={text.people} inputMode="numeric" width="xs" />
        <SelectField {...field("setUp")} label={text.setUp} options={setUps.map((value) => ({ value, label: of.setUps[value] }))} />
        <TextField {...field("purpose")} label={text.purpose} hint={text.purposeHint} maxLength={200} />
        {offer.extras.length > 0 && (
          <fieldset className={errorOf("extras") ? "field bad" : "field"} id="extras" tabIndex={-1}>
            <legend className="label">{text.extras}</legend>
            <HintAndError name="extras" label={text.extras} hint={text.extrasHint} error={errorOf("extras")} language={language} />
            <div className="hire-extras">
              {offer.extras.map(({ id, names, priceOre, unit }) => (
                <TextField
                  key={id}
                  name={`extra-${id}`}
                  label={textIn(names, language)?.text ?? ""}
                  hint={text.extraPrice({ price: money(priceOre, language), unit: of.units[unit] })}
                  inputMode="numeric"
                  width="xs"
                  defaultValue={oneOf(written, `extra-${id}`)}
                  language={language}
                />
              ))}
            </div>
          </fieldset>
        )}
        <TextareaField {...field("note")} label={text.note} maxLength={2000} isOptional />
        <div className="buttons">
          <button type="submit" className="button" name="act" value="estimate" formAction={`${path}#estimate`}>
            {text.estimate}
          </button>
        </div>
      </div>
      {children}
      <div className="form">
        <h2>{text.you}</h2>
        <TextField {...field("contactName")} label={text.contactName} autoComplete="name" maxLength={120} />
        <TextField {...field("email")} label={text.email} hint={text.emailHint} type="email" autoComplete="email" maxLength={200} />
        <TextField {...field("organizationName")} label={text.organizationName} autoComplete="organization" maxLength={200} isOptional />
        <TextField
          {...field("organizationNumber")}
          label={text.organizationNumber}
          hint={text.organizationNumberHint}
          inputMode="numeric"
          width="s"
          isOptional
        />
        <TextField {...field("invoiceAddress")} label={text.invoiceAddress} autoComplete="street-address" maxLength={400} isOptional />
        {offer.terms && (
          <>
            <h2>{text.terms}</h2>
            <TermsText terms={offer.terms} language={language} />
            <CheckboxField
              name="terms"
              value={String(offer.terms.version)}
              defaultChecked={written.terms !== undefined}
              error={errorOf("terms")}
              language={language}
            >
              {text.accept}
            </CheckboxField>
          </>
        )}
        <p className="small soft">{text.kept}</p>
        <div className="send">
          <button type="submit" className="button lit" name="act" value="send">
            {text.send}
          </button>
        </div>
        <p className="small soft">{text.noHold}</p>
      </div>
    </form>
  );
}

function Rooms({ offer, written, error, language }: Pick<FormProps, "offer" | "written" | "language"> & { error: string | undefined }) {
  const text = requestWords[language];
  const rooms = offer.rooms.filter(({ isOffered }) => isOffered);
  return (
    <fieldset className={error ? "field bad" : "field"}>
      <legend className="label">{text.rooms}</legend>
      <HintAndError
        name="room"
        label={text.rooms}
        hint={[text.roomsHint, offer.isVatRegistered && text.netPrices].filter(Boolean).join(" ")}
        error={error}
        language={language}
      />
      <div className="options">
        {rooms.map((room, place) => (
          <label key={room.id} className="option">
            <input
              type="checkbox"
              id={place === 0 ? "room" : `room-${room.id}`}
              name="room"
              value={room.id}
              defaultChecked={written.room?.includes(room.id)}
            />
            <span>
              <b>{room.name}</b>
              <br />
              <span className="small soft">
                {[text.seats({ count: String(room.capacity) }), pricesInWords(room.prices, language)].filter(Boolean).join(". ")}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
