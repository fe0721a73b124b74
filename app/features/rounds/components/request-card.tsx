import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { CheckIcon } from "~/ui/icons.tsx";
import type { ListedRequest } from "../answering/rater-list-data.server.ts";

type Props = {
  request: ListedRequest;
  base: string;
  showRound: boolean;
  language: string;
  /** The one to go on with. */
  first: boolean;
};

/** One person to rate, how long it will take, and the one thing to do about it; or why there is nothing to do. */
export function RequestCard({ request, base, showRound: showCycle, language, first }: Props) {
  const { t } = useTranslation("answering");
  const { id, name, title, relationship, state, standing, minutes, roundName, closesOn } = request;
  const self = relationship === "self";
  const done = state === "done";
  const open = standing === "open";
  const go = done ? "change" : state === "started" ? "continue" : "start";
  const facts = [
    self ? null : title,
    t(`as.${relationship ?? "nobody"}`),
    showCycle ? roundName : null,
    showCycle && open && closesOn
      ? t("list.closesOne", { date: writtenDate(closesOn, language) })
      : null,
    open && !done ? t("list.minutesLeft", { minutes }) : null,
  ].filter((fact) => fact !== null);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-large border border-line bg-surface p-4 sm:p-5">
      <div className="min-w-0 flex-1 basis-44">
        <p className="text-lg font-semibold wrap-anywhere" dir="auto">
          {self ? t("yourself") : name}
        </p>
        <p className="text-sm text-ink-muted">{facts.join(" · ")}</p>
        {!open && <p className="mt-2 text-sm">{t(`standing.${standing}`)}</p>}
        {open && done && (
          <p className="mt-1 flex items-center gap-1.5 text-sm font-semibold text-success-text">
            <CheckIcon className="size-4" />
            {t("done")}
          </p>
        )}
      </div>
      {open && (
        <ButtonLink
          href={`${base}/${id}`}
          variant={first ? "primary" : done ? "quiet" : "secondary"}
          reloadDocument
          className={done ? "max-sm:-ms-4" : undefined}
          aria-label={t(`go.${go}_for`, { name: self ? t("yourself") : name })}
        >
          {t(`go.${go}`)}
        </ButtonLink>
      )}
      {standing === "declined" && (
        <ButtonLink href={`${base}/${id}/decline`} reloadDocument>
          {t("standing.answerAfterAll")}
        </ButtonLink>
      )}
    </li>
  );
}
