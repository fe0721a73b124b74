import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button.tsx";
import { Select } from "~/ui/select.tsx";

type Props = { organisations: readonly { id: string; name: string }[]; current: string };

/** For someone who works in several organisations: which one they are looking at. */
export function OrganisationChoice({ organisations, current }: Props) {
  const { t } = useTranslation("shell");
  return (
    <form method="post" action="/organisation" className="mb-6 flex flex-wrap items-end gap-3">
      <Select
        name="organisation"
        label={t("frame.organisation")}
        options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={current}
      />
      <Button size="small">{t("frame.switch")}</Button>
    </form>
  );
}
