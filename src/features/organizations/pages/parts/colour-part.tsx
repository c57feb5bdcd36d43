import { isGrey, planFrom } from "../../../../interface/colour/plan.ts";
import type { ShownLogo } from "../../../../interface/components/logo.tsx";
import { useShell } from "../../../../interface/page.tsx";
import { lookWords } from "../../look-messages.ts";
import { PlanPreview } from "./plan-preview.tsx";

const examples = { navy: "#0b3d91", neon: "#39ff14", grey: "#4a4a4a" } as const;

type ColourPartProps = {
  organization: { name: string; colour: string | null; logo: ShownLogo | null };
  version: string;
  /** The colour one is looking at, before it is used. */
  tried: string | undefined;
  here: string;
};

/** A colour is tried by GET, so that it is seen before anything is saved, with no script. */
export function ColourPart({ organization, version, tried, here }: ColourPartProps) {
  const { language } = useShell();
  const text = lookWords[language];
  const { colour } = organization;
  const shown = tried ?? colour ?? undefined;
  return (
    <section className="stack" aria-labelledby="colour">
      <h2 id="colour">{text.colour}</h2>
      <p>{text.colourLead}</p>
      <p className="soft">{colour ? text.inUse(colour) : text.houseInUse}</p>
      <form className="filters" method="get" action={`${here}#colour`}>
        <div>
          <label htmlFor="own-colour">{text.ownColour}</label>
          <input id="own-colour" type="color" name="colour" defaultValue={shown ?? "#ffc83d"} />
        </div>
        <button className="button" type="submit">
          {text.show}
        </button>
        <p className="small soft">
          {text.examples}{" "}
          {(["navy", "neon", "grey"] as const).map((example, place) => (
            <span key={example}>
              {place > 0 && ", "}
              <a href={`${here}?colour=${encodeURIComponent(examples[example])}#colour`}>{text.example[example]}</a>
            </span>
          ))}
        </p>
      </form>
      {shown && <PlanPreview colour={shown} plan={planFrom(shown)} name={organization.name} logo={organization.logo} />}
      {shown && isGrey(shown) && <p className="small soft">{text.grey}</p>}
      <form className="buttons" method="post" action={`${here}#colour`}>
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="colour" value={shown ?? ""} />
        {shown && shown !== colour && (
          <button className="button lit" type="submit" name="doing" value="colour">
            {text.use}
          </button>
        )}
        {colour && (
          <button className="button" type="submit" name="doing" value="house">
            {text.useHouse}
          </button>
        )}
      </form>
    </section>
  );
}
