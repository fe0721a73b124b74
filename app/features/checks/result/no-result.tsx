import type { ReadCode } from "../domain/result-code.ts";
import type { ResultPage } from "./result-data.ts";

type Reason = Extract<ReadCode, { ok: false }>["reason"];
const KEYS = { none: "none", damaged: "damaged", "other-version": "otherVersion" } as const;

/** Why an address holds no result, kindly, and the way to one. */
export function NoResult({ page: { said, ways }, reason }: { page: ResultPage; reason: Reason }) {
  const key = KEYS[reason];
  return (
    <section className="grid max-w-reading gap-3">
      <h2 className="font-serif text-xl font-semibold tracking-tight">{said[`${key}Title`]}</h2>
      <p>{said[key]}</p>
      <p>
        <a className="font-medium text-accent underline underline-offset-[0.2em]" href={ways.team}>
          {said.take}
        </a>
      </p>
    </section>
  );
}
