import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { SEND_PART } from "../domain/parts.ts";

type Props = {
  part: string;
  before: string | null;
  after: string | null;
  /** Where there is nothing to save, ways instead of buttons: the address of a part, null for one that is not shown. */
  addressOf?: (part: string) => string | null;
};

/**
 * On and back, under each part of a narrow screen. Both save: going back never loses anything. A wide screen shows all
 * parts; there, without a script that saves as you go, each part has a button that saves.
 */
export function PartButtons({ part, before, after, addressOf }: Props) {
  const { t } = useTranslation("answering");
  const turn = (to: string, variant: "primary" | "quiet", words: ReactNode) =>
    addressOf ? (
      <ButtonLink href={addressOf(to)} variant={variant}>
        {words}
      </ButtonLink>
    ) : (
      <Button name="to" value={to} variant={variant}>
        {words}
      </Button>
    );
  return (
    <>
      <div className="flex flex-wrap items-center gap-3 border-t border-line pt-6 lg:hidden print:hidden">
        {after && turn(after, "primary", t(after === SEND_PART ? "toSend" : "next"))}
        {before && turn(before, "quiet", t("back"))}
      </div>
      {!addressOf && (
        <noscript>
          <div className="pt-2 max-lg:hidden">
            <Button name="to" value={part} size="small">
              {t("saveHere")}
            </Button>
          </div>
        </noscript>
      )}
    </>
  );
}
