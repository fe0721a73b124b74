import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button.tsx";
import { SEND_PART } from "../../domain/parts.ts";

/** On and back. Both save: going back never loses anything. */
export function PartButtons({ before, after }: { before: string | null; after: string | null }) {
  const { t } = useTranslation("feedback");
  return (
    <div className="flex flex-wrap items-center gap-3 border-t border-line pt-6">
      {after && (
        <Button name="to" value={after} variant="primary">
          {t(after === SEND_PART ? "rater.toSend" : "rater.next")}
        </Button>
      )}
      {before && (
        <Button name="to" value={before} variant="quiet">
          {t("rater.back")}
        </Button>
      )}
    </div>
  );
}
