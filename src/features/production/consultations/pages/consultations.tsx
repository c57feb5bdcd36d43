import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { client, read } from "../../../../interface/api-client.ts";
import { ErrorSummary } from "../../../../interface/components/error-summary.tsx";
import { Faults } from "../../../../interface/components/faults.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import { faultsIn } from "../../../../interface/faults-in.ts";
import { Page, useShell } from "../../../../interface/page.tsx";
import { visitOf } from "../../../../interface/visit.ts";
import { dayIn } from "../../../../platform/time/day.ts";
import type { SpaceApi } from "../../../spaces/index.ts";
import type { ProductionApi } from "../../routes.ts";
import type { ConsultationApi } from "../routes.ts";
import { carryOut } from "./consultation-action.ts";
import { consultationWords } from "./consultation-words.ts";
import { OwnSlots, TakeSlot } from "./parts/take-slot.tsx";
import { Visitors } from "./parts/visitors.tsx";
import { AddWeekly, WeeklyTimes, weeklyFields } from "./parts/weekly-times.tsx";

const closed = ["collected", "declined"];

export async function loader(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const param = { id: given.params.space ?? "" };
  const api = client<ConsultationApi>(visit);
  const isPerson = visit.actor.kind === "person";
  const [space, weekly, slots, mine, orders] = await Promise.all([
    read(client<SpaceApi>(visit).spaces[":id"].$get({ param })),
    read(api.spaces[":id"].consultations.$get({ param })),
    read(api.spaces[":id"]["consultation-slots"].$get({ param, query: {} })),
    isPerson ? read(api.me.appointments.$get()) : undefined,
    isPerson ? read(client<ProductionApi>(visit).me["production-orders"].$get({ query: { limit: "50" } })) : undefined,
  ]);
  const query = new URL(given.request.url).searchParams;
  return {
    space,
    weekly: weekly.items,
    slots: slots.items,
    mine: mine?.items.filter((one) => one.space.id === space.id) ?? [],
    orders: orders?.items.filter((one) => one.space.id === space.id && !closed.includes(one.state)) ?? [],
    isPerson,
    isDesk: space.abilities.receiveGuests,
    today: dayIn(visit.now, space.timeZone),
    order: query.get("order") ?? undefined,
    did: query.get("did"),
  };
}

export type ConsultationsData = Awaited<ReturnType<typeof loader>>;

export function action(given: ActionFunctionArgs) {
  return carryOut(given);
}

/** When a lab helps people: to take a slot, and for the desk to see who comes and to set the times. */
export default function Consultations() {
  const given = useLoaderData<typeof loader>() as ConsultationsData;
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = consultationWords[language];
  const { space, isDesk, isPerson, weekly } = given;
  const area = isDesk
    ? ({ kind: space.abilities.edit ? "manager" : "host", space } as const)
    : ({ kind: isPerson ? "member" : "public" } as const);
  const part = { given, refused, language };
  const { labels, names } = weeklyFields(refused?.act, language);
  const faults = faultsIn(refused?.problem, labels, names);
  const done = text.done[given.did as keyof typeof text.done];
  return (
    <Page
      title={refused ? `${text.error}: ${text.title}` : `${text.title} · ${space.name}`}
      description={isPerson ? undefined : text.description({ space: space.name })}
      area={area}
    >
      <div className="frame form-page">
        <div className="stack">
          <h1>{text.title}</h1>
          <p className="lead">
            <a href={`/${language}/spaces/${space.slug}`}>{space.name}</a>. {text.lead}
          </p>
          <ErrorSummary errors={faults} labels={labels} language={language} />
          {refused && faults.length === 0 && (
            <Notice kind="wrong" role="alert" title={text.couldNot}>
              <p>{refused.problem.errors?.[0]?.message ?? refused.problem.title}</p>
            </Notice>
          )}
          {done && !refused && <Notice kind="good" role="status" title={done} />}
          {weekly.length === 0 && <p>{text.none}</p>}
          {isDesk && weekly.length > 0 && <Visitors {...part} />}
          <OwnSlots {...part} />
          {weekly.length > 0 && <TakeSlot {...part} />}
        </div>
        <aside className="side">
          <Faults faults={faults}>
            {weekly.length > 0 && <WeeklyTimes {...part} />}
            {isDesk && <AddWeekly {...part} />}
          </Faults>
        </aside>
      </div>
    </Page>
  );
}
