import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { type Tone, toneFill } from "~/ui/charts/tone.ts";
import { HABIT_FROM } from "../../domain/practice/strength.ts";
import type { ShownOpenPractice } from "../../practice/practice-page.server.ts";

const [LEFT, RIGHT, TOP, BOTTOM, DOTS] = [2, 96, 10, 84, 97];
const HEIGHT = 164;

/** How a habit grows, day by day: a line of its strength over the days, and under it how each day was. */
export function StrengthCurve({ practice }: { practice: ShownOpenPractice }) {
  const { t } = useTranslation("practising");
  const { days, length, hat, word, tally, begunOn, endsOn } = practice;
  const fill = toneFill[(hat?.tone ?? "neutral") satisfies Tone];
  const x = (at: number) => LEFT + ((RIGHT - LEFT) * at) / Math.max(1, length - 1);
  const y = (strength: number) => BOTTOM - (BOTTOM - TOP) * strength;
  const line = days.map(({ strength }, at) => `${x(at)} ${y(strength)}`);
  const last = days.length - 1;
  const end = days[last];
  const said = {
    done: t("tally.done", { count: tally.done }),
    not: t("tally.not", { count: tally.not + tally.missed }),
    noChance: t("tally.noChance", { count: tally.noChance }),
  };
  return (
    <figure aria-labelledby="strength" className="grid min-w-0 gap-2" data-print="together">
      <figcaption className="grid gap-1">
        <h2 id="strength" className="font-serif text-xl font-semibold">
          {t(`strength.${word}`)}
        </h2>
        <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-muted">
          {(["done", "not", "noChance"] as const).map((key) => (
            <span key={key} className="inline-flex items-center gap-1.5">
              <svg aria-hidden="true" width="9" height="9" viewBox="-4.5 -4.5 9 9">
                <DayMark kind={key} fill={fill} />
              </svg>
              {said[key]}
            </span>
          ))}
        </p>
      </figcaption>
      <svg
        role="img"
        aria-label={t("strength.picture", { count: days.length, ...said })}
        direction="ltr"
        width="100%"
        height={HEIGHT + 18}
      >
        <Guide y={y(HABIT_FROM)} label={t("strength.lines.habit")} />
        <Guide y={y(HABIT_FROM / 2)} label={t("strength.lines.half")} />
        <svg
          width="100%"
          height={HEIGHT}
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {line.length > 1 && (
            <>
              <path
                d={`M${line.join("L")}L${x(last)} ${BOTTOM}L${LEFT} ${BOTTOM}Z`}
                fill={fill}
                fillOpacity="0.12"
              />
              <path
                d={`M${line.join("L")}`}
                fill="none"
                stroke={fill}
                strokeWidth="2.5"
                strokeLinejoin="round"
                strokeLinecap="round"
                vectorEffect="non-scaling-stroke"
              />
            </>
          )}
        </svg>
        {end && <circle cx={`${x(last)}%`} cy={at(y(end.strength))} r="5" fill={fill} />}
        {days.map(({ day, standing }, index) => {
          const kind = markOf(standing);
          return (
            kind && <DayMark key={day} kind={kind} fill={fill} x={`${x(index)}%`} y={at(DOTS)} />
          );
        })}
        {begunOn && (
          <text x={`${LEFT}%`} y={HEIGHT + 14} fontSize="12" fill="var(--ink-muted)">
            {writtenDate(begunOn)}
          </text>
        )}
        {endsOn && (
          <text
            x={`${RIGHT}%`}
            y={HEIGHT + 14}
            fontSize="12"
            textAnchor="end"
            fill="var(--ink-muted)"
          >
            {writtenDate(endsOn)}
          </text>
        )}
      </svg>
    </figure>
  );
}

/** From hundredths of the height to its units. */
const at = (hundredths: number) => (hundredths / 100) * HEIGHT;

function Guide({ y, label }: { y: number; label: string }) {
  return (
    <>
      <line x1={`${LEFT}%`} x2={`${RIGHT}%`} y1={at(y)} y2={at(y)} stroke="var(--line)" />
      <text x={`${LEFT}%`} y={at(y) - 4} fontSize="12" fill="var(--ink-muted)">
        {label}
      </text>
    </>
  );
}

type MarkKind = "done" | "not" | "noChance";

function markOf(standing: ShownOpenPractice["days"][number]["standing"]): MarkKind | null {
  if (standing === "done") return "done";
  if (standing === "not" || standing === "missed") return "not";
  return standing === "no-chance" || standing === "away" ? "noChance" : null;
}

type Place = { x?: string; y?: number };

function DayMark({ kind, fill, x = "0", y = 0 }: { kind: MarkKind; fill: string } & Place) {
  const place = { cx: x, cy: y };
  if (kind === "done") return <circle {...place} r="3.5" fill={fill} />;
  if (kind === "not")
    return <circle {...place} r="3" fill="none" stroke={fill} strokeWidth="1.5" />;
  return <circle {...place} r="1.25" fill="var(--ink-muted)" />;
}
