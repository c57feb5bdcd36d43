export interface WrittenAddress {
  email: string;
  name?: string;
}

const named = /^"?([^"<]*?)"?\s*<([^<>\s]+)>$/;
const outsideQuotes = /[;,](?=(?:[^"]*"[^"]*")*[^"]*$)/;
const plain = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;

/** Addresses as they come out of letters and sheets: one a line, or with commas and semicolons between. @returns what are none as well */
export function addressesIn(text: string): { people: WrittenAddress[]; others: string[] } {
  const entries = text
    .split("\n")
    .flatMap((line) => line.split(outsideQuotes))
    .map((entry) => entry.trim())
    .filter(Boolean);
  const people: WrittenAddress[] = [];
  const others: string[] = [];
  for (const entry of entries) {
    const [, name = "", email = entry] = named.exec(entry) ?? [];
    if (plain.test(email)) people.push({ email, ...(name.trim() && { name: name.trim() }) });
    else others.push(entry);
  }
  return { people, others };
}
