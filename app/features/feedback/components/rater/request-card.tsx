import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/button.tsx";
import { CheckIcon } from "~/ui/icons.tsx";
import type { Relationship } from "../../domain/relationship.ts";

type Props = {
  request: {
    id: string;
    participantName: string;
    participantTitle: string | null;
    relationship: Relationship;
    state: string;
    cycleName: string;
  };
  base: string;
  showCycle: boolean;
};

/** One person to rate, and the one thing to do about it. */
export function RequestCard({ request, base, showCycle }: Props) {
  const { t } = useTranslation("feedback");
  const { id, participantName, participantTitle, relationship, state, cycleName } = request;
  const self = relationship === "self";
  const done = state === "done";
  const facts = [
    self ? null : participantTitle,
    t(`rater.as.${relationship}`),
    showCycle ? cycleName : null,
  ].filter((fact) => fact !== null);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-large border border-line bg-surface p-4 sm:p-5">
      <div className="min-w-0 flex-1 basis-52">
        <p className="truncate text-lg font-semibold" dir="auto">
          {self ? t("rater.yourself") : participantName}
        </p>
        <p className="text-sm text-ink-muted">{facts.join(" · ")}</p>
      </div>
      {done && (
        <span className="inline-flex items-center gap-1.5 text-sm font-semibold text-success-text">
          <CheckIcon className="size-4" />
          {t("rater.done")}
        </span>
      )}
      <ButtonLink
        href={`${base}/${id}`}
        variant={done ? "quiet" : "primary"}
        reloadDocument
        aria-label={t(
          `rater.go.${done ? "change" : state === "started" ? "continue" : "start"}_for`,
          { name: self ? t("rater.yourself") : participantName },
        )}
      >
        {t(`rater.go.${done ? "change" : state === "started" ? "continue" : "start"}`)}
      </ButtonLink>
    </li>
  );
}
