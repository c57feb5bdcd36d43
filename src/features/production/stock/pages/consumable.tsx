import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { client, read } from "../../../../interface/api-client.ts";
import { SelectField } from "../../../../interface/components/choice-field.tsx";
import { Crumbs } from "../../../../interface/components/crumbs.tsx";
import { DataTable } from "../../../../interface/components/data-table.tsx";
import { ErrorSummary } from "../../../../interface/components/error-summary.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { faultsIn } from "../../../../interface/faults-in.ts";
import { moment, number, signed } from "../../../../interface/format.ts";
import { Page, useShell } from "../../../../interface/page.tsx";
import { signedIn } from "../../../../interface/visit.ts";
import { dayIn } from "../../../../platform/time/day.ts";
import type { SpaceApi } from "../../../spaces/index.ts";
import type { StockApi } from "../routes.ts";
import { ConsumableFields, consumableLabels } from "./consumable-fields.tsx";
import { carryOut } from "./stock-action.ts";
import { stockWords } from "./stock-words.ts";

const recorded = ["received", "used", "counted"] as const;

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.space ?? "" };
  const consumableId = given.params.consumable ?? "";
  const query = new URL(given.request.url).searchParams;
  const api = client<StockApi>(visit).spaces[":id"].consumables;
  const [space, stock, movements] = await Promise.all([
    read(client<SpaceApi>(visit).spaces[":id"].$get({ param })),
    read(api.$get({ param })),
    read(api[":consumableId"].movements.$get({ param: { ...param, consumableId }, query: { cursor: query.get("cursor") ?? undefined } })),
  ]);
  const consumable = stock.items.find(({ id }) => id === consumableId);
  if (!consumable) throw new Response(null, { status: 404 });
  return { space, consumable, movements, today: dayIn(visit.now, space.timeZone), did: query.get("did") };
}

export function action(given: ActionFunctionArgs) {
  return carryOut(given);
}

/** One material: how much is left, what happened to it, and what came or went just now. */
export default function Consumable() {
  const { space, consumable, movements, today, did } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = stockWords[language];
  const { name, unit, inStock } = consumable;
  const path = `/${language}/spaces/${space.slug}`;
  const area = { kind: space.abilities.edit ? "manager" : "host", space } as const;
  const written = (act: string) => (refused?.act === act ? refused.values : undefined);
  const now = {
    name,
    unit,
    priceOre: String(consumable.priceOre / 100).replace(".", language === "en" ? "." : ","),
    lowAt: consumable.lowAt === null ? "" : String(consumable.lowAt),
  };
  const amount = `${text.amount} (${unit})`;
  const labels = refused?.act === "changed" ? consumableLabels(language) : { amount, note: text.note };
  const faults = faultsIn(refused?.problem, labels);
  const done = text.done[did as keyof typeof text.done];
  type Row = (typeof movements.items)[number];
  return (
    <Page title={refused ? `${text.error}: ${name}` : `${name} · ${space.name}`} area={area}>
      <div className="frame">
        <Crumbs trail={[{ label: text.title, href: `${path}/stock` }, { label: name }]} language={language} />
        <div className="form-page">
          <div className="stack">
            <h1>{name}</h1>
            <p className="lead">
              {text.inStock}: {text.left({ amount: number(inStock, language), unit })}
            </p>
            <ErrorSummary errors={faults} labels={labels} language={language} />
            {refused && faults.length === 0 && (
              <Notice kind="wrong" role="alert" title={text.couldNot}>
                <p>{refused.problem.errors?.[0]?.message ?? refused.problem.title}</p>
              </Notice>
            )}
            {done && !refused && <Notice kind="good" role="status" title={done} />}
            {consumable.isLow && <Notice kind="care" title={text.low} />}
            <section>
              <h2>{text.history}</h2>
              <DataTable
                caption={text.history}
                isCaptionHidden
                rows={movements.items}
                keyOf={(row) => String(row.number)}
                columns={[
                  {
                    label: text.when,
                    isHeading: true,
                    cell: ({ at }: Row) => moment(Temporal.Instant.from(at).toZonedDateTimeISO(space.timeZone), today, language),
                  },
                  {
                    label: text.what,
                    isLong: true,
                    cell: ({ kind, order, note }: Row) => (
                      <>
                        {text.kinds[kind]}
                        {order && (
                          <>
                            {": "}
                            <a href={`${path}/orders/${order.id}`}>{order.title}</a>
                          </>
                        )}
                        {note && `: ${note}`}
                      </>
                    ),
                  },
                  { label: text.changed, isNumeric: true, cell: ({ change }: Row) => signed(change, language) },
                  { label: text.after, isNumeric: true, cell: (row: Row) => number(row.inStock, language) },
                  { label: text.who, cell: ({ by }: Row) => by ?? "–" },
                ]}
              />
              {movements.nextCursor && (
                <p>
                  <a className="button" href={`?cursor=${encodeURIComponent(movements.nextCursor)}`}>
                    {text.more}
                  </a>
                </p>
              )}
            </section>
          </div>
          <aside className="side">
            <section className="stack">
              <h2>{text.record}</h2>
              <form method="post" className="form" noValidate>
                <SelectField
                  name="kind"
                  label={text.kind}
                  language={language}
                  defaultValue={written("recorded")?.kind}
                  options={recorded.map((kind) => ({ value: kind, label: text.kinds[kind] }))}
                />
                <TextField
                  name="amount"
                  label={amount}
                  inputMode="numeric"
                  width="xs"
                  defaultValue={written("recorded")?.amount}
                  error={refused?.problem.errors?.find(({ field }) => field === "amount")?.message}
                  language={language}
                />
                <TextField
                  name="note"
                  label={text.note}
                  maxLength={200}
                  isOptional
                  defaultValue={written("recorded")?.note}
                  language={language}
                />
                <button type="submit" className="button lit" name="act" value="recorded">
                  {text.save}
                </button>
              </form>
            </section>
            {consumable.abilities.edit && (
              <details className="part" open={refused?.act === "changed"}>
                <summary>{text.change}</summary>
                <form method="post" className="form" noValidate>
                  <ConsumableFields written={written("changed") ?? now} errors={refused?.problem.errors} language={language} />
                  <button type="submit" className="button" name="act" value="changed">
                    {text.save}
                  </button>
                </form>
              </details>
            )}
          </aside>
        </div>
      </div>
    </Page>
  );
}
