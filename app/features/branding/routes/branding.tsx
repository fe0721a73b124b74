import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { requireAble } from "~/features/identity/index.server.ts";
import { LONGEST_DISPLAY_NAME } from "~/features/identity/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Panel } from "~/ui/panel.tsx";
import { Points } from "~/ui/points.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import { removeLogo } from "../change-logo.server.ts";
import { changeLook, changeLookInput } from "../change-look.server.ts";
import { type LookPage, readLookPage } from "../look-page.server.ts";
import { mayBrand } from "../policy.ts";
import type { Route } from "./+types/branding";

const SAID = ["saved", "logo", "removed"] as const;
const brandingForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("look"), ...changeLookInput.shape }),
  z.object({ intent: z.literal("remove-logo") }),
]);

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayBrand);
  const page = await readLookPage(getPlatform(context), actor);
  if (!page) throw notFound();
  const said = new URL(request.url).searchParams.get("said");
  return { ...page, said: SAID.find((each) => each === said) ?? null };
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireAble(context, request, mayBrand);
  const form = await readForm(request, brandingForm);
  if (!form.ok) return form.refused();
  const platform = getPlatform(context);
  if (form.value.intent === "look") {
    if (!(await changeLook(platform, actor, form.value)).ok) throw notFound();
    throw redirect("/branding?said=saved");
  }
  if (!(await removeLogo(platform, actor)).ok) throw notFound();
  throw redirect("/branding?said=removed");
}

/** What the organisation is called, its colour and its logo. */
export default function Branding({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("branding");
  const { said, registered, shown, accent, drawn } = loaderData;
  const form = useFormFields<typeof changeLookInput>({
    id: "look",
    answer: actionData,
    start: { name: shown, accent },
    say: ({ field, code }) =>
      field === "accent"
        ? t("problems.accent")
        : t(code === "too-long" ? "problems.name-long" : "problems.name", {
            most: LONGEST_DISPLAY_NAME,
          }),
  });
  return (
    <>
      <PageTitle>{t("title")}</PageTitle>
      <PageHeader title={t("title")} lead={t("lead")} />
      <WithAside label={t("aside.label")} aside={<WhatFor />}>
        <div className="grid gap-8">
          <ErrorSummary problems={form.problems} />
          {said && <Notice tone="success">{t(`said.${said}`)}</Notice>}
          {drawn?.adjusted && <Notice title={t("adjusted.title")}>{t("adjusted.body")}</Notice>}
          <Form {...form.form} className="grid max-w-form gap-6">
            <input type="hidden" name="intent" value="look" />
            <TextField
              {...form.field("name")}
              label={t("name.label")}
              hint={t("name.hint", { registered })}
              autoComplete="organization"
              dir="auto"
            />
            <TextField
              {...form.field("accent")}
              label={t("accent.label")}
              hint={t("accent.hint")}
              autoComplete="off"
              width="medium"
            />
            <Button variant="primary" className="w-fit">
              {t("save")}
            </Button>
          </Form>
          <LogoPanel {...loaderData} />
        </div>
      </WithAside>
    </>
  );
}

function LogoPanel({ logo, shown, registered }: LookPage) {
  const { t } = useTranslation("branding");
  return (
    <Panel title={t("logo.title")} lead={t(logo ? "logo.there" : "logo.none")}>
      {logo && (
        <img
          src={logo.href}
          width={logo.width}
          height={logo.height}
          alt={t("logo.alt", { name: shown || registered })}
          className="logo mb-4 h-auto max-h-15 w-auto max-w-45 object-contain"
        />
      )}
      <div className="flex flex-wrap gap-3">
        <ButtonLink href="/branding/logo">{t(logo ? "logo.another" : "logo.choose")}</ButtonLink>
        {logo && (
          <Form method="post">
            <Button name="intent" value="remove-logo" variant="quiet">
              {t("logo.remove")}
            </Button>
          </Form>
        )}
      </div>
    </Panel>
  );
}

const WHERE = ["frame", "raters", "letters", "paper", "both"] as const;

/** Where all of it is seen. */
function WhatFor() {
  const { t } = useTranslation("branding");
  return (
    <AsidePart title={t("aside.title")}>
      <div className="text-ink-muted">
        <Points points={WHERE.map((where) => t(`aside.${where}`))} />
      </div>
    </AsidePart>
  );
}
