import { BaseLink, type BaseLinkProps } from "./base-link.tsx";
import { cx } from "./cx.ts";

const tones = {
  /** In running text. */
  text: "text-accent underline decoration-1 underline-offset-[0.2em] hover:decoration-2",
  /** In lists and tables, where everything is a link. */
  quiet:
    "text-ink font-medium no-underline hover:text-accent hover:underline underline-offset-[0.2em]",
  /** Beside other words that say where it leads, as in a breadcrumb. */
  plain: "text-ink-muted no-underline hover:text-ink hover:underline underline-offset-[0.2em]",
  /** Secondary ways out. */
  muted: "text-ink-muted underline decoration-1 underline-offset-[0.2em] hover:text-ink",
};

export interface LinkProps extends BaseLinkProps {
  tone?: keyof typeof tones;
  /** Stands by itself, outside running text: large enough for a thumb, where one is used. */
  alone?: boolean;
}

const ALONE = "pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:items-center";

export function Link({ tone = "text", alone = false, className, ...rest }: LinkProps) {
  return (
    <BaseLink className={cx("rounded-small", tones[tone], alone && ALONE, className)} {...rest} />
  );
}
