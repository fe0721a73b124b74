import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import {
  deactivatePerson,
  deactivatePersonInput,
  keepPerson,
} from "../by-hand/deactivate-person.server.ts";
import { readPersonAbout } from "../by-hand/person-about.server.ts";
import { readLeavingPage } from "../by-hand/person-parts-page.server.ts";
import { reactivatePerson } from "../by-hand/reactivate-person.server.ts";
import { BackForm } from "../components/by-hand/back-form.tsx";
import { LeavingForm } from "../components/by-hand/leaving-form.tsx";
import { PersonWork } from "../components/by-hand/person-work.tsx";
import type { Route } from "./+types/person-leaving";

/** What can be done here, by the button that does it. */
const leavingForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("leave"), ...deactivatePersonInput.shape }),
  z.object({ intent: z.enum(["keep", "back"]) }),
]);

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const platform = getPlatform(context);
  const page = await readLeavingPage(platform, actor, params.personId);
  const about = await readPersonAbout(platform, actor, params.personId);
  if (!page || !about) throw notFound();
  return { ...page, about };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const platform = getPlatform(context);
  const { personId } = params;
  const form = await readForm(request, leavingForm, { hidden: ["revision"] });
  if (!form.ok) return form.refused();
  const back = (said: string) => redirect(`/people/${personId}?said=${said}`);
  if (form.value.intent === "leave") {
    const left = await deactivatePerson(platform, actor, personId, form.value);
    if (left.ok) return back(left.value.when === "now" ? "left" : "leaving");
    if (left.reason === "problems") return form.refused(left.problems);
    throw notFound();
  }
  const done = await (form.value.intent === "keep" ? keepPerson : reactivatePerson)(
    platform,
    actor,
    personId,
  );
  if (done.ok) return back(form.value.intent === "keep" ? "stays" : "back");
  throw notFound();
}

/** Sets someone inactive from a day on, or active again. */
export default function PersonLeaving({ loaderData, actionData, params }: Route.ComponentProps) {
  const { t } = useTranslation("people-edit");
  const { name, status, inactiveSince, about } = loaderData;
  const away = status === "inactive";
  const since = inactiveSince && writtenDate(inactiveSince);
  return (
    <PersonWork
      about={about}
      title={t(away ? "back.title" : "leaving.title", { name })}
      lead={away ? since && t("back.lead", { date: since }) : t("leaving.lead")}
    >
      {away ? (
        <BackForm cancelHref={`/people/${params.personId}`} />
      ) : (
        <LeavingForm
          page={loaderData}
          answer={actionData}
          cancelHref={`/people/${params.personId}`}
        />
      )}
    </PersonWork>
  );
}
