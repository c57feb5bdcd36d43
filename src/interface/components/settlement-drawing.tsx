import type { Language } from "../../platform/language/language.ts";
import { money } from "../format.ts";
import { words } from "../messages.ts";
import { type Node, type SettlementLayout, settlementLayout, type Transfer } from "./settlement-layout.ts";

/**
 * Who pays whom, as ribbons as thick as the money. Drawn twice, so that names keep their size on a phone;
 * the same transfers stand in a table beside it.
 */
export function SettlementDrawing({ transfers, language }: { transfers: readonly Transfer[]; language: Language }) {
  if (transfers.length === 0) return null;
  const wide = settlementLayout(transfers, { moneyHeight: 204, leastRoom: 34, gap: 18 });
  const narrow = settlementLayout(transfers, { moneyHeight: 180, leastRoom: 4, gap: 50 });
  return (
    <figure className="settlement">
      <Wide layout={wide} language={language} />
      <Narrow layout={narrow} language={language} />
    </figure>
  );
}

type DrawingProps = { layout: SettlementLayout; language: Language };

/** Names outside the ribbons. */
function Wide({ layout, language }: DrawingProps) {
  const side = (node: Node, x: number, anchor: "start" | "end") => (
    <g key={node.name}>
      <rect className="node" x={anchor === "end" ? 182 : 370} y={tenth(node.y)} width="8" height={tenth(Math.max(node.height, 1))} />
      <text className="name" x={x} y={tenth(node.y + node.height / 2 - 2)} textAnchor={anchor}>
        {node.name}
      </text>
      <text className="amount" x={x} y={tenth(node.y + node.height / 2 + 15)} textAnchor={anchor}>
        {money(node.amountOre, language)}
      </text>
    </g>
  );
  return (
    <svg className="wide" viewBox={`0 -8 560 ${Math.ceil(layout.height + 16)}`} role="img" aria-label={words[language].whoPaysWhom}>
      <Ribbons layout={layout} from={190} to={370} />
      {layout.payers.map((node) => side(node, 174, "end"))}
      {layout.receivers.map((node) => side(node, 386, "start"))}
    </svg>
  );
}

/** Names above their own end, since there is no room beside it. */
function Narrow({ layout, language }: DrawingProps) {
  const side = (node: Node, x: number, anchor: "start" | "end") => (
    <g key={node.name}>
      <rect className="node" x={anchor === "start" ? 0 : 292} y={tenth(node.y)} width="8" height={tenth(Math.max(node.height, 1))} />
      <text className="name" x={x} y={tenth(node.y - 22)} textAnchor={anchor}>
        {node.name}
      </text>
      <text className="amount" x={x} y={tenth(node.y - 5)} textAnchor={anchor}>
        {money(node.amountOre, language)}
      </text>
    </g>
  );
  return (
    <svg className="narrow" viewBox={`0 -42 300 ${Math.ceil(layout.height + 50)}`} role="img" aria-label={words[language].whoPaysWhom}>
      <Ribbons layout={layout} from={8} to={292} />
      {layout.payers.map((node) => side(node, 0, "start"))}
      {layout.receivers.map((node) => side(node, 300, "end"))}
    </svg>
  );
}

function Ribbons({ layout, from, to }: { layout: SettlementLayout; from: number; to: number }) {
  const middle = (from + to) / 2;
  return layout.ribbons.map(({ key, fromY, toY, height }) => {
    const [a, b, c, d] = [fromY, toY, toY + height, fromY + height].map(tenth);
    return (
      <path
        key={key}
        className="ribbon"
        d={`M${from} ${a}C${middle} ${a} ${middle} ${b} ${to} ${b}V${c}C${middle} ${c} ${middle} ${d} ${from} ${d}Z`}
      />
    );
  });
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
