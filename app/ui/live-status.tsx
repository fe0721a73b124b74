import type { ReactNode } from "react";
import { cx } from "./cx.ts";

/** Quiet news about the page at hand, such as "Saved at 14:02"; read out when it changes. */
export function LiveStatus({ children, className }: { children?: ReactNode; className?: string }) {
  return (
    <p role="status" className={cx("min-h-5 text-sm text-ink-muted", className)}>
      {children}
    </p>
  );
}
