import type { ChangeEventHandler } from "react";
import { type Choice, choiceId } from "./choice.ts";
import { cx } from "./cx.ts";
import { FieldSet, type FieldSetText } from "./field-set.tsx";

export interface RadioGroupProps extends FieldSetText {
  name: string;
  id?: string;
  choices: readonly Choice[];
  defaultValue?: string | undefined;
  required?: boolean;
  onChange?: ChangeEventHandler<HTMLInputElement>;
  /** A list of answers, or a scale that lies in one row where there is room. */
  layout?: "list" | "scale";
  className?: string;
}

const ground =
  "flex min-h-control cursor-pointer gap-2.5 rounded-medium border bg-surface px-3 py-2 " +
  "transition-colors hover:border-line-strong has-checked:border-accent-fill has-checked:bg-accent-soft " +
  "has-focus-visible:outline-3 has-focus-visible:outline-offset-1 has-focus-visible:outline-focus " +
  "has-disabled:cursor-not-allowed has-disabled:bg-sunken has-disabled:text-ink-muted";

const inScale =
  "items-center sm:min-w-0 sm:flex-1 sm:flex-col sm:gap-1 sm:px-2 sm:py-2.5 sm:text-center sm:text-sm sm:leading-tight";

type RadioProps = Omit<RadioGroupProps, keyof FieldSetText | "choices"> & {
  id: string;
  choice: Choice;
  index: number;
  wrong: boolean;
};

function Radio({
  choice,
  index,
  id,
  name,
  defaultValue,
  required,
  onChange,
  layout,
  wrong,
}: RadioProps) {
  const own = choiceId(id, index);
  return (
    <label
      htmlFor={own}
      className={cx(
        ground,
        layout === "scale" ? inScale : "items-start",
        choice.apart && "max-sm:mt-2 sm:ms-3",
        wrong ? "border-danger-fill" : "border-line",
      )}
    >
      <input
        type="radio"
        id={own}
        name={name}
        value={choice.value}
        defaultChecked={defaultValue === choice.value}
        required={required}
        disabled={choice.disabled}
        onChange={onChange}
        className={cx(
          "size-5 shrink-0 accent-accent-fill outline-none",
          layout === "scale" ? "" : "mt-0.5",
        )}
      />
      <span className="min-w-0">
        {choice.label}
        {choice.hint && <span className="block text-sm text-ink-muted">{choice.hint}</span>}
      </span>
    </label>
  );
}

/** One answer to one question, with the browser's own radios. The first carries the field's id. */
export function RadioGroup(props: RadioGroupProps) {
  const { name, id = name, choices, defaultValue, required, onChange, layout = "list" } = props;
  const { legend, legendSize, legendHidden, hint, error, optional, was, className } = props;
  const label = choices.find(({ value }) => value === was)?.label;
  return (
    <FieldSet
      {...{ id, legend, legendSize, legendHidden, hint, error, optional, className }}
      was={was && (typeof label === "string" ? label : null)}
    >
      <div className={cx("flex flex-col gap-2", layout === "scale" && "sm:flex-row sm:gap-1.5")}>
        {choices.map((choice, index) => (
          <Radio
            key={choice.value}
            {...{ choice, index, id, name, defaultValue, required, onChange, layout }}
            wrong={Boolean(error)}
          />
        ))}
      </div>
    </FieldSet>
  );
}
