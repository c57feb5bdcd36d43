import { Logo, type ShownLogo } from "../../../../interface/components/logo.tsx";
import { FileField } from "../../../../interface/components/text-field.tsx";
import { useShell } from "../../../../interface/page.tsx";
import { lookWords } from "../../look-messages.ts";

type LogoPartProps = {
  organization: { name: string; logo: ShownLogo | null };
  version: string;
  /** Whether one has asked to take it away, and not yet said yes to. */
  isRemoving: boolean;
  error: string | undefined;
  /** The address of the page. */
  here: string;
};

/** The logo there is, another in its place, and away with it. */
export function LogoPart({ organization: { name, logo }, version, isRemoving, error, here }: LogoPartProps) {
  const { language } = useShell();
  const text = lookWords[language];
  return (
    <section className="stack" aria-labelledby="logo">
      <h2 id="logo">{text.logo}</h2>
      {logo ? <Logo logo={logo} name={name} isLarge /> : <p className="soft">{text.noLogo}</p>}
      {logo && isRemoving ? (
        <form className="form" method="post" action={here}>
          <input type="hidden" name="version" value={version} />
          <h3>{text.removeAsk}</h3>
          <p>{text.removeHint}</p>
          <div className="buttons">
            <button className="button lit" type="submit" name="doing" value="remove">
              {text.remove}
            </button>
            <a className="button" href={here}>
              {text.keep}
            </a>
          </div>
        </form>
      ) : (
        <form className="form" method="post" action={here} encType="multipart/form-data" noValidate>
          <input type="hidden" name="version" value={version} />
          <FileField
            name="file"
            label={text.file}
            hint={text.fileHint}
            {...(error && { error })}
            accept="image/png,image/jpeg,image/webp"
            language={language}
          />
          <div className="buttons">
            <button className="button lit" type="submit" name="doing" value="logo">
              {logo ? text.replace : text.upload}
            </button>
            {logo && (
              <a className="button" href={`${here}?remove`}>
                {text.remove}
              </a>
            )}
          </div>
        </form>
      )}
    </section>
  );
}
