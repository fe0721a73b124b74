import { CANT_SAY, TICKED } from "../domain/answers.ts";
import type { FieldProps } from "./field-props.ts";
import { TickBox } from "./tick-box.tsx";

/** A way to pass that costs nothing, for items that are not radios. */
export function CantSay({ item, value }: FieldProps<object>) {
  const name = item.fields[CANT_SAY];
  if (item.cantSay === null || !name) return null;
  return <TickBox name={name} label={item.cantSay} isTicked={value(CANT_SAY) === TICKED} isApart />;
}
