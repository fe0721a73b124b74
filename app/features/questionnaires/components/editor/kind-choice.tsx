import { useTranslation } from "react-i18next";
import { Link } from "~/ui/link.tsx";
import type { KindName } from "../../kinds/registry.ts";

type Props = {
  kinds: readonly KindName[];
  hrefOf: (kind: KindName) => string;
  /** Of what the kinds are: items, or the scales of some. */
  of: "item" | "scale";
};

/** The kinds that there are, to choose one, each with what it asks for. */
export function KindChoice({ kinds, hrefOf, of }: Props) {
  const { t } = useTranslation("questionnaires");
  return (
    <ul className="grid max-w-reading grid-cols-1 divide-y divide-line border-y border-line">
      {kinds.map((kind) => (
        <li key={kind} className="py-3">
          <Link href={hrefOf(kind)}>{t(`kinds.${kind}`)}</Link>
          <p className="text-ink-muted">
            {t(of === "item" ? `item.kinds.${kind}` : `scale.kinds.${kind}`)}
          </p>
        </li>
      ))}
    </ul>
  );
}
