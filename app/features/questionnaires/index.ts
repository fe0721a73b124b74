export { answerRules, measureOf, scaleRange } from "./answering/measure-of.ts";
export {
  type PartData,
  partsOf,
  questionViews,
  sectionViews,
} from "./answering/questionnaire-view.ts";
export { DeviceNote } from "./components/device-note.tsx";
export { PartPage } from "./components/part-page.tsx";
export { RaterShell } from "./components/rater-shell.tsx";
export type { Instrument } from "./instruments/instrument.ts";
export { inLanguage, languagesOf } from "./instruments/languages.ts";
