import { data, redirect } from "react-router";
import { getPlatform } from "~/platform/context.server.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import { languages } from "~/platform/i18n/language.ts";
import { languageAmong, languageWishes } from "~/platform/i18n/language-wishes.server.ts";
import { readOnIn } from "~/platform/i18n/reader-language.server.ts";
import { NudgePage } from "../components/practice/nudge-page.tsx";
import { answerNudge, nudgeAnswer, readNudge } from "../nudges/answer-nudge.server.ts";
import type { Route } from "./+types/nudge";

export const handle = { plain: true };

const STATUS = { open: 200, late: 410, over: 410, shut: 409, ended: 410 } as const;

// Programs that look through mail follow every link: nothing is said by looking.
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const nudge = await readNudge(getPlatform(context), params.token);
  const wishes = await languageWishes(request.headers, nudge?.language ?? null);
  readOnIn(languageAmong(languages, wishes));
  const isKept = new URL(request.url).searchParams.get("said") === "kept";
  return data({ nudge, isKept }, { status: nudge ? STATUS[nudge.standing] : 404 });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { answer } = await readPress(request, nudgeAnswer);
  const kept = await answerNudge(getPlatform(context), params.token, answer);
  return redirect(`/nudges/${params.token}${kept.ok ? "?said=kept" : ""}`);
}

/** From a nudge, without signing in: how was the day? */
export default function Nudge({ loaderData }: Route.ComponentProps) {
  return <NudgePage {...loaderData} />;
}
