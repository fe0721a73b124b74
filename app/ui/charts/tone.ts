/** Which hat a figure speaks of. */
export type Tone = "managing" | "leading" | "neutral";

/** Colour of marks for each hat, as tokens, so that both modes and paper follow. */
export const toneFill: Record<Tone, string> = {
  managing: "var(--managing-fill)",
  leading: "var(--leading-fill)",
  neutral: "var(--ink-muted)",
};
