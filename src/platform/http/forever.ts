/** For what stands at an address that changes with it. */
export const forever = "public, max-age=31536000, immutable";
