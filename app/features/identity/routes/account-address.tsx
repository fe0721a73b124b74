import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Panel } from "~/ui/panel.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import { authContext, requireOwner } from "../context.server.ts";
import {
  askOwnAddress,
  askOwnAddressInput,
  stopOwnAddress,
} from "../own-address/ask-own-address.server.ts";
import { ownCredential } from "../passwords/own-password.server.ts";
import { requireRecentOwner } from "../recent/require-recent.server.ts";
import { minutesOf, refusalAnswer } from "../refusal-answer.ts";
import type { Route } from "./+types/account-address";

const PAGE = "/account/address";
const addressForm = z.discriminatedUnion("intent", [
  askOwnAddressInput.extend({ intent: z.literal("ask") }),
  z.object({ intent: z.literal("stop") }),
]);

export async function loader({ context, request }: Route.LoaderArgs) {
  const platform = getPlatform(context);
  requireOwner(context, request);
  // Both addresses are asked by letter: without a mail server nobody could say anything.
  if (platform.mailer.kind === "none") throw notFound();
  await requireRecentOwner(context, request, PAGE);
  const own = await ownCredential(platform, context.get(authContext), request.headers);
  if (!own) throw notFound();
  return { email: own.email };
}

export async function action({ context, request }: Route.ActionArgs) {
  requireOwner(context, request);
  const platform = getPlatform(context);
  if (platform.mailer.kind === "none") throw notFound();
  const auth = context.get(authContext);
  const form = await readForm(request, addressForm);
  if (!form.ok) return form.refused();
  if (form.value.intent === "stop") {
    const stopped = await stopOwnAddress(platform, auth, request.headers);
    if (!stopped.ok) throw notFound();
    return redirect("/account?said=address-stopped");
  }
  await requireRecentOwner(context, request, PAGE);
  const asked = await askOwnAddress(platform, auth, request.headers, form.value);
  if (asked.ok) return redirect("/account?said=address-asked");
  if (asked.reason === "problems") return form.refused(asked.problems);
  if (asked.reason !== "too-many") throw notFound();
  const values = { count: minutesOf(asked) };
  return form.refused([{ field: "email", code: asked.reason, values }], refusalAnswer(asked));
}

export function headers({ actionHeaders }: Route.HeadersArgs) {
  return actionHeaders;
}

/** The address that one signs in with: another one is asked for here, and both of them answer by letter. */
export default function OwnAddress({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("own-address");
  const { t: ofAccount } = useTranslation("account");
  const form = useFormFields<typeof askOwnAddressInput>({
    id: "own-address",
    answer: actionData,
    say: ({ code, values }) => t(`ask.problems.${code}`, { ...values }),
  });
  return (
    <>
      <PageTitle>{t("ask.title")}</PageTitle>
      <PageHeader
        breadcrumbs={[{ label: ofAccount("title"), href: "/account" }]}
        title={t("ask.title")}
        lead={t("ask.lead", loaderData)}
      />
      <WithAside
        label={t("ask.aside.label")}
        aside={
          <AsidePart title={t("ask.aside.title")}>
            <div className="grid gap-3 text-sm text-ink-muted">
              <p>{t("ask.aside.why")}</p>
              <p>{t("ask.aside.directory")}</p>
            </div>
          </AsidePart>
        }
      >
        <Panel>
          <Form {...form.form} className="grid max-w-form gap-6">
            <ErrorSummary problems={form.problems} />
            <TextField
              {...form.field("email")}
              type="email"
              label={t("ask.email")}
              autoComplete="email"
            />
            <div className="flex flex-wrap gap-3">
              <Button variant="primary" name="intent" value="ask" wide>
                {t("ask.action")}
              </Button>
              <ButtonLink href="/account" wide>
                {t("ask.cancel")}
              </ButtonLink>
            </div>
          </Form>
        </Panel>
      </WithAside>
    </>
  );
}
