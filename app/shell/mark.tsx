import { cx } from "~/ui/cx.ts";

export interface MarkProps {
  className?: string;
  /** Set when no words stand beside it. */
  title?: string;
}

/** Two hats, one over the other: managing blue, leading amber. On paper both take the colour of the text. */
export function Mark({ className, title }: MarkProps) {
  return (
    <svg
      viewBox="0 0 32 32"
      width="32"
      height="32"
      className={cx("shrink-0", className)}
      role={title ? "img" : undefined}
      aria-hidden={title ? undefined : true}
      aria-label={title}
      focusable="false"
    >
      <path
        className="fill-managing-fill print:fill-ink"
        d="M3.25 16.5a2.25 2.25 0 0 1 0-4.5H6l.8-4.8C7.1 5.2 8.6 4 10.6 4h2.8c2 0 3.5 1.2 3.8 3.2l.85 5.2C15.3 12.6 13.6 14 13.1 16.5Z"
      />
      <path
        className="fill-leading-fill print:fill-ink"
        d="M11.25 27a2.25 2.25 0 0 1 0-4.5H14l.8-5.3c.3-2 1.8-3.2 3.8-3.2h2.8c2 0 3.5 1.2 3.8 3.2l.8 5.3h2.75a2.25 2.25 0 0 1 0 4.5Z"
      />
    </svg>
  );
}
