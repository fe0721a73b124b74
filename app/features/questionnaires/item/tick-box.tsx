import { cx } from "~/ui/cx.ts";
import { TICKED } from "../domain/answers.ts";

type Props = {
  name: string;
  label: string;
  isTicked: boolean;
  /** Instead of an answer: ticking it takes the answer back. */
  isApart?: boolean;
};

/** A box of its own name. Forms leave out what is not ticked, so it says so first. */
export function TickBox({ name, label, isTicked, isApart = false }: Props) {
  return (
    <label
      className={cx(
        "flex min-h-11 w-fit max-w-full cursor-pointer items-center gap-3 rounded-medium px-2 has-focus-visible:outline-2 has-focus-visible:outline-focus hover:bg-sunken has-checked:font-semibold",
        isApart && "text-sm text-ink-muted has-checked:text-ink",
      )}
    >
      <input type="hidden" name={name} value="" />
      <input
        type="checkbox"
        name={name}
        value={TICKED}
        defaultChecked={isTicked}
        data-apart={isApart ? "" : undefined}
        className="size-5 shrink-0 accent-accent-fill outline-none"
      />
      <span className="wrap-anywhere">{label}</span>
    </label>
  );
}
