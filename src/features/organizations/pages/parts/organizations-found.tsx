import type { ReactNode } from "react";
import { Downloads } from "../../../../interface/components/downloads.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import { ShowMore } from "../../../../interface/components/show-more.tsx";
import { StatePane } from "../../../../interface/components/state-drawing.tsx";
import { inWordsFirst, number } from "../../../../interface/format.ts";
import { useShell } from "../../../../interface/page.tsx";
import { listWords } from "../../list-messages.ts";
import { moreAddress, type OrganizationsRead } from "../read-organizations.ts";

/** Around a list of organizations: how many, what is unclear, the way on, and the list as a file; or that there are none. */
export function OrganizationsFound({ read, children }: { read: OrganizationsRead; children: ReactNode }) {
  const { language } = useShell();
  const text = listWords[language];
  const { items, total = 0, unclear = 0, nextCursor, asked } = read;
  const isNarrowed = Object.values(asked).some((value) => value !== undefined && value !== "");
  return (
    <div className="stack">
      {unclear > 0 && <Notice kind="note" title={text.unclear({ count: inWordsFirst(unclear, language), isOne: unclear === 1 })} />}
      {items.length === 0 ? (
        <StatePane state={isNarrowed ? "no-hits" : "empty"} title={isNarrowed ? text.noHits : text.none}>
          <p>{isNarrowed ? text.noHitsAbout : text.noneAbout}</p>
          {isNarrowed && (
            <a className="button" href="?">
              {text.all}
            </a>
          )}
        </StatePane>
      ) : (
        <>
          <p className="soft">
            {text.shown({ shown: number(items.length, language), total: number(total, language), isAll: items.length === total })}
          </p>
          {children}
          <ShowMore cursor={nextCursor} to={(cursor) => moreAddress(asked, cursor)} language={language} />
          <Downloads path="/organizations" filters={asked} language={language} />
        </>
      )}
    </div>
  );
}
