import type { Problem } from "./problem.ts";

/** An expected refusal is a value; only broken invariants throw. `reason` is a code that a page translates. */
export type Refusal<Reason extends string = string> = { ok: false; reason: Reason };

/** A refusal that names what was wrong with what was given, so that it can be put right. */
export type Problems<Code extends string = string> = Refusal<"problems"> & {
  problems: readonly Problem<Code>[];
};

export type Outcome<Value = void, Reason extends string = string> =
  | (Value extends void ? { ok: true } : { ok: true; value: Value })
  | Refusal<Reason>;

export function refuse<Reason extends string>(reason: Reason): Refusal<Reason> {
  return { ok: false, reason };
}

export function refuseInput<Code extends string>(
  ...problems: readonly Problem<Code>[]
): Problems<Code> {
  return { ok: false, reason: "problems", problems };
}

export function accept<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}
