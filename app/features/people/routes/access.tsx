import { useTranslation } from "react-i18next";
import { data, type RouterContextProvider, redirect } from "react-router";
import {
  appointmentLetterContext,
  directoryContext,
  removeAdministrator,
  requireAdmin,
  setAddressWait,
  setLeaversReading,
  withdrawAppointment,
} from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { appointFromDirectory } from "../appoint-from-directory.server.ts";
import { Administrators } from "../components/access/administrators.tsx";
import { AppointForm } from "../components/access/appoint-form.tsx";
import { LeaversForm } from "../components/access/leavers-form.tsx";
import { WaitForm } from "../components/access/wait-form.tsx";
import { readAccessPage } from "../read-access-page.server.ts";
import type { Route } from "./+types/access";

const SAID = ["appointed", "invited", "removed", "withdrawn", "leavers", "wait"] as const;

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const { searchParams } = new URL(request.url);
  const page = await readAccessPage(getPlatform(context), actor, searchParams.get("q") ?? "");
  if (!page) throw notFound();
  return {
    ...page,
    said: SAID.find((word) => word === searchParams.get("said")) ?? null,
    removing: searchParams.get("remove"),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const form = await request.formData();
  const outcome = await change(context, actor, form);
  if (outcome.ok) throw redirect(outcome.value);
  if (outcome.reason === "not-allowed") throw notFound();
  return data({ reason: outcome.reason }, { status: 400 });
}

type Refused = "not-allowed" | "unknown" | "already" | "last" | "no-address" | "readdressed";

async function change(
  context: Readonly<RouterContextProvider>,
  actor: Actor,
  form: FormData,
): Promise<{ ok: true; value: string } | { ok: false; reason: Refused }> {
  const parts = { ...getPlatform(context), directory: context.get(directoryContext) };
  const text = (name: string) => String(form.get(name) ?? "");
  const said = (word: (typeof SAID)[number]) => ({
    ok: true as const,
    value: `/access?said=${word}`,
  });
  switch (form.get("intent")) {
    case "appoint": {
      const letter = context.get(appointmentLetterContext);
      const made = await appointFromDirectory(parts, actor, text("person"), letter);
      return made.ok ? said(made.value === "now" ? "appointed" : "invited") : made;
    }
    case "remove": {
      const removed = await removeAdministrator(parts, actor, text("membership"));
      if (!removed.ok) return removed;
      return removed.value.self ? { ok: true, value: "/home" } : said("removed");
    }
    case "withdraw": {
      const withdrawn = await withdrawAppointment(parts, actor, text("person"));
      return withdrawn.ok ? said("withdrawn") : withdrawn;
    }
    case "leavers": {
      const set = await setLeaversReading(parts, actor, form.get("days"));
      return set.ok ? said("leavers") : set;
    }
    case "wait": {
      const set = await setAddressWait(parts, actor, form.get("days"));
      return set.ok ? said("wait") : set;
    }
    default:
      return { ok: false, reason: "unknown" };
  }
}

/** Who can get in with more than their own rights, and what people who left may still see. */
export default function Access({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("people");
  const { said } = loaderData;
  const problem = actionData ? t(`access.problems.${actionData.reason}`) : null;
  return (
    <>
      <title>{t("access.title")}</title>
      <PageHeader title={t("access.title")} lead={t("access.lead")} />
      <div className="grid max-w-224 gap-8">
        <ErrorSummary problems={problem ? [{ message: problem }] : []} />
        {said && !problem && <Notice tone="success">{t(`access.said.${said}`)}</Notice>}
        <Administrators page={loaderData} removing={loaderData.removing} />
        <AppointForm page={loaderData} />
        <LeaversForm days={loaderData.leaversReadDays} />
        <WaitForm {...loaderData.addressWait} />
      </div>
    </>
  );
}
