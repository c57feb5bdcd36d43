/** Stands where the number of a municipality does, of what is in another country. */
export const abroad = "abroad";
