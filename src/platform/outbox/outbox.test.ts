import { createHmac } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { doWhatIsDue, waitingJobs } from "../../../tests/support/jobs.ts";
import { webhookReceiver } from "../../../tests/support/webhook-receiver.ts";
import { newId } from "../database/id.ts";
import { announce } from "../outbox.ts";
import { deliversWebhooks } from "../webhooks/deliver.ts";
import { newWebhookSecret } from "../webhooks/signature.ts";
import { subscription } from "./subscription.ts";
import { takeAnnouncements } from "./take.ts";
import { tellsSubscriptions } from "./tell.ts";

// what features do about these topics is theirs to test
const webhooksOnly = { handlers: [deliversWebhooks], subscriptions: [] };
const blender = newId();
const fluks = newId();

let installation: TestInstallation;
let receiver: Awaited<ReturnType<typeof webhookReceiver>>;

beforeEach(async () => {
  installation = await testInstallation({ ROMSLIG_WEBHOOKS_TO_LOOPBACK: "1" });
  receiver = await webhookReceiver();
});

afterEach(async () => {
  await receiver.close();
  await installation.close();
});

function held(organizationIds: string[], topic = "day_pass.held") {
  return { at: installation.now(), topic, organizationIds, payload: { dayPassId: "p1" } };
}

async function addWebhook(organizationId: string, topics = ["*"], url = receiver.url) {
  const endpoint = { id: newId(), organization_id: organizationId, url, topics, secret: newWebhookSecret(), created_by: newId() };
  await installation.db
    .insertInto("webhook_endpoints")
    .values({ ...endpoint, created_at: installation.now() })
    .execute();
  return endpoint;
}

async function deliveries() {
  return installation.db.selectFrom("webhook_deliveries").selectAll().orderBy("id").execute();
}

describe("What happened is told", () => {
  test("to each webhook of the organizations it concerns, once, signed so that they can check it", async () => {
    const endpoint = await addWebhook(blender);
    await addWebhook(fluks);
    await announce(installation.db, [held([blender])]);

    await doWhatIsDue(installation, webhooksOnly);

    const [announced] = await installation.db.selectFrom("outbox").select(["id", "taken_at"]).execute();
    const [message] = receiver.received;
    expect(receiver.received).toHaveLength(1);
    expect(JSON.parse(message?.body ?? "")).toEqual({
      type: "day_pass.held",
      timestamp: "2026-11-23T08:00:00Z",
      data: { dayPassId: "p1" },
    });
    const key = Buffer.from(endpoint.secret.slice(6), "base64");
    const signature = createHmac("sha256", key).update(`${announced?.id}.1795420800.${message?.body}`).digest("base64");
    expect(message?.headers).toMatchObject({
      "webhook-id": announced?.id,
      "webhook-timestamp": "1795420800",
      "webhook-signature": `v1,${signature}`,
      "content-type": "application/json",
    });
    expect(announced?.taken_at).toEqual(installation.now());
  });

  test("only to the webhooks that asked for the topic", async () => {
    await addWebhook(blender, ["membership.ended"]);
    await addWebhook(blender, ["day_pass.*"]);
    await announce(installation.db, [held([blender]), held([blender], "day_passage.opened")]);

    await doWhatIsDue(installation, webhooksOnly);

    expect((await deliveries()).map(({ topic }) => topic)).toEqual(["day_pass.held"]);
  });

  test("and taking the same announcement twice adds no second delivery", async () => {
    await addWebhook(blender);
    await announce(installation.db, [held([blender])]);

    await takeAnnouncements(installation, []);
    await installation.db.updateTable("outbox").set({ taken_at: null }).execute();
    await takeAnnouncements(installation, []);

    expect(await deliveries()).toHaveLength(1);
    expect((await waitingJobs(installation)).map(({ name }) => name)).toEqual(["webhooks.deliver"]);
  });

  test("by two processes that take at once, still once each", async () => {
    await addWebhook(blender);
    await announce(
      installation.db,
      Array.from({ length: 450 }, () => held([blender])),
    );

    const counts = await Promise.all([takeAnnouncements(installation, []), takeAnnouncements(installation, [])]);

    expect(counts.reduce((sum, count) => sum + count)).toBe(450);
    expect(await deliveries()).toHaveLength(450);
  });

  test("not when the change it belongs to was undone", async () => {
    await addWebhook(blender);

    await expect(
      installation.db.transaction().execute(async (tx) => {
        await announce(tx, [held([blender])]);
        throw new Error("the rule says no");
      }),
    ).rejects.toThrow("the rule says no");

    expect(await takeAnnouncements(installation, [])).toBe(0);
  });

  test("to a subscription inside the program; one that fails keeps its error and holds up nobody", async () => {
    const told: string[] = [];
    const letters = subscription("exchange.letters", ["day_pass.*"], async (_, { topic }) => {
      told.push(topic);
    });
    const broken = subscription("exchange.broken", ["day_pass.*"], async () => {
      throw new Error("no template for this letter");
    });
    const subscriptions = [broken, letters];
    await announce(installation.db, [held([blender]), held([blender], "day_pass.cancelled")]);

    await doWhatIsDue(installation, { subscriptions, handlers: [tellsSubscriptions(subscriptions)] });

    expect(told.sort()).toEqual(["day_pass.cancelled", "day_pass.held"]);
    expect((await waitingJobs(installation)).map(({ payload }) => (payload as { subscription: string }).subscription)).toEqual([
      "exchange.broken",
      "exchange.broken",
    ]);
  });

  test("once for all that waits with one key, when a subscription only needs to know that something changed", async () => {
    const told: { home: string; row: number }[] = [];
    const homes = subscription(
      "exchange.homes",
      ["membership.*"],
      async (_, { payload }) => void told.push(payload as (typeof told)[number]),
      {
        together: ({ payload }) => (payload as { home: string }).home,
      },
    );
    const changed = (home: string, row: number) => ({ ...held([blender], "membership.changed"), payload: { home, row } });
    await announce(
      installation.db,
      Array.from({ length: 450 }, (_, row) => changed(row % 2 === 0 ? "blender" : "fluks", row)),
    );

    await takeAnnouncements(installation, [homes]);
    const jobs = await waitingJobs(installation);
    await doWhatIsDue(installation, { subscriptions: [homes], handlers: [tellsSubscriptions([homes])] });

    expect(jobs).toHaveLength(2);
    // jobs that are due at the same moment are done in no order
    expect(told.toSorted((one, other) => one.row - other.row)).toEqual([
      { home: "blender", row: 448 },
      { home: "fluks", row: 449 },
    ]);
  });

  test("as a hint to those who follow the organization", async () => {
    const following = installation.live.subscribe(`organization:${blender}`);
    await following.next();
    await announce(installation.db, [held([blender]), held([blender]), held([fluks])]);

    await takeAnnouncements(installation, []);

    expect(await following.next()).toEqual({ done: false, value: { kind: "message", payload: { topics: ["day_pass.held"] } } });
    await following.return?.();
  });
});

describe("A receiver that does not answer", () => {
  test("is tried again after five seconds, five minutes, half an hour, and so on for three days, then given up and turned off", async () => {
    const endpoint = await addWebhook(blender);
    receiver.answer(500);
    await announce(installation.db, [held([blender])]);
    const pauses: number[] = [];

    await doWhatIsDue(installation, webhooksOnly);
    for (let [next] = await waitingJobs(installation); next; [next] = await waitingJobs(installation)) {
      pauses.push(Math.round((Temporal.Instant.from(next.runAt).epochMilliseconds - installation.now().epochMilliseconds) / 1_000));
      installation.setClock(next.runAt);
      await doWhatIsDue(installation, webhooksOnly);
    }

    const least = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];
    expect(pauses).toHaveLength(least.length);
    expect(pauses.every((pause, place) => pause >= (least[place] ?? 0) && pause <= (least[place] ?? 0) * 1.2 + 1)).toBe(true);
    expect(receiver.received).toHaveLength(10);
    expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect(await deliveries()).toMatchObject([{ attempts: 10, last_status: 500, delivered_at: null, gave_up_at: installation.now() }]);
    const after = await installation.db.selectFrom("webhook_endpoints").select("disabled_at").where("id", "=", endpoint.id).execute();
    expect(after).toEqual([{ disabled_at: installation.now() }]);
  });

  test("is not followed to another address", async () => {
    const elsewhere = await webhookReceiver();
    await addWebhook(blender);
    receiver.answer(302, elsewhere.url);
    await announce(installation.db, [held([blender])]);

    await doWhatIsDue(installation, webhooksOnly);

    expect(elsewhere.received).toEqual([]);
    expect(await deliveries()).toMatchObject([{ last_status: 302, delivered_at: null, gave_up_at: null }]);
    await elsewhere.close();
  });

  test("and says that it is gone (410) is turned off at once, and back on when a replay succeeds", async () => {
    const endpoint = await addWebhook(blender);
    receiver.answer(410);
    await announce(installation.db, [held([blender])]);
    await doWhatIsDue(installation, webhooksOnly);
    const [delivery] = await deliveries();
    const disabled = () =>
      installation.db.selectFrom("webhook_endpoints").select("disabled_at").where("id", "=", endpoint.id).executeTakeFirstOrThrow();
    const whenGone = await disabled();

    receiver.answer(200);
    await installation.db.updateTable("webhook_deliveries").set({ gave_up_at: null }).execute();
    await deliversWebhooks.run(
      installation,
      { deliveryId: delivery?.id, isReplay: true },
      { attempt: 1, signal: AbortSignal.timeout(5_000) },
    );

    expect(whenGone).toEqual({ disabled_at: installation.now() });
    expect(await disabled()).toEqual({ disabled_at: null });
    const acts = await installation.db.selectFrom("audit_log").select("action").orderBy("id").execute();
    expect(acts).toEqual([{ action: "webhook.turn_off" }, { action: "webhook.turn_on" }]);
  });

  test("on this machine is not asked where the settings do not allow it, whatever name it goes by", async () => {
    const strict = await testInstallation();
    const url = receiver.url.replace("http://127.0.0.1", "https://localhost.localdomain");
    const endpoint = { id: newId(), organization_id: blender, url, topics: ["*"], secret: newWebhookSecret(), created_by: newId() };
    await strict.db
      .insertInto("webhook_endpoints")
      .values({ ...endpoint, created_at: strict.now() })
      .execute();
    await announce(strict.db, [held([blender])]);

    await doWhatIsDue(strict, webhooksOnly);

    const [delivery] = await strict.db.selectFrom("webhook_deliveries").selectAll().execute();
    expect(receiver.received).toEqual([]);
    expect(delivery).toMatchObject({ attempts: 1, last_status: null });
    await strict.close();
  });
});
