/** What reads and writes pictures, loaded with the first: a program that meets none does without it. */
export async function loadSharp() {
  const { default: sharp } = await import("sharp");
  return sharp;
}
