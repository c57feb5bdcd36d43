import { attempt, client, read } from "../../../../interface/api-client.ts";
import { CheckboxField } from "../../../../interface/components/choice-field.tsx";
import { Icon } from "../../../../interface/components/icon.tsx";
import { SeatsWithWords } from "../../../../interface/components/seats.tsx";
import type { Visit } from "../../../../interface/visit.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { SpaceApi } from "../../../spaces/routes.ts";
import type { ExchangeApi } from "../../routes.ts";
import { doorWords } from "../words/door-words.ts";

/** What one who walks in must know: whether there is a seat, and the rules of the house. */
export async function houseToday(visit: Visit, id: string, today: string) {
  const [space, days] = await Promise.all([
    read(client<SpaceApi>(visit).spaces[":id"].$get({ param: { id } })),
    read(client<ExchangeApi>(visit).spaces[":id"]["guest-days"].$get({ param: { id }, query: { from: today, days: "1" } })),
  ]);
  return { rulesVersion: space.houseRules?.version, seats: days.items[0], askFirst: days.askFirst };
}

/** Takes a seat today, with the rules said yes to. */
export async function takeToday(visit: Visit, id: string, day: string, rulesVersion: number | undefined) {
  const consent = client<SpaceApi>(visit).spaces[":id"]["house-rules"][":version"].consent;
  if (rulesVersion) await attempt(consent.$put({ param: { id, version: String(rulesVersion) } }));
  return attempt(client<ExchangeApi>(visit).spaces[":id"]["day-passes"].$post({ param: { id }, json: { day, rulesVersion } }));
}

type WalkInProps = {
  door: { space: { id: string; slug: string; name: string }; today: string };
  house: Awaited<ReturnType<typeof houseToday>>;
  code: string;
  nonce: string;
  isMissingConsent: boolean | undefined;
  language: Language;
};

/** Who walked in without a seat takes one here and is in, or stands on the list where the host sees them. */
export function WalkIn({ door, house, code, nonce, isMissingConsent, language }: WalkInProps) {
  const text = doorWords[language];
  const free = house.seats?.guestSeatsLeft ?? 0;
  const seats = house.seats?.guestSeats ?? 0;
  const missing = isMissingConsent ? text.consentMissing : undefined;
  if (seats === 0) {
    return (
      <section className="room padded">
        <h2>{text.noPass}</h2>
        <p>{text.closed}</p>
        <a href={`/${language}/spaces/${door.space.slug}`}>{door.space.name}</a>
      </section>
    );
  }
  return (
    <section className={free > 0 ? "lit-room padded stack" : "room padded stack"}>
      <h2>{text.noPass}</h2>
      <SeatsWithWords free={free} seats={seats} language={language} />
      <p>{free === 0 ? text.fullText : house.askFirst ? text.asksText : text.freeText}</p>
      <form method="post" action={`/${language}/door?code=${encodeURIComponent(code)}`} className="stack" noValidate>
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="nonce" value={nonce} />
        <input type="hidden" name="space" value={door.space.id} />
        <input type="hidden" name="day" value={door.today} />
        {house.rulesVersion !== undefined && (
          <>
            <input type="hidden" name="rulesVersion" value={house.rulesVersion} />
            <CheckboxField name="consent" error={missing} language={language}>
              <a href={`/${language}/spaces/${door.space.slug}#rules`}>{text.followRules(String(house.rulesVersion))}</a>
            </CheckboxField>
          </>
        )}
        <button className="button lit big full" type="submit">
          <Icon name="check" /> {free === 0 ? text.standOnList : house.askFirst ? text.askHost : text.takeAndCheckIn}
        </button>
      </form>
    </section>
  );
}
