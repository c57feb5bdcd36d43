import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../../interface/api-client.ts";
import { Crumbs } from "../../../../interface/components/crumbs.tsx";
import { DataTable } from "../../../../interface/components/data-table.tsx";
import { Downloads } from "../../../../interface/components/downloads.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import { ShowMore } from "../../../../interface/components/show-more.tsx";
import { StatePane } from "../../../../interface/components/state-drawing.tsx";
import { money, number } from "../../../../interface/format.ts";
import { Page, useShell } from "../../../../interface/page.tsx";
import { signedIn } from "../../../../interface/visit.ts";
import { textIn } from "../../../spaces/parts.ts";
import { placeWords } from "../../pages/places/place-words.ts";
import { registrationsWords } from "../../pages/registrations-words.ts";
import type { EventApi } from "../../routes.ts";
import type { EventChargeApi } from "../routes.ts";
import { owedWords } from "./owed-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.event ?? "" };
  const cursor = new URL(given.request.url).searchParams.get("cursor") ?? undefined;
  const [{ title, slug }, list] = await Promise.all([
    read(client<EventApi>(visit).events[":id"].$get({ param })),
    read(client<EventChargeApi>(visit).events[":id"].charges.$get({ param, query: { limit: "100", cursor } })),
  ]);
  return { event: { title, slug }, list };
}

/** What everybody who pays for an event owes, for those who run it. */
export default function Owed() {
  const { event, list } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = owedWords[language];
  const name = textIn(event.title, language)?.text ?? "";
  const path = `/${language}/events/${event.slug}`;
  const kroner = (ore: number) => money(ore, language);
  const counted = (count: number) => ({ isOne: count === 1, count: number(count, language) });
  const payers = counted(list.payers);
  // the sum of whoever pays for several stands once, where theirs begin
  const firsts = new Map(list.items.toReversed().map(({ payerId, id }) => [payerId, id]));
  const isFirstOf = ({ payerId, id }: (typeof list.items)[number]) => firsts.get(payerId) === id;
  return (
    <Page title={`${text.title} · ${name}`} area={{ kind: "public" }} current="events">
      <div className="frame section stack">
        <Crumbs
          trail={[
            { label: name, href: path },
            { label: registrationsWords[language].title, href: `${path}/registrations` },
            { label: text.title },
          ]}
          language={language}
        />
        <div>
          <h1>{text.title}</h1>
          <p className="lead">{text.lead}</p>
        </div>
        {list.items.length === 0 ? (
          <StatePane state="empty" title={text.none}>
            <p>{text.noneAbout}</p>
          </StatePane>
        ) : (
          <>
            <p>
              <b>{text.sum({ sum: kroner(list.amountWithVatOre), payers: payers.count, isOne: payers.isOne })}</b>
              {list.amountOre !== list.amountWithVatOre && (
                <>
                  <br />
                  <span className="soft">{text.withoutVat({ sum: kroner(list.amountOre) })}</span>
                </>
              )}
            </p>
            {list.items.some(({ isVatUnknown }) => isVatUnknown) && <Notice kind="note" title={text.vatUnknown} />}
            <DataTable
              caption={text.title}
              isCaptionHidden
              rows={list.items}
              keyOf={({ id }) => id}
              classOf={(row) => (row.standing === "reversed" ? "rows-quiet" : undefined)}
              columns={[
                {
                  label: text.payer,
                  isHeading: true,
                  cell: (row) => (
                    <>
                      <a href={`${path}/registrations/${row.id}`}>{row.payer}</a>
                      {row.ofPayer.rows > 1 && isFirstOf(row) && (
                        <span className="small">
                          <br />
                          {text.ofPayer({ sum: kroner(row.ofPayer.amountWithVatOre) })}
                        </span>
                      )}
                      {row.organization?.number && (
                        <span className="small soft">
                          <br />
                          {text.number({ number: row.organization.number })}
                        </span>
                      )}
                    </>
                  ),
                },
                { label: text.by, cell: (row) => row.registeredBy },
                {
                  label: text.cause,
                  cell: (row) => {
                    const places = counted(row.places);
                    return text.places({ ticket: row.ticketType, places: places.count, isOne: places.isOne });
                  },
                },
                {
                  label: text.standing,
                  cell: (row) => (
                    <>
                      {text.standings[row.standing]}
                      {row.charges.length > 1 &&
                        row.charges.map(({ kind, code, writtenAt, amountWithVatOre }) => (
                          <span key={`${kind} ${code} ${writtenAt}`} className="small soft">
                            <br />
                            {[placeWords[language].charges[kind], code].filter(Boolean).join(", ")}: {kroner(amountWithVatOre)}
                          </span>
                        ))}
                    </>
                  ),
                },
                { label: text.amount, isNumeric: true, cell: (row) => kroner(row.amountWithVatOre) },
              ]}
            />
            <ShowMore cursor={list.nextCursor} language={language} />
            <Downloads path={`/events/${event.slug}/charges`} language={language} />
          </>
        )}
      </div>
    </Page>
  );
}
