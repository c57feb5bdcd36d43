import { checkDigit } from "../../src/features/organizations/organization-number.ts";

/** So many organization numbers that are in no register: they begin with 31, as those of test registers do. */
export function organizationNumbers(count: number): string[] {
  const numbers: string[] = [];
  for (let eight = 31_200_000; numbers.length < count; eight++) {
    const digit = checkDigit(String(eight));
    if (digit !== undefined) numbers.push(`${eight}${digit}`);
  }
  return numbers;
}

/*
 * Weeks of remission with 6-MP and with placebo (Freireich et al., Blood 21, 1963; Kleinbaum and Klein, Survival Analysis): a plus marks
 * those still in remission when last seen.
 */
export const mercaptopurine = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+".split(" ");
export const placebo = "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23".split(" ");

const header = "organizationNumber;name;legalForm;intake;exit;exitType;lastEvidence";

/** An enrollments file in which firms last as long as remissions did, from one intake on. */
export function enrollmentsLike(remissions: readonly string[], intake: string, numbers: readonly string[]): string {
  const rows = remissions.map((weeks, index) => {
    const day = Temporal.PlainDate.from(intake)
      .add({ weeks: Number.parseInt(weeks, 10) })
      .toString();
    const end = weeks.endsWith("+") ? `;;active;${day}` : `;${day};dissolved;`;
    return `${numbers[index]};Firma ${intake.slice(0, 4)}-${index + 1} AS;AS;${intake}${end}`;
  });
  return [header, ...rows].join("\n");
}
