import type { ReactNode } from "react";
import type { FieldProps } from "../item/field-props.ts";
import type { ItemKind, ItemView } from "../item/item-kind.ts";
import { AmountField } from "./amount/amount-field.tsx";
import { ChoiceField } from "./choice/choice-field.tsx";
import { DateField } from "./date/date-field.tsx";
import { FrequencyField } from "./frequency/frequency-field.tsx";
import { NumberField } from "./number/number-field.tsx";
import { RankField } from "./rank/rank-field.tsx";
import type { KindName, kinds } from "./registry.ts";
import { StatementField } from "./statement/statement-field.tsx";
import { TextField } from "./text/text-field.tsx";
import { TruthField } from "./truth/truth-field.tsx";

type ViewOf<Kind> = Kind extends ItemKind<infer _Item, infer View> ? View : never;

/** How each kind looks; the compiler asks for every kind of the registry. */
const fields: {
  [Name in KindName]: (props: FieldProps<ViewOf<(typeof kinds)[Name]>>) => ReactNode;
} = {
  amount: AmountField,
  truth: TruthField,
  frequency: FrequencyField,
  choice: ChoiceField,
  number: NumberField,
  date: DateField,
  text: TextField,
  rank: RankField,
  statement: StatementField,
};

/** The field of an item, whatever its kind: its view was made by the same kind. */
export function ItemField(props: FieldProps<object> & { item: ItemView }) {
  const Field = fields[props.item.kind as KindName] as (props: FieldProps<object>) => ReactNode;
  return <Field {...props} />;
}
