import { useTranslation } from "react-i18next";
import { decimal, shareText } from "~/platform/i18n/format.ts";
import type { Share } from "../../domain/proof/told-change.ts";
import type { RoundOfChange } from "../../proof/change-reads.server.ts";

type Compared = NonNullable<RoundOfChange["change"]>["compared"];

/** Whether those who practised moved more often: both shares, how sure it is, and that it proves no cause. */
export function PracticeCompared({ compared }: { compared: Compared }) {
  const { t } = useTranslation("change");
  return (
    <div className="grid gap-2">
      <h3 className="font-semibold">{t("practice.title")}</h3>
      {typeof compared === "string" ? (
        <p className="max-w-reading text-ink-muted">{t(`practice.${compared}`)}</p>
      ) : (
        <Shares compared={compared} />
      )}
    </div>
  );
}

function Shares({ compared }: { compared: Exclude<Compared, string> }) {
  const { t } = useTranslation("change");
  const { difference, low, high } = compared;
  const points = (share: number) => decimal(share * 100, 0);
  const sure = low > 0 ? "more" : high < 0 ? "less" : "unclear";
  return (
    <>
      <ul className="grid gap-3">
        {(["practised", "not"] as const).map((side) => (
          <li key={side} className="grid gap-1.5">
            <Side label={t(`practice.${side}`)} share={compared[side]} />
          </li>
        ))}
      </ul>
      <p className="max-w-reading">
        <span className="font-medium">{t(`practice.${sure}`)}</span>{" "}
        {t("practice.difference", {
          ...{ difference: points(difference), low: points(low), high: points(high) },
        })}
      </p>
      <p className="max-w-reading text-ink-muted">{t("practice.cause")}</p>
    </>
  );
}

function Side({ label, share: { n, moved } }: { label: string; share: Share }) {
  const { t } = useTranslation("change");
  const people = t("count", { did: moved, count: n });
  return (
    <>
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span>{label}</span>
        <span className="text-ink-muted">
          {t("practice.share", { people, share: shareText(moved / n) })}
        </span>
      </p>
      <div aria-hidden="true" className="h-2.5 overflow-hidden rounded-full bg-sunken">
        <div className="h-full bg-accent-fill" style={{ width: `${(moved / n) * 100}%` }} />
      </div>
    </>
  );
}
