import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { SortDownIcon, SortUpIcon } from "~/ui/icons.tsx";

type Props = {
  revision: number;
  what: "page" | "item";
  /** Its key. */
  thing: string;
  name: string;
};

/** Moves a page or an item a place up or down. */
export function MoveButtons({ revision, what, thing, name }: Props) {
  const { t } = useTranslation("questionnaires");
  return (
    <Form method="post" preventScrollReset className="flex shrink-0 gap-1.5">
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="what" value={what} />
      <input type="hidden" name="thing" value={thing} />
      <Button
        size="small"
        name="intent"
        value="up"
        aria-label={t("move.up", { name })}
        icon={<SortUpIcon className="size-4" />}
      />
      <Button
        size="small"
        name="intent"
        value="down"
        aria-label={t("move.down", { name })}
        icon={<SortDownIcon className="size-4" />}
      />
    </Form>
  );
}
