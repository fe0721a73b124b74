import { useTranslation } from "react-i18next";
import { redirect, useNavigation } from "react-router";
import { requireActor } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { problemsIn } from "~/platform/http/form-answer.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { Badge } from "~/ui/badge.tsx";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { CheckIcon } from "~/ui/icons.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import { type Coachee, coachees } from "../releasing/coaching-reads.server.ts";
import { releaseReport, releaseReportInput } from "../releasing/release-report.server.ts";
import type { Route } from "./+types/coaching";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireActor(context, request);
  const people = await inOrganisation(getPlatform(context), actor, (tx) => coachees(tx, actor));
  return { people, released: new URL(request.url).searchParams.get("said") === "released" };
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireActor(context, request);
  const form = await readForm(request, releaseReportInput, { hidden: ["report"] });
  if (!form.ok) return form.refused();
  const outcome = await releaseReport(getPlatform(context), actor, form.value.report);
  if (outcome.ok) return redirect("/coaching?said=released");
  if (outcome.reason === "unknown") throw notFound();
  return form.refused([{ code: outcome.reason }]);
}

/** The people someone coaches: whose report waits to be read and released. */
export default function Coaching({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("cycle-running");
  const { people, released } = loaderData;
  const waiting = people.filter(({ report }) => report && !report.released).length;
  const problems = problemsIn(actionData).map(({ code }) => ({
    message: t(`coaching.problems.${code}`),
  }));
  return (
    <>
      <PageTitle>{t("coaching.title")}</PageTitle>
      <PageHeader
        breadcrumbs={[{ label: t("coaching.home"), href: "/home" }]}
        title={t("coaching.title")}
        lead={people.length > 0 ? t("coaching.lead", { count: waiting }) : undefined}
      />
      <div className="grid max-w-224 gap-6">
        <ErrorSummary problems={problems} />
        {released && <Notice tone="success">{t("coaching.released")}</Notice>}
        {people.length === 0 ? (
          <EmptyState title={t("coaching.empty.title")}>{t("coaching.empty.body")}</EmptyState>
        ) : (
          <ul className="divide-y divide-line rounded-large border border-line bg-surface">
            {people.map((person) => (
              <Person key={person.participantId} person={person} />
            ))}
          </ul>
        )}
        {waiting > 0 && <p className="max-w-reading text-ink-muted">{t("coaching.hint")}</p>}
      </div>
    </>
  );
}

function Person({ person: { name, cycleName, report } }: { person: Coachee }) {
  const { t } = useTranslation("cycle-running");
  const sending = useNavigation().state === "submitting";
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-4 py-4 sm:px-5">
      <div className="min-w-0 flex-1 basis-60">
        <h2 className="font-semibold wrap-anywhere" dir="auto">
          {name}
        </h2>
        <p className="text-ink-muted" dir="auto">
          {cycleName}
        </p>
      </div>
      {report ? (
        <div className="flex flex-wrap items-center gap-3">
          {report.released && (
            <Badge tone="success" icon={<CheckIcon />}>
              {t("report.released")}
            </Badge>
          )}
          <ButtonLink
            href={`/reports/${report.id}`}
            variant={report.released ? "secondary" : "primary"}
          >
            {t("coaching.read")}
            <VisuallyHidden>{t("coaching.of", { name })}</VisuallyHidden>
          </ButtonLink>
          {!report.released && (
            <Form method="post">
              <input type="hidden" name="report" value={report.id} />
              <Button busy={sending}>
                {t("coaching.release")}
                <VisuallyHidden>{t("coaching.to", { name })}</VisuallyHidden>
              </Button>
            </Form>
          )}
        </div>
      ) : (
        <p className="text-ink-muted">{t("coaching.notYet")}</p>
      )}
    </li>
  );
}
