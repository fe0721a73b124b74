import { cx } from "~/ui/cx.ts";
import { CANT_SAY } from "../domain/answers.ts";
import type { FieldProps } from "./field-props.ts";
import type { Choice } from "./item-kind.ts";

const choice =
  "relative flex cursor-pointer rounded-medium border border-transparent text-ink-muted hover:bg-sunken has-checked:border-accent has-checked:bg-accent-soft has-checked:font-semibold has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-focus forced-colors:has-checked:outline-2 forced-colors:has-checked:outline-[Highlight]";
const standing =
  "min-h-16 flex-col items-center gap-1.5 px-0.5 pt-2.5 pb-2 text-center text-xs leading-tight sm:text-sm";
/** Many points, each with words: one under the other where there is no room for them side by side. */
const lyingOnPhones =
  "min-h-11 items-center gap-3 px-2 py-1.5 text-sm lg:min-h-16 lg:flex-col lg:gap-1.5 lg:px-0.5 lg:pt-2.5 lg:pb-2 lg:text-center lg:leading-tight";

const SIDE_BY_SIDE = ["", "", "grid-cols-2", "grid-cols-3", "grid-cols-4", "grid-cols-5"];
const FROM_WIDE = [
  ...["", "", "", "", "", ""],
  ...["lg:grid-cols-6", "lg:grid-cols-7", "lg:grid-cols-8", "lg:grid-cols-9"],
  ...["lg:grid-cols-10", "lg:grid-cols-11"],
];

type Props = FieldProps<object> & {
  choices: readonly Choice[];
  /** Labels are as short as a number. */
  isShort?: boolean;
};

/** Native radios side by side, and a way to pass that costs nothing. */
export function RadioStrip({ item, value, choices, isShort = false }: Props) {
  const name = item.fields[""] ?? "";
  const few = choices.length <= 5;
  const columns = isShort
    ? "grid-cols-6 sm:grid-cols-11"
    : few
      ? SIDE_BY_SIDE[choices.length]
      : FROM_WIDE[choices.length];
  return (
    <div className="clear-both lg:flex lg:items-center lg:gap-3">
      <div className={cx("grid gap-1 sm:gap-2 lg:flex-1", columns)}>
        {choices.map(({ value: each, label }) => (
          <label key={each} className={cx(choice, few || isShort ? standing : lyingOnPhones)}>
            <input
              type="radio"
              name={name}
              value={each}
              defaultChecked={value("") === String(each)}
              className="size-5 shrink-0 accent-accent-fill outline-none"
            />
            <span className="max-w-full wrap-anywhere hyphens-auto">{label}</span>
          </label>
        ))}
      </div>
      {item.cantSay !== null && (
        <label className="mt-1 inline-flex min-h-11 lg:mt-0 lg:max-w-28 cursor-pointer items-center gap-2 rounded-medium px-2 text-sm text-ink-muted hover:bg-sunken has-checked:font-semibold has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-focus">
          <input
            type="radio"
            name={name}
            value={CANT_SAY}
            defaultChecked={value("") === CANT_SAY}
            className="size-4 accent-accent-fill outline-none"
          />
          {item.cantSay}
        </label>
      )}
    </div>
  );
}
