import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Link } from "~/ui/link.tsx";
import { Notice } from "~/ui/notice.tsx";

/** What a person's page can be told by an action that leads to it. */
const SAID = [
  "added",
  "edited",
  "waits",
  "left",
  "leaving",
  "stays",
  "back",
  "merged",
  "mergedWaits",
  "invited",
  "invitedWaits",
] as const;

export type Said = (typeof SAID)[number];

/** Reads that word; anything else in an address means nothing. */
export function saidIn(parameters: URLSearchParams): Said | null {
  return SAID.find((word) => word === parameters.get("said")) ?? null;
}

type Props = { said: Said | null; leavesOn: string | null; personId: string };

/** What was just done to somebody, and that they are about to leave. */
export function PersonSaid({ said, leavesOn, personId }: Props) {
  const { t } = useTranslation("people-edit");
  if (!said && !leavesOn) return null;
  return (
    <div className="mb-6 grid gap-3">
      {said && <Notice tone="success">{t(`said.${said}`)}</Notice>}
      {leavesOn && (
        <Notice action={<Link href={`/people/${personId}/leaving`}>{t("leaving.other")}</Link>}>
          {t("leaving.planned", { date: writtenDate(leavesOn) })}
        </Notice>
      )}
    </div>
  );
}
