import { useTranslation } from "react-i18next";
import type { PartData } from "../answering/questionnaire-view.ts";
import { fieldsOf } from "../domain/seen.ts";
import type { ItemView } from "../item/item-kind.ts";
import { ItemField } from "../kinds/fields.tsx";
import { CommentHints } from "./comment-hints.tsx";
import { problemText } from "./problem-text.ts";
import { ReplacedWords } from "./replaced-words.tsx";
import type { Shown } from "./shown.ts";

type Props = {
  data: Pick<PartData, "worded" | "hints" | "relationship">;
  item: ItemView;
  shown: Shown;
};

/**
 * One item as the page's script knows it. One that is not asked is hidden; where no script can show it when it is, it
 * stands there with a word on when to answer it.
 */
export function ItemRow({ data, item, shown }: Props) {
  const { t } = useTranslation("answering");
  const sent = fieldsOf(shown.answers);
  const names = Object.values(item.fields);
  const problem = shown.problems.find(({ field }) => names.includes(field));
  const comment = names.find((name) => name === `comment-${item.key}`);
  const value = (part: string) => {
    const name = item.fields[part] ?? "";
    return shown.problems.find(({ field }) => field === name)?.typed ?? sent.get(name) ?? "";
  };
  const depends = shown.depends?.get(item.key);
  return (
    <div
      data-item={item.key}
      data-owed={item.owed ? "" : undefined}
      data-when={item.when ? JSON.stringify(item.when) : undefined}
      hidden={!shown.asked.has(item.key)}
      className={item.when ? "[@media(scripting:none)]:block!" : undefined}
    >
      {depends && <p className="text-sm font-medium text-ink-muted">{depends}</p>}
      {item.when && !depends && (
        <p className="hidden text-sm text-ink-muted [@media(scripting:none)]:block">
          {t("kinds.onlyIf")}
        </p>
      )}
      <div lang={data.worded}>
        <ItemField item={item} value={value} problem={problem && problemText(t, problem, item)} />
      </div>
      {comment && (
        <>
          <ReplacedWords field={comment} words={shown.replaced.get(comment) ?? ""} />
          <CommentHints
            question={item.key}
            warnings={data.hints[item.key] ?? []}
            named={data.relationship === "self" || data.relationship === "manager"}
          />
        </>
      )}
    </div>
  );
}
