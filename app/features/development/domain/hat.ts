/** A hat of the framework: the first is drawn as managing, the second as leading. */
export type Hat = { key: string; name: string; tone: HatTone };
export type HatTone = "managing" | "leading" | "neutral";

const TONES: readonly HatTone[] = ["managing", "leading"];

export function hatsInOrder(hats: readonly { key: string; name: string }[]): Hat[] {
  return hats.map(({ key, name }, at) => ({ key, name, tone: TONES[at] ?? "neutral" }));
}
