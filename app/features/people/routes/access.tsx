import { useTranslation } from "react-i18next";
import { type RouterContextProvider, redirect } from "react-router";
import { z } from "zod";
import {
  accessLettersContext,
  changeOffice,
  directoryContext,
  removeOfficial,
  requireAdmin,
  requireRecentAdmin,
  setAddressWait,
  setAddressWaitInput,
  setLeaversReading,
  setLeaversReadingInput,
  setSecondStepFor,
  setSecondStepForInput,
  withdrawAppointment,
} from "~/features/identity/index.server.ts";
import { type Actor, LIMITED_OFFICES, OFFICES } from "~/features/identity/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { accept, type Outcome } from "~/platform/errors/outcome.ts";
import { problemsIn } from "~/platform/http/form-answer.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { WithAside } from "~/ui/with-aside.tsx";
import { appointFromDirectory } from "../appoint-from-directory.server.ts";
import { AccessAside } from "../components/access/access-aside.tsx";
import { AppointForm } from "../components/access/appoint-form.tsx";
import { LeaversForm } from "../components/access/leavers-form.tsx";
import { Officials } from "../components/access/officials.tsx";
import { RulesFacts } from "../components/access/rules-facts.tsx";
import { SecondStepForm } from "../components/access/second-step-form.tsx";
import { WaitForm } from "../components/access/wait-form.tsx";
import { isLimitedOffice, unitsPath } from "../components/units/units-path.ts";
import { readAccessPage } from "../read-access-page.server.ts";
import type { Route } from "./+types/access";

const SAID = [
  "appointed",
  "invited",
  "changed",
  "removed",
  "withdrawn",
  "leavers",
  "wait",
  "second-step",
] as const;

/** Where an office is to be limited, the units are asked for on a page of their own, before it is given. */
const anyOffice = z.literal([...OFFICES, ...LIMITED_OFFICES]);

/** What can be changed here, by the button that does it. */
const accessForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("appoint"), person: z.uuid(), office: anyOffice }),
  z.object({ intent: z.literal("change"), membership: z.uuid(), office: anyOffice }),
  z.object({ intent: z.literal("withdraw"), person: z.uuid() }),
  z.object({ intent: z.literal("remove"), membership: z.uuid() }),
  z.object({ intent: z.literal("second-step"), ...setSecondStepForInput.shape }),
  z.object({ intent: z.literal("leavers"), ...setLeaversReadingInput.shape }),
  z.object({ intent: z.literal("wait"), ...setAddressWaitInput.shape }),
]);

type Refused =
  | "own-first"
  | "not-allowed"
  | "unknown"
  | "already"
  | "has-it"
  | "changed"
  | "last"
  | "no-address"
  | "readdressed";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const { searchParams } = new URL(request.url);
  const page = await readAccessPage(getPlatform(context), actor, searchParams.get("q") ?? "");
  if (!page) throw notFound();
  return {
    ...page,
    said: SAID.find((word) => word === searchParams.get("said")) ?? null,
    changing: searchParams.get("change"),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = await requireRecentAdmin(context, request);
  const form = await readForm(request, accessForm, { hidden: ["person", "membership", "office"] });
  if (!form.ok) return form.refused();
  const outcome = await change(context, actor, form.value);
  if (outcome.ok) throw redirect(outcome.value);
  if (outcome.reason === "not-allowed") throw notFound();
  return form.refused([{ code: outcome.reason }]);
}

async function change(
  context: Readonly<RouterContextProvider>,
  actor: Actor,
  form: z.output<typeof accessForm>,
): Promise<Outcome<string, Refused>> {
  const parts = { ...getPlatform(context), directory: context.get(directoryContext) };
  const said = (word: (typeof SAID)[number]) => accept(`/access?said=${word}`);
  switch (form.intent) {
    case "appoint": {
      const { person, office } = form;
      if (isLimitedOffice(office)) return accept(unitsPath({ person }, office));
      const letters = context.get(accessLettersContext).appointment;
      const made = await appointFromDirectory(
        parts,
        actor,
        { person, office, units: null },
        letters,
      );
      return made.ok ? said(made.value === "now" ? "appointed" : "invited") : made;
    }
    case "change": {
      const { membership, office } = form;
      if (isLimitedOffice(office)) return accept(unitsPath({ membership }, office));
      const changed = await changeOffice(parts, actor, { membership, office, units: null });
      if (!changed.ok) return changed;
      return changed.value.self && form.office === "analyst" ? accept("/home") : said("changed");
    }
    case "remove": {
      const removed = await removeOfficial(parts, actor, form.membership);
      if (!removed.ok) return removed;
      return removed.value.self ? accept("/home") : said("removed");
    }
    case "withdraw": {
      const withdrawn = await withdrawAppointment(parts, actor, form.person);
      return withdrawn.ok ? said("withdrawn") : withdrawn;
    }
    case "second-step": {
      const set = await setSecondStepFor(parts, actor, form);
      return set.ok ? said("second-step") : set;
    }
    case "leavers": {
      const set = await setLeaversReading(parts, actor, form);
      return set.ok ? said("leavers") : set;
    }
    case "wait": {
      const set = await setAddressWait(parts, actor, form);
      return set.ok ? said("wait") : set;
    }
  }
}

/** Who can get in with more than their own rights, and what people who left may still see. */
export default function Access({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("people");
  const { said } = loaderData;
  const problems = problemsIn(actionData).map(({ field, code }) => ({
    message: t(`access.problems.${code}`),
    ...(field ? { field: `${actionData?.intent}-${field}` } : {}),
  }));
  return (
    <>
      <PageTitle>{t("access.title")}</PageTitle>
      <PageHeader title={t("access.title")} lead={t("access.lead")} />
      <WithAside label={t("access.aside.label")} aside={<AccessAside page={loaderData} />}>
        <div className="grid grid-cols-1 gap-6">
          <ErrorSummary problems={problems} />
          {said && !actionData && <Notice tone="success">{t(`access.said.${said}`)}</Notice>}
          <Officials page={loaderData} changing={loaderData.changing} />
          {loaderData.decides ? (
            <>
              <AppointForm page={loaderData} />
              <SecondStepForm whom={loaderData.secondStepFor} answer={actionData} />
              <LeaversForm days={loaderData.leaversReadDays} answer={actionData} />
              <WaitForm wait={loaderData.addressWait} answer={actionData} />
            </>
          ) : (
            <RulesFacts page={loaderData} />
          )}
        </div>
      </WithAside>
    </>
  );
}
