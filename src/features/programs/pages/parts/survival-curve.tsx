import { number, percent } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { bandOf, type DrawnCurve, endOf, lastYear, type Plot, pinnedOf, scaleOf, stairs } from "../../survival/curve-layout.ts";
import { survivalWords } from "../../survival/survival-words.ts";
import type { ShownSurvival } from "../load-program.ts";

type CurveProps = { survival: ShownSurvival; language: Language };

/** The curve with its band, how many are followed under it, and the country beside it. Drawn twice, so that words keep their size on a phone. */
export function SurvivalCurve({ survival, language }: CurveProps) {
  const text = survivalWords[language];
  const until = endOf(survival);
  const curve: DrawnCurve = { ...survival, until };
  const pinned = pinnedOf(survival);
  const title = pinned
    ? text.drawing({ ...said(pinned, language), years: text.years(pinned.years), n: number(survival.n, language) })
    : text.title[survival.clock];
  return (
    <>
      <Drawing
        {...{ survival, curve, language, title }}
        className="wide"
        plot={{ left: 56, top: 20, width: 520, height: 272 }}
        size={[720, 388]}
        every={until > 12 ? 2 : 1}
      />
      <Drawing
        {...{ survival, curve, language, title }}
        className="narrow"
        plot={{ left: 46, top: 22, width: 300, height: 256 }}
        size={[360, 396]}
        every={until > 8 ? 3 : 2}
      />
    </>
  );
}

type DrawingProps = CurveProps & {
  curve: DrawnCurve;
  title: string;
  className: "wide" | "narrow";
  plot: Plot;
  size: [width: number, height: number];
  /** Years between two words of the axis. */
  every: number;
};

function Drawing({ survival, curve, language, title, className, plot, size: [width, height], every }: DrawingProps) {
  const text = survivalWords[language];
  const { x, y } = scaleOf(plot, curve.until);
  const [right, foot] = [plot.left + plot.width, plot.top + plot.height];
  const years = Array.from({ length: lastYear(curve.until) + 1 }, (_, year) => year).filter((year) => year % every === 0);
  const pinned = pinnedOf(survival);
  const national = survival.reference.findLast((one) => one.legalForm === "AS" && one.horizonYears === pinned?.years);
  const isWide = className === "wide";
  const atRisk = (year: number) => (year === 0 ? survival.n : survival.horizons.find((one) => one.years === year)?.atRisk);
  return (
    <svg className={`survival ${className}`} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share}>
          <path className="grid" d={`M${plot.left} ${y(share)}H${right}`} />
          <text className="axis" x={plot.left - 8} y={y(share) + 5} textAnchor="end">
            {share === 1 ? percent(1, language) : number(share * 100, language)}
          </text>
        </g>
      ))}
      <path className="band" d={bandOf(curve, plot)} />
      <path className="curve" d={stairs(curve, plot)} />
      {pinned && (
        <>
          <path className="pin" d={`M${x(pinned.years)} ${y(pinned.survival)}V${foot}`} />
          <circle className="point" cx={x(pinned.years)} cy={y(pinned.survival)} r="6" />
          {national && (
            <>
              <path className="national" d={`M${x(pinned.years)} ${y(national.share) - 8}l8 8-8 8-8-8z`} />
              <text className="label" x={x(pinned.years) - 14} y={y(national.share) + 20} textAnchor="end">
                {text.nationalShort({ percent: percent(national.share, language), form: national.legalForm })}
              </text>
            </>
          )}
          <text className="big" x={right} y={plot.top - 2} textAnchor="end">
            {text.after({ percent: percent(pinned.survival, language), years: text.years(pinned.years) })}
          </text>
        </>
      )}
      {years.map((year) => (
        <g key={year}>
          <text className="axis" x={x(year)} y={foot + 24} textAnchor="middle">
            {year}
          </text>
          <text className="followed" x={x(year)} y={foot + (isWide ? 62 : 72)} textAnchor="middle">
            {atRisk(year) ?? ""}
          </text>
        </g>
      ))}
      <text className="axis" x={isWide ? right + 16 : right} y={foot + (isWide ? 24 : 44)} textAnchor={isWide ? "start" : "end"}>
        {text.axis[survival.clock]}
      </text>
      <text className="axis" x={isWide ? right + 16 : right} y={foot + (isWide ? 62 : 94)} textAnchor={isWide ? "start" : "end"}>
        {text.followed}
      </text>
      <path className="base" d={`M${plot.left} ${foot}H${right}`} />
    </svg>
  );
}

/** A horizon in words: share and limits. */
export function said(one: ShownSurvival["horizons"][number], language: Language) {
  const limit = (share: number | null) => (share === null ? "" : percent(share, language));
  return { percent: percent(one.survival, language), lower: limit(one.lower), upper: limit(one.upper) };
}
