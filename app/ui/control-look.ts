/** How every box to type or choose in looks. Text stays 16 px, so that phones do not zoom in. */
export const controlLook =
  "w-full rounded-medium border border-line-strong bg-surface text-base text-ink " +
  "placeholder:text-ink-faint " +
  "focus-visible:border-focus focus-visible:outline-2 focus-visible:outline-offset-0 " +
  "aria-invalid:border-2 aria-invalid:border-danger-fill " +
  "disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-ink-muted";

/** Widths that hint at the length of the answer. */
export const controlWidths = {
  short: "max-w-40",
  medium: "max-w-80",
  long: "max-w-form",
  full: "",
};

export type ControlWidth = keyof typeof controlWidths;
