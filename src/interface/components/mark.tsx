/** The mark of Romslig: a room with its door open. Reads at 16 px and in one colour. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <path d="M11 29V15a14 14 0 0 1 14 14z" fill="var(--lamp)" />
      <path d="M11 29H3V3h26v26h-4" fill="none" stroke="var(--wall)" strokeWidth="3.5" strokeLinecap="square" />
      <path d="M11 29V15" fill="none" stroke="var(--wall)" strokeWidth="2.5" strokeLinecap="square" />
      <path d="M11 15a14 14 0 0 1 14 14" fill="none" stroke="var(--wall)" strokeWidth="1.5" />
    </svg>
  );
}
