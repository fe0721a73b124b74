/** An expected refusal is a value; only broken invariants throw. `reason` is a code that a page translates. */
export type Refusal<Reason extends string = string> = { ok: false; reason: Reason };

export type Outcome<Value = void, Reason extends string = string> =
  | (Value extends void ? { ok: true } : { ok: true; value: Value })
  | Refusal<Reason>;

export function refuse<Reason extends string>(reason: Reason): Refusal<Reason> {
  return { ok: false, reason };
}

export function accept<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}
