import type { Sureness } from "~/platform/blocks/block.ts";

/** Each step of sureness by its shape: full is clear, half is likely, a broken ring cannot be told. */
export function SureSign({ step, x, y }: { step: Sureness["step"]; x: number; y: number }) {
  if (step === "clear") return <circle cx={x} cy={y} r="5" fill="var(--ink)" />;
  if (step === "likely")
    return (
      <>
        <circle cx={x} cy={y} r="4.5" fill="none" stroke="var(--ink-muted)" strokeWidth="1.25" />
        <path d={`M${x} ${y - 4.5}A4.5 4.5 0 0 0 ${x} ${y + 4.5}Z`} fill="var(--ink-muted)" />
      </>
    );
  return (
    <circle
      cx={x}
      cy={y}
      r="4.5"
      fill="none"
      stroke="var(--ink-muted)"
      strokeWidth="1.25"
      strokeDasharray="2 1.6"
    />
  );
}
