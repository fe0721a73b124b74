import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { requireAble, requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { WithAside } from "~/ui/with-aside.tsx";
import { ExportPart } from "../components/export-part.tsx";
import { FrameworkContents } from "../components/framework-contents.tsx";
import { VersionsPart } from "../components/versions-part.tsx";
import { openNextDraft } from "../own/open-next-draft.server.ts";
import { mayReadFrameworks } from "../policy.ts";
import { frameworkReading } from "../reading/framework-page.server.ts";
import type { Route } from "./+types/framework";

export async function loader({ context, request, params: { frameworkId } }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayReadFrameworks);
  const query = new URL(request.url).searchParams;
  const reading = await inOrganisation(getPlatform(context), actor, (tx) =>
    frameworkReading(tx, actor, frameworkId, query),
  );
  if (!reading) throw notFound();
  return { ...reading, id: frameworkId, isNew: query.get("said") === "published" };
}

const openInput = z.object({ intent: z.literal("open") });

export async function action({ context, request, params: { frameworkId } }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  await readPress(request, openInput);
  const opened = await openNextDraft(getPlatform(context), actor, frameworkId);
  if (!opened.ok) throw notFound();
  return redirect(`/frameworks/${frameworkId}/draft`);
}

/** A published version: its tree, what words find in it, the versions before, and for HR files of it to keep. */
export default function FrameworkPage({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("frameworks");
  const { id, name, description, version, versions, publishedOn, exports } = loaderData;
  const newest = versions[0]?.version ?? version;
  return (
    <>
      <PageTitle>{name}</PageTitle>
      <PageHeader
        title={<span dir="auto">{name}</span>}
        lead={t("own.versionOn", { version, date: writtenDate(publishedOn) })}
        breadcrumbs={[{ label: t("own.title"), href: "/frameworks" }]}
        action={
          exports && (
            <Form method="post">
              <Button name="intent" value="open">
                {t("own.openDraft")}
              </Button>
            </Form>
          )
        }
      />
      <WithAside
        label={exports ? t("own.beside") : t("own.versions")}
        aside={
          <>
            <VersionsPart id={id} version={version} versions={versions} />
            {exports && <ExportPart id={id} version={version} exports={exports} />}
          </>
        }
      >
        <div className="grid gap-6">
          {loaderData.isNew && <Notice tone="success">{t("own.said.published")}</Notice>}
          {version !== newest && (
            <Notice
              action={<ButtonLink href={`/frameworks/${id}`}>{t("own.toNewest")}</ButtonLink>}
            >
              {t("own.older")}
            </Notice>
          )}
          {description !== "" && (
            <p dir="auto" className="max-w-reading whitespace-pre-line">
              {description}
            </p>
          )}
          <FrameworkContents {...loaderData} asked={version === newest ? undefined : version} />
        </div>
      </WithAside>
    </>
  );
}
