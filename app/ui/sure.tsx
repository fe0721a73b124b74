import type { Sureness } from "~/platform/blocks/block.ts";
import { cx } from "./cx.ts";
import { SureSign } from "./sure-sign.tsx";

/** How sure a thing is: a mark and a word, before any figure. */
export function Sure({ sure: { step, words } }: { sure: Sureness }) {
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1.5 text-sm",
        step === "clear" ? "font-medium text-ink" : "text-ink-muted",
      )}
    >
      <svg
        viewBox="0 0 12 12"
        width="12"
        height="12"
        aria-hidden="true"
        focusable="false"
        className="shrink-0"
      >
        <SureSign step={step} x={6} y={6} />
      </svg>
      <span>{words}</span>
    </span>
  );
}
