import type { ReactNode } from "react";

/** A title that is a sentence with the finding; of an amount it says the direction: more, less, right. */
export function FindingTitle({ children }: { children: ReactNode }) {
  return (
    <figcaption className="mb-4 max-w-reading font-serif text-xl font-semibold tracking-tight text-balance">
      {children}
    </figcaption>
  );
}
