import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import { z } from "zod";
import { getPlatform } from "~/platform/context.server.ts";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { Button } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Panel } from "~/ui/panel.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import { CodeField } from "../components/code-field.tsx";
import { Enrolment } from "../components/enrolment.tsx";
import { RecoveryCodes } from "../components/recovery-codes.tsx";
import { authContext, directoryContext, getSignedIn, requireOwner } from "../context.server.ts";
import { keepOutCrowds } from "../keep-out-crowds.server.ts";
import { minutesOf, refusalAnswer } from "../refusal-answer.ts";
import {
  beginFactorInput,
  beginSecondFactor,
  confirmFactorInput,
  confirmSecondFactor,
  offerAgain,
} from "../second-factor/add-second-factor.server.ts";
import {
  changeFactorInput,
  dropSecondFactor,
  renewRecoveryCodes,
} from "../second-factor/drop-second-factor.server.ts";
import { ownFactor } from "../second-factor/own-factor.server.ts";
import { visitorOf } from "../visitor.server.ts";
import type { Route } from "./+types/account-second-factor";

const factorForm = z.discriminatedUnion("intent", [
  beginFactorInput.extend({ intent: z.literal("begin") }),
  confirmFactorInput.extend({ intent: z.literal("confirm") }),
  changeFactorInput.extend({ intent: z.enum(["drop", "renew"]) }),
]);

export const middleware: Route.MiddlewareFunction[] = [keepOutCrowds];

export async function loader({ context, request }: Route.LoaderArgs) {
  requireOwner(context, request);
  const auth = context.get(authContext);
  const own = await ownFactor(getPlatform(context), auth, request.headers);
  if (!own) throw notFound();
  const signedIn = getSignedIn(context);
  return { ...own, asksIt: signedIn?.needsStep ? signedIn.organisationName : null };
}

type Said = {
  answer?: FormAnswer;
  offer?: Awaited<ReturnType<typeof offerAgain>>;
  codes?: string[];
};

export async function action({ context, request }: Route.ActionArgs) {
  requireOwner(context, request);
  const platform = getPlatform(context);
  const auth = context.get(authContext);
  const visitor = visitorOf(context, request);
  const { headers } = request;
  const form = await readForm(request, factorForm, { secret: ["current", "code"] });
  const again = async (problems?: Parameters<typeof form.answer>[0]): Promise<Said> => {
    const answer = form.answer(problems);
    const offered = answer.result.initialValue?.offer;
    const offer =
      typeof offered === "string" ? await offerAgain(platform, auth, headers, offered) : null;
    return { answer, offer };
  };
  if (!form.ok) return data(await again(), { status: 400 });
  const { value } = form;
  const outcome = await change();
  if (outcome.ok) {
    if (value.intent === "drop") return redirect("/account?said=factor-off");
    return data<Said>(outcome.value);
  }
  if (outcome.reason === "unknown") throw notFound();
  if (outcome.reason === "problems") return data(await again(outcome.problems), { status: 400 });
  const problem = {
    field: value.intent === "begin" ? "current" : "code",
    code: outcome.reason,
    values: { count: minutesOf(outcome) },
  };
  return data(await again([problem]), refusalAnswer(outcome));

  async function change() {
    const asked = [platform, auth, visitor, headers] as const;
    switch (value.intent) {
      case "begin": {
        const begun = await beginSecondFactor(...asked, value);
        return begun.ok ? { ok: true as const, value: { offer: begun.value } } : begun;
      }
      case "confirm": {
        const added = await confirmSecondFactor(...asked, value);
        return added.ok ? { ok: true as const, value: { codes: added.value } } : added;
      }
      case "renew": {
        const renewed = await renewRecoveryCodes(...asked, value);
        return renewed.ok ? { ok: true as const, value: { codes: renewed.value } } : renewed;
      }
      case "drop": {
        const parts = { ...platform, directory: context.get(directoryContext) };
        const dropped = await dropSecondFactor(parts, auth, visitor, headers, value);
        return dropped.ok ? { ok: true as const, value: {} } : dropped;
      }
    }
  }
}

export function headers({ actionHeaders }: Route.HeadersArgs) {
  return actionHeaders;
}

/** The second step of signing in: to add it, to make new recovery codes, and to take it away. */
export default function SecondFactor({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("second-factor");
  const { t: ofAccount } = useTranslation("account");
  const { answer, offer, codes } = actionData ?? {};
  return (
    <>
      <PageTitle>{t("title")}</PageTitle>
      <PageHeader
        breadcrumbs={[{ label: ofAccount("title"), href: "/account" }]}
        title={t("title")}
        lead={t("lead")}
      />
      <WithAside
        label={t("aside.label")}
        aside={
          <AsidePart title={t("aside.title")}>
            <div className="grid gap-3 text-sm text-ink-muted">
              <p>{t("aside.app")}</p>
              <p>{t("aside.lost")}</p>
            </div>
          </AsidePart>
        }
      >
        <div className="grid grid-cols-1 gap-8">
          {loaderData.asksIt !== null && (
            <Notice title={t("asked.title", { organisation: loaderData.asksIt })}>
              {t("asked.body")}
            </Notice>
          )}
          {codes ? (
            <RecoveryCodes codes={codes} />
          ) : offer ? (
            <Enrolment offer={offer} answer={answer} />
          ) : loaderData.factor ? (
            <ChangeFactor left={loaderData.factor.left} answer={answer} />
          ) : (
            <Begin answer={answer} />
          )}
        </div>
      </WithAside>
    </>
  );
}

function Begin({ answer }: { answer: FormAnswer | undefined }) {
  const { t } = useTranslation("second-factor");
  const form = useFormFields<typeof beginFactorInput>({
    id: "begin",
    answer,
    say: ({ field, code, values }) =>
      t(field === "current" ? `begin.problems.${code}` : `problems.${code}`, { ...values }),
  });
  return (
    <Panel title={t("begin.title")} lead={t("begin.lead")}>
      <Form {...form.form} className="grid max-w-form gap-6">
        <ErrorSummary problems={form.problems} />
        <TextField
          {...form.field("current")}
          type="password"
          label={t("begin.current")}
          autoComplete="current-password"
        />
        <Button variant="primary" name="intent" value="begin" className="w-fit">
          {t("begin.action")}
        </Button>
      </Form>
    </Panel>
  );
}

function ChangeFactor({ left, answer }: { left: number; answer: FormAnswer | undefined }) {
  const { t } = useTranslation("second-factor");
  const form = useFormFields<typeof changeFactorInput>({
    id: "factor",
    answer,
    say: ({ code, values }) => t(`problems.${code}`, { ...values }),
  });
  return (
    <Panel title={t("manage.title")} lead={t("left", { count: left })}>
      <Form {...form.form} className="grid max-w-form gap-6">
        <ErrorSummary problems={form.problems} />
        <CodeField {...form.field("code")} hint={t("manage.hint")} />
        <div className="flex flex-wrap gap-3">
          <Button variant="primary" name="intent" value="renew" wide>
            {t("manage.renew")}
          </Button>
          <Button variant="caution" name="intent" value="drop" wide>
            {t("manage.drop")}
          </Button>
        </div>
      </Form>
    </Panel>
  );
}
