import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { dayIn } from "../../../platform/time/day.ts";
import type { SpaceApi } from "../../spaces/routes.ts";
import type { ProductionApi } from "../routes.ts";
import { orderWords } from "./order-words.ts";
import { emptyOrder, OrderFields, orderLabels, readOrderForm } from "./parts/order-fields.tsx";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const space = await read(client<SpaceApi>(visit).spaces[":id"].$get({ param: { id: given.params.space ?? "" } }));
  const { items: payers } = await read(
    client<ProductionApi>(visit).spaces[":id"]["production-order-payers"].$get({ param: { id: given.params.space ?? "" } }),
  );
  return { payers, space: { slug: space.slug, name: space.name }, today: dayIn(visit.now, space.timeZone) };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const { written, json } = readOrderForm(await given.request.formData());
  const asked = client<ProductionApi>(visit)["production-orders"].$post({ json: { ...json, space: given.params.space ?? "" } });
  const { done, problem } = await attempt(asked);
  if (problem) return data({ written, problem }, { status: problem.status });
  throw redirect(`/${visit.language}/me/orders/${done.id}?did=begun`, 303);
}

/** The beginning of an order: what is wanted. The files come on its own page. */
export default function NewOrder() {
  const { payers, space, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = orderWords[language];
  const title = text.newOrderIn({ space: space.name });
  const errors = refused?.problem.errors ?? [];
  return (
    <Page title={refused ? `${text.error}: ${title}` : title} area={{ kind: "member" }} current="days">
      <div className="frame form-page">
        <form className="form" method="post" noValidate>
          <h1>{title}</h1>
          <p className="lead">{text.newLead}</p>
          <p>
            <a href={`/${language}/spaces/${space.slug}/consultations`}>{text.askFirst}</a>
          </p>
          <ErrorSummary errors={errors} labels={orderLabels(language)} language={language} />
          {refused && errors.length === 0 && (
            <Notice kind="wrong" role="alert" title={text.couldNot}>
              <p>{refused.problem.title}</p>
            </Notice>
          )}
          <OrderFields written={refused?.written ?? emptyOrder} payers={payers} errors={errors} today={today} language={language} />
          <div className="send">
            <button className="button lit" type="submit">
              {text.begin}
            </button>
          </div>
        </form>
      </div>
    </Page>
  );
}
