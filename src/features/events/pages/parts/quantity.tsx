// beyond, one writes the number
const longestList = 20;

type QuantityProps = { name: string; label: string; least: number; most: number; chosen: string; isWrong: boolean };

/** How many places. The label is for those who hear the page: the row says what it is about. */
export function Quantity({ name, label, least, most, chosen, isWrong }: QuantityProps) {
  const attributes = { id: name, name, "aria-invalid": isWrong || undefined };
  return (
    <>
      <label className="hidden" htmlFor={name}>
        {label}
      </label>
      {most > longestList ? (
        <input {...attributes} inputMode="numeric" className="w-xs" defaultValue={chosen} />
      ) : (
        <select {...attributes} defaultValue={Number(chosen) > most ? String(most) : chosen}>
          {Array.from({ length: most - least + 1 }, (_, index) => index + least).map((count) => (
            <option key={count}>{count}</option>
          ))}
        </select>
      )}
    </>
  );
}
