import { useTranslation } from "react-i18next";
import { OpenPage } from "~/shell/open-page.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import type { AnsweredCheck, AskedCheck } from "../open/asked-data.ts";
import { ResultView } from "../result/result-view.tsx";
import { AskPage } from "./ask-page.tsx";

type Props = { asked: AskedCheck; answered: AnsweredCheck | undefined };

/** A check as it is answered; or, where a browser without script sent answers, what they come to. */
export function CheckPage({ asked, answered }: Props) {
  const { t } = useTranslation("checks");
  const { name, lead, origin, language, voice, minutes, none, ways } = asked;
  const frame = { origin, path: ways.own, language, description: lead, privacy: t("privacy") };
  if (answered?.kind === "result")
    return (
      <OpenPage {...frame} title={t("resultTitle", { name })}>
        <PageHeader
          title={t("resultTitle", { name })}
          lead={t("sentNote")}
          breadcrumbs={[
            { label: t("all"), href: ways.all },
            { label: name, href: ways.action },
          ]}
        />
        <ResultView page={answered.page} answered={{ voice, ratings: answered.ratings }} />
      </OpenPage>
    );
  const quiz = {
    "@type": "Quiz",
    ...{ name, description: lead, timeRequired: `PT${minutes}M`, isAccessibleForFree: true },
    learningResourceType: "Self-assessment",
  };
  return (
    <OpenPage {...frame} title={name} about={quiz}>
      <AskPage
        {...asked}
        answers={answered?.answers ?? none}
        problems={answered?.problems ?? []}
        tooFew={answered?.done ?? null}
      />
    </OpenPage>
  );
}
