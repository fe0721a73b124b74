import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Relationship } from "~/features/questionnaires/domain/index.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { isAskedWhyOf } from "../domain/decline.ts";
import { PrivacyPromise, type Promised } from "./privacy-promise.tsx";

type Props = {
  promise: Promised & { name: string; relationship: Relationship | null; kind: string };
  /** About whom they read the same promise before; null where they read it for the first time. */
  readBefore: string | null;
  /** How many questions there are, and are left, and the minutes that takes. */
  progress: { items: number; left: number; minutes: number };
  submitted: boolean;
  closesOn: string | null;
  /** Where what they write can be seen again. */
  device: ReactNode;
  /** Null leads nowhere, as in a preview. */
  ways: { on: string | null; back: string | null; decline: string | null };
};

/** What the page is called: of oneself or nobody, of a suggestion or an absence, or of any other round. */
export function titleOf({ relationship, kind }: Pick<Props["promise"], "relationship" | "kind">) {
  if (relationship === null) return "nobody";
  if (kind === "suggestion" || kind === "away") return kind;
  return relationship === "self" ? "self" : undefined;
}

/** The page before the first question: about whom, how long, and who will see what. */
export function IntroPage(props: Props) {
  const { t } = useTranslation("answering");
  const { promise, readBefore, progress, submitted, closesOn, device, ways } = props;
  const { name, relationship, kind } = promise;
  const self = relationship === "self";
  const started = progress.left < progress.items;
  const asksWhy = isAskedWhyOf({ roundKind: kind, relationship });
  const isSuggestion = kind === "suggestion";
  const lead = submitted ? "leadSubmitted" : started ? "leadStarted" : "lead";
  return (
    <>
      <PageHeader
        title={t("intro.title", { context: titleOf(promise), name })}
        lead={t(isSuggestion ? `intro.suggestion.${lead}` : `intro.${lead}`, progress)}
      />
      {readBefore === null ? (
        <PrivacyPromise {...promise} />
      ) : (
        <Disclosure summary={t("promise.asBefore", { name: readBefore })} framed>
          <PrivacyPromise {...promise} />
        </Disclosure>
      )}
      {device}
      {!isSuggestion && (
        <p className="mt-5 text-ink-muted">
          {t(`lead.${kind === "away" ? kind : (relationship ?? "nobody")}`, { name })}
        </p>
      )}
      {closesOn && (
        <p className="mt-5 text-ink-muted">{t("intro.closes", { date: writtenDate(closesOn) })}</p>
      )}
      <div className="mt-7 flex flex-wrap items-center gap-2">
        <ButtonLink href={ways.on} variant="primary" wide reloadDocument>
          {t(submitted ? "go.change" : started ? "intro.continue" : "intro.start")}
        </ButtonLink>
        {!self && (
          <ButtonLink variant="quiet" wide href={ways.decline} reloadDocument>
            {t(asksWhy ? "intro.decline" : "intro.suggestion.decline")}
          </ButtonLink>
        )}
        <ButtonLink variant="quiet" wide href={ways.back} reloadDocument>
          {t("intro.back")}
        </ButtonLink>
      </div>
    </>
  );
}
