import { errorSummaryId } from "../../../../interface/components/error-summary.tsx";
import { TextareaField } from "../../../../interface/components/text-field.tsx";
import { list, moment, number } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { textIn } from "../../../spaces/parts.ts";
import type { Refused, ShownHire } from "../hire-action.ts";
import { hireWords } from "../hire-words.ts";
import { moveWords } from "../move-words.ts";
import { actErrors } from "./act-errors.ts";
import { timesOf } from "./hire-times.ts";

type PartProps = { hire: ShownHire; today: string; language: Language };

/** A moment as the clocks of the house show it. */
export function momentOfHouse(at: string, { hire, today, language }: PartProps): string {
  return moment(Temporal.Instant.from(at).toZonedDateTimeISO(hire.space.timeZone), today, language);
}

/** What is wanted, by whom. */
export function Facts({ hire, today, language }: PartProps) {
  const text = hireWords[language];
  const payer = [hire.organizationName, hire.organizationNumber?.replace(/(\d{3})(?=\d)/g, "$1\u00a0"), hire.invoiceAddress];
  const facts = [
    [text.when, timesOf(hire, today, language)],
    [
      text.rooms,
      list(
        hire.rooms.map(({ name }) => name),
        language,
      ),
    ],
    [text.people, number(hire.people, language)],
    [text.setUp, text.setUps[hire.setUp]],
    [
      text.wishes,
      list(
        hire.wishes.map(({ names, quantity, unit }) => `${textIn(names, language)?.text ?? ""}: ${quantity} (${text.units[unit]})`),
        language,
      ),
    ],
    [text.note, hire.note],
    [text.contact, [hire.contactName, hire.email].filter(Boolean).join(", ")],
    [text.payer, payer.filter(Boolean).join(", ")],
  ].flatMap(([term, value]) => (term && value ? [{ term, value }] : []));
  return (
    <section className="stack close" aria-labelledby="request">
      <h2 id="request">{text.request}</h2>
      <dl className="hire-facts">
        {facts.map(({ term, value }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

type MessagesProps = PartProps & { path: string; refused: Refused | undefined };

/** What the two sides write to each other. */
export function Messages(part: MessagesProps) {
  const { hire, language, path } = part;
  const text = hireWords[language];
  const refused = part.refused?.act === "message" ? part.refused : undefined;
  const [error] = actErrors(refused, language);
  return (
    <section id="messages" className="stack">
      <h2>{text.messages}</h2>
      {hire.messages.length === 0 ? (
        <p>{text.noMessages}</p>
      ) : (
        <ol className="plain-list">
          {hire.messages.map((message) => (
            <li key={message.id}>
              <p className="small soft">
                <b>{message.side === "hirer" ? hire.contactName : (message.by ?? hire.space.name)}</b>,{" "}
                {momentOfHouse(message.writtenAt, part)}
              </p>
              <p className="as-written">{message.text}</p>
            </li>
          ))}
        </ol>
      )}
      {hire.abilities.write && (
        <form method="post" action={`${path}#${errorSummaryId}`} className="form" noValidate>
          <input type="hidden" name="act" value="message" />
          <TextareaField
            name="text"
            label={text.write}
            defaultValue={refused?.written.text?.[0]}
            maxLength={4000}
            {...(error && { error: error.message })}
            language={language}
          />
          <div className="buttons">
            <button type="submit" className="button">
              {text.send}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}

/** All that happened, with who and why. */
export function History(part: PartProps) {
  const { hire, language } = part;
  const text = hireWords[language];
  return (
    <section className="hire-history">
      <h2>{text.history}</h2>
      <ol className="plain-list">
        {hire.history.map(({ state, at, by, reason, movedFrom }) => (
          <li key={`${state} ${at}`}>
            {movedFrom ? moveWords[language].movedFrom({ when: momentOfHouse(movedFrom, part) }) : text.happened[state]}
            <br />
            <span className="small soft">
              {momentOfHouse(at, part)}
              {by && `, ${by}`}
              {reason && `: ${reason}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
