import { networkInterfaces } from "node:os";
import { expect, test } from "vitest";
import { freePort } from "../../tests/support/spawned.ts";
import { readSettings } from "../platform/settings.ts";
import { listen } from "./listen.ts";
import { warningOfDemonstration } from "./warn-of-demonstration.ts";

const answer = () => new Response("here");

test("a demonstration started without a setting is there for this machine, and for nobody else", async () => {
  const settings = readSettings({ PORT: String(await freePort()) });
  const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  const outside = addresses.find(({ internal, family }) => !internal && family === "IPv4")?.address;
  const door = await listen(answer, settings);

  const reached = async (host: string) => (await fetch(`http://${host}:${settings.port}/`).catch(() => undefined))?.text();
  const here = [await reached("127.0.0.1"), await reached("localhost")];
  const elsewhere = outside === undefined ? undefined : await reached(outside);
  await door.close();

  expect({ here, elsewhere, said: warningOfDemonstration(settings) }).toEqual({ here: ["here", "here"], elsewhere: undefined, said: "" });
});

test("a port that is taken is said in a sentence, and nothing stays open", async () => {
  const settings = readSettings({ PORT: String(await freePort()) });
  const door = await listen(answer, settings);

  await expect(listen(answer, settings)).rejects.toThrow(`Port ${settings.port} is taken; choose another with PORT`);
  await door.close();
  const again = await listen(answer, settings);
  await again.close();
});

test("a demonstration that strangers can reach says so, and what they could read", () => {
  const open = warningOfDemonstration(readSettings({ ROMSLIG_HOST: "0.0.0.0" }));
  const withMail = warningOfDemonstration(readSettings({ ROMSLIG_URL: "https://prov.example", SMTP_URL: "smtp://post.example" }));

  expect(open).toMatch(/!!! This is the demonstration.*http:\/\/localhost:3000/);
  expect(open).toContain("/dev/mail");
  expect(withMail).toContain("https://prov.example");
  expect(withMail).not.toContain("/dev/mail");
});
