export { lastLook } from "./answering/last-look.ts";
export { measureOf } from "./answering/measure-of.ts";
export { type PreviewData, previewData } from "./answering/preview-data.ts";
export {
  type PartData,
  partsOf,
  sectionViews,
} from "./answering/questionnaire-view.ts";
export { DeviceNote } from "./components/device-note.tsx";
export { PartPage } from "./components/part-page.tsx";
export { QuestionnairePreview } from "./components/questionnaire-preview.tsx";
export { RaterShell } from "./components/rater-shell.tsx";
export { SectionFields } from "./components/section-fields.tsx";
export { KindsGallery } from "./gallery/kinds-gallery.tsx";
export {
  answerRules,
  measuredItems,
} from "./instruments/asked-items.ts";
export { suitsFeedback } from "./instruments/feedback-lacks.ts";
export type { Instrument } from "./instruments/instrument.ts";
export { inLanguage, languagesOf } from "./instruments/languages.ts";
