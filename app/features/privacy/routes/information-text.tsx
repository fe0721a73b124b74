import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import { PlaceholderHelp, PublishPanel, TextEditor } from "../components/text-editor.tsx";
import { isAudience } from "../domain/information.ts";
import { publishText, publishTextInput } from "../information/publish-text.server.ts";
import { saveDraft, saveDraftInput } from "../information/save-draft.server.ts";
import { readTextPage } from "../information/text-page.server.ts";
import { mayWriteInformation } from "../policy.ts";
import { keptContext } from "../retention/kept-context.server.ts";
import type { Route } from "./+types/information-text";

const SAID = ["saved", "published"] as const;

const textForm = z.discriminatedUnion("intent", [
  saveDraftInput.extend({ intent: z.literal("save") }),
  publishTextInput.extend({ intent: z.literal("publish") }),
]);

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayWriteInformation);
  if (!isAudience(params.audience)) throw notFound();
  const kept = await context.get(keptContext)();
  const page = await readTextPage(getPlatform(context), kept, actor, params.audience);
  if (!page) throw notFound();
  const said = new URL(request.url).searchParams.get("said");
  return { ...page, said: SAID.find((each) => each === said) ?? null };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const actor = requireAble(context, request, mayWriteInformation);
  const { audience } = params;
  if (!isAudience(audience)) throw notFound();
  const form = await readForm(request, textForm, { hidden: ["seen"] });
  if (!form.ok) return form.refused();
  const platform = getPlatform(context);
  const { value } = form;
  const outcome =
    value.intent === "save"
      ? await saveDraft(platform, actor, audience, value)
      : await publishText(platform, await context.get(keptContext)(), actor, audience, value);
  const said = value.intent === "save" ? "saved" : "published";
  if (outcome.ok) throw redirect(`/privacy/information/${audience}?said=${said}`);
  if (outcome.reason === "problems") return form.refused(outcome.problems);
  throw notFound();
}

/** A text in all languages, as it is written and as it will be read. */
export default function InformationText({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("information");
  const { t: ofPrivacy } = useTranslation("privacy");
  const { audience, said, outdated, revision } = loaderData;
  const name = t(`audiences.${audience}.title`);
  return (
    <>
      <PageTitle>{name}</PageTitle>
      <PageHeader
        title={name}
        lead={t(`audiences.${audience}.who`)}
        breadcrumbs={[
          { label: ofPrivacy("place"), href: "/privacy" },
          { label: t("title"), href: "/privacy/information" },
        ]}
      />
      <WithAside
        label={ofPrivacy("aside.label")}
        aside={
          <AsidePart title={t("edit.placeholders.title")}>
            <PlaceholderHelp />
          </AsidePart>
        }
      >
        <div className="grid grid-cols-1 gap-8">
          {said && !actionData && <Notice tone="success">{t(`edit.said.${said}`)}</Notice>}
          {outdated && <Notice title={t("edit.outdated.title")}>{t("edit.outdated.body")}</Notice>}
          <TextEditor key={`${audience} ${revision}`} page={loaderData} answer={actionData} />
          <PublishPanel page={loaderData} answer={actionData} />
        </div>
      </WithAside>
    </>
  );
}
