import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Badge } from "~/ui/badge.tsx";
import { Table } from "~/ui/table.tsx";
import type { ShownLevel, ShownNeed } from "../../domain/roles/shown-needs.ts";

type Props = {
  needs: readonly ShownNeed[];
  /** The day from which the next version stands; null without one. */
  nextFrom: string | null;
};

/** What a role needs, with what one sees on each level, where it comes from, and what changes next. */
export function NeedsTable({ needs, nextFrom }: Props) {
  const { t } = useTranslation("roles");
  return (
    <Table
      caption={t("page.needs")}
      count={t("page.needsCount", { count: needs.filter(({ now }) => now).length })}
      rows={needs}
      rowKey={({ competency }) => competency}
      columns={[
        {
          key: "name",
          header: t("page.competency"),
          rowHeader: true,
          cell: ({ name, group }) => (
            <span dir="auto">
              <span className="font-medium">{name}</span>
              {group !== null && <span className="block text-sm text-ink-muted">{group}</span>}
            </span>
          ),
        },
        {
          key: "now",
          header: t("page.level"),
          wide: true,
          cell: (need) => <NowCell need={need} />,
        },
        {
          key: "matters",
          header: t("page.matters"),
          cell: ({ now }) => now && <Matters need={now} />,
        },
        ...(nextFrom === null
          ? []
          : [
              {
                key: "next",
                header: t("page.nextFrom", { date: writtenDate(nextFrom) }),
                cell: (need: ShownNeed) => <NextCell need={need} />,
              },
            ]),
      ]}
    />
  );
}

function NowCell({ need: { now, from, insteadOf, lookAt } }: { need: ShownNeed }) {
  const { t } = useTranslation("roles");
  return (
    <div className="grid gap-1">
      {now ? (
        <Level need={now} withAnchor />
      ) : (
        <span>{t(insteadOf ? "page.dropped" : "page.notNow")}</span>
      )}
      {from !== null && (
        <span className="text-sm text-ink-muted" dir="auto">
          {t("page.from", { role: from })}
        </span>
      )}
      {insteadOf && (
        <span className="text-sm text-ink-muted" dir="auto">
          {t("page.insteadOf", {
            role: insteadOf.from,
            level: insteadOf.level ?? t("level.open"),
            weight: t(`weight.${insteadOf.weight}`, { context: "inside" }),
          })}
        </span>
      )}
      {lookAt !== null && <Badge tone="accent">{t(`lookAt.${lookAt}`)}</Badge>}
    </div>
  );
}

function NextCell({ need }: { need: ShownNeed }) {
  const { t } = useTranslation("roles");
  const { now, next } = need;
  if (next === undefined) return <span className="text-ink-muted">{t("page.same")}</span>;
  if (next === null) return <span>{t("page.noMore")}</span>;
  const change =
    now === null
      ? "new"
      : (next.level ?? 0) > (now.level ?? 0)
        ? "more"
        : (next.level ?? 0) < (now.level ?? 0)
          ? "less"
          : "other";
  return (
    <div className="grid gap-1">
      <Badge tone="accent">{t(`page.change.${change}`)}</Badge>
      <Level need={next} withAnchor={next.level !== now?.level} />
      <Matters need={next} />
    </div>
  );
}

function Level({ need, withAnchor }: { need: ShownLevel; withAnchor: boolean }) {
  const { t } = useTranslation("roles");
  const { level, levelName, anchor } = need;
  return (
    <>
      <span className="font-medium" dir="auto">
        {level === null ? t("level.openLong") : t("level.called", { level, name: levelName })}
      </span>
      {withAnchor && anchor !== null && (
        <span className="block text-sm text-ink-muted" dir="auto">
          {anchor}
        </span>
      )}
    </>
  );
}

function Matters({ need: { weight, importance } }: { need: ShownLevel }) {
  const { t } = useTranslation("roles");
  return (
    <span>
      {t(`weight.${weight}`)}
      {importance !== "ordinary" && (
        <span className="block text-sm text-ink-muted">{t(`importance.${importance}`)}</span>
      )}
    </span>
  );
}
