/** A point on the earth, WGS 84, in degrees. */
export type Point = { latitude: number; longitude: number };

const earthRadiusKilometres = 6371.0088;

/** The great-circle distance in kilometres (haversine, mean earth radius of IUGG). Within half a percent of the true one. */
export function kilometresBetween(from: Point, to: Point): number {
  const halfLatitude = radians(to.latitude - from.latitude) / 2;
  const halfLongitude = radians(to.longitude - from.longitude) / 2;
  const chord =
    Math.sin(halfLatitude) ** 2 + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.sin(halfLongitude) ** 2;
  return 2 * earthRadiusKilometres * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** The places with their distance in kilometres, nearest first; equally near ones keep their order. */
export function nearest<Place>(from: Point, places: Place[], pointOf: (place: Place) => Point): { place: Place; kilometres: number }[] {
  return places
    .map((place) => ({ place, kilometres: kilometresBetween(from, pointOf(place)) }))
    .sort((a, b) => a.kilometres - b.kilometres);
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

/** Kilometres along the great circle from a straight line through a globe of radius one (decision record 7). */
export function kilometresOfChord(chord: number): number {
  return Math.round(2 * earthRadiusKilometres * Math.asin(Math.min(1, chord / 2)) * 10) / 10;
}
