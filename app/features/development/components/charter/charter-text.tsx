import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Badge } from "~/ui/badge.tsx";
import { cx } from "~/ui/cx.ts";
import type { ShownCharter } from "../../charter/charter-pages.server.ts";
import type { DutyChange } from "../../domain/charter/charter-difference.ts";

/** A version of a charter: its duties, what is different from the version before, and who signed it when. */
export function CharterText({
  charter,
  person,
}: {
  charter: ShownCharter;
  /** Whose it is; null for whoever reads it. */
  person: string | null;
}) {
  const { t } = useTranslation("charters");
  const { managing, leading, against, personSignedOn, partnerSigned, partner, reviewOn } = charter;
  const changed = [...managing, ...leading].filter(({ change }) => change !== "same").length;
  return (
    <div className="grid max-w-reading gap-6">
      {against && (
        <p className="text-ink-muted">
          {t("text.against", {
            count: changed,
            version: against.version,
            date: writtenDate(against.signedOn),
          })}
        </p>
      )}
      <Duties title={t("text.managing")} duties={managing} />
      <Duties title={t("text.leading")} duties={leading} />
      <dl className="grid gap-1 border-t border-line pt-4 text-sm">
        <Signed who={person ?? t("text.you")} on={personSignedOn} />
        <Signed
          who={partnerSigned?.name ?? t(`partner.${partner}`)}
          on={partnerSigned?.on ?? null}
        />
        {reviewOn && (
          <div className="flex flex-wrap gap-x-2">
            <dt>{t("text.review")}</dt>
            <dd className="text-ink-muted">{writtenDate(reviewOn)}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}

function Signed({ who, on }: { who: string; on: string | null }) {
  const { t } = useTranslation("charters");
  return (
    <div className="flex flex-wrap gap-x-2">
      <dt dir="auto" className="wrap-anywhere">
        {who}
      </dt>
      <dd className="text-ink-muted">
        {on ? t("text.signed", { date: writtenDate(on) }) : t("text.notSigned")}
      </dd>
    </div>
  );
}

function Duties({ title, duties }: { title: string; duties: readonly DutyChange[] }) {
  const { t } = useTranslation("charters");
  return (
    <div className="grid gap-2">
      <h3 className="font-semibold">{title}</h3>
      {duties.length === 0 ? (
        <p className="text-ink-muted">{t("text.none")}</p>
      ) : (
        <ul className="grid gap-1.5">
          {duties.map(({ duty, change }) => (
            <li key={`${change} ${duty}`} className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
              <span
                dir="auto"
                className={cx("min-w-0 wrap-anywhere", change === "gone" && "line-through")}
              >
                {duty}
              </span>
              {change !== "same" && <Badge>{t(`text.change.${change}`)}</Badge>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
