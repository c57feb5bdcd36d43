const weights = [3, 2, 7, 6, 5, 4, 3, 2];

/**
 * Whether a text is an organization number: nine digits, the last a check digit by weights 3 2 7 6 5 4 3 2, modulus 11
 * (Brønnøysundregistrene). The first digit says nothing: test registers use other series.
 */
export function isOrganizationNumber(text: string): boolean {
  return /^[0-9]{9}$/.test(text) && checkDigit(text.slice(0, 8)) === Number(text[8]);
}

/** The ninth digit of eight, or undefined where the remainder would need two: such numbers are never issued. */
export function checkDigit(eightDigits: string): number | undefined {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(eightDigits[place]), 0);
  const digit = (11 - (sum % 11)) % 11;
  return digit === 10 ? undefined : digit;
}

/** The nine digits of what people write: "974 760 673", "NO 974760673 MVA", "974.760.673". Undefined when it is no organization number. */
export function readOrganizationNumber(text: string): string | undefined {
  const bare = text
    .toUpperCase()
    .replace(/^\s*NO(?=[\s\d])/, "")
    .replace(/MVA\s*$/, "")
    .replace(/[\s.]/g, "");
  return isOrganizationNumber(bare) ? bare : undefined;
}

/** "974 760 673", with spaces that do not break. */
export function formatOrganizationNumber(number: string): string {
  return number.replace(/^(\d{3})(\d{3})(\d{3})$/, "$1\u00a0$2\u00a0$3");
}
