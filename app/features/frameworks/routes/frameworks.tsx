import { useTranslation } from "react-i18next";
import { redirect, useNavigation } from "react-router";
import { z } from "zod";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Panel } from "~/ui/panel.tsx";
import { Select } from "~/ui/select.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { FrameworksTable } from "../components/frameworks-table.tsx";
import { ownFrameworkSchema } from "../domain/own/own-framework.ts";
import { beginOwnFramework } from "../own/begin-own-framework.server.ts";
import { ownFrameworks } from "../own/own-framework-reads.server.ts";
import { startingPoint } from "../own/starting-point.server.ts";
import { levelNames } from "../own/usual-levels.ts";
import type { Route } from "./+types/frameworks";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const frameworks = await inOrganisation(getPlatform(context), actor, (tx) =>
    ownFrameworks(tx, actor),
  );
  const isDiscarded = new URL(request.url).searchParams.get("said") === "discarded";
  return { frameworks, isDiscarded };
}

const beginInput = z.object({
  name: ownFrameworkSchema.shape.name,
  from: z.string().default(""),
});

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const platform = getPlatform(context);
  const form = await readForm(request, beginInput);
  if (!form.ok) return form.refused();
  const { name, from } = form.value;
  const usual = levelNames(readerTexts().getFixedT(null, "frameworks"));
  const start = await startingPoint(platform, actor, from, usual);
  if (!start) return form.refused([{ field: "from", code: "unknown" }]);
  const definition = { ...start, name };
  const begun = await beginOwnFramework(platform, actor, definition, from === "" ? "new" : "copy");
  if (begun.ok) return redirect(`/frameworks/${begun.value.id}/draft`);
  if (begun.reason === "problems") return form.refused(begun.problems);
  throw notFound();
}

/** An organisation's own frameworks, and the ways to begin one. */
export default function Frameworks({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("frameworks");
  const { frameworks, isDiscarded } = loaderData;
  const sending = useNavigation().state === "submitting";
  const form = useFormFields<typeof beginInput>({
    id: "begin",
    answer: actionData,
    say: ({ field, code, values }) =>
      t(`own.problems.${field === "from" ? "from-gone" : code}`, { ...values }),
  });
  const published = frameworks.filter(({ version }) => version !== null);
  const options = [
    { value: "", label: t("own.begin.empty") },
    { value: "built-in", label: t("own.begin.builtIn") },
    ...published.map(({ id, name }) => ({ value: id, label: t("own.begin.copy", { name }) })),
  ];
  return (
    <>
      <PageTitle>{t("own.title")}</PageTitle>
      <PageHeader
        title={t("own.title")}
        lead={t("own.lead")}
        action={<ButtonLink href="/frameworks/import">{t("own.import.title")}</ButtonLink>}
      />
      <div className="grid gap-8">
        {isDiscarded && <Notice tone="success">{t("own.said.discarded")}</Notice>}
        {frameworks.length > 0 && <FrameworksTable frameworks={frameworks} />}
        <Panel title={t("own.begin.title")} lead={t("own.begin.lead")}>
          <Form {...form.form} className="grid max-w-form gap-5">
            <ErrorSummary problems={form.problems} />
            <TextField {...form.field("name")} label={t("own.name")} autoComplete="off" />
            <Select {...form.field("from")} label={t("own.begin.from")} options={options} />
            <Button variant="primary" className="w-fit" busy={sending}>
              {t("own.begin.action")}
            </Button>
          </Form>
        </Panel>
      </div>
    </>
  );
}
