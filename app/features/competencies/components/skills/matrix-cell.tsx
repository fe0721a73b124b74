import type { TFunction } from "i18next";
import { type Tone, toneFill } from "~/ui/charts/tone.ts";
import { cx } from "~/ui/cx.ts";
import type { Cell } from "../../domain/tables/cells.ts";
import { levelFigure, likelyRange } from "../level-words.ts";
import { bandOf, dotOf } from "../mark-look.ts";

const bands = {
  managing: bandOf(toneFill.managing),
  leading: bandOf(toneFill.leading),
  neutral: bandOf(toneFill.neutral),
};
const dots = {
  managing: dotOf(toneFill.managing),
  leading: dotOf(toneFill.leading),
  neutral: dotOf(toneFill.neutral),
};

/** Names the dots of the scale, which all cells of a table share. */
export const SCALE = "levels-scale";

const at = (value: number, levels: number) => `${8 + ((value - 1) / (levels - 1)) * 84}%`;
const width = (from: number, to: number, levels: number) => `${((to - from) / (levels - 1)) * 84}%`;

/** The dots of a scale, once a page. */
export function ScaleOnce({ levels }: { levels: number }) {
  return (
    <svg aria-hidden="true" focusable="false" width="0" height="0" className="absolute">
      <defs>
        <g id={SCALE}>
          {Array.from({ length: levels }, (_, index) => (
            <circle
              key={at(index + 1, levels)}
              cx={at(index + 1, levels)}
              cy="12"
              r="1"
              fill="var(--line-strong)"
            />
          ))}
        </g>
      </defs>
    </svg>
  );
}

/** As little as says it: there are thousands of these in a page. */
export function MatrixCell({
  cell: { level, needed, sources, short },
  levels,
  tone,
  place,
  texts,
}: {
  cell: Cell;
  levels: number;
  tone: Tone;
  /** Where the cell stands, for the keyboard; null before scripts have come. */
  place: { row: number; column: number } | null;
  texts: { skills: TFunction<"skills">; levels: TFunction<"competencies"> };
}) {
  const own = place
    ? { tabIndex: -1, "data-row": place.row, "data-column": place.column }
    : undefined;
  const { skills: t, levels: words } = texts;
  if (!level)
    return (
      <td className="border-b border-line px-2 py-1.5 align-middle" {...own}>
        <span className="sr-only">
          {t("cell.notAssessed")}
          {needed !== null && `, ${t("cell.needed", { level: needed })}`}
        </span>
        <svg aria-hidden="true" height="24" width="100%">
          <line
            x1="12%"
            x2="88%"
            y1="12"
            y2="12"
            stroke="var(--line-strong)"
            strokeDasharray="1 5"
          />
          {needed !== null && <Target needed={needed} levels={levels} />}
        </svg>
      </td>
    );
  const said = [
    likelyRange(words, level),
    ...(needed === null ? [] : [t(short ? "cell.short" : "cell.needed", { level: needed })]),
    ...sources.map((source) => words(`source.${source}`)),
  ];
  return (
    <td
      className={cx(
        "border-b border-line px-2 py-1.5 align-middle",
        short && "outline-2 -outline-offset-4 outline-ink-muted",
      )}
      {...own}
    >
      <span className="flex justify-between gap-1 text-sm leading-4 tabular-nums">
        {levelFigure(level.estimate)}
        <span aria-hidden="true" className="text-xs text-ink-muted">
          {level.age === "fresh" ? "" : `${t(`cell.age.${level.age}`)} `}
          {sources.map((source) => t(`mark.${source}`)).join("")}
        </span>
        <span className="sr-only">
          , {said.join(", ")}
          {level.age !== "fresh" && `, ${t(`age.${level.age}`)}`}
        </span>
      </span>
      <svg aria-hidden="true" height="24" width="100%">
        <use href={`#${SCALE}`} />
        <rect
          x={at(level.lower, levels)}
          y="8"
          width={width(level.lower, level.upper, levels)}
          height="8"
          rx="4"
          {...bands[tone][level.age]}
        />
        <circle cx={at(level.estimate, levels)} cy="12" r="3.25" {...dots[tone][level.age]} />
        {needed !== null && <Target needed={needed} levels={levels} />}
      </svg>
    </td>
  );
}

function Target({ needed, levels }: { needed: number; levels: number }) {
  const x = at(needed, levels);
  return <line x1={x} x2={x} y1="2" y2="22" stroke="var(--ink)" strokeWidth="2" />;
}
