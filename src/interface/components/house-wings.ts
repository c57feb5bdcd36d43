/** A point on the map, in degrees. */
export type Located = { latitude: number; longitude: number };

/** More rooms than this do not fit one plan; then the list stands alone. */
export const mostRooms = 16;

/**
 * The two wings of the house, each from north to south: of every two neighbours counted from the north,
 * the one furthest east goes east. So the wings are equally long, and a place keeps its side as others come.
 */
export function wings<Room extends Located>(rooms: readonly Room[]): { east: Room[]; west: Room[] } {
  const fromNorth = rooms.toSorted((a, b) => b.latitude - a.latitude);
  const east: Room[] = [];
  const west: Room[] = [];
  for (let place = 0; place < fromNorth.length; place += 2) {
    const [one, other] = fromNorth.slice(place, place + 2);
    if (!one) continue;
    if (!other) {
      west.push(one);
    } else if (one.longitude > other.longitude) {
      east.push(one);
      west.push(other);
    } else {
      east.push(other);
      west.push(one);
    }
  }
  return { east, west };
}
