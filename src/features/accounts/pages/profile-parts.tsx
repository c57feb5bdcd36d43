import { RadioField, SelectField } from "../../../interface/components/choice-field.tsx";
import { TextField } from "../../../interface/components/text-field.tsx";
import { dateWithYear } from "../../../interface/format.ts";
import { words } from "../../../interface/messages.ts";
import type { Language } from "../../../platform/language/language.ts";
import { ownWords } from "../own-messages.ts";

const languageNames = [
  { value: "nb", label: "Bokmål" },
  { value: "nn", label: "Nynorsk" },
  { value: "en", label: "English" },
];

type Errors = Partial<Record<string, string>>;
type Me = { name: string; email: string; locale: string; visibility: string; version: number };

/** Name, language and who sees the person. */
export function ProfileForm({ me, errors, language }: { me: Me; errors: Errors; language: Language }) {
  const text = ownWords[language];
  return (
    <form method="post" className="stack" noValidate aria-label={text.about}>
      <input type="hidden" name="version" value={me.version} />
      <TextField name="name" label={text.name} defaultValue={me.name} error={errors.name} autoComplete="name" language={language} />
      <TextField name="email" type="email" label={text.email} hint={text.emailHint} defaultValue={me.email} readOnly language={language} />
      <SelectField
        name="locale"
        label={text.locale}
        options={languageNames}
        defaultValue={me.locale}
        error={errors.locale}
        language={language}
      />
      <RadioField
        name="visibility"
        label={text.visibility}
        options={(["public", "network", "private"] as const).map((value) => ({ value, label: text[value] }))}
        defaultValue={me.visibility}
        error={errors.visibility}
        language={language}
      />
      <div className="send">
        <button className="button lit" type="submit">
          {words[language].save}
        </button>
      </div>
    </form>
  );
}

type Passkey = { id: string; name: string | null; createdAt: string | null };

/** The passkeys, each with its button, and the form that adds one where the browser can. */
export function PasskeyPart({ passkeys, language }: { passkeys: Passkey[]; language: Language }) {
  const text = ownWords[language];
  return (
    <section className="stack" aria-labelledby="passkeys">
      <h2 id="passkeys">{text.passkeys}</h2>
      <p>{text.passkeysAbout}</p>
      {passkeys.length === 0 ? (
        <p className="soft">{text.noPasskeys}</p>
      ) : (
        <ul className="plain-list">
          {passkeys.map(({ id, name, createdAt }) => (
            <li key={id}>
              <form method="post" className="buttons">
                <span>
                  <b>{name ?? text.unnamed}</b>
                  {createdAt && <span className="small soft"> {text.added(dateWithYear(createdAt.slice(0, 10), language))}</span>}
                </span>
                <button
                  className="button quiet"
                  type="submit"
                  name="removePasskey"
                  value={id}
                  aria-label={text.removeThing(name ?? text.unnamed)}
                >
                  {text.remove}
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form data-passkey-add hidden className="stack">
        <TextField
          id="passkey-name"
          name="name"
          label={text.passkeyName}
          hint={text.passkeyNameHint}
          maxLength={60}
          isOptional
          language={language}
        />
        <div>
          <button className="button" type="submit">
            {text.addPasskey}
          </button>
        </div>
      </form>
      <p role="alert" data-passkey-failed={text.passkeyFailed} />
      <noscript>
        <p className="small">{text.needsScript}</p>
      </noscript>
    </section>
  );
}

/** Light or dark in this browser; kept in a cookie, takes effect at once where scripts run. */
export function ColourForm({ chosen, language }: { chosen: string; language: Language }) {
  const text = ownWords[language];
  return (
    <form method="post" className="stack" data-colour-scheme aria-label={text.colours}>
      <h2>{text.colours}</h2>
      <RadioField
        name="colourScheme"
        label={text.colours}
        hint={text.coloursAbout}
        options={(["auto", "light", "dark"] as const).map((value) => ({ value, label: text[value] }))}
        defaultValue={chosen}
        language={language}
      />
      <div>
        <button className="button" type="submit">
          {text.choose}
        </button>
      </div>
    </form>
  );
}
