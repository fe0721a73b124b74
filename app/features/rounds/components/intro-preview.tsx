import { useTranslation } from "react-i18next";
import type { Relationship } from "~/features/questionnaires/domain/index.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Preview } from "~/ui/preview.tsx";
import { PreviewLink } from "./preview-link.tsx";
import { PrivacyPromise, type Promised } from "./privacy-promise.tsx";

/** What of a round its raters read before they answer. */
export type IntroFacts = Promised & {
  round: string;
  /** Questions and the minutes they take; null where no questionnaire was chosen. */
  instrument: { items: number; minutes: number } | null;
  closesOn: string | null;
};

type Props = {
  roundId: string;
  /** A questionnaire that is not saved yet. */
  questionnaire?: string;
  /** Under which somebody is asked; one view each. */
  relationships: readonly Relationship[];
  /** Somebody they are asked about; null where nobody was chosen yet. */
  name: string | null;
  now: IntroFacts;
  /** The same as it was saved. */
  saved: IntroFacts;
  /** What else is to be said, in a sentence each. */
  notes?: readonly string[];
};

/** The page before the first question, as each of those who are asked will read it: in the same words. */
export function IntroPreview(props: Props) {
  const { roundId, questionnaire, relationships, name, now, saved, notes = [] } = props;
  const { t } = useTranslation("intro-preview");
  const changed = (Object.keys(saved) as (keyof IntroFacts)[]).some(
    (each) => JSON.stringify(now[each]) !== JSON.stringify(saved[each]),
  );
  const said = [
    ...(changed ? [t("changed")] : []),
    ...notes,
    ...(name === null && relationships.some((each) => each !== "self")
      ? [t("example", { name: t("name") })]
      : []),
  ];
  return (
    <Preview
      title={t("title")}
      choice={t("choice")}
      views={relationships.map((relationship) => ({
        key: relationship,
        label: t(`as.${relationship}`),
        content: (
          <div className="grid gap-3">
            <Intro relationship={relationship} name={name ?? t("name")} now={now} saved={saved} />
            <p className="text-sm">
              <PreviewLink
                roundId={roundId}
                as={relationship}
                {...(questionnaire ? { questionnaire } : {})}
              />
            </p>
          </div>
        ),
      }))}
      note={said.length > 0 && said.map((each) => <p key={each}>{each}</p>)}
    />
  );
}

type IntroProps = { relationship: Relationship; name: string; now: IntroFacts; saved: IntroFacts };

function Intro({ relationship, name, now, saved }: IntroProps) {
  const { t } = useTranslation("answering");
  const context = relationship === "self" ? "self" : undefined;
  const { instrument, closesOn } = now;
  return (
    <div className="grid gap-3">
      <div className="wrap-anywhere" dir="auto">
        <p className="mb-1 text-xs font-semibold text-ink-muted">{now.round}</p>
        <p className="font-serif text-xl leading-tight font-semibold">
          {t("intro.title", { context, name })}
        </p>
      </div>
      {instrument && <p className="text-sm leading-normal">{t("intro.lead", instrument)}</p>}
      <PrivacyPromise relationship={relationship} name={name} {...now} preview={{ saved }} />
      {closesOn && (
        <p className="text-sm text-ink-muted">
          {t("intro.closes", { date: writtenDate(closesOn) })}
        </p>
      )}
    </div>
  );
}
