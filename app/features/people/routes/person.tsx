import { useTranslation } from "react-i18next";
import { directoryContext, requireActor } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { languageWishes } from "~/platform/i18n/language-wishes.server.ts";
import { Badge } from "~/ui/badge.tsx";
import { ButtonLink } from "~/ui/button.tsx";
import { EditIcon } from "~/ui/icons.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { WithAside } from "~/ui/with-aside.tsx";
import { readPersonTimes } from "../absence/person-times.server.ts";
import { readWaitingChange } from "../addresses-page.server.ts";
import { ChangedAddress } from "../components/addresses/changed-address.tsx";
import { PersonSaid, saidIn } from "../components/by-hand/person-said.tsx";
import { PersonTools } from "../components/by-hand/person-tools.tsx";
import { TimesPanel } from "../components/by-hand/times-panel.tsx";
import { PersonFacts } from "../components/person-facts.tsx";
import { PersonPanels } from "../components/person-panels.tsx";
import { PersonTeam } from "../components/person-team.tsx";
import { readInvitable } from "../invite-from-directory.server.ts";
import { personPanelsContext } from "../person-panels.server.ts";
import { readPersonPage } from "../person-reads.server.ts";
import { mayChangePeople } from "../policy.ts";
import type { Route } from "./+types/person";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireActor(context, request);
  const wishes = await languageWishes(request.headers);
  const person = await readPersonPage(getPlatform(context), actor, params.personId, wishes);
  if (!person) throw notFound();
  const waiting = await readWaitingChange(getPlatform(context), actor, person.id);
  return {
    person,
    waiting,
    panels: await context.get(personPanelsContext)(getPlatform(context), actor, person),
    isOwn: actor.personId === person.id,
    mayChange: mayChangePeople(actor),
    invitable: await readInvitable(
      { ...getPlatform(context), directory: context.get(directoryContext) },
      actor,
      person.id,
    ),
    times: await readPersonTimes(getPlatform(context), actor, person.id),
    said: saidIn(new URL(request.url).searchParams),
  };
}

export default function Person({ loaderData }: Route.ComponentProps) {
  const { person, waiting, panels, isOwn, mayChange, invitable, times, said } = loaderData;
  const { t } = useTranslation(["people", "people-edit"]);
  const lead = [person.jobTitle, person.department].filter(Boolean).join(" · ");
  return (
    <>
      <PageTitle>{person.name}</PageTitle>
      <PageHeader
        title={person.name}
        lead={lead && <bdi>{lead}</bdi>}
        breadcrumbs={[{ label: t("directory.title"), href: "/people" }]}
        status={person.status === "inactive" && <Badge>{t("status.inactive")}</Badge>}
        action={
          <>
            {person.status === "active" && (
              <ButtonLink href={`/people/tree?from=${person.id}`}>{t("person.seeTree")}</ButtonLink>
            )}
            {mayChange && (
              <ButtonLink variant="primary" href={`/people/${person.id}/edit`} icon={<EditIcon />}>
                {t("people-edit:edit.link")}
              </ButtonLink>
            )}
          </>
        }
      />
      <PersonSaid said={said} leavesOn={times?.leavesOn ?? null} personId={person.id} />
      {waiting && <ChangedAddress change={waiting} />}
      <WithAside
        label={t("person.beside")}
        aside={
          <>
            <PersonTeam person={person} />
            {mayChange && (
              <PersonTools id={person.id} status={person.status} invitable={invitable} />
            )}
          </>
        }
      >
        <div className="grid grid-cols-1 gap-6">
          <PersonFacts person={person} isOwn={isOwn} />
          {times && (
            <TimesPanel
              times={times}
              name={person.name}
              isOwn={isOwn}
              changeHref={mayChange ? `/people/${person.id}/times` : null}
            />
          )}
          <PersonPanels panels={panels} />
        </div>
      </WithAside>
    </>
  );
}
