import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import type { HatTone } from "../domain/hat-tone.ts";
import type { PathPoint } from "../domain/level-path.ts";
import { LevelMark } from "./level-mark.tsx";
import { levelFigure, likelyRange } from "./level-words.ts";

/** How a level went: a row for each day on which what is known of it changed, the last of them today. */
export function LevelPath({
  path,
  tone,
  levels,
}: {
  path: readonly PathPoint[];
  tone: HatTone;
  levels: number;
}) {
  const { t } = useTranslation("competencies");
  return (
    <table className="w-full max-w-reading text-sm">
      <thead>
        <tr className="text-start text-ink-muted">
          <th scope="col" className="pe-4 text-start font-medium">
            {t("path.day")}
          </th>
          <th scope="col" className="pe-4 text-start font-medium">
            {t("path.level")}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {path.map((point) => (
          <tr key={point.on} className="border-t border-line">
            <th scope="row" className="pe-4 text-start font-normal">
              {writtenDate(point.on)}
            </th>
            <td className="pe-4">
              <b className="tabular-nums">{levelFigure(point.estimate)}</b>, {likelyRange(t, point)}{" "}
              <span className="text-ink-muted">{t("path.restsOn", { count: point.n })}</span>
            </td>
            <td className="w-1/3 min-w-24">
              <LevelMark level={{ ...point, age: "fresh" }} levels={levels} tone={tone} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
