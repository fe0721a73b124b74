import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Select } from "~/ui/select.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { DraftEdit } from "../domain/own/edit-draft.ts";
import { groupsInOrder } from "../domain/own/shown-competencies.ts";
import { editOwnDraft } from "../own/edit-own-draft.server.ts";
import { ownDraft } from "../own/own-framework-reads.server.ts";
import { ownGroupInput, saveOwnGroup } from "../own/save-own-group.server.ts";
import type { Route } from "./+types/draft-group";

const askedFor = (request: Request) => new URL(request.url).searchParams.get("id");

export async function loader({ context, request, params: { frameworkId } }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const draft = await inOrganisation(getPlatform(context), actor, (tx) =>
    ownDraft(tx, actor, frameworkId),
  );
  const id = askedFor(request);
  const group = draft?.definition.groups.find((each) => each.id === id);
  if (!draft || (id !== null && !group)) throw notFound();
  return {
    ...{ id: frameworkId, framework: draft.definition.name, revision: draft.revision },
    name: group?.name ?? null,
    start: {
      name: group?.name ?? "",
      parent: group?.parent ?? "",
      description: group?.description ?? "",
    },
    others: groupsInOrder(draft.definition).filter((each) => each.id !== id),
  };
}

const revision = z.int();
const groupForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), revision, ...ownGroupInput.shape }),
  z.object({ intent: z.enum(["remove", "up", "down"]), revision }),
]);

export async function action({ context, request, params: { frameworkId } }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const platform = getPlatform(context);
  const form = await readForm(request, groupForm, { hidden: ["revision"] });
  if (!form.ok) return form.refused();
  const { value } = form;
  const group = askedFor(request);
  const target = { id: frameworkId, revision: value.revision, group };
  const outcome =
    value.intent === "save"
      ? await saveOwnGroup(platform, actor, target, value)
      : await editOwnDraft(platform, actor, target, pressed(value.intent, group ?? ""));
  if (outcome.ok) return redirect(`/frameworks/${frameworkId}/draft`);
  if (outcome.reason === "problems") return form.refused(outcome.problems);
  throw notFound();
}

function pressed(button: "remove" | "up" | "down", id: string): DraftEdit {
  if (button === "remove") return { kind: "remove-group", id };
  return { kind: "move", what: "group", id, by: button === "up" ? -1 : 1 };
}

/** The form of a group of a draft, new or not. */
export default function DraftGroup({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("frameworks");
  const { id, name: known, framework, others } = loaderData;
  const form = useFormFields<typeof groupForm>({
    id: "group",
    answer: actionData,
    start: loaderData.start,
    say: ({ code, values }) => t(`own.problems.${code}`, { ...values }),
  });
  const title = known === null ? t("own.group.add") : t("own.group.edit", { name: known });
  const seen = <input type="hidden" name="revision" value={loaderData.revision} />;
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        breadcrumbs={[
          { label: t("own.title"), href: "/frameworks" },
          { label: t("own.draftTitle", { name: framework }), href: `/frameworks/${id}/draft` },
        ]}
      />
      <Form {...form.form} className="grid max-w-form gap-6">
        <ErrorSummary problems={form.problems} />
        {seen}
        <TextField {...form.field("name")} label={t("own.group.name")} autoComplete="off" />
        <Select
          {...form.field("parent")}
          label={t("own.group.parent")}
          options={[
            { value: "", label: t("own.group.top") },
            ...others.map((each) => ({
              value: each.id,
              label: `${"– ".repeat(each.depth)}${each.name}`,
            })),
          ]}
        />
        <TextArea {...form.field("description")} rows={3} label={t("own.about.description")} />
        <div className="flex flex-wrap gap-3">
          <Button variant="primary" name="intent" value="save">
            {t("own.save")}
          </Button>
          <ButtonLink href={`/frameworks/${id}/draft`}>{t("own.cancel")}</ButtonLink>
        </div>
      </Form>
      {known !== null && (
        <Form method="post" className="mt-8 flex flex-wrap gap-3">
          {seen}
          <Button name="intent" value="up">
            {t("own.group.up")}
          </Button>
          <Button name="intent" value="down">
            {t("own.group.down")}
          </Button>
          <Button variant="caution" name="intent" value="remove">
            {t("own.group.remove")}
          </Button>
        </Form>
      )}
    </>
  );
}
