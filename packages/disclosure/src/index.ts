export { type Audit, audit, type Determined } from "./audit/audit.ts";
export type { Bounds, Statement, Unit } from "./bounds/types.ts";
export { bundle } from "./bundle.ts";
export { brokenSetting, LEAST_MINIMUM } from "./check-policy.ts";
export {
  type Comment,
  type CommentDecision,
  type CommentGroup,
  decideComments,
  type QuestionComments,
} from "./comments/decide-comments.ts";
export type { Marginals } from "./cover/beliefs.ts";
export { builtInMarginals } from "./cover/built-in-marginals.ts";
export type { AnswerRules } from "./cover/draw-withheld.ts";
export { marginalsOf } from "./cover/marginals-of.ts";
export type { NearEnd } from "./cover/near-end-figure.ts";
export type { Scale } from "./cover/scale.ts";
export { derive } from "./derive.ts";
export { assertDisclosed, type Disclosed, isDisclosed, type Plain } from "./disclosed.ts";
export { explain } from "./explain.ts";
export {
  type Contributed,
  FigureLedger,
  type LedgerBook,
  type LedgerEntry,
  type LedgerFigure,
  type Standing,
  type StandingCut,
  type StandingNode,
} from "./figure/figure-ledger.ts";
export { listMembers, type Members, membersOf } from "./ledger/members.ts";
export { type LedgerAnswer, type LedgerState, QueryLedger } from "./ledger/query-ledger.ts";
export { type DisclosurePolicy, standardPolicy } from "./policy.ts";
export type { Hidden, HiddenReason, ReasonCode } from "./reason.ts";
export {
  decideGroups,
  type GroupDecision,
  type HiddenRelationship,
  type RelationshipCount,
  type ShownAll,
  type ShownGroup,
} from "./report/decide-groups.ts";
export { disclosePooledSpread, type PooledSpread } from "./report/disclose-pooled-spread.ts";
export { discloseReportFigures } from "./report/disclose-report-figures.ts";
export {
  discloseRound,
  type RoundFigure,
  type RoundNumbers,
  type RoundSize,
} from "./report/disclose-round.ts";
export {
  discloseVariances,
  type RoundVariances,
  type Variances,
} from "./report/disclose-variances.ts";
export type {
  CombinedFigure,
  Competency,
  GroupFigures,
  Item,
  ItemFigure,
  Ratings,
  ReportFigures,
  ReportInput,
  Shares,
  Spread,
} from "./report/types.ts";
export type { Cell } from "./table/cell.ts";
export {
  type CubeCell,
  type CubeFigure,
  type CubeInput,
  type ProtectedCube,
  protectCube,
} from "./table/protect-cube.ts";
export {
  type CellFigure,
  type ProtectedTable,
  protectTable,
  type TableInput,
} from "./table/protect-table.ts";
export { type Tightened, tightenPolicy } from "./tighten-policy.ts";
export {
  type Contributions,
  type FigureState,
  type NextSnapshot,
  nextSnapshot,
  type Snapshot,
} from "./time/next-snapshot.ts";
export {
  type NodeFigure,
  type ProtectedTree,
  protectTree,
  type TreeNode,
} from "./tree/protect-tree.ts";
