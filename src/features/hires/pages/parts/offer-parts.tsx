import type { z } from "zod";
import { CheckboxField, SelectField } from "../../../../interface/components/choice-field.tsx";
import { DataTable } from "../../../../interface/components/data-table.tsx";
import { TextareaField, TextField } from "../../../../interface/components/text-field.tsx";
import { oneOf } from "../../../../interface/form-values.ts";
import { money } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { textIn } from "../../../spaces/parts.ts";
import type { offer as offerShape } from "../../shapes.ts";
import type { Refused } from "../hire-action.ts";
import { offerWords } from "../offer-words.ts";
import { offerErrors } from "./offer-errors.ts";
import { pricesInWords } from "./prices.ts";
import { TermsText } from "./terms.tsx";

type Offer = z.infer<typeof offerShape>;
type PartProps = { offer: Offer; refused: Refused | undefined; path: string; language: Language };

const languages = ["nb", "nn", "en"] as const;

/** The conditions that hold, and the form of the next version. */
export function TermsPart({ offer, refused, path, language }: PartProps) {
  const text = offerWords[language];
  const written = refused?.act === "terms" ? refused.written : undefined;
  const { terms } = offer;
  const value = (name: string, now: string | undefined) => (written ? oneOf(written, name) : (now ?? ""));
  return (
    <section className="stack" aria-labelledby="terms">
      <h2 id="terms">{text.terms}</h2>
      {terms ? <TermsText terms={terms} language={language} /> : <p>{text.noTerms}</p>}
      <details className="opens-form" open={written !== undefined || terms === null}>
        <summary>{terms ? text.newTerms : text.firstTerms}</summary>
        <form method="post" action={path} className="form" noValidate>
          <p className="hint">{text.termsHint}</p>
          {languages.map((each) => (
            <TextareaField
              key={each}
              name={`text-${each}`}
              label={text.text[each]}
              lang={each}
              rows={5}
              isOptional={each !== language}
              defaultValue={value(`text-${each}`, terms?.texts[each])}
              {...errorOf(refused, "terms", `text-${each}`, language)}
              language={language}
            />
          ))}
          <TextField
            name="freeDays"
            {...errorOf(refused, "terms", "freeDays", language)}
            label={text.freeDays}
            inputMode="numeric"
            width="xs"
            defaultValue={value("freeDays", String(terms?.freeDays ?? 14))}
            language={language}
          />
          <TextField
            name="feePercent"
            {...errorOf(refused, "terms", "feePercent", language)}
            label={text.feePercent}
            inputMode="numeric"
            width="xs"
            defaultValue={value("feePercent", String(terms?.feePercent ?? 50))}
            language={language}
          />
          <CheckboxField
            name="lettingHasVat"
            value="yes"
            defaultChecked={written ? written.lettingHasVat !== undefined : terms?.lettingHasVat}
            language={language}
          >
            {text.lettingHasVat}
          </CheckboxField>
          <div className="buttons">
            <button type="submit" name="act" value="terms" className="button lit">
              {text.publish}
            </button>
          </div>
        </form>
      </details>
    </section>
  );
}

/** Which rooms are hired out. */
export function RoomsPart({ offer, refused, path, language }: PartProps) {
  const text = offerWords[language];
  const written = refused?.act === "rooms" ? refused.written : undefined;
  return (
    <section className="stack" aria-labelledby="rooms">
      <h2 id="rooms">{text.rooms}</h2>
      {offer.rooms.length === 0 ? (
        <p>{text.noRooms}</p>
      ) : (
        <form method="post" action={path} className="form">
          <p className="hint">{text.roomsHint}</p>
          <div className="options">
            {offer.rooms.map((room) => (
              <label key={room.id} className="option">
                <input
                  type="checkbox"
                  name="room"
                  value={room.id}
                  defaultChecked={written ? written.room?.includes(room.id) : room.isOffered}
                />
                <span>
                  <b>{room.name}</b>
                  <br />
                  <span className="small soft">{pricesInWords(room.prices, language) || text.noPrice}</span>
                </span>
              </label>
            ))}
          </div>
          <div className="buttons">
            <button type="submit" name="act" value="rooms" className="button">
              {text.saveRooms}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}

/** What is offered beside the rooms, and the form to add to it. */
export function ExtrasPart({ offer, refused, path, language }: PartProps) {
  const text = offerWords[language];
  const written = refused?.act === "extra" ? refused.written : undefined;
  const nameOf = ({ names }: Offer["extras"][number]) => textIn(names, language)?.text ?? "";
  return (
    <section className="stack" aria-labelledby="extras">
      <h2 id="extras">{text.extras}</h2>
      {offer.extras.length === 0 ? (
        <p>{text.noExtras}</p>
      ) : (
        <DataTable
          caption={text.extras}
          isCaptionHidden
          rows={offer.extras}
          keyOf={({ id }) => id}
          columns={[
            { label: text.extra, isHeading: true, cell: nameOf },
            { label: text.price, cell: ({ priceOre, unit }) => `${money(priceOre, language)} ${text.units[unit]}` },
            { label: text.vat, isNumeric: true, cell: ({ vatPercent }) => `${vatPercent} %` },
            {
              label: text.withdraw,
              isAction: true,
              cell: (extra) => (
                <form method="post" action={path}>
                  <input type="hidden" name="extra" value={extra.id} />
                  <button type="submit" name="act" value="withdraw" className="button small">
                    {text.withdraw}
                    <span className="hidden">: {nameOf(extra)}</span>
                  </button>
                </form>
              ),
            },
          ]}
        />
      )}
      <details className="opens-form" open={written !== undefined}>
        <summary>{text.addExtra}</summary>
        <form method="post" action={path} className="form" noValidate>
          {languages.map((each) => (
            <TextField
              key={each}
              name={`name-${each}`}
              label={text.name[each]}
              maxLength={120}
              isOptional={each !== language}
              defaultValue={oneOf(written, `name-${each}`)}
              {...errorOf(refused, "extra", `name-${each}`, language)}
              language={language}
            />
          ))}
          <SelectField
            name="unit"
            label={text.unit}
            defaultValue={oneOf(written, "unit") || "person"}
            options={(["person", "piece", "hour"] as const).map((value) => ({ value, label: text.units[value] }))}
            language={language}
          />
          <TextField
            name="price"
            {...errorOf(refused, "extra", "price", language)}
            label={text.priceKroner}
            inputMode="decimal"
            width="s"
            defaultValue={oneOf(written, "price")}
            language={language}
          />
          <SelectField
            name="vat"
            label={text.vat}
            hint={text.vatHint}
            defaultValue={oneOf(written, "vat") || "25"}
            options={["25", "15", "12", "0"].map((value) => ({ value, label: `${value} %` }))}
            language={language}
          />
          <div className="buttons">
            <button type="submit" name="act" value="extra" className="button">
              {text.saveExtra}
            </button>
          </div>
        </form>
      </details>
    </section>
  );
}

function errorOf(refused: Refused | undefined, act: string, name: string, language: Language): { error?: string } {
  const found = refused?.act === act ? offerErrors(refused, language).find(({ field }) => field === name) : undefined;
  return found ? { error: found.message } : {};
}
