/**
 * A point as `spaces.globe_point` has it: on a globe of radius one, written as the database writes a cube.
 * @param latitude degrees, WGS 84
 */
export function globePoint([latitude, longitude]: readonly [latitude: number, longitude: number]): string {
  const [north, east] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
  return `(${Math.cos(north) * Math.cos(east)},${Math.cos(north) * Math.sin(east)},${Math.sin(north)})`;
}
