import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { type PublicKey, signatureOf } from "../../../interface/browser/door/signature.ts";
import { signToken } from "../pass-token.ts";
import { readProof } from "./read-proof.ts";

const proof = {
  passId: "01939c5e-7c1b-7d3a-9a40-3f2c1b6a9d10",
  spaceId: "01939c5e-7c1b-7d3a-9a40-3f2c1b6a9d11",
  day: "2026-11-24",
  holder: "Máret Á.",
  home: "Gávpotáigi",
};

function keyPair(id: string) {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const published: PublicKey = { id, key: publicKey.export({ format: "jwk" }) as JsonWebKey };
  return { signing: { id, privateKey }, published };
}

test("the phone reads what the server signed, and finds the signature genuine with a retired key too", async () => {
  const [old, current] = [keyPair("old"), keyPair("new")];
  const token = signToken(proof, old.signing);

  const seen = readProof(token);

  expect(seen).toEqual({ keyId: "old", ...proof });
  expect(await signatureOf(token, "old", [current.published, old.published])).toBe("genuine");
});

test("a code signed by somebody else is forged, one with a key the phone does not have is unchecked", async () => {
  const [ours, theirs] = [keyPair("k"), keyPair("k")];
  const token = signToken(proof, theirs.signing);

  expect(await signatureOf(token, "k", [ours.published])).toBe("forged");
  expect(await signatureOf(token, "k", [])).toBe("unchecked");
});

test("other texts are no passes", () => {
  const texts = ["", "https://example.test", `${"a".repeat(40)}.${"b".repeat(86)}`, "x".repeat(5_000)];

  expect(texts.map(readProof)).toEqual([undefined, undefined, undefined, undefined]);
});
