import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { client, read } from "../../../../interface/api-client.ts";
import { Crumbs } from "../../../../interface/components/crumbs.tsx";
import { DataTable } from "../../../../interface/components/data-table.tsx";
import { ErrorSummary } from "../../../../interface/components/error-summary.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { faultsIn } from "../../../../interface/faults-in.ts";
import { list, money, number } from "../../../../interface/format.ts";
import { Page, useShell } from "../../../../interface/page.tsx";
import { signedIn } from "../../../../interface/visit.ts";
import type { SpaceApi } from "../../../spaces/index.ts";
import { orderWords } from "../../pages/order-words.ts";
import type { StockApi } from "../routes.ts";
import { ConsumableFields, consumableLabels } from "./consumable-fields.tsx";
import { carryOut } from "./stock-action.ts";
import { stockWords } from "./stock-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.space ?? "" };
  const [space, stock] = await Promise.all([
    read(client<SpaceApi>(visit).spaces[":id"].$get({ param })),
    read(client<StockApi>(visit).spaces[":id"].consumables.$get({ param })),
  ]);
  if (!space.abilities.receiveGuests) throw new Response(null, { status: 404 });
  return { space, stock: stock.items, did: new URL(given.request.url).searchParams.get("did") };
}

export function action(given: ActionFunctionArgs) {
  return carryOut(given);
}

/** What a lab keeps of material: how much is left and what it costs. Whoever manages the lab adds to it. */
export default function Stock() {
  const { space, stock, did } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = stockWords[language];
  const path = `/${language}/spaces/${space.slug}`;
  const low = stock.filter(({ isLow }) => isLow);
  const area = { kind: space.abilities.edit ? "manager" : "host", space } as const;
  const labels = { ...consumableLabels(language), inStock: text.inStock };
  const faults = faultsIn(refused?.problem, labels);
  type Row = (typeof stock)[number];
  return (
    <Page title={refused ? `${text.error}: ${text.title}` : `${text.title} · ${space.name}`} area={area}>
      <div className="frame">
        <Crumbs trail={[{ label: orderWords[language].orders, href: `${path}/orders` }, { label: text.title }]} language={language} />
        <div className="form-page">
          <div className="stack">
            <h1>{text.title}</h1>
            <p className="lead">{text.lead}</p>
            <ErrorSummary errors={faults} labels={labels} language={language} />
            {refused && faults.length === 0 && (
              <Notice kind="wrong" role="alert" title={text.couldNot}>
                <p>{refused.problem.errors?.[0]?.message ?? refused.problem.title}</p>
              </Notice>
            )}
            {did === "added" && !refused && <Notice kind="good" role="status" title={text.done.added} />}
            {low.length > 0 && (
              <Notice
                kind="care"
                title={text.lowList({
                  names: list(
                    low.map(({ name }) => name),
                    language,
                  ),
                })}
              />
            )}
            {stock.length === 0 ? (
              <p>{text.none}</p>
            ) : (
              <DataTable
                caption={text.title}
                isCaptionHidden
                rows={stock}
                keyOf={({ id }) => id}
                columns={[
                  {
                    label: orderWords[language].material,
                    isHeading: true,
                    cell: ({ id, name }: Row) => <a href={`${path}/stock/${id}`}>{name}</a>,
                  },
                  {
                    label: text.inStock,
                    isNumeric: true,
                    cell: ({ inStock, unit, isLow }: Row) => (
                      <>
                        {text.left({ amount: number(inStock, language), unit })}
                        {isLow && (
                          <>
                            <br />
                            <b>{text.low}</b>
                          </>
                        )}
                      </>
                    ),
                  },
                  {
                    label: `${text.price}, ${text.priceHint.toLocaleLowerCase()}`,
                    isNumeric: true,
                    cell: ({ priceOre }: Row) => money(priceOre, language),
                  },
                ]}
              />
            )}
          </div>
          <aside className="side">
            {space.abilities.edit && (
              <section className="stack">
                <h2>{text.add}</h2>
                <form method="post" className="form" noValidate>
                  <ConsumableFields written={refused?.values ?? {}} errors={refused?.problem.errors} language={language} />
                  <TextField
                    name="inStock"
                    label={labels.inStock}
                    inputMode="numeric"
                    width="xs"
                    defaultValue={refused?.values.inStock ?? "0"}
                    error={refused?.problem.errors?.find(({ field }) => field === "inStock")?.message}
                    language={language}
                  />
                  <button type="submit" className="button" name="act" value="added">
                    {text.addIt}
                  </button>
                </form>
              </section>
            )}
          </aside>
        </div>
      </div>
    </Page>
  );
}
