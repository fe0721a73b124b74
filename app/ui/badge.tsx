import type { ReactNode } from "react";
import { cx } from "./cx.ts";

const tones = {
  neutral: "border-transparent bg-sunken text-ink-muted",
  accent: "bg-surface text-accent border-accent-fill/40",
  managing: "border-transparent bg-managing-soft text-managing-text",
  leading: "border-transparent bg-leading-soft text-leading-text",
  success: "border-transparent bg-success-soft text-success-text",
  danger: "border-transparent bg-danger-soft text-danger-text",
};

export interface BadgeProps {
  tone?: keyof typeof tones;
  icon?: ReactNode;
  children: ReactNode;
}

/** The state or kind of a thing, in a word or two. Success and danger come with an icon. */
export function Badge({ tone = "neutral", icon, children }: BadgeProps) {
  return (
    <span
      className={cx(
        "inline-flex w-fit items-center gap-1 rounded-small border px-1.5 py-0.5 text-xs leading-4 font-medium whitespace-nowrap [&_svg]:size-3.5",
        tones[tone],
      )}
    >
      {icon}
      {children}
    </span>
  );
}
