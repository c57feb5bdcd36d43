type Place = { slug: string; name: string };
type Position = { role: string; organization: Place; spaces: readonly Place[] };

/** Where somebody works, with the page their day begins on; members work nowhere by that. */
export function workPlaces({ positions, isOperator }: { positions: readonly Position[]; isOperator: boolean }, set: string) {
  const places = positions.flatMap(placesOf);
  if (isOperator) places.push({ path: "/operations/setup", name: set });
  return [...new Map(places.map((place) => [place.path, place])).values()];
}

function placesOf({ role, organization, spaces }: Position): { path: string; name: string }[] {
  switch (role) {
    case "host":
    case "manager":
    case "owner":
      return spaces.length > 0
        ? spaces.map(({ slug, name }) => ({ path: `/spaces/${slug}/today`, name }))
        : [{ path: `/organizations/${organization.slug}`, name: organization.name }];
    case "coordinator":
      return [{ path: `/networks/${organization.slug}/work`, name: organization.name }];
    default:
      return [];
  }
}
