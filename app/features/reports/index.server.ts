export { destinationsContext } from "./destinations.server.ts";
export { insertGroupReport } from "./report/group-report-store.server.ts";
export { forgetReportsOfRounds } from "./report/kept-store.server.ts";
export { ownFocus } from "./report/own-focus.server.ts";
export {
  participantOfReport,
  releasedReports,
  releaseReportsAbout,
  unreleasedReports,
} from "./report/release-store.server.ts";
export { ownNewestReport, type ReportAgain, reportAgain } from "./report/report-again.server.ts";
export {
  askedBefore,
  groupMembers,
  insertReport,
  lastReports,
  reportGroups,
  reportsSoFar,
} from "./report/report-store.server.ts";
export { thinReports } from "./report/thin-reads.server.ts";
export { usefulnessOf } from "./report/usefulness-reads.server.ts";
export { modelsOf, roundsWithModels } from "./scoring/cycle-model-reads.server.ts";
export { insertModels } from "./scoring/cycle-model-store.server.ts";
export { insertInstrumentQuality } from "./scoring/instrument-quality-store.server.ts";
