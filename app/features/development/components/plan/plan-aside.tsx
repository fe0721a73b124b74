import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Link } from "~/ui/link.tsx";
import { AsidePart } from "~/ui/with-aside.tsx";
import type { PlanPage } from "../../plan/plan-page.server.ts";
import { balanceSentence } from "../../plan/plan-sections.ts";

const MOST_DATES = 5;

/** Beside a plan: what comes next, how much is of which hat, who reads it, and what it is never used for. */
export function PlanAside({ page }: { page: PlanPage }) {
  const { t } = useTranslation("plan");
  const { areas, balance, isOwn, readers } = page;
  const coming = areas
    .flatMap(({ actions }) => actions)
    .flatMap(({ id, words, dueOn, status }) =>
      status === "open" && dueOn !== null ? [{ id, words, dueOn }] : [],
    )
    .sort((one, other) => one.dueOn.localeCompare(other.dueOn));
  return (
    <>
      {coming.length > 0 && (
        <AsidePart title={t("aside.coming")}>
          <ol className="grid gap-2">
            {coming.slice(0, MOST_DATES).map(({ id, words, dueOn }) => (
              <li key={id} className="grid">
                <b className="text-sm font-semibold">{writtenDate(dueOn)}</b>
                <span dir="auto" className="wrap-anywhere">
                  {words}
                </span>
              </li>
            ))}
          </ol>
          {coming.length > MOST_DATES && (
            <p className="mt-2 text-sm text-ink-muted">
              {t("aside.more", { count: coming.length - MOST_DATES })}
            </p>
          )}
        </AsidePart>
      )}
      <AsidePart title={t("balance.title")}>
        <Balance page={page} />
        <p>{balanceSentence(page, t)}</p>
        {isOwn && balance.missing && (
          <p className="mt-1 text-ink-muted">
            {t("balance.missing", { hat: balance.missing.name })}
          </p>
        )}
      </AsidePart>
      {isOwn && (
        <AsidePart title={t("practising:title")}>
          <Link href="/plan/practice">{t("practising:fromPlan")}</Link>
        </AsidePart>
      )}
      {isOwn && (
        <AsidePart title={t("askedAgain.title")}>
          <p>
            <Link href="/plan/pulse">{t("askedAgain.open")}</Link>
          </p>
          <p className="mt-1">
            <Link href="/plan/announce">{t("askedAgain.announce")}</Link>
          </p>
          <p className="mt-1">
            <Link href="/away-test">{t("askedAgain.away")}</Link>
          </p>
        </AsidePart>
      )}
      {isOwn && (
        <AsidePart title={t("delegations:fromPlan")}>
          <Link href="/plan/decisions">{t("delegations:fromPlanBody")}</Link>
        </AsidePart>
      )}
      {isOwn && (
        <AsidePart title={t("time:fromPlan")}>
          <p>
            <Link href="/plan/time">{t("time:fromPlanBody")}</Link>
          </p>
          <p className="mt-1">
            <Link href="/plan/clear-outs">{t("clear-outs:title")}</Link>
          </p>
        </AsidePart>
      )}
      {isOwn && (
        <AsidePart title={t("charters:own.title")}>
          <Link href="/charter">{t("charters:fromPlan")}</Link>
        </AsidePart>
      )}
      {isOwn && (
        <AsidePart title={t("blank:paper")}>
          <Link href="/blank/plan">{t("blank:fromApp")}</Link>
        </AsidePart>
      )}
      <AsidePart title={t("aside.readers")}>
        {isOwn ? (
          <>
            {readers.length === 0 && page.publishedOn === null && (
              <p className="text-ink-muted">{t("aside.nobody")}</p>
            )}
            <ul className="grid gap-1">
              {readers.map(({ grantId, name, reader, endsOn, isStill }) => (
                <li key={grantId} className="wrap-anywhere">
                  {t("aside.reader", {
                    name,
                    as: t(`share.readerShort.${reader}`),
                    date: writtenDate(endsOn),
                  })}
                  {!isStill && <span className="text-ink-muted"> {t("aside.notStill")}</span>}
                </li>
              ))}
            </ul>
            {page.publishedOn && (
              <p className="mt-2">
                {t(page.mayPublish ? "public-plans:aside.shown" : "public-plans:aside.paused")}
              </p>
            )}
            {(page.mayPublish || page.publishedOn) && (
              <p className="mt-2">
                <Link href="/plan/public">
                  {t(page.publishedOn ? "public-plans:aside.change" : "public-plans:aside.open")}
                </Link>
              </p>
            )}
            {page.endedOn === null && (
              <p className="mt-2">
                <Link href="/plan/share">{t("share.change")}</Link>
              </p>
            )}
          </>
        ) : (
          <p className="text-ink-muted">{t("aside.youRead")}</p>
        )}
      </AsidePart>
      <AsidePart title={t("aside.purpose")}>
        <p className="text-ink-muted">
          {t(
            page.publishedOn && page.mayPublish
              ? "public-plans:aside.purpose"
              : "aside.purposeBody",
          )}
        </p>
      </AsidePart>
    </>
  );
}

/** The balance as a line; the sentence below it says the same. */
function Balance({ page: { balance } }: { page: PlanPage }) {
  if (balance.total === 0) return null;
  const parts = [
    ...balance.byHat.map(({ hat, count }) => ({ key: hat.key, tone: hat.tone, count })),
    { key: "other", tone: "neutral" as const, count: balance.other },
  ].filter(({ count }) => count > 0);
  const fills = {
    managing: "fill-managing-fill",
    leading: "fill-leading-fill",
    neutral: "fill-line-strong",
  };
  const share = (count: number) => `${(100 * count) / balance.total}%`;
  return (
    <svg aria-hidden="true" width="100%" height="12" className="mb-2 rounded-small">
      {parts.map(({ key, tone, count }, at) => (
        <rect
          key={key}
          className={fills[tone]}
          x={share(parts.slice(0, at).reduce((sum, part) => sum + part.count, 0))}
          width={share(count)}
          height="12"
        />
      ))}
    </svg>
  );
}
