import { Notice } from "../../../../interface/components/notice.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { clock } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { KioskOutcome, Written } from "../carry-out-kiosk.ts";
import { kioskWords } from "../kiosk-words.ts";

/** The three ways from the entrance, each as large as a hand. */
export function StartStep({ house, takesUnexpected, language }: { house: string; takesUnexpected: boolean; language: Language }) {
  const text = kioskWords[language];
  const ways = [
    { step: "expected", label: text.expected, about: text.expectedAbout },
    ...(takesUnexpected ? [{ step: "visit", label: text.visit, about: text.visitAbout }] : []),
    { step: "leave", label: text.leave, about: text.leaveAbout },
  ];
  return (
    <>
      <h1>{text.welcomeTo(house)}</h1>
      <ul className="kiosk-ways">
        {ways.map(({ step, label, about }, place) => (
          <li key={step}>
            <a className={place === 0 ? "kiosk-way is-lit" : "kiosk-way"} href={`?step=${step}`}>
              <b>{label}</b>
              <span>{about}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

type Given = { language: Language; timeZone: string };
type SearchProps = Given & { written: Written; isLeaving: boolean; found: KioskOutcome["found"] };

/** By name, or by the code of the invitation or the badge. */
export function SearchByName({ written, isLeaving, found, language, timeZone }: SearchProps) {
  const text = kioskWords[language];
  const isShort = found?.isTooShort ?? false;
  // one lamp a room: the next step is the name, once it is found
  const isFound = found !== undefined && found.items.length > 0;
  return (
    <>
      <h1>{isLeaving ? text.leave : text.expected}</h1>
      {found && <Found found={found} isLeaving={isLeaving} language={language} timeZone={timeZone} />}
      <form method="post" className="kiosk-form" noValidate>
        {isLeaving && <input type="hidden" name="leaving" value="yes" />}
        <TextField
          name="q"
          label={text.name}
          hint={text.nameHint}
          {...(isShort && { error: text.tooShort })}
          defaultValue={written.q}
          autoComplete="off"
          maxLength={120}
          language={language}
        />
        <button className={isFound ? "button big" : "button lit big"} type="submit" name="act" value="search">
          {text.find}
        </button>
      </form>
      <form method="post" className="kiosk-form is-second" noValidate>
        {isLeaving && <input type="hidden" name="leaving" value="yes" />}
        <TextField
          name="code"
          label={text.code}
          hint={text.codeHint}
          autoComplete="off"
          autoCapitalize="characters"
          maxLength={20}
          width="s"
          language={language}
        />
        <button className="button big" type="submit" name="act" value="search">
          {text.findCode}
        </button>
      </form>
    </>
  );
}

/** Who is like what was sought: each a button. */
function Found({
  found: { items, isTooMany, isTooShort },
  isLeaving,
  language,
  timeZone,
}: Given & { found: NonNullable<KioskOutcome["found"]>; isLeaving: boolean }) {
  const text = kioskWords[language];
  if (isTooShort) return null;
  if (items.length === 0)
    return (
      <Notice kind="care" role="alert" title={isTooMany ? text.tooMany : text.nobody}>
        <p>{isTooMany ? text.tooManyAbout : text.nobodyAbout}</p>
      </Notice>
    );
  return (
    <form method="post" className="kiosk-form">
      <input type="hidden" name="act" value={isLeaving ? "leave" : "arrive"} />
      <fieldset>
        <legend className="label">{text.whichIsYou}</legend>
        <div className="kiosk-found">
          {items.map(({ id, name, at = "" }, place) => (
            <button
              key={id}
              className={place === 0 && items.length === 1 ? "button lit big" : "button big"}
              type="submit"
              name="id"
              value={id}
            >
              {name} <span className="small">{text.which(clock(Temporal.Instant.from(at).toZonedDateTimeISO(timeZone)))}</span>
            </button>
          ))}
        </div>
      </fieldset>
    </form>
  );
}

type WhomProps = Given & { written: Written; found: KioskOutcome["found"]; ownId: string };

/** Who nobody has announced says who they are and whom they come to. */
export function WhomStep({ written, found, ownId, language }: WhomProps) {
  const text = kioskWords[language];
  const isShort = found?.isTooShort ?? false;
  return (
    <>
      <h1>{text.visit}</h1>
      {found && found.items.length > 0 && (
        <form method="post" className="kiosk-form">
          {Object.entries({ ...written, id: ownId, act: "come" }).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <fieldset>
            <legend className="label">{text.whichWhom}</legend>
            <div className="kiosk-found">
              {found.items.map(({ id, name }) => (
                <button
                  key={id}
                  className={found.items.length === 1 ? "button lit big" : "button big"}
                  type="submit"
                  name="visited"
                  value={id}
                >
                  {name}
                </button>
              ))}
            </div>
          </fieldset>
        </form>
      )}
      {found && found.items.length === 0 && !isShort && (
        <Notice kind="care" role="alert" title={found.isTooMany ? text.tooMany : text.noWhom}>
          <p>{found.isTooMany ? text.tooManyAbout : text.noWhomAbout}</p>
        </Notice>
      )}
      <form method="post" className="kiosk-form" noValidate>
        <TextField
          name="name"
          label={text.yourName}
          {...(isShort && written.name === "" && { error: text.nameMissing })}
          defaultValue={written.name}
          autoComplete="off"
          maxLength={120}
          language={language}
        />
        <TextField
          name="organization"
          label={text.yourOrganization}
          defaultValue={written.organization}
          autoComplete="off"
          maxLength={120}
          isOptional
          language={language}
        />
        <TextField
          name="q"
          label={text.whom}
          hint={text.whomHint}
          {...(isShort && written.name !== "" && { error: text.tooShort })}
          defaultValue={written.q}
          autoComplete="off"
          maxLength={120}
          language={language}
        />
        <button className={found && found.items.length > 0 ? "button big" : "button lit big"} type="submit" name="act" value="people">
          {text.findWhom}
        </button>
      </form>
    </>
  );
}
