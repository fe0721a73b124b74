import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { Notice } from "~/ui/notice.tsx";
import { Points } from "~/ui/points.tsx";
import { EditorHead, RemoveForm } from "../components/editor/draft-form.tsx";
import { ItemForm } from "../components/editor/item-form.tsx";
import { KindChoice } from "../components/editor/kind-choice.tsx";
import { NAME_PLACEHOLDER } from "../components/editor/name-placeholder.ts";
import { idOfOwn } from "../editing/draft.ts";
import { editQuestionnaire } from "../editing/edit-questionnaire.server.ts";
import { draftHref, placeInDraft } from "../editing/hrefs.ts";
import { itemInput } from "../editing/item-form.ts";
import { askedItem, itemPage } from "../editing/item-page.server.ts";
import { saveItem } from "../editing/save-item.server.ts";
import { kindNames } from "../kinds/registry.ts";
import { mayKeepQuestionnaires } from "../policy.ts";
import type { Route } from "./+types/draft-item";

async function asked({
  context,
  request,
  params,
}: Pick<Route.LoaderArgs, "context" | "request" | "params">) {
  const actor = requireAble(context, request, mayKeepQuestionnaires);
  const query = new URL(request.url).searchParams;
  const page = query.get("page");
  const wanted = { item: query.get("item"), kind: query.get("kind"), page };
  const found = await inOrganisation(getPlatform(context), actor, (tx) =>
    askedItem(tx, actor, params.questionnaire, wanted),
  );
  if (!found) throw notFound();
  return { actor, found, page };
}

export async function loader(args: Route.LoaderArgs) {
  const { found, page } = await asked(args);
  return { ...itemPage(args.params.questionnaire, found, page), page };
}

export const shouldRevalidate = () => true;

const revision = z.int();

export async function action(args: Route.ActionArgs) {
  const { actor, found } = await asked(args);
  const { questionnaire } = args.params;
  const { kind, item } = found;
  if (kind === null) throw notFound();
  const input = z.discriminatedUnion("intent", [
    z.object({ intent: z.literal("save"), revision, ...itemInput(kind).shape }),
    z.object({ intent: z.literal("remove"), revision }),
  ]);
  const form = await readForm(args.request, input, { hidden: ["revision"] });
  if (!form.ok) return form.refused();
  const { value } = form;
  const target = { id: idOfOwn(questionnaire) ?? "", revision: value.revision };
  const platform = getPlatform(args.context);
  if (value.intent === "remove") {
    const edit = { kind: "remove-item", key: item?.key ?? "" } as const;
    const outcome = await editQuestionnaire(platform, actor, target, edit);
    if (outcome.ok) return redirect(draftHref(questionnaire));
    if (outcome.reason === "problems") return form.refused(outcome.problems);
    throw notFound();
  }
  const { intent: _, revision: __, ...typed } = value;
  const which = { kind, item: item?.key ?? null };
  const outcome = await saveItem(platform, actor, target, which, typed);
  if (outcome.ok) return redirect(placeInDraft(questionnaire, outcome.value.key));
  if (outcome.reason === "problems") return form.refused(outcome.problems);
  throw notFound();
}

/** The form of one item of a draft, new or not; of a new one first the choice of its kind. */
export default function DraftItem({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("questionnaires");
  const { key, name, kind, item, page, faults } = loaderData;
  if (kind === null)
    return (
      <>
        <EditorHead draft={key} name={name} title={t("item.add")} lead={t("item.which")} />
        <KindChoice
          kinds={kindNames}
          hrefOf={(each) => draftHref(key, "item", { kind: each, page })}
          of="item"
        />
      </>
    );
  return (
    <>
      <EditorHead
        draft={key}
        name={name}
        title={t(item ? "item.change" : "item.add")}
        lead={`${t(`kinds.${kind}`)}: ${t(`item.kinds.${kind}`)}`}
      />
      <div className="grid grid-cols-1 gap-6">
        {faults.length > 0 && (
          <Notice title={t("item.wrong")}>
            <Points
              points={faults.map((code) => t(`faults.${code}`, { placeholder: NAME_PLACEHOLDER }))}
            />
          </Notice>
        )}
        <ItemForm page={loaderData} answer={actionData} />
      </div>
      {item && (
        <RemoveForm
          summary={t("item.remove")}
          body={t("item.removeBody")}
          action={t("item.removeAction")}
          revision={loaderData.revision}
        />
      )}
    </>
  );
}
