import type { ComponentPropsWithRef, ReactNode } from "react";
import { BaseLink, type BaseLinkProps } from "./base-link.tsx";
import { cx } from "./cx.ts";
import { SpinnerIcon } from "./icons.tsx";

const variants = {
  primary:
    "forced-color-adjust-none bg-accent-fill text-on-accent border-transparent hover:bg-accent-fill-hover",
  secondary: "bg-surface text-ink border-line-strong hover:bg-sunken",
  quiet: "bg-transparent text-accent border-transparent hover:bg-accent-soft",
  /** Takes something away, on a page that is for something else. */
  caution: "bg-surface text-danger-text border-danger-fill hover:bg-danger-soft",
  danger:
    "forced-color-adjust-none bg-danger-fill text-on-danger border-transparent hover:bg-danger-fill-hover",
};

const sizes = {
  regular: "min-h-control px-4 py-1.5 text-base",
  small: "min-h-8 pointer-coarse:min-h-control px-3 py-1 text-sm",
};

export interface ButtonLook {
  variant?: keyof typeof variants;
  size?: keyof typeof sizes;
  /** A line icon before the words. */
  icon?: ReactNode;
  /** Fills the width of a phone's screen. */
  wide?: boolean;
}

export type ButtonProps = ButtonLook &
  ComponentPropsWithRef<"button"> & {
    /** The action is under way: further presses do nothing and the reason is announced. */
    busy?: boolean;
  };

export type ButtonLinkProps = ButtonLook & BaseLinkProps;

function look({ variant = "secondary", size = "regular", wide = false }: ButtonLook): string {
  return cx(
    "inline-flex max-w-full wrap-anywhere print:hidden items-center justify-center gap-2 rounded-medium border text-center font-medium leading-tight no-underline transition-colors",
    "disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-ink-faint",
    variants[variant],
    sizes[size],
    wide && "max-sm:w-full",
  );
}

/** A button. Without a `type` it submits its form, as in HTML. */
export function Button({
  variant,
  size,
  icon,
  wide,
  busy = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      className={cx(look({ variant, size, wide }), className)}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      {...rest}
    >
      {busy ? <SpinnerIcon /> : icon}
      {children}
    </button>
  );
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({
  variant,
  size,
  icon,
  wide,
  className,
  children,
  ...rest
}: ButtonLinkProps) {
  return (
    <BaseLink className={cx(look({ variant, size, wide }), className)} {...rest}>
      {icon}
      {children}
    </BaseLink>
  );
}
