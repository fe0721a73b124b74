import { useTranslation } from "react-i18next";
import { Disclosure } from "~/ui/disclosure.tsx";
import type { ShownLevel } from "../levels/levels-page.server.ts";
import { EvidenceList } from "./evidence-list.tsx";
import { LevelMark } from "./level-mark.tsx";
import { levelFigure, likelyRange } from "./level-words.ts";

/** A person's levels, each with how sure it is and, on demand, what it rests on. */
export function LevelRows({
  person,
  rows,
  scale,
}: {
  person: { id: string };
  rows: readonly ShownLevel[];
  /** The levels by name, the lowest first. */
  scale: readonly string[];
}) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {rows.map((row) => (
        <LevelRow key={row.competency.id} {...{ person, row, scale }} />
      ))}
    </ul>
  );
}

function LevelRow({
  person,
  row: { competency, known, evidence },
  scale,
}: {
  person: { id: string };
  row: ShownLevel;
  scale: readonly string[];
}) {
  const { t } = useTranslation("competencies");
  return (
    <li className="grid gap-x-8 gap-y-2 py-4 sm:grid-cols-[minmax(0,1fr)_15rem]">
      <div className="min-w-0">
        <h3 className="font-semibold wrap-anywhere" dir="auto">
          {competency.name}
        </h3>
        {competency.group && (
          <p className="text-sm text-ink-muted" dir="auto">
            {competency.group}
          </p>
        )}
      </div>
      <div>
        {known ? (
          <>
            <p className="text-sm">
              <b className="text-lg tabular-nums">{levelFigure(known.estimate)}</b>{" "}
              <span className="text-ink-muted">
                {t("level.of", { count: scale.length })}, {likelyRange(t, known)}
              </span>
            </p>
            <LevelMark level={known} levels={scale.length} tone={competency.tone} />
          </>
        ) : (
          <p className="text-sm text-ink-muted">{t("level.nothingCounts")}</p>
        )}
      </div>
      <div className="sm:col-span-2">
        <Disclosure summary={t("level.restsOn", { count: evidence.length })}>
          <EvidenceList personId={person.id} evidence={evidence} scale={scale} />
        </Disclosure>
      </div>
    </li>
  );
}
