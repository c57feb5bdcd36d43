import { describe, expect, test } from "vitest";
import { isPublicAddress, isWithinReach, publicReach, reachOf } from "./public-address.ts";

describe("The program reaches only what anybody could reach", () => {
  test.each([
    "127.0.0.1",
    "10.1.2.3",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "::1",
    "::",
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "64:ff9b::7f00:1",
    "fd00::1",
    "fe80::1",
    "2002:7f00:1::",
    "no address",
  ])("%s is not public", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each(["193.212.1.10", "8.8.8.8", "172.32.0.1", "2a02:2121::1"])("%s is public", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test.each([
    "http://hooks.example/a",
    "https://127.0.0.1/a",
    "https://2130706433/a",
    "https://0x7f.1/a",
    "https://[::1]/a",
    "https://[::ffff:127.0.0.1]/a",
    "https://localhost/a",
    "https://someone:secret@hooks.example/a",
    "ftp://hooks.example/a",
    "hooks.example",
    "file:///etc/passwd",
  ])("%s is refused as an address", (url) => {
    expect(isWithinReach(url, publicReach)).toBe(false);
  });

  test("an address on this machine is let through where the settings allow it, but not one with a password", () => {
    const allowed = ["http://127.0.0.1:4000/a", "http://u:p@127.0.0.1:4000/a"].map((url) => isWithinReach(url, reachOf(true)));

    expect(allowed).toEqual([true, false]);
  });
});
