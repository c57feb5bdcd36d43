import { type LookupAddress, lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

// Addresses that are not out in the open: our own machine and network, and what stands for them in other forms
// (IANA's special-purpose registries for IPv4 and IPv6).
const closed = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const) {
  closed.ipv4.addSubnet(network, bits, "ipv4");
}
for (const [network, bits] of [
  ["::", 96],
  ["::ffff:0:0", 96],
  ["64:ff9b::", 96],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const) {
  closed.ipv6.addSubnet(network, bits, "ipv6");
}

/** Whether an IP address is one that anybody on the internet could reach. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !closed.ipv4.check(address, "ipv4");
  return version === 6 && !closed.ipv6.check(address, "ipv6");
}

/** The host of an address as it is connected to: an IPv6 address without its brackets. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, "$1");
}

/** Which addresses may be connected to, and how a name is looked up: by the machine, unless told otherwise. */
export interface Reach {
  mayReach(address: string): boolean;
  /** Whether what is not encrypted will do: for tests and trying out. */
  isPlainAllowed: boolean;
  lookup?: typeof lookup;
}

/** Only what anybody could reach, encrypted. */
export const publicReach: Reach = { mayReach: isPublicAddress, isPlainAllowed: false };

/** What the settings allow: for tests and the demonstration also this machine and its network. */
export function reachOf(mayReachPrivate: boolean): Reach {
  return mayReachPrivate ? { mayReach: () => true, isPlainAllowed: true } : publicReach;
}

/** Whether something may be asked for or sent there: https, to a place within reach, without a name and password in it. */
export function isWithinReach(text: string, reach: Reach): boolean {
  const url = URL.parse(text);
  if (url?.username !== "" || url.password !== "" || url.hash !== "") return false;
  if (url.protocol !== "https:" && !(reach.isPlainAllowed && url.protocol === "http:")) return false;
  const isLocalName = url.hostname === "localhost" || url.hostname.endsWith(".localhost");
  if (isLocalName && !reach.mayReach("127.0.0.1")) return false;
  return isIP(hostOf(url)) === 0 || reach.mayReach(hostOf(url));
}

/**
 * Looks a name up and answers only with addresses within reach. The connection is made to what was checked, so a name that
 * changes its address in between gains nothing.
 */
export function lookupWithin(reach: Reach): LookupFunction {
  return (hostname, options, done) => {
    (reach.lookup ?? lookup)(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, []);
      const open = (addresses as LookupAddress[]).filter(({ address }) => reach.mayReach(address));
      const [first] = open;
      if (!first) return done(Object.assign(new Error("not a public address"), { code: "ENOTPUBLIC" }), []);
      if (options.all) done(null, open);
      else done(null, first.address, first.family);
    });
  };
}
