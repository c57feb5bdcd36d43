import { lowestContrasts, type Plan, planProperties } from "../../../../interface/colour/plan.ts";
import { DoorWithWords } from "../../../../interface/components/door.tsx";
import { Logo, type ShownLogo } from "../../../../interface/components/logo.tsx";
import { Mark } from "../../../../interface/components/mark.tsx";
import { Seats } from "../../../../interface/components/seats.tsx";
import { number } from "../../../../interface/format.ts";
import { words } from "../../../../interface/messages.ts";
import { useShell } from "../../../../interface/page.tsx";
import { lookWords } from "../../look-messages.ts";

type PlanPreviewProps = { colour: string; plan: Plan; name: string; logo: ShownLogo | null };

/** A piece of a page as it would be, by day and by night, with what can be read on it. */
export function PlanPreview({ colour, plan, name, logo }: PlanPreviewProps) {
  const { language, nonce } = useShell();
  const text = lookWords[language];
  const contrasts = { day: lowestContrasts(plan.day), night: lowestContrasts(plan.night) };
  return (
    <div className="stack">
      <style
        nonce={nonce}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: hexadecimal colours of ours in a rule of ours
        dangerouslySetInnerHTML={{ __html: `.plan-preview{${planProperties(plan)}}` }}
      />
      <h3>{text.preview(colour)}</h3>
      <div className="columns">
        {(["day", "night"] as const).map((time) => (
          <figure key={time} className={`plan plan-preview by-${time}`}>
            <figcaption>{text[time]}</figcaption>
            <p className="brand">
              {logo ? <Logo logo={logo} name="" /> : <Mark />}
              <span>{name}</span>
            </p>
            <p className="wide">{text.sample}</p>
            <div className="rooms">
              <div className="lit-room">
                <b>Fabrikken</b>
                <span className="small soft">Lillehammer</span>
                <Seats free={4} seats={6} />
              </div>
              <div className="alcove-room">
                <b>657</b>
                <span className="small soft">Oslo</span>
                <Seats free={0} seats={6} />
              </div>
            </div>
            <p className="buttons">
              <span className="button lit">{text.take}</span>
              <span className="link">{text.read}</span>
            </p>
            <DoorWithWords state="open" language={language}>
              {words[language].free}
            </DoorWithWords>
          </figure>
        ))}
      </div>
      <h3>{text.contrasts}</h3>
      <dl className="key-facts">
        {(["wall", "soft", "link", "edge", "lamp"] as const).map((what) => (
          <div key={what}>
            <dt>{text.contrast[what]}</dt>
            <dd className="num">
              {text.day.toLowerCase()} {number(contrasts.day[what], language, 1)}, {text.night.toLowerCase()}{" "}
              {number(contrasts.night[what], language, 1)}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
