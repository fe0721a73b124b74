export {
  type AverageDeviation,
  type AverageDeviationOptions,
  averageDeviation,
} from "./agreement/average-deviation.ts";
export { type Awg, awg, type ScaleRange } from "./agreement/awg.ts";
export { type Intraclass, type IntraclassForm, intraclass } from "./agreement/intraclass.ts";
export type { AvailableOption } from "./agreement/item-variances.ts";
export { type KendallW, kendallW } from "./agreement/kendall-w.ts";
export { type KrippendorffAlpha, krippendorffAlpha } from "./agreement/krippendorff-alpha.ts";
export { type AgreementNull, type NullShape, nullVariance } from "./agreement/null-variance.ts";
export { type Rwg, rwg } from "./agreement/rwg.ts";
export { type RwgJ, rwgJ } from "./agreement/rwg-j.ts";
export { type RwgStar, rwgStar } from "./agreement/rwg-star.ts";
export { type TwoWayMeanSquares, twoWayMeanSquares } from "./agreement/two-way-mean-squares.ts";
export { amountEffectiveness } from "./amounts/amount-effectiveness.ts";
export { type AmountScale, amountDeviation } from "./amounts/amount-scale.ts";
export { type AmountShares, amountShares } from "./amounts/amount-shares.ts";
export { type Versatility, type VersatilitySide, versatility } from "./amounts/versatility.ts";
export type {
  ChangeMixture,
  ChangeProfile,
  SeenChange,
  TrueChanges,
} from "./change/change-profile.ts";
export { claimLevel } from "./change/claim-level.ts";
export type { DidRow } from "./change/did-row.ts";
export {
  type DidOptions,
  type DifferenceInDifferences,
  differenceInDifferences,
} from "./change/difference-in-differences.ts";
export { judgeProfile, type ProfileJudge } from "./change/false-change-rate.ts";
export {
  fitTrueChanges,
  fitTrueChangesInSteps,
  type TrueChangeOptions,
} from "./change/fit-true-changes.ts";
export { minimumDetectableEffect, type Trial } from "./change/minimum-detectable-effect.ts";
export { type ReliableChange, reliableChange } from "./change/reliable-change.ts";
export { reliableRaterChange } from "./change/reliable-rater-change.ts";
export { type ComposeTeamOptions, composeTeam, type TeamProposal } from "./cover/compose-team.ts";
export { type CoverOptions, coverOf, type SkillCover } from "./cover/cover-of.ts";
export type { CoverTable } from "./cover/cover-table.ts";
export { howManyCould } from "./cover/how-many-could.ts";
export type { TeamNeed } from "./cover/team-value.ts";
export { type CoverChange, whatIf } from "./cover/what-if.ts";
export { column } from "./data/column.ts";
export { completeRows } from "./data/complete-rows.ts";
export type { DataMatrix } from "./data/data-matrix.ts";
export type { LevelOption } from "./data/level.ts";
export { matrixOf } from "./data/matrix-of.ts";
export { row } from "./data/row.ts";
export { type SeededRandom, seededRandom } from "./data/seeded-random.ts";
export type { Values } from "./data/values.ts";
export { type Correlation, correlation } from "./describe/correlation.ts";
export { type CovarianceEllipse, covarianceEllipse } from "./describe/covariance-ellipse.ts";
export {
  type CovarianceMatrix,
  covarianceMatrix,
  type MissingOption,
} from "./describe/covariance-matrix.ts";
export { type Description, describe } from "./describe/describe.ts";
export { type MeanInterval, meanInterval } from "./describe/mean-interval.ts";
export { percentileRank } from "./describe/percentile-rank.ts";
export { quantile } from "./describe/quantile.ts";
export { betaCdf } from "./distributions/beta-cdf.ts";
export { betaQuantile } from "./distributions/beta-quantile.ts";
export { chiSquareCdf } from "./distributions/chi-square-cdf.ts";
export { chiSquareQuantile } from "./distributions/chi-square-quantile.ts";
export { fCdf } from "./distributions/f-cdf.ts";
export { fQuantile } from "./distributions/f-quantile.ts";
export { noncentralFCdf } from "./distributions/noncentral-f-cdf.ts";
export { normalCdf, normalDensity } from "./distributions/normal-cdf.ts";
export { normalQuantile } from "./distributions/normal-quantile.ts";
export { tCdf, tTwoSided } from "./distributions/t-cdf.ts";
export { tQuantile } from "./distributions/t-quantile.ts";
export { type Lmg, type LmgDriver, type LmgOptions, lmg } from "./drivers/lmg.ts";
export {
  type Regression,
  type RegressionPredictor,
  type RegressionTerm,
  regression,
} from "./drivers/regression.ts";
export { type RelativeWeights, relativeWeights } from "./drivers/relative-weights.ts";
export type { Components, Generalizability } from "./generalizability/components.ts";
export { type Decision, decisionStudy } from "./generalizability/decision-study.ts";
export { generalizability } from "./generalizability/generalizability.ts";
export type { Rating } from "./generalizability/score-table.ts";
export {
  type EffectSize,
  type EtaSquared,
  etaSquared,
  partialEtaSquared,
} from "./groups/eta-squared.ts";
export {
  type GroupComponents,
  type GroupComponentsOptions,
  groupComponents,
} from "./groups/group-components.ts";
export { type GroupIcc, groupIcc } from "./groups/group-icc.ts";
export { type GroupMeans, groupMeans } from "./groups/group-means.ts";
export {
  type ShrunkenMean,
  type ShrunkenMeanOptions,
  shrunkenMean,
} from "./groups/shrunken-mean.ts";
export type { CrossedData, Ids } from "./models/crossed/collapse.ts";
export type { ComponentEstimate } from "./models/crossed/component-estimates.ts";
export type { Criteria } from "./models/crossed/criteria.ts";
export type {
  CrossedModel,
  CrossedResult,
  FixedEffect,
  RandomEffect,
  RateeEffect,
} from "./models/crossed/crossed-model.ts";
export type { CrossedOptions } from "./models/crossed/crossed-options.ts";
export type { EngineName } from "./models/crossed/engine.ts";
export { fitCrossedModel } from "./models/crossed/fit-crossed-model.ts";
export type { CrossedRefusal } from "./models/crossed/identify.ts";
export type { LikelihoodMethod } from "./models/crossed/likelihood-method.ts";
export type { CrossedProgress, CrossedStage } from "./models/crossed/progress.ts";
export type {
  MeansVariances,
  ObservedMean,
  PredictedMean,
  PredictedMeans,
} from "./models/means/observed-mean.ts";
export { type PredictOptions, predictMeans } from "./models/means/predict-means.ts";
export type { RaschElement } from "./models/rasch/describe-facet.ts";
export type {
  RaschFit,
  RaschMethod,
  RaschOptions,
  RaschPopulation,
  RaschRatee,
  RaschRefused,
} from "./models/rasch/fit-facets.ts";
export {
  fitPartialCredit,
  type PartialCredit,
  type PartialCreditItem,
  type PartialCreditResult,
} from "./models/rasch/fit-partial-credit.ts";
export {
  fitRaschFacets,
  type RaschFacets,
  type RaschResult,
} from "./models/rasch/fit-rasch-facets.ts";
export type { Pause } from "./proficiency/ageing.ts";
export { carriedVariance, mergedLevel } from "./proficiency/carried-variance.ts";
export { type JobKind, proficiencyDefaults } from "./proficiency/defaults.ts";
export {
  type EstimateLevelOptions,
  estimateLevel,
  type LevelEstimate,
} from "./proficiency/estimate-level.ts";
export type {
  CarriedLevel,
  LevelPopulation,
  LevelScale,
  LevelSource,
} from "./proficiency/level-source.ts";
export type { SourceTrust } from "./proficiency/measurement.ts";
export { chanceOfMeeting, expectedGap } from "./proficiency/required-level.ts";
export {
  differenceOfProportions,
  type ProportionDifference,
} from "./proportions/difference-of-proportions.ts";
export { type ProportionInterval, proportionInterval } from "./proportions/proportion-interval.ts";
export type { Proportion } from "./proportions/score-interval.ts";
export type {
  GroupRelations,
  MemberEffect,
  RelationComponents,
} from "./relations/group-relations.ts";
export type { LeftOut, RoundRobinProblem, RoundRobinRating } from "./relations/round-robin.ts";
export {
  type PooledComponent,
  type SocialRelations,
  type SocialRelationsOptions,
  type SocialRelationsResult,
  socialRelations,
  type TeamRelations,
} from "./relations/social-relations.ts";
export type {
  AvailableCorrelation,
  AvailableOptions,
} from "./reliability/available-correlation.ts";
export { type AlphaItem, type CronbachAlpha, cronbachAlpha } from "./reliability/cronbach-alpha.ts";
export { type ItemRest, itemRest } from "./reliability/item-rest.ts";
export {
  type OmegaHierarchical,
  omegaHierarchical,
} from "./reliability/omega/omega-hierarchical.ts";
export {
  type OmegaTotal,
  type OmegaTotalOptions,
  omegaTotal,
} from "./reliability/omega/omega-total.ts";
export { ratersNeeded } from "./reliability/raters-needed.ts";
export {
  type ItemWithScale,
  type ScaleCorrelations,
  type ScaleItems,
  type ScalePair,
  scaleCorrelations,
} from "./reliability/scale-correlations.ts";
export { spearmanBrown } from "./reliability/spearman-brown.ts";
export { type SplitHalf, splitHalf } from "./reliability/split-half.ts";
export { type TrueScore, trueScore } from "./reliability/true-score.ts";
export {
  type PolynomialAgreement,
  type PolynomialOptions,
  polynomialAgreement,
} from "./selfother/polynomial-agreement.ts";
export type { PrincipalAxes, PrincipalAxis, SurfaceQuantity } from "./selfother/principal-axes.ts";
export { type ProfileAgreement, profileAgreement } from "./selfother/profile-agreement.ts";
export { type SelfOtherCategory, selfOtherCategory } from "./selfother/self-other-category.ts";
export {
  type SelfOtherGap,
  type SelfOtherGapOptions,
  selfOtherGap,
} from "./selfother/self-other-gap.ts";
export type { SurfaceTest } from "./selfother/surface-test.ts";
export { type Enps, enps } from "./survey/enps.ts";
