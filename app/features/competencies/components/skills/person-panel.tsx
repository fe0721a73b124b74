import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { whole, writtenDate } from "~/platform/i18n/format.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { CloseIcon } from "~/ui/icons.tsx";
import { Link } from "~/ui/link.tsx";
import { Select } from "~/ui/select.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import {
  type MatrixQuery,
  matrixHref,
  matrixParameters,
} from "../../domain/tables/matrix-query.ts";
import type { Panel, PanelRow } from "../../matrix/person-panel.server.ts";
import { LevelMark } from "../level-mark.tsx";
import { evidenceName, levelFigure, likelyRange } from "../level-words.ts";

/** One person beside the table, by an address of its own: every level with what it rests on. */
export function PersonPanel({
  panel,
  query,
  levels,
  others,
}: {
  panel: Panel;
  query: MatrixQuery;
  levels: number;
  /** Whom they may be compared with: those in sight. */
  others: readonly { id: string; name: string }[];
}) {
  const { t } = useTranslation("skills");
  const { person, beside, rows, notAssessed } = panel;
  const section = useRef<HTMLElement>(null);
  // On a phone it is below the table, out of sight.
  useEffect(() => {
    // What it returns, a promise in newer browsers, is not for React to call.
    section.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <section
      ref={section}
      id="panel"
      aria-labelledby="panel-title"
      className="grid gap-4 rounded-large border border-line bg-surface p-5 shadow-raised"
    >
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h2
            id="panel-title"
            className="font-serif text-xl font-semibold wrap-anywhere"
            dir="auto"
          >
            {person.name}
          </h2>
          <p className="text-sm text-ink-muted" dir="auto">
            {[person.jobTitle, person.department].filter(Boolean).join(", ")}
          </p>
        </div>
        <ButtonLink
          size="small"
          variant="quiet"
          href={matrixHref(query, { person: "", beside: "" })}
          preventScrollReset
        >
          <CloseIcon />
          <VisuallyHidden>{t("panel.close")}</VisuallyHidden>
        </ButtonLink>
      </div>
      {rows.length === 0 && <p className="text-ink-muted">{t("panel.nothing")}</p>}
      <ul className="divide-y divide-line">
        {rows.map((row) => (
          <Row key={row.competency.id} {...{ row, levels, beside }} personId={person.id} />
        ))}
      </ul>
      {notAssessed.length > 0 && (
        <Disclosure summary={t("panel.notAssessed", { count: notAssessed.length })}>
          <ul className="grid gap-1 text-sm">
            {notAssessed.map(({ id, name }) => (
              <li key={id} dir="auto">
                {name}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      <Compare {...{ person, query, others }} />
      <ButtonLink size="small" href={`/levels/${person.id}`}>
        {t("panel.all")}
      </ButtonLink>
    </section>
  );
}

function Row({
  row: { competency, known, needed, standing, evidence, beside: other },
  levels,
  beside,
  personId,
}: {
  row: PanelRow;
  levels: number;
  beside: Panel["beside"];
  personId: string;
}) {
  const { t } = useTranslation(["skills", "competencies"]);
  const { t: words } = useTranslation("competencies");
  return (
    <li className="grid gap-1 py-3">
      <h3 className="font-semibold wrap-anywhere" dir="auto">
        {competency.name}
      </h3>
      {known ? (
        <p className="text-sm">
          <b className="text-lg tabular-nums">{levelFigure(known.estimate)}</b>{" "}
          {needed !== null && `${t("skills:panel.ofNeeded", { level: needed })}, `}
          <span className="text-ink-muted">{likelyRange(words, known)}</span>
          {standing && standing !== "unknown" && (
            <span className="block text-ink-muted">{t(`skills:standing.${standing}`)}</span>
          )}
        </p>
      ) : (
        <p className="text-sm text-ink-muted">{t("skills:cell.notAssessed")}</p>
      )}
      <LevelMark level={known} levels={levels} tone={competency.tone} needed={needed} />
      {beside && (
        <div className="border-s-2 border-line ps-3 text-sm">
          <span dir="auto">{beside.name}</span>:{" "}
          {other
            ? `${levelFigure(other.estimate)}, ${likelyRange(words, other)}`
            : t("skills:cell.notAssessed")}
          <LevelMark level={other} levels={levels} tone={competency.tone} needed={needed} />
        </div>
      )}
      {evidence.length > 0 && (
        <ul className="grid gap-1 text-sm">
          {evidence.map((each) => (
            <li key={each.id}>
              <Link href={`/levels/${personId}/evidence/${each.id}`}>
                {evidenceName(each, t(`competencies:source.${each.source}`))}
              </Link>
              :{" "}
              {t("competencies:evidence.level", {
                level: Number.isInteger(each.level) ? whole(each.level) : levelFigure(each.level),
              })}
              <span className="block text-xs text-ink-muted" dir="auto">
                {[each.by, writtenDate(each.saidOn)].filter(Boolean).join(", ")}
              </span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Compare({
  person,
  query,
  others,
}: {
  person: { id: string };
  query: MatrixQuery;
  others: readonly { id: string; name: string }[];
}) {
  const { t } = useTranslation("skills");
  const choices = others.filter(({ id }) => id !== person.id);
  if (choices.length === 0) return null;
  return (
    <form method="get" action="/skills" className="grid gap-2" key={`${person.id} ${query.beside}`}>
      {[...matrixParameters(query, { beside: "" })].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Select
        name="beside"
        label={t("panel.compare")}
        placeholder={t("panel.nobodyBeside")}
        options={choices.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={query.beside}
        width="full"
      />
      <Button size="small" className="w-fit">
        {t("panel.show")}
      </Button>
    </form>
  );
}
