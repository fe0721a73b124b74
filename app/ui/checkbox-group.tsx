import { Checkbox } from "./checkbox.tsx";
import { type Choice, choiceId } from "./choice.ts";
import { FieldSet, type FieldSetText } from "./field-set.tsx";

export interface CheckboxGroupProps extends FieldSetText {
  name: string;
  id?: string;
  choices: readonly Choice[];
  /** Values ticked at first. */
  defaultValues?: readonly string[];
  className?: string;
}

/** Any number of answers to one question; each ticked one is sent under the same name. */
export function CheckboxGroup(props: CheckboxGroupProps) {
  const { name, id = name, choices, defaultValues = [], ...words } = props;
  return (
    <FieldSet id={id} {...words}>
      {choices.map(({ value, label, hint, disabled }, index) => (
        <Checkbox
          key={value}
          id={choiceId(id, index)}
          name={name}
          value={value}
          label={label}
          hint={hint}
          disabled={disabled}
          defaultChecked={defaultValues.includes(value)}
        />
      ))}
    </FieldSet>
  );
}
