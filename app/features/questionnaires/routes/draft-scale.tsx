import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import { useFormFields } from "~/ui/use-form-fields.ts";
import {
  DraftForm,
  EditorHead,
  RemoveForm,
  useProblemText,
} from "../components/editor/draft-form.tsx";
import { KindChoice } from "../components/editor/kind-choice.tsx";
import { ScaleFields } from "../components/editor/scale-fields.tsx";
import { idOfOwn } from "../editing/draft.ts";
import { keptDraft } from "../editing/draft-reads.server.ts";
import { editQuestionnaire } from "../editing/edit-questionnaire.server.ts";
import { freshKey } from "../editing/fresh-key.ts";
import { draftHref } from "../editing/hrefs.ts";
import {
  isScaleKind,
  pointsOf,
  readScale,
  scaleInput,
  scaleKinds,
  typedScale,
  usualScale,
} from "../editing/scale-form.ts";
import { mayKeepQuestionnaires } from "../policy.ts";
import type { Route } from "./+types/draft-scale";

async function asked({
  context,
  request,
  params,
}: Pick<Route.LoaderArgs, "context" | "request" | "params">) {
  const actor = requireAble(context, request, mayKeepQuestionnaires);
  const query = new URL(request.url).searchParams;
  const kept = await inOrganisation(getPlatform(context), actor, (tx) =>
    keptDraft(tx, actor, params.questionnaire),
  );
  if (!kept) throw notFound();
  const key = query.get("scale");
  const scale =
    key !== null && Object.hasOwn(kept.draft.scales, key) ? kept.draft.scales[key] : null;
  const kind = scale?.kind ?? query.get("kind");
  if ((key !== null && !scale) || (kind !== null && !isScaleKind(kind))) throw notFound();
  return { actor, kept, key, scale: scale ?? null, kind };
}

export async function loader(args: Route.LoaderArgs) {
  const { kept, key, scale, kind } = await asked(args);
  const shown =
    kind && (scale ?? usualScale(kind, readerTexts().getFixedT(null, "questionnaires")));
  return {
    key: args.params.questionnaire,
    name: kept.draft.name,
    revision: kept.revision,
    kind,
    isNew: scale === null,
    about: kept.draft.about,
    points: shown ? pointsOf(shown.kind) : [],
    used: kept.draft.items.some((item) => "scale" in item && item.scale === key),
    start: shown ? typedScale(shown) : {},
  };
}

export const shouldRevalidate = () => true;

const revision = z.int();
const scaleForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), revision, ...scaleInput.shape }),
  z.object({ intent: z.literal("remove"), revision }),
]);

export async function action(args: Route.ActionArgs) {
  const { actor, kept, key, kind } = await asked(args);
  const { questionnaire } = args.params;
  const form = await readForm(args.request, scaleForm, { hidden: ["revision"] });
  if (!form.ok) return form.refused();
  if (kind === null) throw notFound();
  const { value } = form;
  const target = { id: idOfOwn(questionnaire) ?? "", revision: value.revision };
  const platform = getPlatform(args.context);
  if (value.intent === "remove") {
    const edit = { kind: "remove-scale", key: key ?? "" } as const;
    const outcome = await editQuestionnaire(platform, actor, target, edit);
    if (outcome.ok) return redirect(draftHref(questionnaire));
    if (outcome.reason === "problems") return form.refused(outcome.problems);
    throw notFound();
  }
  const read = readScale(kind, value);
  if (!read.ok) return form.refused(read.problems);
  const own = key ?? freshKey(kind, "", new Set(Object.keys(kept.draft.scales)));
  const edit = { kind: "put-scale", key: own, scale: read.scale } as const;
  const outcome = await editQuestionnaire(platform, actor, target, edit);
  if (outcome.ok) return redirect(draftHref(questionnaire));
  if (outcome.reason === "problems") return form.refused(outcome.problems);
  throw notFound();
}

/** A scale of a draft: what stands above its items, and its points. */
export default function DraftScale({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("questionnaires");
  const { key, name, revision, kind, isNew, points, used, about, start } = loaderData;
  const say = useProblemText();
  const form = useFormFields<typeof scaleForm>({ id: "scale", answer: actionData, start, say });
  const title = t(isNew ? "scale.add" : "scale.change");
  if (kind === null)
    return (
      <>
        <EditorHead draft={key} name={name} title={title} lead={t("scale.which")} />
        <KindChoice
          kinds={scaleKinds}
          hrefOf={(each) => draftHref(key, "scale", { kind: each })}
          of="scale"
        />
      </>
    );
  return (
    <>
      <EditorHead draft={key} name={name} title={title} lead={t(`scale.kinds.${kind}`)} />
      <DraftForm form={form} revision={revision} back={draftHref(key)}>
        <ScaleFields form={form} points={points} about={about} />
      </DraftForm>
      {!isNew && !used && (
        <RemoveForm
          summary={t("scale.remove")}
          body={t("scale.removeBody")}
          action={t("scale.removeAction")}
          revision={revision}
        />
      )}
    </>
  );
}
