import { useTranslation } from "react-i18next";
import { requireActor } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { Badge } from "~/ui/badge.tsx";
import { ButtonLink } from "~/ui/button.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { readWaitingChange } from "../addresses-page.server.ts";
import { ChangedAddress } from "../components/addresses/changed-address.tsx";
import { PersonFacts } from "../components/person-facts.tsx";
import { PersonTeam } from "../components/person-team.tsx";
import { readPersonPage } from "../person-reads.server.ts";
import type { Route } from "./+types/person";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireActor(context, request);
  const person = await readPersonPage(getPlatform(context), actor, params.personId);
  if (!person) throw notFound();
  const waiting = await readWaitingChange(getPlatform(context), actor, person.id);
  return { person, waiting, isOwn: actor.personId === person.id };
}

export default function Person({ loaderData }: Route.ComponentProps) {
  const { person, waiting, isOwn } = loaderData;
  const { t } = useTranslation("people");
  const lead = [person.jobTitle, person.department].filter(Boolean).join(" · ");
  return (
    <>
      <title>{person.name}</title>
      <PageHeader
        title={person.name}
        lead={lead && <bdi>{lead}</bdi>}
        breadcrumbs={[{ label: t("directory.title"), href: "/people" }]}
        status={person.status === "inactive" && <Badge>{t("status.inactive")}</Badge>}
        action={
          person.status === "active" && (
            <ButtonLink href={`/people/tree?from=${person.id}`}>{t("person.seeTree")}</ButtonLink>
          )
        }
      />
      {waiting && <ChangedAddress change={waiting} />}
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <PersonFacts person={person} isOwn={isOwn} />
        <PersonTeam person={person} />
      </div>
    </>
  );
}
