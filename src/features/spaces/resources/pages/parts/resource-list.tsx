import { DataTable } from "../../../../../interface/components/data-table.tsx";
import { capital, dateWithYear, list, money } from "../../../../../interface/format.ts";
import type { Language } from "../../../../../platform/language/language.ts";
import { audiences, priceUnits } from "../../resource.ts";
import type { Resource } from "../../shapes.ts";
import { resourceWords } from "../resource-words.ts";

type ListProps = { resources: Resource[]; today: string; path: string; language: Language };

/** What can be booked in the house, in its order, with the facts one decides by. */
export function ResourceList({ resources, today, path, language }: ListProps) {
  const text = resourceWords[language];
  return (
    <DataTable
      caption={text.list}
      isCaptionHidden
      rows={resources}
      keyOf={({ id }) => id}
      classOf={({ inUseUntil }) => (inUseUntil !== null && inUseUntil <= today ? "rows-quiet" : undefined)}
      columns={[
        {
          label: text.name,
          isHeading: true,
          cell: (one) => (
            <span id={one.id}>
              <a href={`${path}?resource=${one.id}`}>{one.name}</a>
              <Beside one={one} resources={resources} today={today} language={language} />
            </span>
          ),
        },
        { label: text.kind, cell: ({ kind }) => text.kinds[kind] },
        { label: text.capacity, isNumeric: true, cell: ({ capacity }) => capacity },
        { label: text.price, cell: ({ prices }) => priceInWords(prices, language) },
        { label: text.who, cell: ({ bookedBy }) => text.bookers[bookedBy] },
        { label: text.before, cell: (one) => beforeInWords(one, language) },
        { label: text.order, isAction: true, cell: (one) => <Order one={one} resources={resources} path={path} language={language} /> },
      ]}
    />
  );
}

type RowProps = { one: Resource; resources: Resource[]; language: Language };

function Beside({ one, resources, today, language }: RowProps & { today: string }) {
  const text = resourceWords[language];
  const whole = resources.find(({ id }) => id === one.partOf);
  const day = one.inUseUntil;
  const said = [
    ...(whole ? [text.partOfWhole({ name: whole.name })] : []),
    ...(day === null ? [] : [(day <= today ? text.outSince : text.outOn)({ day: dateWithYear(day, language) })]),
  ];
  return said.length > 0 ? <span className="small soft"> ({said.join(", ")})</span> : null;
}

function Order({ one, resources, path, language }: RowProps & { path: string }) {
  const text = resourceWords[language];
  const place = resources.indexOf(one);
  return (
    <form className="buttons" method="post" action={path}>
      <input type="hidden" name="resource" value={one.id} />
      {place > 0 && (
        <button type="submit" className="button small" name="act" value="up" aria-label={text.up(one)}>
          ↑
        </button>
      )}
      {place < resources.length - 1 && (
        <button type="submit" className="button small" name="act" value="down" aria-label={text.down(one)}>
          ↓
        </button>
      )}
    </form>
  );
}

// the prices of those who come first: members of the house, else the next wider circle
function priceInWords(prices: Resource["prices"], language: Language): string {
  const text = resourceWords[language];
  const audience = audiences.find((each) => prices.some((price) => price.audience === each));
  const own = prices.filter((price) => price.audience === audience && price.amountOre > 0);
  if (own.length === 0) return text.free;
  const shortestFirst = own.toSorted((a, b) => priceUnits.indexOf(a.unit) - priceUnits.indexOf(b.unit));
  return shortestFirst.map(({ amountOre, unit }) => `${money(amountOre, language)} ${text.per[unit]}`).join(", ");
}

function beforeInWords({ needsApproval, certificationId, needsCheckIn }: Resource, language: Language): string {
  const { beforeWords: words, checkIn } = resourceWords[language];
  const asked = [...(needsApproval ? [words.approval] : []), ...(certificationId === null ? [] : [words.certification])];
  const said = [...(asked.length > 0 ? asked : [words.atOnce]), ...(needsCheckIn ? [checkIn] : [])];
  return capital(
    list(
      said.map((words, at) => (at === 0 ? words : words.toLowerCase())),
      language,
    ),
  );
}
