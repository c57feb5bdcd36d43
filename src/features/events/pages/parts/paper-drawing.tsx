import { type PaperName, papers, perPage, placeOf } from "../../badges/papers.ts";

/** The sheet as it is, with its badges on it. */
export function PaperDrawing({ name }: { name: PaperName }) {
  const paper = papers[name];
  const { page, badge } = paper;
  const badges = Array.from({ length: perPage(paper) }, (_, number) => placeOf(paper, number, 0));
  return (
    <svg className="paper-drawing" viewBox={`-4 -4 ${page.width + 8} ${page.height + 8}`} aria-hidden="true">
      <rect className="sheet" width={page.width} height={page.height} />
      {badges.map(({ left, top }) => (
        <g key={`${left} ${top}`} transform={`translate(${left} ${top})`}>
          <rect className="badge" width={badge.width} height={badge.height} />
          <path className="name" d={`M8 ${badge.height * 0.34}h${badge.width * 0.5}`} />
          <rect className="code" x={badge.width - 28} y={badge.height - 28} width="20" height="20" />
        </g>
      ))}
    </svg>
  );
}
