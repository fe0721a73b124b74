import { useTranslation } from "react-i18next";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import type { PartData } from "../answering/questionnaire-view.ts";
import script from "../browser/questionnaire.ts?worker&url";
import type { AnswerProblem, Answers } from "../domain/answers.ts";
import { askedKeys } from "../domain/asked-fields.ts";
import { SEND_PART } from "../domain/parts.ts";
import { fieldsOf } from "../domain/seen.ts";
import { aboutIn, PartHead } from "./part-head.tsx";
import { problemText } from "./problem-text.ts";
import { QuestionnaireForm } from "./questionnaire-form.tsx";
import { RaterShell } from "./rater-shell.tsx";
import { SendForm } from "./send-form.tsx";
import { useSpokenTexts } from "./spoken-texts.ts";

type Props = {
  data: PartData;
  problems: readonly AnswerProblem[];
  /** What was typed, when it could not be kept as it was. */
  typed: Answers | null;
  replaced: ReadonlyMap<string, string>;
  refusal: "open-items" | "nothing-said" | null;
};

const FORM = "questionnaire";

/**
 * The questionnaire: all of it on a wide screen, one part of it on a narrow one, or the last look. Complete as HTML;
 * the script only saves as you go, turns the parts without the server, and adds keys.
 */
export function PartPage({ data, problems, typed, replaced, refusal }: Props) {
  const { t } = useTranslation("answering");
  const says = useSpokenTexts();
  const { organisation, base, part, sections, language } = data;
  const about = aboutIn(t, data);
  const sending = part === SEND_PART;
  const section = sections.find((each) => each.key === part);
  const here = sending ? t("send.title") : (section?.title ?? t("comments.title"));
  const items = sections.flatMap((each) => each.items);
  const answers = typed ?? data.answers;
  const sent = fieldsOf(answers);
  const asked = askedKeys(items, (field) => sent.get(field) ?? "");
  const address = `${base}/${data.requestId}`;
  return (
    <RaterShell
      organisation={organisation}
      base={base}
      language={language}
      form={sending ? undefined : FORM}
      suggests={data.suggests}
    >
      <PageTitle>{`${here} · ${about}`}</PageTitle>
      <PartHead {...data} />
      <ErrorSummary
        problems={problems.flatMap((problem) => {
          const { field } = problem;
          const item = items.find(({ fields }) => Object.values(fields).includes(field));
          return item ? [{ field, message: problemText(t, problem, item) }] : [];
        })}
      />
      <div
        hidden
        role="alert"
        data-notice
        className="mb-6 rounded-large border border-danger-fill bg-danger-soft px-4 py-3"
      />
      <div
        data-outbox={data.requestId}
        data-save={`${address}/save`}
        data-shared={data.shared ? "" : undefined}
        data-revision={data.revision}
        data-language={language}
        data-team={data.team}
        data-scripts={data.scripts ?? undefined}
        data-says={JSON.stringify(says)}
      >
        {sending ? (
          <SendForm data={data} refusal={refusal} />
        ) : (
          <QuestionnaireForm id={FORM} data={data} shown={{ answers, problems, replaced, asked }} />
        )}
      </div>
      <script type="module" src={script} />
    </RaterShell>
  );
}
