export { ScaleField as AmountField } from "../../item/scale-field.tsx";
