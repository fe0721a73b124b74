import type { ItemView, ScaleLabel } from "../answering/questionnaire-view.ts";
import { CANT_SAY } from "../domain/answers.ts";

type Props = {
  item: ItemView;
  labels: readonly ScaleLabel[];
  cantSay: string;
  /** What is chosen now: a value, "can't say", or nothing yet. */
  chosen: number | typeof CANT_SAY | null;
  problem?: string | undefined;
};

const choice =
  "relative flex min-h-16 cursor-pointer flex-col items-center gap-1.5 rounded-medium border border-transparent px-0.5 pt-2.5 pb-2 text-center text-xs leading-tight text-ink-muted hover:bg-sunken has-checked:border-accent has-checked:bg-accent-soft has-checked:font-semibold has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-focus forced-colors:has-checked:outline-2 forced-colors:has-checked:outline-[Highlight] sm:text-sm";

/** One behaviour: five native radios side by side, and a way to pass that costs nothing. */
export function ItemField({ item, labels, cantSay, chosen, problem }: Props) {
  const name = `item-${item.index}`;
  return (
    <fieldset
      id={name}
      className="border-t border-line py-5"
      aria-describedby={problem ? `${name}-problem` : undefined}
    >
      <legend className="float-left mb-3 w-full text-base font-medium text-ink sm:text-lg">
        {item.text}
      </legend>
      {problem && (
        <p
          id={`${name}-problem`}
          className="clear-both mb-2 text-sm font-semibold text-danger-text"
        >
          {problem}
        </p>
      )}
      <div className="clear-both lg:flex lg:items-center lg:gap-3">
        <div className="grid grid-cols-5 gap-1 sm:gap-2 lg:flex-1">
          {labels.map(({ value, label }) => (
            <label key={value} className={choice}>
              <input
                type="radio"
                name={name}
                value={value}
                defaultChecked={chosen === value}
                className="size-5 shrink-0 accent-accent-fill outline-none"
              />
              <span className="max-w-full wrap-anywhere hyphens-auto">{label}</span>
            </label>
          ))}
        </div>
        <label className="mt-1 inline-flex min-h-11 lg:mt-0 lg:max-w-28 cursor-pointer items-center gap-2 rounded-medium px-2 text-sm text-ink-muted hover:bg-sunken has-checked:font-semibold has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-focus">
          <input
            type="radio"
            name={name}
            value={CANT_SAY}
            defaultChecked={chosen === CANT_SAY}
            className="size-4 accent-accent-fill outline-none"
          />
          {cantSay}
        </label>
      </div>
    </fieldset>
  );
}
