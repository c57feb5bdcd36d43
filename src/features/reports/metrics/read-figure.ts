import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import type { Installation } from "../../../platform/installation.ts";
import type { Language } from "../../../platform/language/language.ts";
import { addDays, type Day, dayIn } from "../../../platform/time/day.ts";
import { meantOn, readReference } from "../../geography/index.ts";
import { findOrganization } from "../../organizations/index.ts";
import { openArea } from "./areas/area.ts";
import { mayReadArea } from "./areas/area-access.ts";
import { textsInArea } from "./areas/area-texts.ts";
import { areaOf, intoAreas } from "./by-place.ts";
import { type Cells, cellsOfCounts, cellsOfRows, cellsOfSeen, sightOf } from "./cells.ts";
import { figureValue, heldBack, type Part } from "./figure.ts";
import type { Metric } from "./metric.ts";
import { metricById, metrics } from "./metrics.ts";
import type { Parting } from "./parting.ts";
import { mayReadFigure } from "./policy.ts";
import { type After, countRows, type Narrowing, partsOf, placesOf, type Rows, seenRows, totalOf } from "./queries.ts";
import { metricRefusals } from "./refusals.ts";
import type { RowOrder } from "./row-order.ts";
import { faultOf, type Window } from "./window.ts";

/** What figures are counted in: a database, or a transaction of one, and a clock. */
export type Counting = Pick<Installation, "db" | "now">;

/** A figure as it is asked for: the year so far and the borders of today, unless told otherwise. */
export interface FigureAsked {
  metric: string;
  /** Whose figure: of one of the two. */
  organization?: string | undefined;
  area?: string | undefined;
  from?: Day | undefined;
  to?: Day | undefined;
  borders?: Day | undefined;
  language: Language;
}

/** Every metric, or those of an organization the actor may read. @throws Refusal not_here */
export async function readableMetrics(
  { db, now }: Counting,
  actor: Actor,
  { organization, area, borders }: { organization?: string | undefined; area?: string | undefined; borders?: Day | undefined },
): Promise<readonly Metric[]> {
  if (organization !== undefined && area !== undefined) throw metricRefusals.oneSubject();
  if (area !== undefined) {
    const today = dayIn(now(), "Europe/Oslo");
    const isWhole = await mayReadArea(db, actor, area, borders ?? (await meantOn(db, area, today)));
    return metrics.filter((metric) => metric.rowsInArea && (metric.isPublic || isWhole));
  }
  if (organization === undefined) return metrics;
  const named = found(await findOrganization(db, actor, organization, dayIn(now(), "Europe/Oslo")));
  return metrics.filter((metric) => mayReadFigure(actor, metric, named));
}

/**
 * The figure with its parts. `reader`: as whose sight of the rows small groups are held back, the actor's own unless told otherwise.
 * @throws Refusal not_here, metric.empty_window, metric.too_long, metric.borders_unknown, metric.area_unknown, metric.one_subject
 */
export async function readFigure(installation: Counting, actor: Actor, asked: FigureAsked, by: Parting | undefined, reader: Actor = actor) {
  const { metric, subject, window, cellsFor } = await openFigure(installation, actor, asked);
  const cells = await cellsFor(reader, by);
  // one after the other: a report is counted within one transaction
  const total = await totalOf(installation.db, cells);
  const parts = by ? await readParts(installation, cells, by, window) : undefined;
  const held = parts ? heldBack(metric, parts) : new Set<string>();
  return {
    metric,
    subject,
    window,
    total: { ...total, value: figureValue(metric, total) },
    parts: parts?.map((part) => {
      const isHeldBack = held.has(part.key);
      return { ...part, isHeldBack, value: isHeldBack ? null : figureValue(metric, part), n: isHeldBack ? null : part.n };
    }),
    computedAt: installation.now(),
  };
}

/** The figure's value over another period, to stand beside it; nothing when none is asked for. */
export async function compare(
  installation: Counting,
  actor: Actor,
  asked: FigureAsked,
  { from, to }: { from: Day | undefined; to: Day | undefined },
): Promise<{ compared?: { from: Day; to: Day; value: number | null } }> {
  if (from === undefined || to === undefined) return {};
  const { metric, cellsFor } = await openFigure(installation, actor, { ...asked, from, to });
  return { compared: { from, to, value: figureValue(metric, await totalOf(installation.db, await cellsFor(actor, undefined))) } };
}

/** A page of the rows behind a figure, or behind one part of it, as far as the actor may see them. */
export async function readRows(
  installation: Installation,
  actor: Actor,
  asked: FigureAsked,
  part: { by: Parting; key: string } | undefined,
  { limit, after, order }: { limit: number; after?: After | undefined; order?: RowOrder | undefined },
) {
  const { window, rowsOf, metric, subject } = await openFigure(installation, actor, asked);
  const rows = await rowsOf();
  const narrowing = part && (await narrowingOf(installation, actor, rows, part, window));
  const [page, counted] = await Promise.all([
    seenRows(installation.db, actor, rows, { narrowing, limit, after, order }),
    countRows(installation.db, actor, rows, narrowing),
  ]);
  return { rows: page, metric, subject, window, ...counted };
}

/** Whose a figure is. `unclear`: places that may lie in an area, or not, and are not counted. */
export type Subject =
  | { kind: "organization"; id: string; slug: string; name: string }
  | { kind: "area"; key: string; name: string; unclear: number };

/** A metric's rows as they are asked for, once the actor may read the figure. */
export async function openFigure(counting: Counting, actor: Actor, asked: FigureAsked): Promise<OpenFigure> {
  if ((asked.organization === undefined) === (asked.area === undefined)) throw metricRefusals.oneSubject();
  const today = dayIn(counting.now(), "Europe/Oslo");
  const metric: Metric = found(metricById(asked.metric));
  return asked.area === undefined
    ? await ofOrganization(counting, actor, metric, { ...asked, organization: found(asked.organization) }, today)
    : await ofArea(counting, actor, metric, { ...asked, area: asked.area }, today);
}

interface OpenFigure {
  metric: Metric;
  subject: Subject;
  window: Window;
  rowsOf(): Promise<Rows>;
  /** What the figure is added up from, whole and divided, as a reader sees it. */
  cellsFor(reader: Actor, by: Parting | undefined): Promise<Cells>;
}

async function ofOrganization(
  { db, now }: Counting,
  actor: Actor,
  metric: Metric,
  asked: FigureAsked & { organization: string },
  today: Day,
): Promise<OpenFigure> {
  const { id, slug, name } = found(await findOrganization(db, actor, asked.organization, today));
  if (!mayReadFigure(actor, metric, { id })) authorize(actor, false);
  const window = windowOf(asked, today);
  const { from, to } = window;
  const given = { db, organizationId: id, from, to, now: now(), language: asked.language };
  const rowsOf = async (): Promise<Rows> => metric.rows(given);
  const cellsFor = async (reader: Actor, by: Parting | undefined): Promise<Cells> => {
    const sight = sightOf(reader, id);
    const counts = sight === "some" && !metric.countsTellSeenBy ? undefined : await metric.counts?.(given, by);
    if (!counts) return cellsOfRows(await rowsOf(), reader);
    return metric.countsTellSeenBy ? cellsOfSeen(counts, reader) : cellsOfCounts(counts, sight);
  };
  return { metric, subject: { kind: "organization", id, slug, name }, window, rowsOf, cellsFor };
}

async function ofArea(
  { db, now }: Counting,
  actor: Actor,
  metric: Metric,
  asked: FigureAsked & { area: string },
  today: Day,
): Promise<OpenFigure> {
  const window = windowOf({ ...asked, borders: asked.borders ?? (await meantOn(db, asked.area, today)) }, today);
  const { from, to, borders } = window;
  const { rowsInArea } = metric;
  if (!rowsInArea) throw accessRefusals.notHere();
  if (!metric.isPublic && !(await mayReadArea(db, actor, asked.area, borders))) authorize(actor, false);
  const area = await openArea(db, asked.area, borders);
  if (!area) throw metricRefusals.areaUnknown();
  const rowsOf = async (): Promise<Rows> => rowsInArea({ db, area, from, to, now: now(), language: asked.language });
  const { key, name, unclear } = area;
  return {
    metric: { ...metric, texts: textsInArea(metric, name) },
    subject: { kind: "area", key, name, unclear },
    window,
    rowsOf,
    cellsFor: async (reader) => cellsOfRows(await rowsOf(), reader),
  };
}

function windowOf({ from, to, borders }: FigureAsked, today: Day): Window {
  const window = { from: from ?? `${today.slice(0, 4)}-01-01`, to: to ?? addDays(today, 1), borders: borders ?? today };
  const fault = faultOf(window);
  if (fault) throw metricRefusals[fault]();
  return window;
}

async function readParts({ db }: Counting, cells: Cells, by: Parting, { borders }: Window): Promise<Part[]> {
  if (by !== "municipality" && by !== "county") return await partsOf(db, cells, by);
  return intoAreas(await readReference(db), by, await placesOf(db, cells), borders);
}

async function narrowingOf(
  { db }: Installation,
  actor: Actor,
  rows: Rows,
  { by, key }: { by: Parting; key: string },
  { borders }: Window,
): Promise<Narrowing> {
  if (by !== "municipality" && by !== "county") return { by, key };
  const [reference, places] = await Promise.all([readReference(db), placesOf(db, cellsOfRows(rows, actor))]);
  return { places: places.filter((place) => areaOf(reference, by, place, borders).key === key) };
}
