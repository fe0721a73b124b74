export { ScaleField as FrequencyField } from "../../item/scale-field.tsx";
