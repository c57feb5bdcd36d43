import { createHmac, randomBytes } from "node:crypto";

/** A new secret in the form of Standard Webhooks: "whsec_" and 32 bytes in base64. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString("base64")}`;
}

/**
 * The headers that let a receiver know a message is ours and new (Standard Webhooks 1.0): the signature is HMAC-SHA256 over
 * id, seconds and body.
 */
export function signedHeaders(message: { id: string; at: Temporal.Instant; body: string; secret: string }): Record<string, string> {
  const seconds = Math.floor(message.at.epochMilliseconds / 1_000);
  const key = Buffer.from(message.secret.replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key).update(`${message.id}.${seconds}.${message.body}`).digest("base64");
  return { "webhook-id": message.id, "webhook-timestamp": String(seconds), "webhook-signature": `v1,${signature}` };
}
