import { useTranslation } from "react-i18next";
import {
  type AnswerProblem,
  type Answers,
  askedKeys,
} from "~/features/questionnaires/domain/index.ts";
import { SectionFields } from "~/features/questionnaires/index.ts";
import { Button } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Link } from "~/ui/link.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import script from "../browser/ask.ts?worker&url";
import type { Check, Voice } from "../domain/check.ts";

type Props = {
  name: string;
  lead: string;
  minutes: number;
  voice: Voice;
  check: Check;
  language: string;
  sections: Parameters<typeof SectionFields>[0]["section"][];
  ways: { action: string; other: string; result: string; all: string };
  answers: Answers;
  problems: readonly AnswerProblem[];
  /** How many items were answered, where that were too few. */
  tooFew: number | null;
};

/**
 * A check as it is answered: every item on one page, complete as HTML. The script counts along and makes the result of
 * it in the browser; without one the form is sent.
 */
export function AskPage(props: Props) {
  const { t } = useTranslation("checks");
  const { voice, check, sections, ways, answers, tooFew } = props;
  const items = sections.flatMap((section) => section.items);
  const of = items.length;
  const about = items.map(({ fields }) => fields[""] ?? "");
  const problems = props.problems.map(({ field }) => {
    const question = items[about.indexOf(field)]?.text ?? "";
    return { field, message: t("notAnAnswer", { question }) };
  });
  const tooFewText = (done: number | string) => t("tooFew", { done, of });
  const shown = {
    ...{ answers, problems: props.problems, replaced: new Map<string, string>() },
    asked: askedKeys(items, () => ""),
  };
  const data = { relationship: "self" as const, name: "", worded: props.language, hints: {} };
  return (
    <>
      <PageHeader
        title={props.name}
        lead={props.lead}
        breadcrumbs={[{ label: t("all"), href: ways.all }]}
        eyebrow={`${t("minutes", { count: props.minutes })} · ${t("items", { count: of })}`}
      />
      <p className="mb-6 text-ink-muted">
        {t(`voice.${voice}`)}{" "}
        <Link href={ways.other}>{t(voice === "team" ? "voice.toAlone" : "voice.toTeam")}</Link>
      </p>
      <ErrorSummary
        problems={
          problems.length > 0 || tooFew === null
            ? problems
            : [{ ...(about[0] && { field: about[0] }), message: tooFewText(tooFew) }]
        }
      />
      <form
        method="post"
        action={ways.action}
        noValidate
        className="mt-6"
        data-check={JSON.stringify(check)}
        data-voice={voice}
        data-result={ways.result}
        data-done={t("done", { done: "{done}", of })}
        data-few={tooFewText("{done}")}
      >
        {sections.map((section) => (
          <section key={section.key} className="mb-12">
            <SectionFields data={data} section={section} shown={shown} />
          </section>
        ))}
        <div className="sticky bottom-0 -mx-4 flex flex-wrap items-center gap-x-5 gap-y-2 border-t border-line bg-canvas px-4 py-3 sm:mx-0 sm:px-0">
          <Button variant="primary">{t("result")}</Button>
          <p role="status" data-count className="text-sm text-ink-muted" />
        </div>
      </form>
      <script type="module" src={script} />
    </>
  );
}
