import { useTranslation } from "react-i18next";
import type { Relationship } from "~/features/questionnaires/domain/index.ts";
import { smallGroups } from "~/features/rounds/domain/index.ts";
import { whole } from "~/platform/i18n/format.ts";
import { Badge } from "~/ui/badge.tsx";
import { ButtonLink } from "~/ui/button.tsx";
import { Table, type TableColumn } from "~/ui/table.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import type { CountedParticipant } from "../../setup/raters-step.server.ts";

type Props = {
  participants: readonly CountedParticipant[];
  /** How many there are in all; those given are one page of them. */
  total: number;
  /** Relationships under which this kind of cycle asks. */
  relationships: readonly Relationship[];
};

/** How many are to rate whom; groups too small to be shown alone are marked. */
export function RatersTable({ participants, total, relationships }: Props) {
  const { t } = useTranslation("feedback-hr");
  const { t: named } = useTranslation("relationships");
  const group = (relationship: Relationship): TableColumn<CountedParticipant> => ({
    key: relationship,
    header: named(`groups.${relationship}`),
    align: "end",
    cell: ({ groups, minimum }) => {
      const own = groups.filter((each) => each.relationship === relationship);
      const asked = own[0]?.asked ?? 0;
      const small = smallGroups(own, minimum).length > 0;
      return (
        <span className="inline-flex flex-wrap items-center justify-end gap-x-2 gap-y-1">
          {small && <Badge tone="accent">{t("setup.raters.tooFew")}</Badge>}
          <span className={asked === 0 ? "text-ink-faint" : undefined}>{whole(asked)}</span>
        </span>
      );
    },
  });
  return (
    <Table
      caption={t("setup.raters.caption")}
      count={t("setup.raters.count", { count: total })}
      rows={participants}
      rowKey={(participant) => participant.id}
      columns={[
        {
          key: "name",
          header: t("setup.raters.participant"),
          rowHeader: true,
          cell: ({ name, jobTitle }) => (
            <>
              <bdi className="font-medium">{name}</bdi>
              {jobTitle && <span className="block text-ink-muted">{jobTitle}</span>}
            </>
          ),
        },
        ...relationships.filter((each) => each !== "self").map(group),
        {
          key: "change",
          folded: "below",
          header: <VisuallyHidden>{t("setup.raters.change")}</VisuallyHidden>,
          align: "end",
          noWrap: true,
          cell: ({ id, name }) => (
            <ButtonLink size="small" href={`/nominations/${id}`}>
              <span aria-hidden="true">{t("setup.raters.change")}</span>
              <VisuallyHidden>{t("setup.raters.change_for", { name })}</VisuallyHidden>
            </ButtonLink>
          ),
        },
      ]}
    />
  );
}
