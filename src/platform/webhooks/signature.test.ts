import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { newWebhookSecret, signedHeaders } from "./signature.ts";

test("a message is signed as Standard Webhooks says, with the bytes behind whsec_", () => {
  const secret = `whsec_${Buffer.from("the bytes behind the base64 text").toString("base64")}`;
  const at = Temporal.Instant.from("2026-11-23T08:00:00.900Z");

  const headers = signedHeaders({ id: "msg_1", at, body: '{"a":1}', secret });

  const expected = createHmac("sha256", "the bytes behind the base64 text").update('msg_1.1795420800.{"a":1}').digest("base64");
  expect(headers).toEqual({ "webhook-id": "msg_1", "webhook-timestamp": "1795420800", "webhook-signature": `v1,${expected}` });
});

test("the signature of the specification's own example comes out", () => {
  const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  const at = Temporal.Instant.fromEpochMilliseconds(1_614_265_330_000);

  const headers = signedHeaders({ id: "msg_p5jXN8AQM9LWM0D4loKWxJek", at, body: '{"test": 2432232314}', secret });

  expect(headers["webhook-signature"]).toBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
});

test("a new secret has the form of the standard, and no two are alike", () => {
  const secrets = [newWebhookSecret(), newWebhookSecret()];

  expect(secrets.every((secret) => /^whsec_[A-Za-z0-9+/]{43}=$/.test(secret))).toBe(true);
  expect(secrets[0]).not.toBe(secrets[1]);
});
