import { useTranslation } from "react-i18next";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import script from "../../browser/questionnaire.ts?worker&url";
import { type AnswerProblem, type Answers, CANT_SAY } from "../../domain/answers.ts";
import { COMMENTS_PART, SEND_PART } from "../../domain/parts.ts";
import type { PartData } from "../../part-data.server.ts";
import { CommentsForm } from "./comments-form.tsx";
import { ItemField } from "./item-field.tsx";
import { PartButtons } from "./part-buttons.tsx";
import { PartProgress } from "./part-progress.tsx";
import { RaterShell } from "./rater-shell.tsx";
import { SendForm } from "./send-form.tsx";

type Props = {
  data: PartData;
  problems: readonly AnswerProblem[];
  /** What was typed, when it could not be kept as it was. */
  typed: Answers | null;
  refusal: "open-items" | "nothing-said" | null;
};

/** One screen of the questionnaire. Complete as HTML; the script only saves as you go and adds keys. */
export function PartPage({ data, problems, typed, refusal }: Props) {
  const { t } = useTranslation("feedback");
  const { organisation, base, name, relationship, part, section, progress } = data;
  const about = relationship === "self" ? t("rater.aboutYourself") : t("rater.about", { name });
  const title =
    section?.title ?? t(part === COMMENTS_PART ? "rater.comments.title" : "rater.send.title");
  return (
    <RaterShell organisation={organisation} base={base}>
      <title>{`${title} · ${about}`}</title>
      <p className="mb-3 text-sm font-semibold text-ink-muted" dir="auto">
        {about}
      </p>
      <PartProgress {...progress} elsewhere={progress.done - answeredHere(data)} />
      <ErrorSummary
        problems={problems.map(({ field, problem }) => ({
          field,
          message: t(`rater.problems.${problem}`),
        }))}
      />
      {part === SEND_PART ? (
        <SendForm data={data} refusal={refusal} />
      ) : (
        <form
          method="post"
          action={`${base}/${data.requestId}/${part}`}
          noValidate
          data-questionnaire={`${base}/${data.requestId}/save`}
          data-saving={t("rater.saving")}
          data-saved={t("rater.saved")}
          data-unsaved={t("rater.unsaved")}
          data-closed={t("rater.closedNow")}
        >
          {section ? (
            <SectionFields
              data={data}
              section={section}
              answers={typed ?? data.answers}
              problems={problems}
            />
          ) : (
            <CommentsForm
              questions={data.questions}
              answers={typed ?? data.answers}
              problems={problems}
              self={relationship === "self"}
            />
          )}
          <PartButtons before={data.before} after={data.after} />
        </form>
      )}
      <script type="module" src={script} />
    </RaterShell>
  );
}

/** How many questions of this screen have been dealt with. */
function answeredHere({ part, parts }: PartData): number {
  const here = parts.find((each) => each.key === part);
  return here ? here.items.length - here.left : 0;
}

type SectionProps = {
  data: PartData;
  section: NonNullable<PartData["section"]>;
  answers: Answers;
  problems: readonly AnswerProblem[];
};

function SectionFields({ data, section, answers, problems }: SectionProps) {
  const { t } = useTranslation("feedback");
  return (
    <>
      <h1 className="font-serif text-2xl font-semibold tracking-tight sm:text-3xl">
        {section.title}
      </h1>
      <p className="mt-2 text-ink-muted">{section.intro}</p>
      <p className="mt-6 mb-3 text-lg font-semibold" dir="auto">
        {section.stem}
      </p>
      {section.items.map((item) => (
        <ItemField
          key={item.index}
          item={item}
          labels={section.scaleLabels}
          cantSay={data.cantSayLabel}
          chosen={
            answers.cantSay.includes(item.index) ? CANT_SAY : (answers.ratings[item.index] ?? null)
          }
          problem={
            problems.some((problem) => problem.field === `item-${item.index}`)
              ? t("rater.problems.not-an-answer")
              : undefined
          }
          disabled={false}
        />
      ))}
    </>
  );
}
