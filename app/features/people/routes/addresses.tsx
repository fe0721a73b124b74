import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import { z } from "zod";
import {
  agreeToChange,
  agreeToDomain,
  directoryContext,
  requireAdmin,
} from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { answerWith, problemsIn } from "~/platform/http/form-answer.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Points } from "~/ui/points.tsx";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import { readAddressesPage } from "../addresses-page.server.ts";
import { AddressesTable } from "../components/addresses/addresses-table.tsx";
import { DomainMove } from "../components/addresses/domain-move.tsx";
import type { Route } from "./+types/addresses";

const presses = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("agree"), change: z.uuid() }),
  z.object({
    intent: z.literal("agree-domain"),
    batch: z.uuid(),
    from: z.string(),
    to: z.string(),
  }),
]);

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const { searchParams } = new URL(request.url);
  const page = await readAddressesPage(getPlatform(context), actor, searchParams.get("page"));
  if (!page) throw notFound();
  const agreed = Number(searchParams.get("agreed"));
  return { ...page, agreed: Number.isInteger(agreed) && agreed > 0 ? agreed : null };
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const parts = { ...getPlatform(context), directory: context.get(directoryContext) };
  const press = await readPress(request, presses);
  const outcome =
    press.intent === "agree-domain"
      ? await agreeToDomain(parts, actor, { batchId: press.batch, from: press.from, to: press.to })
      : await agreeToChange(parts, actor, press.change);
  if (outcome.ok) throw redirect(`/people/addresses?agreed=${outcome.value.agreed}`);
  if (outcome.reason === "not-allowed") throw notFound();
  return data(answerWith({ code: outcome.reason }), { status: 400 });
}

/** Whose address was changed and waits, and where a second administrator agrees. */
export default function Addresses({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("people");
  const { changes, moves, alone, agreed } = loaderData;
  const problems = problemsIn(actionData).map(({ code }) => ({
    message: t(`addresses.problems.${code}`),
  }));
  return (
    <>
      <PageTitle>{t("addresses.title")}</PageTitle>
      <PageHeader
        title={t("addresses.title")}
        lead={t("addresses.lead")}
        breadcrumbs={[{ label: t("directory.title"), href: "/people" }]}
      />
      <WithAside
        size="help-for-table"
        label={t("addresses.aside.label")}
        aside={
          <AsidePart title={t("addresses.aside.title")}>
            <div className="text-ink-muted">
              <Points
                points={(["over", "owner", "second"] as const).map((way) =>
                  t(`addresses.aside.${way}`),
                )}
              />
            </div>
          </AsidePart>
        }
      >
        <div className="grid grid-cols-1 gap-6">
          <ErrorSummary problems={problems} />
          {agreed !== null && !actionData && (
            <Notice tone="success">{t("addresses.said.agreed", { count: agreed })}</Notice>
          )}
          {alone && changes.total > 0 && <Notice>{t("addresses.alone")}</Notice>}
          {moves.map((move) => (
            <DomainMove key={`${move.batchId} ${move.from} ${move.to}`} move={move} />
          ))}
          <AddressesTable changes={changes} />
        </div>
      </WithAside>
    </>
  );
}
