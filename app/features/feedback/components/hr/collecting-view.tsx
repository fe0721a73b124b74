import { useTranslation } from "react-i18next";
import { whole } from "~/platform/i18n/format.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { Panel } from "~/ui/panel.tsx";
import { Progress } from "~/ui/progress.tsx";
import { Table, type TableColumn } from "~/ui/table.tsx";
import type { CyclePage } from "../../cycle-page.server.ts";
import { relationships } from "../../domain/relationship.ts";
import type { ParticipantProgress } from "../../progress-reads.server.ts";
import { type Figures, sumOf, totalOf } from "./progress-figures.ts";

/** While answers come in: how many, from which group. Never an answer, never a time. */
export function CollectingView({ page }: { page: CyclePage }) {
  const { t } = useTranslation("feedback-hr");
  const { cycle, participants, overdue } = page;
  const { asked, answered } = totalOf(participants);
  const figures = { answered: whole(answered), asked: whole(asked) };
  return (
    <div className="grid gap-8">
      <Panel>
        <Progress
          label={t("cycle.collecting.progress")}
          value={answered}
          max={asked}
          text={t("cycle.of", figures)}
        />
        <p className="max-w-reading text-ink-muted">{t("cycle.collecting.private")}</p>
        <div>
          <ButtonLink
            variant={overdue ? "primary" : "secondary"}
            href={`/cycles/${cycle.id}/close`}
          >
            {t("cycle.collecting.close")}
          </ButtonLink>
        </div>
      </Panel>
      <Table
        caption={t("cycle.caption")}
        count={t("cycle.count", { count: participants.length })}
        rows={participants}
        rowKey={({ id }) => id}
        columns={useColumns(participants)}
      />
    </div>
  );
}

function useColumns(
  participants: readonly ParticipantProgress[],
): TableColumn<ParticipantProgress>[] {
  const { t } = useTranslation("feedback-hr");
  const inWords = ({ answered, asked }: Figures) =>
    asked === 0 ? t("cycle.none") : t("cycle.of", { answered, asked });
  const used = relationships.filter((relationship) =>
    participants.some(({ groups }) => groups.some((each) => each.relationship === relationship)),
  );
  return [
    {
      key: "name",
      header: t("cycle.participant"),
      rowHeader: true,
      cell: ({ name, department }) => (
        <>
          <bdi className="font-medium">{name}</bdi>
          {department && <span className="block text-ink-muted">{department}</span>}
        </>
      ),
    },
    {
      key: "total",
      header: t("cycle.total"),
      cell: ({ groups }) => <TotalBar figures={sumOf(groups)} words={inWords(sumOf(groups))} />,
    },
    ...used.map((relationship) => ({
      key: relationship,
      header: t(`groups.${relationship}`),
      align: "end" as const,
      noWrap: true,
      cell: ({ groups }: ParticipantProgress) =>
        inWords(sumOf(groups.filter((group) => group.relationship === relationship))),
    })),
  ];
}

function TotalBar({ figures, words }: { figures: Figures; words: string }) {
  const { t } = useTranslation("feedback-hr");
  return (
    <div className="min-w-32">
      <Progress
        label={t("cycle.total")}
        labelHidden
        value={figures.answered}
        max={figures.asked || 1}
        text={words}
      />
    </div>
  );
}
