import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { requireActor } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { sheetPage } from "../assessments/sheets/sheet-page.server.ts";
import { takeBackSheet } from "../assessments/sheets/take-back-sheet.server.ts";
import { sheetInput, writeSheet } from "../assessments/sheets/write-sheet.server.ts";
import { PurposesTold } from "../components/assessments/purposes-told.tsx";
import { SentSheet, SheetForm } from "../components/assessments/sheet-form.tsx";
import { ownAssessmentsPath, sheetPath } from "../paths/assessment-paths.ts";
import type { Route } from "./+types/sheet";

const pressed = sheetInput.extend({ intent: z.enum(["save", "send", "open"]).default("save") });
const SAID = ["saved", "sent", "opened"] as const;

export async function loader({ context, request, params: { sheetId } }: Route.LoaderArgs) {
  const actor = requireActor(context, request);
  const page = await sheetPage(getPlatform(context), actor, pathId(sheetId));
  if (!page) throw notFound();
  const query = new URL(request.url).searchParams;
  const said = SAID.find((word) => word === query.get("said")) ?? null;
  return { page, said };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const actor = requireActor(context, request);
  const sheetId = pathId(params.sheetId);
  const platform = getPlatform(context);
  const form = await readForm(request, pressed, { hidden: ["revision", "intent"] });
  if (!form.ok) return form.refused();
  const { intent, ...written } = form.value;
  if (intent === "open") {
    const outcome = await takeBackSheet(platform, actor, sheetId);
    if (!outcome.ok && outcome.reason === "unknown") throw notFound();
    return redirect(outcome.ok ? `${sheetPath(sheetId)}?said=opened` : sheetPath(sheetId));
  }
  const outcome = await writeSheet(platform, actor, sheetId, { ...written, intent });
  if (outcome.ok)
    return redirect(`${sheetPath(sheetId)}?said=${outcome.value.sent ? "sent" : "saved"}`);
  if (outcome.reason === "problems") return form.refused(outcome.problems);
  if (outcome.reason === "unknown") throw notFound();
  return form.refused([{ code: outcome.reason }], { status: 409 });
}

/** A refusal may mean that the page was out of date, so it is read again then, too. */
export function shouldRevalidate() {
  return true;
}

/** Where somebody places themselves or another, level by level, by what one sees on each. */
export default function SheetPage({
  loaderData: { page, said },
  actionData,
}: Route.ComponentProps) {
  const { t } = useTranslation("assessments");
  const own = page.part === "self";
  const title = own ? t("sheet.ownTitle") : t("sheet.title", { name: page.name });
  const { name: round, closesOn } = page.round;
  const date = closesOn === null ? "" : writtenDate(closesOn);
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        eyebrow={<bdi>{round}</bdi>}
        lead={t(own ? "sheet.ownLead" : "sheet.lead", { date })}
        breadcrumbs={[{ label: t("own.title"), href: ownAssessmentsPath }]}
      />
      <div className="grid gap-6">
        {said && !actionData && <Notice tone="success">{t(`sheet.said.${said}`)}</Notice>}
        <PurposesTold purposes={page.round.purposes} own={own} part={page.part} />
        {page.isOpen && page.sentOn === null ? (
          <SheetForm page={page} answer={actionData} />
        ) : (
          <SentSheet page={page} />
        )}
      </div>
    </>
  );
}
