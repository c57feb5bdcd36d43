import { CheckInResult } from "../../../../interface/components/check-in-result.tsx";
import { Door } from "../../../../interface/components/door.tsx";
import { Icon } from "../../../../interface/components/icon.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import { checkInWords } from "../words/check-in-words.ts";
import { hostWords } from "../words/host-words.ts";
import { type Duty, DutyList } from "./guest-duties.tsx";

/** The camera, and a photo where there is none. Hidden until the script can use it. */
export function ScanPanel({ language }: { language: Language }) {
  const text = checkInWords[language];
  return (
    <section data-scan hidden aria-label={text.scan}>
      <div className="camera" data-camera hidden>
        <video muted playsInline data-video aria-label={text.cameraPicture} />
        <p data-camera-words>{text.holdInFrame}</p>
      </div>
      <div className="two-buttons">
        <button className="button lit" type="button" data-start>
          <Icon name="scan" /> {text.scan}
        </button>
        <button className="button" type="button" data-stop hidden>
          {text.stopCamera}
        </button>
        <label className="button photo-button">
          <Icon name="camera" /> {text.photo}
          <input type="file" accept="image/*" capture="environment" className="hidden" data-photo />
        </label>
      </div>
      <p className="small" data-scan-words role="status" />
    </section>
  );
}

/** What the script fills in and puts on the page: the drawings stay on the server's side. */
export function PhoneTemplates({ duties, language }: { duties: readonly Duty[]; language: Language }) {
  const text = hostWords[language];
  const phone = checkInWords[language];
  return (
    <>
      {(["open", "ajar", "shut"] as const).map((door) => (
        <template key={door} data-template={door}>
          <CheckInResult door={door} verdict={<span data-slot="verdict" />} name={<span data-slot="name" />} actions={null}>
            <p data-slot="text" />
            <p className="small" data-slot="note" />
          </CheckInResult>
        </template>
      ))}
      <template data-template="sync">
        <Icon name="sync" tone="care" />
      </template>
      <template data-template="in">
        <Icon name="check" tone="good" />
      </template>
      <template data-template="open-door">
        <Door state="open" />
      </template>
      <template data-template="online">
        <Icon name="online" />
      </template>
      <template data-template="offline">
        <Icon name="offline" />
      </template>
      <template data-template="row">
        <li>
          <Icon name="sync" tone="care" />
          <div>
            <b data-slot="holder" />
            <br />
            <span className="small soft" data-slot="home" />
          </div>
          <div className="end" />
        </li>
      </template>
      {duties.length > 0 && (
        <template data-template="duties">
          <section className="received">
            <h2 className="h3">
              <span data-slot="title" />
            </h2>
            <form className="duties" data-act="duties">
              <DutyList duties={duties} language={language} />
            </form>
          </section>
        </template>
      )}
      <template data-template="offline-notice">
        <Notice kind="care" icon="offline" title={<span data-slot="title" />}>
          <p className="small" data-slot="text" />
        </Notice>
      </template>
      <template data-template="good-notice">
        <Notice kind="good" title={<span data-slot="title" />}>
          <p className="small" data-slot="text" />
        </Notice>
      </template>
      <template data-template="refused">
        <div className="room to-look-at">
          <h3 className="state">
            <Icon name="warning" /> <span data-slot="title" />
          </h3>
          <p data-slot="text" />
          <button className="button small" type="button" data-slot="seen">
            {phone.seen}
          </button>
        </div>
      </template>
      <template data-template="anyway">
        <form className="field anyway">
          <label htmlFor="anyway-reason">{phone.whyAnyway}</label>
          <input id="anyway-reason" name="reason" maxLength={300} required />
          <button className="button small" type="submit">
            {text.letIn}
          </button>
        </form>
      </template>
    </>
  );
}
