/** Why something is shown, changed or hidden. Stable: applications translate by code. */
export type ReasonCode =
  | "shown-minimum"
  | "shown-identified"
  | "shown-merged"
  | "shown-pooled"
  | "hidden-few-raters"
  | "hidden-few-or-alike"
  | "hidden-few-answers"
  | "hidden-near-end"
  | "hidden-one-answer-everywhere"
  | "hidden-few-for-spread"
  | "hidden-nearly-alike"
  | "hidden-few-parts"
  | "hidden-no-answer"
  | "hidden-few-commenters"
  | "hidden-subtraction";

/** The reason codes that say why something is not there. */
export type HiddenReason = Extract<ReasonCode, `hidden-${string}`>;

/** Something that may not be shown, and why. */
export type Hidden = {
  readonly shown: false;
  readonly reason: Exclude<HiddenReason, "hidden-near-end">;
};

const made = new Map<Hidden["reason"], Hidden>();

/** The one `Hidden` with this reason. */
export function hidden(reason: Hidden["reason"]): Hidden {
  let value = made.get(reason);
  if (value === undefined) {
    value = Object.freeze({ shown: false, reason });
    made.set(reason, value);
  }
  return value;
}
