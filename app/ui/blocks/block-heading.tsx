import type { ReactNode } from "react";
import type { Block } from "~/platform/blocks/block.ts";

type Heading = Extract<Block<unknown>, { kind: "heading" }>;
type Props = { block: Heading; level: 3 | 4; children: ReactNode };

/** A heading with what stands under it. */
export function BlockHeading({ block: { text, over, under }, level, children }: Props) {
  if (level === 4)
    return (
      <div className="mb-4">
        <h4 className="mb-2 text-sm font-semibold text-ink-muted">{text}</h4>
        {children}
      </div>
    );
  if (over === "parts" && under.every(({ kind }) => kind === "fold"))
    return (
      <div>
        <h3 className="mt-2 mb-4 text-lg font-semibold">{text}</h3>
        <div className={foldsLook(under)}>{children}</div>
      </div>
    );
  if (over === "parts")
    return (
      <div className="max-w-reading">
        <h3 className="mb-3 text-lg font-semibold">{text}</h3>
        {children}
      </div>
    );
  return (
    <div>
      <h3 className="mb-2 font-semibold">{text}</h3>
      <div className="grid gap-2">{children}</div>
    </div>
  );
}

/** What opens at once is read side by side; what is folded, as a list. */
function foldsLook(folds: Heading["under"]): string {
  return folds.every((fold) => fold.kind === "fold" && fold.open)
    ? "grid grid-cols-1 items-start gap-x-8 gap-y-5 lg:grid-cols-2"
    : "grid gap-2";
}
