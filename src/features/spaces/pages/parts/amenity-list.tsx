import { Icon, type IconName } from "../../../../interface/components/icon.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import { type Amenity, amenities, amenityKeys } from "../../amenities.ts";

const icons: Partial<Record<Amenity, IconName>> = {
  step_free: "step-free",
  accessible_toilet: "step-free",
  bicycle_parking: "bike",
  kitchen: "coffee",
  meeting_rooms: "people",
  phone_booths: "phone",
  photo_studio: "camera",
  printer: "print",
  lockers: "lock",
  stay_overnight: "bed",
};

/** What the house has, always in the same order. */
export function AmenityList({ keys, language }: { keys: readonly string[]; language: Language }) {
  return (
    <ul className="facts">
      {amenityKeys
        .filter((key) => keys.includes(key))
        .map((key) => (
          <li key={key}>
            <Icon name={icons[key] ?? "check"} />
            <span>{amenities[key][language]}</span>
          </li>
        ))}
    </ul>
  );
}
