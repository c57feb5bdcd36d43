/** A logo as the API tells it; width and height are those of the large size. */
export type ShownLogo = { large: string; small: string; width: number; height: number; ground: "day" | "night" };

type LogoProps = {
  logo: ShownLogo;
  /** Whose it is; empty where the name stands beside it. */
  name: string;
  isLarge?: boolean;
};

/** The mark of an organization in its own colours, on the floor it is seen best on. */
export function Logo({ logo: { large, small, width, height, ground }, name, isLarge = false }: LogoProps) {
  return <img className={`logo on-${ground}`} src={isLarge ? large : small} alt={name} width={width} height={height} />;
}
