import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { requireActor } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import type { Problem } from "~/platform/errors/problem.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { listed, writtenDate } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { DescriptionList } from "~/ui/description-list.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { standing } from "../components/evidence-list.tsx";
import { evidenceName, saidLevel } from "../components/level-words.ts";
import { commentInput, commentOnEvidence } from "../ledger/comment-on-evidence.server.ts";
import { withdrawEvidence, withdrawInput } from "../ledger/withdraw-evidence.server.ts";
import { evidencePage } from "../levels/evidence-page.server.ts";
import type { Route } from "./+types/evidence";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireActor(context, request);
  const page = await evidencePage(getPlatform(context), actor, params);
  if (!page) throw notFound();
  const said = new URL(request.url).searchParams.get("said") === "commented";
  return { ...page, hasCommented: said };
}

const evidenceForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("withdraw"), ...withdrawInput.shape }),
  z.object({ intent: z.literal("comment"), ...commentInput.shape }),
]);

export async function action({ context, request, params }: Route.ActionArgs) {
  const actor = requireActor(context, request);
  const platform = getPlatform(context);
  const form = await readForm(request, evidenceForm);
  if (!form.ok) return form.refused();
  const { personId, evidenceId } = params;
  if (form.value.intent === "comment") {
    const said = await commentOnEvidence(platform, actor, evidenceId, form.value);
    if (!said.ok) throw notFound();
    return redirect(`/levels/${personId}/evidence/${evidenceId}?said=commented`);
  }
  const withdrawn = await withdrawEvidence(platform, actor, { personId, evidenceId }, form.value);
  if (!withdrawn.ok) throw notFound();
  return redirect(`/levels/${personId}?said=withdrawn`);
}

/** One piece of evidence: all that is held of it, what its person says to it, and the way to take it back. */
export default function EvidencePage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("competencies");
  const { person, competency, framework, evidence, levelName, hasCommented } = loaderData;
  const title = evidenceName(evidence, t(`source.${evidence.source}`));
  const say = ({ code, field, values }: Problem) =>
    t([`problems.${field}.${code}`, `problems.${code}`], { ...values });
  const withdraw = useFormFields<typeof evidenceForm>({
    ...{ id: "withdraw", intent: "withdraw", answer: actionData, say },
  });
  const comment = useFormFields<typeof evidenceForm>({
    ...{ id: "comment", intent: "comment", answer: actionData, say },
  });
  const level = saidLevel(evidence.level);
  const facts = [
    { term: t("evidence.facts.about"), details: person.name },
    { term: t("evidence.facts.competency"), details: `${competency} (${framework})` },
    {
      term: t("evidence.facts.level"),
      details: levelName
        ? t("evidence.levelNamed", { level, name: levelName })
        : t("evidence.level", { level }),
    },
    ...(evidence.by ? [{ term: t("evidence.facts.by"), details: evidence.by }] : []),
    { term: t("evidence.facts.saidOn"), details: writtenDate(evidence.saidOn) },
    { term: t("evidence.facts.standing"), details: standing(t, evidence) || t("evidence.stands") },
    {
      term: t("evidence.facts.purposes"),
      details: listed(evidence.purposes.map((purpose) => t(`purpose.${purpose}`))),
    },
    ...(evidence.withdrawn
      ? [{ term: t("evidence.facts.because"), details: evidence.withdrawn.because }]
      : []),
    ...(evidence.words === ""
      ? []
      : [{ term: t("evidence.facts.words"), details: evidence.words }]),
  ];
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        breadcrumbs={[
          {
            label: person.isOwn ? t("levels.ownTitle") : t("levels.title", { name: person.name }),
            href: `/levels/${person.id}`,
          },
        ]}
      />
      <div className="grid max-w-reading gap-10">
        {hasCommented && <Notice tone="success">{t("evidence.commented")}</Notice>}
        <DescriptionList items={facts} />
        {(evidence.comments.length > 0 || person.isOwn) && (
          <section aria-labelledby="comments" className="grid gap-4">
            <h2 id="comments" className="font-serif text-xl font-semibold">
              {t(person.isOwn ? "evidence.yourSide" : "evidence.theirSide")}
            </h2>
            {evidence.comments.map(({ id, words, saidOn }) => (
              <blockquote key={id} className="border-s-2 border-line ps-4">
                <p dir="auto" className="whitespace-pre-line wrap-anywhere">
                  {words}
                </p>
                <p className="text-sm text-ink-muted">{writtenDate(saidOn)}</p>
              </blockquote>
            ))}
            {person.isOwn && (
              // Empty again once a reply was added.
              <Form key={evidence.comments.length} {...comment.form} className="grid gap-4">
                <ErrorSummary problems={comment.problems} />
                <TextArea
                  {...comment.field("comment")}
                  rows={3}
                  label={t("evidence.comment")}
                  hint={t("evidence.commentHint")}
                />
                <Button name="intent" value="comment" className="justify-self-start">
                  {t("evidence.commentAction")}
                </Button>
              </Form>
            )}
          </section>
        )}
        {evidence.mayWithdraw && (
          <section aria-labelledby="take-back" className="grid gap-4">
            <h2 id="take-back" className="font-serif text-xl font-semibold">
              {t("evidence.takeBack")}
            </h2>
            <Form {...withdraw.form} className="grid gap-4">
              <ErrorSummary problems={withdraw.problems} />
              <TextArea
                {...withdraw.field("reason")}
                rows={2}
                label={t("evidence.reason")}
                hint={t("evidence.reasonHint")}
              />
              <Button
                variant="caution"
                name="intent"
                value="withdraw"
                className="justify-self-start"
              >
                {t("evidence.takeBackAction")}
              </Button>
            </Form>
          </section>
        )}
      </div>
    </>
  );
}
