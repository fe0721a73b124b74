import { useTranslation } from "react-i18next";
import { requireActor } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Select } from "~/ui/select.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { LevelField, NarrowFields } from "../components/skills/narrow-fields.tsx";
import { ClosedGaps, NeedsPart } from "../components/skills/needs-parts.tsx";
import { NobodyToRead, SkillsHead } from "../components/skills/skills-head.tsx";
import { needsPage } from "../cover/needs-page.server.ts";
import { needsGroupings, readNeedsQuery } from "../domain/cover/needs-query.ts";
import type { Route } from "./+types/skills-needs";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireActor(context, request);
  const query = readNeedsQuery(new URL(request.url).searchParams);
  const page = await needsPage(getPlatform(context), actor, query);
  if (!page) throw notFound();
  return { page, query };
}

/** What people need training in, by team, role and organisation, and which gaps closed. */
export default function SkillsNeeds({ loaderData: { page, query } }: Route.ComponentProps) {
  const { t } = useTranslation("skills");
  if (page === "nobody")
    return (
      <NobodyToRead place="needs" own={<ButtonLink href="/levels">{t("nobody.own")}</ButtonLink>} />
    );
  return (
    <>
      <SkillsHead place="needs" framework={page.framework.framework} />
      <search>
        <form
          key={JSON.stringify(query)}
          method="get"
          action="/skills/needs"
          className="grid grid-cols-2 items-end gap-x-4 gap-y-3 pb-6 md:grid-cols-4"
        >
          <NarrowFields page={page} query={query} groups={page.groups} />
          <LevelField
            label={t("narrow.level")}
            levels={page.framework.levels}
            chosen={page.level}
          />
          <Select
            name="by"
            label={t("narrow.by")}
            options={needsGroupings.map((value) => ({ value, label: t(`needsBy.${value}`) }))}
            defaultValue={query.by}
            width="full"
          />
          <TextField
            name="since"
            type="date"
            label={t("closed.since")}
            defaultValue={page.since}
            width="full"
          />
          <Button className="w-fit">{t("narrow.apply")}</Button>
        </form>
      </search>
      <div className="grid gap-12">
        {page.parts.map((part) => (
          <div key={part.key} className="grid gap-2">
            <NeedsPart
              part={part}
              name={
                query.by === "organisation"
                  ? t("needs.everybody")
                  : (part.name ?? t("table.noGroup"))
              }
            />
            {part.more > 0 && (
              <p className="text-sm text-ink-muted">{t("needs.more", { count: part.more })}</p>
            )}
          </div>
        ))}
        {page.parts.length === 0 && <p>{t("noMatch.body")}</p>}
        {page.partsMore > 0 && <p>{t("needs.partsMore", { count: page.partsMore })}</p>}
        <p className="max-w-reading text-sm text-ink-muted">{t("needs.note")}</p>
        <ClosedGaps page={page} />
      </div>
    </>
  );
}
