import { useTranslation } from "react-i18next";
import { requireActor } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { NobodyToRead, SkillsHead } from "../components/skills/skills-head.tsx";
import { TeamForm } from "../components/skills/team-form.tsx";
import { TeamProposals } from "../components/skills/team-proposals.tsx";
import { teamPage } from "../cover/team-page.server.ts";
import { readTeamQuery } from "../domain/cover/team-query.ts";
import type { Route } from "./+types/skills-team";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireActor(context, request);
  const query = readTeamQuery(new URL(request.url).searchParams);
  const page = await teamPage(getPlatform(context), actor, query);
  if (!page) throw notFound();
  return { page, query };
}

/** A team for a piece of work: several proposals, and people decide. */
export default function SkillsTeam({ loaderData: { page, query } }: Route.ComponentProps) {
  const { t } = useTranslation("skills");
  if (page === "nobody")
    return (
      <NobodyToRead place="team" own={<ButtonLink href="/levels">{t("nobody.own")}</ButtonLink>} />
    );
  return (
    <>
      <SkillsHead place="team" framework={page.framework.framework} />
      <TeamForm page={page} query={query} />
      {page.proposals.length > 0 && <TeamProposals page={page} />}
    </>
  );
}
