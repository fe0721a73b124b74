import type { Target } from "./target.ts";

/** One rule of the product, as the edit of its source that switches it off. */
export type Rule = { file: string; from: string; to: string };

/** What an attack found of what it tried for. */
export type Outcome = { tried: number; found: number };

/**
 * An attack on the running product through one channel: its pages, letters and a copy of its database, by someone who
 * may use them. It must find nothing, and must find something once the rule against it is switched off.
 */
export type Attack = {
  name: string;
  /** Who attacks, and with what. */
  by: string;
  rule: Rule;
  run(target: Target): Promise<Outcome>;
};
