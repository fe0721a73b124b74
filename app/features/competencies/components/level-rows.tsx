import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Form } from "~/ui/form.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import type { ShownLevel } from "../levels/levels-page.server.ts";
import { EvidenceList } from "./evidence-list.tsx";
import { LevelMark } from "./level-mark.tsx";
import { LevelPath } from "./level-path.tsx";
import { levelFigure, likelyRange, saidLevel } from "./level-words.ts";

/** A person's levels, each with how sure it is and, on demand, what it rests on. */
export function LevelRows({
  person,
  framework,
  rows,
  scale,
}: {
  person: { id: string };
  framework: string;
  rows: readonly ShownLevel[];
  /** The levels by name, the lowest first. */
  scale: readonly string[];
}) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {rows.map((row) => (
        <LevelRow key={row.competency.id} {...{ person, framework, row, scale }} />
      ))}
    </ul>
  );
}

function LevelRow({
  person,
  framework,
  row: { competency, known, evidence, needed, path, mayAsk },
  scale,
}: {
  person: { id: string };
  framework: string;
  row: ShownLevel;
  scale: readonly string[];
}) {
  const { t } = useTranslation("competencies");
  return (
    <li className="grid gap-x-8 gap-y-2 py-4 sm:grid-cols-[minmax(0,1fr)_15rem]">
      <div className="min-w-0">
        <h2 className="font-semibold wrap-anywhere" dir="auto">
          {competency.name}
        </h2>
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
                {needed !== null && `; ${t("level.needed", { level: saidLevel(needed) })}`}
              </span>
            </p>
            <LevelMark level={known} levels={scale.length} tone={competency.tone} needed={needed} />
          </>
        ) : (
          <p className="text-sm text-ink-muted">{t("level.nothingCounts")}</p>
        )}
      </div>
      <div className="sm:col-span-2">
        <Disclosure summary={t("level.restsOn", { count: evidence.length })}>
          <EvidenceList personId={person.id} evidence={evidence} scale={scale} />
        </Disclosure>
        {mayAsk !== null && (
          <Form method="post" className="mt-1">
            <input type="hidden" name="framework" value={framework} />
            <input type="hidden" name="competency" value={competency.id} />
            <Button
              variant="quiet"
              size="small"
              name="intent"
              value={mayAsk ? "stop-asking" : "let-ask"}
            >
              {t(mayAsk ? "asking.stop" : "asking.let")}
              <VisuallyHidden>: {competency.name}</VisuallyHidden>
            </Button>
          </Form>
        )}
        {path.length > 2 && (
          <Disclosure summary={t("level.path")}>
            <LevelPath path={path} tone={competency.tone} levels={scale.length} />
          </Disclosure>
        )}
      </div>
    </li>
  );
}
