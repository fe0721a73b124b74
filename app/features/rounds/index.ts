export { HeldNotice } from "./components/held-notice.tsx";
export { type IntroFacts, IntroPreview } from "./components/intro-preview.tsx";
export { LetterChoice } from "./components/letter-choice.tsx";
export { LetterEditor } from "./components/letter-editor.tsx";
export { LetterPreview } from "./components/letter-preview.tsx";
export { listHref } from "./components/monitoring/list-href.ts";
export { MonitoringView } from "./components/monitoring/monitoring-view.tsx";
export { RelationshipsTable } from "./components/monitoring/relationships-table.tsx";
export type { RoundWays } from "./components/monitoring/ways.ts";
export { PreviewLink } from "./components/preview-link.tsx";
export {
  mayReadFiguresOf,
  mayReadSomeFigures,
  mayRunRound,
  mayRunRounds,
  mayRunSomeRounds,
} from "./domain/may-run-rounds.ts";
export { recordedAs } from "./domain/round.ts";
export type { Monitoring } from "./monitoring/monitoring-page.server.ts";
export { A_ROUND, asLetInto } from "./reach/as-let-into.ts";
