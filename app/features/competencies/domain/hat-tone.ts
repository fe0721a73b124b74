/** Which hat something is drawn as: the first of a framework, its second, or neither. */
export type HatTone = "managing" | "leading" | "neutral";

export function hatTone(hats: readonly { key: string }[], hat: string | null): HatTone {
  if (hat === null) return "neutral";
  if (hats[0]?.key === hat) return "managing";
  return hats[1]?.key === hat ? "leading" : "neutral";
}
