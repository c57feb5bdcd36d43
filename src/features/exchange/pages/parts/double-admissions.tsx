import { Icon } from "../../../../interface/components/icon.tsx";
import { clock, inWordsFirst } from "../../../../interface/format.ts";
import { words as shared } from "../../../../interface/messages.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { hostWords } from "../words/host-words.ts";
import type { Arrival, GuestDay } from "./guest-day.ts";

/** Passes that were used twice and that nobody has settled yet. */
export function doublesOf(items: readonly Arrival[]): Arrival[] {
  return items.filter(({ scans }) => scans.some(({ isCounted, settledAs }) => !isCounted && settledAs === null));
}

/** What must be looked at: the same pass on two phones. It was counted once whatever the host answers. */
export function DoubleAdmissions({ day, action, language }: { day: GuestDay; action: string; language: Language }) {
  const text = hostWords[language];
  const doubles = doublesOf(day.items);
  if (doubles.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="look-at">
      <h2 id="look-at">{text.lookAt(doubles.length === 1 ? text.oneThing : text.things(inWordsFirst(doubles.length, language)))}</h2>
      {doubles.map((guest) => (
        <div className="room to-look-at" key={guest.id}>
          <h3 className="state">
            <Icon name="people" /> {text.doubleTitle}
          </h3>
          <p>{text.doubleText({ name: guest.holder, home: guest.home.name })}</p>
          <table className="small">
            <caption className="hidden">{text.doubleCaption(guest.holder)}</caption>
            <thead>
              <tr>
                <th scope="col">{text.time}</th>
                <th scope="col">{text.phone}</th>
                <th scope="col">{text.counts}</th>
              </tr>
            </thead>
            <tbody>
              {guest.scans.map((scan) => (
                <tr key={scan.nonce}>
                  <td>{clock(Temporal.Instant.from(scan.scannedAt).toZonedDateTimeISO(day.space.timeZone))}</td>
                  <td>{scan.device ?? text.aPhone}</td>
                  <td>{scan.isCounted ? shared[language].yes : shared[language].no}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <form method="post" action={action} data-act="settle" className="two-buttons">
            <input type="hidden" name="act" value="settle" />
            <input type="hidden" name="pass" value={guest.id} />
            {guest.scans
              .filter(({ isCounted, settledAs }) => !isCounted && settledAs === null)
              .map(({ nonce }) => (
                <input key={nonce} type="hidden" name="nonce" value={nonce} />
              ))}
            <button className="button small" type="submit" name="as" value="same_person">
              {text.wasSame}
            </button>
            <button className="button small" type="submit" name="as" value="someone_else">
              {text.wasOther}
            </button>
          </form>
        </div>
      ))}
    </section>
  );
}
