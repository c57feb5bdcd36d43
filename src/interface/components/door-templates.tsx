import type { Language } from "../../platform/language/language.ts";
import { CheckInResult } from "./check-in-result.tsx";
import { Door } from "./door.tsx";
import { Icon } from "./icon.tsx";
import { Notice } from "./notice.tsx";
import { scanWords } from "./scan-words.ts";

/** What the script of a door fills in and puts on the page: the drawings stay on the server's side. */
export function DoorTemplates({ language }: { language: Language }) {
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
            {scanWords[language].seen}
          </button>
        </div>
      </template>
    </>
  );
}
