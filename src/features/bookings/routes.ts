import { OpenAPIHono } from "@hono/zod-openapi";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../platform/http/api-environment.ts";
import { page, readCursorOf } from "../../platform/http/cursor.ts";
import { refuseInvalid } from "../../platform/http/refuse-invalid.ts";
import { etag, expectedVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import { eventStream } from "../../platform/live/event-stream.ts";
import { findSpace } from "../spaces/index.ts";
import { calendarWindow } from "./calendar-window.ts";
import { checkInBooking } from "./check-in-booking.ts";
import * as contract from "./contract.ts";
import { bookingClaims } from "./deciding/booking-claims.ts";
import { bookingsChannel } from "./live-bookings.ts";
import { presentBooking } from "./present.ts";
import { type BookingRow, calendar, comingBookings, findBooking } from "./queries.ts";
import { bookOnceOrOften } from "./series/book-series.ts";
import { cancelInSeries, moveInSeries } from "./series/change-series.ts";
import { exceptionOf, timesOf } from "./series/contract.ts";
import { answerBooking, confirmBooking } from "./settle-booking.ts";
import { showTitle } from "./show-title.ts";

const keyOf = (row: BookingRow) => [row.starts_at.toString(), row.id];
const moment = (text: string | undefined) => (text === undefined ? undefined : Temporal.Instant.from(text));

export function bookingRoutes(installation: Installation) {
  const { db, now, pipelines } = installation;
  const claims = bookingClaims(pipelines);
  const shown = async (id: string, actor: ApiEnvironment["Variables"]["actor"]) =>
    presentBooking(found(await findBooking(db, id)), actor, now());
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.bookResource, async (c) => {
      const { hold: isHold, conflicts, exceptions, ...request } = c.req.valid("json");
      const asked = {
        ...request,
        ...timesOf(request),
        exceptions: exceptions.map(exceptionOf),
        skipsConflicts: conflicts === "skip",
        isHold,
        resourceId: c.req.valid("param").id,
      };
      const { bookingId, skipped } = await bookOnceOrOften(installation, claims, c.get("actor"), asked, c.get("language"));
      const booking = await shown(bookingId, c.get("actor"));
      return c.json({ ...booking, skipped }, 201, { location: `/api/v1/bookings/${bookingId}` });
    })
    .openapi(contract.readBooking, async (c) => {
      authorize(c.get("actor"), true);
      const booking = await shown(c.req.valid("param").id, c.get("actor"));
      return c.json(booking, 200, { etag: etag(booking.version) });
    })
    .openapi(contract.moveBooking, async (c) => {
      const { startsAt, endsAt, overrideReason, scope, conflicts } = c.req.valid("json");
      const { id } = c.req.valid("param");
      const expected = expectedVersion(c.req.valid("header")["if-match"]);
      const times = { startsAt: moment(startsAt), endsAt: moment(endsAt) };
      const moving = { id, expected, overrideReason, scope, skipsConflicts: conflicts === "skip", ...times };
      await moveInSeries(installation, claims, c.get("actor"), moving, c.get("language"));
      const booking = await shown(id, c.get("actor"));
      return c.json(booking, 200, { etag: etag(booking.version) });
    })
    .openapi(contract.cancelBooking, async (c) => {
      const { id } = c.req.valid("param");
      await cancelInSeries(installation, claims, c.get("actor"), { id, ...c.req.valid("json") });
      return c.json(await shown(id, c.get("actor")), 200);
    })
    .openapi(contract.confirmBooking, async (c) => {
      const { id } = c.req.valid("param");
      await confirmBooking(installation, claims, c.get("actor"), id);
      return c.json(await shown(id, c.get("actor")), 200);
    })
    .openapi(contract.answerBooking, async (c) => {
      const { id } = c.req.valid("param");
      const { approved: isApproved, reason } = c.req.valid("json");
      await answerBooking(installation, claims, c.get("actor"), { id, isApproved, reason });
      return c.json(await shown(id, c.get("actor")), 200);
    })
    .openapi(contract.checkInBooking, async (c) => {
      const { id } = c.req.valid("param");
      await checkInBooking(installation, claims, c.get("actor"), id);
      return c.json(await shown(id, c.get("actor")), 200);
    })
    .openapi(contract.showTitle, async (c) => {
      const { id } = c.req.valid("param");
      await showTitle(installation, c.get("actor"), { id, isShown: c.req.valid("json").shown });
      return c.json(await shown(id, c.get("actor")), 200);
    })
    .openapi(contract.readCalendar, async (c) => {
      const { cursor, limit, resource: resourceId, ...window } = c.req.valid("query");
      const space = found(await findSpace(db, c.req.valid("param").id));
      const after = readCursorOf(cursor, ["moment", "id"]);
      const rows = await calendar(db, { spaceId: space.id, resourceId, limit, after, ...calendarWindow(window) });
      return c.json(
        page(rows, limit, keyOf, (row) => presentBooking(row, c.get("actor"), now())),
        200,
      );
    })
    .openapi(contract.followBookings, async (c) => {
      authorize(c.get("actor"), true);
      const space = found(await findSpace(db, c.req.valid("param").id));
      return eventStream(installation.live, bookingsChannel(space.id), c.req.raw.signal);
    })
    .openapi(contract.myBookings, async (c) => {
      const actor = c.get("actor");
      authorize(actor, true);
      const { cursor, limit } = c.req.valid("query");
      const rows = await comingBookings(db, actor.personId, now(), limit, readCursorOf(cursor, ["moment", "id"]));
      return c.json(
        page(rows, limit, keyOf, (row) => presentBooking(row, actor, now())),
        200,
      );
    });
}

export type BookingApi = ReturnType<typeof bookingRoutes>;
