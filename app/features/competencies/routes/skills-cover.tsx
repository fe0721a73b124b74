import { useTranslation } from "react-i18next";
import { requireActor } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { CoverForm } from "../components/skills/cover-form.tsx";
import { CoverTable } from "../components/skills/cover-table.tsx";
import { NobodyToRead, SkillsHead } from "../components/skills/skills-head.tsx";
import { StandIns } from "../components/skills/stand-ins.tsx";
import { WhatIf } from "../components/skills/what-if.tsx";
import { coverPage } from "../cover/cover-page.server.ts";
import { readCoverQuery } from "../domain/cover/cover-query.ts";
import type { Route } from "./+types/skills-cover";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireActor(context, request);
  const query = readCoverQuery(new URL(request.url).searchParams);
  const page = await coverPage(getPlatform(context), actor, query);
  if (!page) throw notFound();
  return { page, query };
}

/** Who could stand in for whom, and what would change it. */
export default function SkillsCover({ loaderData: { page, query } }: Route.ComponentProps) {
  const { t } = useTranslation("skills");
  if (page === "nobody")
    return (
      <NobodyToRead place="cover" own={<ButtonLink href="/levels">{t("nobody.own")}</ButtonLink>} />
    );
  return (
    <>
      <SkillsHead place="cover" framework={page.framework.framework} />
      <CoverForm page={page} query={query} />
      <div className="grid gap-12">
        <div className="grid gap-3">
          <CoverTable page={page} />
          <p className="max-w-reading text-sm text-ink-muted">{t("cover.note")}</p>
        </div>
        <WhatIf page={page} query={query} />
        <StandIns page={page} query={query} />
      </div>
    </>
  );
}
