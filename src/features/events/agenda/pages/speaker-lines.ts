type Shown = { personId: string | null; name: string; title: string | null; organization: string | null };

/** Speakers as the form shows them: one a line, "Kim Vik; Daglig leder; Fjord". */
export function linesOf(speakers: readonly Shown[]): string {
  return speakers
    .map(({ name, title, organization }) => [name, title ?? "", organization ?? ""].join("; ").replace(/[; ]+$/, ""))
    .join("\n");
}

/** What the lines say, for the API. Whoever stood there as a person stays one while the name does. */
export function speakersIn(lines: string, known: readonly Shown[]) {
  return lines
    .split("\n")
    .map((line) => line.split(";").map((part) => part.trim()))
    .filter(([name]) => name)
    .map(([name = "", title, ...organization]) => {
      const person = known.find((one) => one.personId !== null && one.name === name)?.personId;
      const at = organization.join("; ").trim();
      return { ...(person ? { personId: person } : { name }), ...(title && { title }), ...(at && { organization: at }) };
    });
}
