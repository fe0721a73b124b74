export { answerRules, measureOf } from "./answering/measure-of.ts";
export {
  type PartData,
  partsOf,
  questionViews,
  sectionViews,
} from "./answering/questionnaire-view.ts";
export { DeviceNote } from "./components/device-note.tsx";
export { PartPage } from "./components/part-page.tsx";
export { RaterShell } from "./components/rater-shell.tsx";
