import type { FieldProps } from "../../item/field-props.ts";

/** Words between questions. */
export function StatementField({ item }: FieldProps<object>) {
  return <p className="max-w-reading border-s-4 border-line-strong ps-4">{item.text}</p>;
}
