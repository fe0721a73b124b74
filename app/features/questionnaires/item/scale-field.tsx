import type { FieldProps } from "./field-props.ts";
import { Question } from "./question.tsx";
import { RadioStrip } from "./radio-strip.tsx";
import type { ScaleView } from "./scale-kind.ts";

/** A point of a scale. What all items of the scale ask stands above them. */
export function ScaleField(props: FieldProps<ScaleView>) {
  const { item, problem } = props;
  return (
    <Question id={item.fields[""] ?? ""} text={item.text} problem={problem}>
      <RadioStrip {...props} choices={item.choices} />
    </Question>
  );
}
