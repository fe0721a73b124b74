import { useTranslation } from "react-i18next";
import { useNavigation } from "react-router";
import type { ChosenField } from "~/features/people/domain/index.ts";
import { listed, writtenDate } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { Panel } from "~/ui/panel.tsx";
import type { ReviewCounts } from "../domain/review-tab.ts";
import type { PlannedAddresses } from "../planned-addresses.server.ts";

type Props = {
  counts: ReviewCounts;
  /** What people chose themselves and keep, although the file says something else. */
  kept: readonly { field: ChosenField; count: number }[];
  fingerprint: string;
  /** Whether something has to be answered first. */
  open: boolean;
  addresses: PlannedAddresses;
  /** Titles of the columns that say why somebody is away. */
  reasons: readonly string[];
};

/** The form that decides about an import; controls elsewhere on the page belong to it by this id. */
export const DECISION_FORM = "import-decision";

const ABSENCES = ["absencesNoted", "absencesReplaced", "absencesErased"] as const;
const COUNTED = ["new", "changed", "setInactive", "unchanged", ...ABSENCES, "rejected"] as const;

/** What the import would do, in numbers, and the decision about it. */
export function ConfirmPanel({ counts, kept, fingerprint, open, addresses, reasons }: Props) {
  const { t } = useTranslation(["people-import", "people"]);
  const busy = useNavigation().formData?.get("intent") === "confirm";
  const something =
    counts.new + counts.changed + counts.setInactive + counts.saidAnew > 0 ||
    ABSENCES.some((key) => counts[key] > 0);
  return (
    <Panel title={t("review.confirm.title")}>
      <ul className="grid gap-1">
        {COUNTED.filter((key) => counts[key] > 0).map((key) => (
          <li key={key}>{t(`review.confirm.${key}`, { count: counts[key] })}</li>
        ))}
        {kept.map(({ field, count }) => (
          <li key={field}>
            {t("review.confirm.kept", { count, field: t(`people:fields.${field}`) })}
          </li>
        ))}
      </ul>
      {kept.length > 0 && <p className="text-ink-muted">{t("review.confirm.keptWhy")}</p>}
      {addresses.waiting > 0 && <ChangedAddresses {...addresses} />}
      {reasons.length > 0 && (
        <p>{t("review.reading.reasons", { count: reasons.length, columns: listed(reasons) })}</p>
      )}
      {!something && <p>{t("review.confirm.nothing")}</p>}
      {something && counts.rejected > 0 && (
        <p className="text-ink-muted">{t("review.confirm.rejectedFirst")}</p>
      )}
      {something && open && <p>{t("review.confirm.answerFirst")}</p>}
      <Form id={DECISION_FORM} method="post" className="flex flex-wrap gap-3">
        {/* What Enter in a tick box presses: the first button, which must not be the one that confirms. */}
        <button type="submit" hidden name="intent" value="tick" />
        <input type="hidden" name="fingerprint" value={fingerprint} />
        {something && !open && (
          <Button variant="primary" name="intent" value="confirm" busy={busy}>
            {t("review.confirm.action")}
          </Button>
        )}
        <Button name="intent" value="discard">
          {t("review.confirm.discard")}
        </Button>
      </Form>
    </Panel>
  );
}

/** Who will have to wait because their address changes, until when, and who could agree. */
function ChangedAddresses({ waiting, days, until, moves, seconds }: PlannedAddresses) {
  const { t } = useTranslation(["people-import", "people"]);
  return (
    <Notice>
      <p>{t("review.confirm.addresses", { count: waiting, days, date: writtenDate(until) })}</p>
      {moves.map(({ from, to, count }) => (
        <p key={`${from} ${to}`} className="mt-2 wrap-anywhere">
          {t("review.confirm.move", { from, to, count })}
        </p>
      ))}
      <p className="mt-2">{t("review.confirm.seconds", { count: seconds })}</p>
    </Notice>
  );
}
