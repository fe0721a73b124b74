export interface Criteria {
  /** -2 log likelihood. */
  deviance: number | null;
  logLikelihood: number | null;
  /** What AIC and BIC count: fixed effects and variances. */
  parameters: number;
  /**
   * deviance + 2 or log n times the parameters, as lme4's. With REML they compare only models with the same fixed
   * effects.
   */
  aic: number | null;
  bic: number | null;
}

/** Akaike's (1974) and Schwarz's (1978) criteria of a fit; all null without a deviance. */
export function criteria(deviance: number | null, parameters: number, n: number): Criteria {
  if (deviance === null) return { deviance, logLikelihood: null, parameters, aic: null, bic: null };
  return {
    deviance,
    logLikelihood: -deviance / 2,
    parameters,
    aic: deviance + 2 * parameters,
    bic: deviance + Math.log(n) * parameters,
  };
}
