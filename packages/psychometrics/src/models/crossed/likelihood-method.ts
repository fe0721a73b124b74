/** Restricted or plain maximum likelihood. */
export type LikelihoodMethod = "reml" | "ml";
