import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button.tsx";
import { SEND_PART } from "../domain/parts.ts";

type Props = { part: string; before: string | null; after: string | null };

/**
 * On and back, under each part of a narrow screen. Both save: going back never loses anything. A wide screen shows all
 * parts; there, without a script that saves as you go, each part has a button that saves.
 */
export function PartButtons({ part, before, after }: Props) {
  const { t } = useTranslation("answering");
  return (
    <>
      <div className="flex flex-wrap items-center gap-3 border-t border-line pt-6 lg:hidden">
        {after && (
          <Button name="to" value={after} variant="primary">
            {t(after === SEND_PART ? "toSend" : "next")}
          </Button>
        )}
        {before && (
          <Button name="to" value={before} variant="quiet">
            {t("back")}
          </Button>
        )}
      </div>
      <noscript>
        <div className="pt-2 max-lg:hidden">
          <Button name="to" value={part} size="small">
            {t("saveHere")}
          </Button>
        </div>
      </noscript>
    </>
  );
}
