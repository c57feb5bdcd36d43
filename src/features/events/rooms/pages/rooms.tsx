import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { client, read } from "../../../../interface/api-client.ts";
import { Crumbs } from "../../../../interface/components/crumbs.tsx";
import { DataTable } from "../../../../interface/components/data-table.tsx";
import { ErrorSummary } from "../../../../interface/components/error-summary.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import { StatePane } from "../../../../interface/components/state-drawing.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { oneOf } from "../../../../interface/form-values.ts";
import { number } from "../../../../interface/format.ts";
import { Page, useShell } from "../../../../interface/page.tsx";
import { signedIn } from "../../../../interface/visit.ts";
import { textIn } from "../../../spaces/parts.ts";
import type { EventApi } from "../../routes.ts";
import type { RoomApi } from "../routes.ts";
import { changeRooms } from "./change-rooms-action.ts";
import { roomWords } from "./room-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.event ?? "" };
  const [{ title, slug }, rooming] = await Promise.all([
    read(client<EventApi>(visit).events[":id"].$get({ param })),
    read(client<RoomApi>(visit).events[":id"].rooms.$get({ param })),
  ]);
  return { event: { title, slug }, ...rooming, did: new URL(given.request.url).searchParams.get("did") ?? "" };
}

export function action(given: ActionFunctionArgs) {
  return changeRooms(given);
}

/** For whoever leads a journey: who comes along, and who sleeps where. */
export default function Rooms() {
  const { event, rooms, travellers, did } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = roomWords[language];
  const name = textIn(event.title, language)?.text ?? "";
  const calledOf = (one: (typeof travellers)[number]) => one.name ?? text.unnamed({ by: one.registeredBy });
  const roomName = (room: (typeof rooms)[number]) => `${room.place}, ${room.name}`;
  // two forms stand here, and one was sent: the other is as it was
  const isSent = (id: string) => refused?.written[id] !== undefined;
  const labels = { place: text.place, names: text.names, beds: text.bedsEach };
  const field = (id: keyof typeof labels, usual = "") => {
    const error = refused?.errors.find((one) => one.field === id)?.message;
    return {
      name: id,
      label: labels[id],
      language,
      defaultValue: refused && isSent(id) ? oneOf(refused.written, id) : usual,
      ...(error !== undefined && { error }),
    };
  };
  return (
    <Page title={`${refused ? `${text.error}: ` : ""}${text.title} · ${name}`} area={{ kind: "public" }} current="events">
      <div className="frame section stack">
        <Crumbs trail={[{ label: name, href: `/${language}/events/${event.slug}` }, { label: text.title }]} language={language} />
        <div>
          <h1>{text.title}</h1>
          <p className="lead">{text.lead}</p>
        </div>
        {!refused && text.did[did] && <Notice kind="good" role="status" title={text.did[did]} />}
        <ErrorSummary errors={refused?.errors ?? []} labels={labels} language={language} />
        {refused && refused.errors.length === 0 && (
          <Notice kind="wrong" role="alert" title={text.couldNot}>
            <p>{refused.message}</p>
          </Notice>
        )}
        <h2>{text.travellers}</h2>
        {travellers.length === 0 ? (
          <StatePane state="empty" title={text.none}>
            <p>{text.noneAbout}</p>
          </StatePane>
        ) : (
          <form className="stack" method="post">
            <DataTable
              caption={text.travellers}
              isCaptionHidden
              rows={travellers}
              keyOf={({ ticketId }) => ticketId}
              columns={[
                { label: text.name, isHeading: true, cell: calledOf },
                { label: text.organization, cell: (one) => one.organization ?? "" },
                { label: text.email, cell: (one) => one.email ?? "" },
                { label: text.kind, cell: (one) => one.kind },
                {
                  label: text.room,
                  cell: (one) =>
                    rooms.length === 0 ? (
                      text.noRoom
                    ) : (
                      <select
                        name={`room-${one.ticketId}`}
                        aria-label={text.roomOf({ name: calledOf(one) })}
                        defaultValue={
                          refused && isSent(`room-${one.ticketId}`) ? oneOf(refused.written, `room-${one.ticketId}`) : (one.roomId ?? "")
                        }
                      >
                        <option value="">{text.noRoom}</option>
                        {rooms.map((room) => (
                          <option key={room.id} value={room.id}>
                            {roomName(room)}
                          </option>
                        ))}
                      </select>
                    ),
                },
              ]}
            />
            {rooms.length > 0 && (
              <p>
                <button type="submit" className="button lit" name="act" value="assign">
                  {text.save}
                </button>
              </p>
            )}
          </form>
        )}
        <div className="agenda-columns">
          <section className="stack" aria-labelledby="rooms">
            <h2 id="rooms">{text.rooms}</h2>
            {rooms.length === 0 && <p className="soft">{text.noRooms}</p>}
            {rooms.length > 0 && (
              <form method="post">
                <ul className="lines partner-lines">
                  {rooms.map((room) => (
                    <li key={room.id}>
                      <div>
                        <b>{roomName(room)}</b>{" "}
                        <span className="small soft">
                          {text.beds({ taken: number(room.ticketIds.length, language), beds: number(room.beds, language) })}
                        </span>
                        <p className="small">
                          {travellers
                            .filter(({ roomId }) => roomId === room.id)
                            .map(calledOf)
                            .join(", ")}
                        </p>
                      </div>
                      {room.ticketIds.length === 0 && (
                        <button
                          type="submit"
                          className="text-button"
                          name="act"
                          value={`remove:${room.id}`}
                          aria-label={text.removeThis({ name: roomName(room) })}
                        >
                          {text.remove}
                        </button>
                      )}
                    </li>
                  ))}
                </ul>
              </form>
            )}
          </section>
          <section className="stack" aria-labelledby="add">
            <h2 id="add">{text.add}</h2>
            <form className="form" method="post" noValidate>
              <TextField {...field("place", rooms.at(-1)?.place)} maxLength={100} />
              <TextField {...field("names")} hint={text.namesHint} maxLength={1000} />
              <TextField {...field("beds", "2")} inputMode="numeric" width="xs" />
              <div className="send">
                <button type="submit" className="button" name="act" value="add">
                  {text.addRooms}
                </button>
              </div>
            </form>
          </section>
        </div>
      </div>
    </Page>
  );
}
