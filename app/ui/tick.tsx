import type { ComponentPropsWithRef } from "react";

export interface TickProps extends Omit<ComponentPropsWithRef<"input">, "type" | "className"> {
  /** Whom or what it ticks, for those who hear the page. */
  label: string;
}

/** A box in a row of a table, large enough for a thumb. */
export function Tick({ label, ...input }: TickProps) {
  return (
    <label className="-m-0.5 flex size-6 items-center pointer-coarse:size-11">
      <span className="sr-only">{label}</span>
      <input type="checkbox" data-tick className="size-5 accent-accent-fill" {...input} />
    </label>
  );
}
