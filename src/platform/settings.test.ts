import { expect, test } from "vitest";
import { readSettings } from "./settings.ts";

test.each([
  ["as it is started on a laptop", {}, false],
  ["on a port of one's own", { PORT: "3100" }, false],
  ["by a name of this machine", { ROMSLIG_URL: "http://romslig.localhost:3000" }, false],
  ["on loopback by its number", { ROMSLIG_HOST: "::1", ROMSLIG_URL: "http://127.0.0.1:3000" }, false],
  ["on all addresses", { ROMSLIG_HOST: "0.0.0.0" }, true],
  ["on all addresses, IPv6", { ROMSLIG_HOST: "::" }, true],
  ["on an address of the network", { ROMSLIG_HOST: "192.168.1.20" }, true],
  ["behind a proxy with a name of its own", { ROMSLIG_HOST: "127.0.0.1", ROMSLIG_URL: "https://prov.example" }, true],
  ["by a name that only begins like loopback", { ROMSLIG_URL: "https://127.0.0.1.example" }, true],
])("a demonstration %s is open to strangers or not", (_, variables, isPublic) => {
  expect(readSettings(variables).isDemoPublic).toBe(isPublic);
});

test("a real installation is no demonstration, wherever it is reached", () => {
  const { isDemoPublic, hosts } = readSettings({ ROMSLIG_DEMO: "0", ROMSLIG_URL: "https://hus.example" });

  expect({ isDemoPublic, hosts }).toEqual({ isDemoPublic: false, hosts: undefined });
});

test.each([
  ["PORT", "http", "a whole number from 1 to 65535"],
  ["PORT", "0", "a whole number from 1 to 65535"],
  ["PORT", "80.5", "a whole number from 1 to 65535"],
  ["ROMSLIG_DEMO", "yes", "0 or 1"],
  ["ROMSLIG_URL", "ftp://hus.example", "an address that begins with http:// or https://"],
  ["DATABASE_URL", "mysql://hus.example/romslig", "an address that begins with postgres://"],
])("%s as %s is refused in words an operator knows", (name, value, wanted) => {
  expect(() => readSettings({ [name]: value })).toThrow(`The setting ${name} is not right: it must be ${wanted}`);
});
