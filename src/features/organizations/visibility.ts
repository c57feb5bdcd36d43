import type { Reach, Visibility } from "./organization.ts";

const readers: Record<Visibility, readonly Reach[]> = {
  public: ["own", "fellow", "outside"],
  network: ["own", "fellow"],
  private: ["own"],
};

/** Whether a record of this visibility is there at all for one so near. */
export function isVisible(visibility: Visibility, reach: Reach): boolean {
  return readers[visibility].includes(reach);
}

/** Whether the reader is shown the contact address: those of a shared network, never the open web. */
export function showsContact(reach: Reach): boolean {
  return reach !== "outside";
}

/**
 * Whether the reader is shown where it lies to the door. A sole proprietor (ENK) mostly has the address of a home.
 */
export function showsAddress(legalForm: string | null, reach: Reach): boolean {
  return legalForm !== "ENK" || reach === "own";
}
