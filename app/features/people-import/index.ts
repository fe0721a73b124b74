export { QuestionFields } from "./components/questions-panel.tsx";
export { ReadingNotes } from "./components/reading-notes.tsx";
