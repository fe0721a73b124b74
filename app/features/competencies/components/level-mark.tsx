import { type Tone, toneFill } from "~/ui/charts/tone.ts";
import type { LevelAge } from "../domain/level-age.ts";
import { bandOf, dotOf } from "./mark-look.ts";

/** A drawing fades with the age of what a level rests on. */
export type MarkedLevel = { estimate: number; lower: number; upper: number; age: LevelAge };

/**
 * A level on its scale: the dot is the level, the band how sure it is, the upright line what is needed; dotted where
 * nobody has said anything. Its figures stand beside it in words.
 */
export function LevelMark({
  level,
  levels,
  tone,
  needed = null,
  className,
}: {
  level: MarkedLevel | null;
  levels: number;
  tone: Tone;
  needed?: number | null;
  className?: string;
}) {
  const mark = toneFill[tone];
  const at = (value: number) => `${8 + ((value - 1) / (levels - 1)) * 84}%`;
  const width = (from: number, to: number) => `${((to - from) / (levels - 1)) * 84}%`;
  return (
    <svg aria-hidden="true" focusable="false" height="32" width="100%" className={className}>
      {level === null ? (
        <line x1="12%" x2="88%" y1="16" y2="16" stroke="var(--line-strong)" strokeDasharray="1 5" />
      ) : (
        <>
          {Array.from({ length: levels }, (_, index) => (
            <circle
              key={at(index + 1)}
              cx={at(index + 1)}
              cy="16"
              r="1"
              fill="var(--line-strong)"
            />
          ))}
          <rect
            x={at(level.lower)}
            y="12"
            width={width(level.lower, level.upper)}
            height="8"
            rx="4"
            {...bandOf(mark)[level.age]}
          />
          <circle cx={at(level.estimate)} cy="16" r="3.25" {...dotOf(mark)[level.age]} />
        </>
      )}
      {needed !== null && (
        <line x1={at(needed)} x2={at(needed)} y1="4" y2="28" stroke="var(--ink)" strokeWidth="2" />
      )}
    </svg>
  );
}
