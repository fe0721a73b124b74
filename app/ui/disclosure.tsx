import type { ReactNode } from "react";
import { ChevronRightIcon } from "./icons.tsx";

export interface DisclosureProps {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean | undefined;
  /** What is inside has a frame of its own. */
  framed?: boolean | undefined;
}

/** More on demand; the browser's own details, so it opens before JavaScript arrives. */
export function Disclosure({ summary, children, open, framed = false }: DisclosureProps) {
  return (
    <details open={open}>
      <summary className="flex w-fit min-h-9 items-center gap-1.5 rounded-small font-medium text-accent pointer-coarse:min-h-11">
        <ChevronRightIcon className="turns size-4.5 transition-transform rtl:-scale-x-100" />
        <span className="underline decoration-1 underline-offset-[0.2em]">{summary}</span>
      </summary>
      <div className={framed ? "mt-1" : "mt-2 border-s-2 border-line ps-4"}>{children}</div>
    </details>
  );
}
