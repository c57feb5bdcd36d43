import type { Language } from "../../../../platform/language/language.ts";
import { forWhomWords } from "./for-whom-words.ts";
import type { Whom } from "./load-whom.ts";

type ForWhomProps = {
  whom: Whom;
  /** The page the form stands on: choosing goes there with everything written in the form. */
  action: string;
  language: Language;
};

/**
 * For whom the form around it is filled in: oneself, or one of those at home where one works. Without script: its buttons ask by the
 * address. While one chooses, the form's own default button must give way, so that Enter searches.
 */
export function ForWhom({ whom, action, language }: ForWhomProps) {
  const text = forWhomWords[language];
  const { chosen, list, homes, home } = whom;
  const asks = { type: "submit", formMethod: "get", formAction: action, formNoValidate: true } as const;
  return (
    <fieldset className="field for-whom" id="for-whom">
      <legend className="label">{text.forWhom}</legend>
      {chosen && <input type="hidden" name="for" value={chosen.id} />}
      {homes.length > 1 && <input type="hidden" name="home" value={home.slug} />}
      {list === null ? (
        <>
          <p className="chosen">
            <span>
              <b>{chosen?.name ?? text.me}</b>
              {chosen?.company && <span className="small soft"> {text.through(chosen.company)}</span>}
            </span>
            <button {...asks} className="button small" name="choose" value="yes">
              {chosen ? text.change : text.chooseMember}
            </button>
          </p>
          {chosen && <p className="hint">{text.written(chosen.name)}</p>}
        </>
      ) : (
        <>
          {list.isLong && (
            <div className="sought">
              <label htmlFor="who">{text.search}</label>
              <input id="who" name="who" type="search" defaultValue={list.text} maxLength={100} autoComplete="off" />
              <button {...asks} className="button small" name="choose" value="yes">
                {text.find}
              </button>
            </div>
          )}
          {homes.length > 1 && (
            <div className="chips">
              {homes.map(({ slug, name }) => (
                <button {...asks} key={slug} className="chip" name="of" value={slug} aria-pressed={slug === home.slug}>
                  {text.membersOf(name)}
                </button>
              ))}
            </div>
          )}
          <ul className="people">
            <li>
              <button {...asks} className="text-button" name="pick" value="me">
                {text.me}
              </button>
            </li>
            {list.items.map(({ id, name, company }) => (
              <li key={id}>
                <button {...asks} className="text-button" name="pick" value={id}>
                  {name}
                </button>
                {company && <span className="small soft"> {text.through(company)}</span>}
              </li>
            ))}
          </ul>
          {list.items.length === 0 && list.text !== "" && <p role="status">{text.nobody(list.text)}</p>}
          {list.nextCursor && (
            <p>
              <button {...asks} className="button small" name="more" value={list.nextCursor}>
                {text.more}
              </button>
            </p>
          )}
        </>
      )}
    </fieldset>
  );
}
