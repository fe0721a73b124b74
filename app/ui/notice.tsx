import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { AlertIcon, CheckCircleIcon, InfoIcon } from "./icons.tsx";

const tones = {
  info: { look: "border-line-strong/50 bg-surface", icon: "text-ink-muted", Icon: InfoIcon },
  success: {
    look: "border-success-fill bg-success-soft",
    icon: "text-success-text",
    Icon: CheckCircleIcon,
  },
  danger: { look: "border-danger-fill bg-danger-soft", icon: "text-danger-text", Icon: AlertIcon },
};

export interface NoticeProps {
  tone?: keyof typeof tones;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}

/** A message at the top of a page, sent with the page itself: what was done, or what to know first. */
export function Notice({ tone = "info", title, children, action }: NoticeProps) {
  const { look, icon, Icon } = tones[tone];
  return (
    <div
      role={tone === "danger" ? "alert" : "status"}
      className={cx("flex max-w-reading items-start gap-3 rounded-large border px-4 py-3", look)}
    >
      <Icon className={cx("mt-0.5", icon)} />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div>{children}</div>}
        {action && <div className="mt-2 flex flex-wrap gap-3">{action}</div>}
      </div>
    </div>
  );
}
