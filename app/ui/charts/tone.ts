/** Which hat a figure speaks of. */
export type Tone = "managing" | "leading" | "neutral";

/** Colour of marks for each hat, as tokens, so that both modes and paper follow. */
export const toneFill: Record<Tone, string> = {
  managing: "var(--managing-fill)",
  leading: "var(--leading-fill)",
  neutral: "var(--ink-muted)",
};

export const toneSoft: Record<Tone, string> = {
  managing: "var(--managing-soft)",
  leading: "var(--leading-soft)",
  neutral: "var(--sunken)",
};

export const toneText: Record<Tone, string> = {
  managing: "var(--managing-text)",
  leading: "var(--leading-text)",
  neutral: "var(--ink)",
};
