import { useTranslation } from "react-i18next";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { CompetencyTold } from "../components/competency-list.tsx";
import { HappeningsPart } from "../components/happenings-part.tsx";
import { askedVersion } from "../own/asked.ts";
import { competencyHref } from "../own/hrefs.ts";
import { mayReadFrameworks } from "../policy.ts";
import { competencyReading } from "../reading/competency-page.server.ts";
import type { Route } from "./+types/competency";

export async function loader({ context, request, params: { frameworkId } }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayReadFrameworks);
  const query = new URL(request.url).searchParams;
  const asked = { id: query.get("id") ?? "", version: askedVersion(query) };
  const reading = await inOrganisation(getPlatform(context), actor, (tx) =>
    competencyReading(tx, actor, frameworkId, asked),
  );
  if (!reading) throw notFound();
  return { ...reading, id: frameworkId };
}

/** One competency: what it is, what one sees on each level, and what versions made of it. */
export default function CompetencyPage({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("frameworks");
  const { id, framework, version, newest, levels, competency, way } = loaderData;
  const isOld = version !== newest;
  const back = isOld ? `/frameworks/${id}?version=${version}` : `/frameworks/${id}`;
  const isStillThere = loaderData.after.every(({ kind }) => kind === "reworded");
  return (
    <>
      <PageTitle>{competency.name}</PageTitle>
      <PageHeader
        title={<span dir="auto">{competency.name}</span>}
        lead={way.length > 0 && <span dir="auto">{way.map(({ name }) => name).join(" › ")}</span>}
        breadcrumbs={[
          { label: t("own.title"), href: "/frameworks" },
          { label: framework, href: back },
        ]}
      />
      <div className="grid max-w-reading gap-8">
        {isOld && (
          <Notice
            action={
              isStillThere && (
                <ButtonLink href={competencyHref(id, competency.id)}>
                  {t("own.toNewest")}
                </ButtonLink>
              )
            }
          >
            {t("own.inVersion", { version })}
          </Notice>
        )}
        <CompetencyTold competency={competency} levels={levels} />
        <HappeningsPart {...loaderData} />
      </div>
    </>
  );
}
