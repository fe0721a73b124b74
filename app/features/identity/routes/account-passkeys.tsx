import { useState } from "react";
import { useTranslation } from "react-i18next";
import { data, redirect, useSubmit } from "react-router";
import { z } from "zod";
import { getPlatform } from "~/platform/context.server.ts";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
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
import { usePasskeys } from "../components/passkey-button.tsx";
import { authContext } from "../context.server.ts";
import { addPasskey, addPasskeyInput, beginPasskey } from "../passkeys/add-passkey.server.ts";
import { removePasskey, removePasskeyInput } from "../passkeys/remove-passkey.server.ts";
import { requireRecentOwner } from "../recent/require-recent.server.ts";
import { namedDevice } from "../sessions/device-name.ts";
import { visitorOf } from "../visitor.server.ts";
import type { Route } from "./+types/account-passkeys";

const PAGE = "/account/passkeys";
const passkeyForm = z.discriminatedUnion("intent", [
  addPasskeyInput.extend({ intent: z.literal("add") }),
  removePasskeyInput.extend({ intent: z.literal("remove") }),
]);

export async function loader({ context, request }: Route.LoaderArgs) {
  await requireRecentOwner(context, request, PAGE);
  const begun = await beginPasskey(getPlatform(context), context.get(authContext), request.headers);
  if (!begun.ok) throw notFound();
  const { options, cookie } = begun.value;
  const { browser, system } = namedDevice(visitorOf(context, request).device ?? null);
  const name = [browser, system].filter((word) => word !== null).join(", ");
  return data({ options, name }, { headers: { "Set-Cookie": cookie } });
}

export async function action({ context, request }: Route.ActionArgs) {
  // A browser that was left signed in takes nothing away either: whoever sits there shows it, and presses again.
  await requireRecentOwner(context, request, "/account");
  const form = await readForm(request, passkeyForm, { secret: ["response"] });
  if (!form.ok) return form.refused();
  const asked = [getPlatform(context), context.get(authContext), request.headers] as const;
  const { value } = form;
  const outcome =
    value.intent === "add"
      ? await addPasskey(...asked, value)
      : await removePasskey(...asked, value);
  if (outcome.ok)
    return redirect(`/account?said=passkey-${value.intent === "add" ? "added" : "removed"}`);
  if (outcome.reason === "problems") return form.refused(outcome.problems);
  throw notFound();
}

/** What was asked is used up by any answer, so the page asks anew, also after a refusal. */
export const shouldRevalidate = () => true;

/** Adds a passkey. The device is asked by a script; without one the page says so. */
export default function Passkeys({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("passkeys");
  const { t: ofAccount } = useTranslation("account");
  return (
    <>
      <PageTitle>{t("page.title")}</PageTitle>
      <PageHeader
        breadcrumbs={[{ label: ofAccount("title"), href: "/account" }]}
        title={t("page.title")}
        lead={t("page.lead")}
      />
      <WithAside
        label={t("page.aside.label")}
        aside={
          <AsidePart title={t("page.aside.title")}>
            <div className="grid gap-3 text-sm text-ink-muted">
              <p>{t("page.aside.both")}</p>
              <p>{t("page.aside.kept")}</p>
              <p>{t("page.aside.lost")}</p>
            </div>
          </AsidePart>
        }
      >
        <Add {...loaderData} answer={actionData} />
      </WithAside>
    </>
  );
}

type AddProps = Route.ComponentProps["loaderData"] & { answer: FormAnswer | undefined };

function Add({ options, name, answer }: AddProps) {
  const { t } = useTranslation("passkeys");
  const isThere = usePasskeys();
  const submit = useSubmit();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<"cancelled" | "known" | null>(null);
  const form = useFormFields<typeof addPasskeyInput>({
    id: "passkey",
    intent: "add",
    answer,
    start: { name },
    say: ({ code, values }) => t(`problems.${code}`, { ...values }),
  });
  async function press(fields: FormData): Promise<void> {
    setProblem(null);
    setBusy(true);
    // The server says that a name is missing, before a device is asked for anything.
    const isNamed = String(fields.get("name")).trim() !== "";
    const made = isNamed ? await makePasskey(options) : "nameless";
    setBusy(false);
    if (made === "cancelled" || made === "known") return setProblem(made);
    fields.set("intent", "add");
    fields.set("response", JSON.stringify(made));
    await submit(fields, { method: "post" });
  }
  return (
    <Panel>
      <Form
        {...form.form}
        className="grid max-w-form gap-6"
        onSubmit={(event) => {
          event.preventDefault();
          void press(new FormData(event.currentTarget));
        }}
      >
        <ErrorSummary problems={form.problems} />
        <TextField
          {...form.field("name")}
          label={t("page.name")}
          hint={t("page.nameHint")}
          autoComplete="off"
        />
        {isThere === false && <p className="text-ink-muted">{t("page.without")}</p>}
        <noscript>
          <p className="text-ink-muted">{t("page.without")}</p>
        </noscript>
        <p role="alert" className="text-sm text-danger-text empty:hidden">
          {problem !== null && t(`problems.${problem}`)}
        </p>
        <div className="flex flex-wrap gap-3">
          {isThere && (
            <Button variant="primary" busy={isBusy} wide>
              {t("page.action")}
            </Button>
          )}
          <ButtonLink href="/account" wide>
            {t("page.cancel")}
          </ButtonLink>
        </div>
      </Form>
    </Panel>
  );
}

type Options = Route.ComponentProps["loaderData"]["options"];

/** Has the device make a passkey; a word where it made none. */
async function makePasskey(options: Options): Promise<object | "cancelled" | "known"> {
  const { startRegistration } = await import("@simplewebauthn/browser");
  try {
    return await startRegistration({ optionsJSON: options });
  } catch (error) {
    const isKnown = error instanceof Error && error.name === "InvalidStateError";
    return isKnown ? "known" : "cancelled";
  }
}
