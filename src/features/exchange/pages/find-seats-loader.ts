import { attempt, client, read } from "../../../interface/api-client.ts";
import { askedNetwork, visitOf } from "../../../interface/visit.ts";
import { addDays, dayIn, isDay } from "../../../platform/time/day.ts";
import { placeOf } from "../../geography/parts.ts";
import type { OrganizationsApi } from "../../organizations/routes.ts";
import type { AgreementApi } from "../agreement/routes.ts";
import type { ExchangeApi } from "../routes.ts";
import { nextWeekday, openDays } from "./parts/open-days.ts";

type Given = Parameters<typeof visitOf>[0];

const hitsShown = 5;
const tabsShown = 5;

/** What the finder shows: the network's houses on a day, and those nearest to a place that fit. */
export async function loadSeats(given: Given) {
  const visit = visitOf(given);
  const asked = new URL(given.request.url).searchParams;
  const network = await askedNetwork(visit, given.params.network);
  const today = dayIn(visit.now, "Europe/Oslo");
  const usualSearch = { today, updatedAt: visit.now.toString(), search: readSearch(asked, today) };
  if (!network) {
    const { isSetUp } = await read(client<OrganizationsApi>(visit).installation.$get());
    return { network, isSetUp, ...usualSearch };
  }
  const exchange = client<ExchangeApi>(visit);
  const param = { id: network.slug };
  const [{ items: ahead }, { done: agreement }] = await Promise.all([
    read(exchange.networks[":id"]["guest-days"].$get({ param, query: { from: today, days: "14" } })),
    attempt(client<AgreementApi>(visit).networks[":id"].agreement.$get({ param })),
  ]);
  const open = openDays(ahead, addDays(today, 1));
  const usual = open[0] ?? nextWeekday(today);
  const search = readSearch(asked, usual);
  const place = await placeOf(visit, search.near);
  const near = place ? `${place.latitude},${place.longitude}` : undefined;
  const query = { network: network.slug, day: search.day };
  const [house, hits] = await Promise.all([
    read(exchange.spaces.$get({ query: { ...query, limit: "100" } })),
    read(
      exchange.spaces.$get({
        query: {
          ...query,
          near,
          seats: String(search.seats),
          amenity: search.amenities.join(",") || undefined,
          limit: search.showsAll ? "100" : String(hitsShown),
          cursor: search.cursor,
        },
      }),
    ),
  ]);
  const offered = new Set([search.day, ...open.slice(0, tabsShown)]);
  const tabs = ahead.filter(({ day }) => offered.has(day));
  return {
    network,
    today,
    updatedAt: visit.now.toString(),
    search,
    place,
    isPlaceUnknown: search.near !== "" && !place,
    /** What a person may take a month by the agreement in force; undefined without a limit, or an agreement. */
    daysPerMonth: agreement?.inForce?.quotas.find(({ dimension }) => dimension === "person")?.daysPerMonth,
    hasAgreement: Boolean(agreement?.inForce),
    house: house.items,
    hits,
    tabs,
    ahead,
  };
}

/** The search as the address says it; what it does not say is as usual. */
function readSearch(asked: URLSearchParams, usualDay: string) {
  const day = asked.get("day") ?? "";
  const seats = Number(asked.get("seats") ?? 1);
  return {
    day: isDay(day) ? day : usualDay,
    near: (asked.get("near") ?? "").trim().slice(0, 80),
    seats: Number.isInteger(seats) && seats >= 0 && seats <= 100 ? seats : 1,
    amenities: asked.getAll("amenity").filter((amenity) => /^[a-z_]{1,40}$/.test(amenity)),
    showsAll: asked.has("all"),
    cursor: asked.get("cursor") ?? undefined,
  };
}
