export { ScaleField as TruthField } from "../../item/scale-field.tsx";
