import { useTranslation } from "react-i18next";
import { Link } from "~/ui/link.tsx";
import { type PreviewOf, previewPath } from "./preview-path.ts";

type Props = PreviewOf & {
  roundId: string;
  /** The name of the questionnaire, where there are several to look at. */
  name?: string;
};

/** The way to what those who are asked will see. */
export function PreviewLink({ roundId, name, ...view }: Props) {
  const { t } = useTranslation("round-preview");
  return (
    <Link href={previewPath(roundId, view)} reloadDocument>
      {name === undefined ? t("link") : t("of", { questionnaire: name })}
    </Link>
  );
}
