import { type MouseEvent, type ReactNode, useState } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { ButtonLink, type ButtonLook } from "./button.tsx";
import { CloseIcon } from "./icons.tsx";
import { VisuallyHidden } from "./visually-hidden.tsx";

export interface DialogProps {
  /** Words on the button that opens it. */
  trigger: ReactNode;
  triggerLook?: ButtonLook;
  /** A page that asks the same, for when JavaScript has not arrived. */
  href: string;
  title: string;
  /** The inside, most often a form; `close` shuts the dialog. */
  children: (close: () => void) => ReactNode;
}

function plainPress(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

/**
 * Asks once, over the page. The opener is a link to a page with the same question, and becomes a dialog when it can.
 */
export function Dialog({ trigger, triggerLook, href, title, children }: DialogProps) {
  const { t } = useTranslation("ui");
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <ButtonLink
        {...triggerLook}
        href={href}
        aria-haspopup="dialog"
        onClick={(event) => {
          if (!plainPress(event)) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {trigger}
      </ButtonLink>
      <ModalOverlay
        isOpen={open}
        onOpenChange={setOpen}
        isDismissable
        className="fixed inset-0 z-50 flex items-end justify-center bg-scrim sm:items-center sm:p-6"
      >
        <Modal className="max-h-[92dvh] w-full overflow-y-auto rounded-t-large border border-line bg-surface shadow-high sm:max-w-form sm:rounded-large">
          <AriaDialog className="flex flex-col gap-4 p-5 outline-none sm:p-6">
            <div className="flex items-start justify-between gap-4">
              <Heading slot="title" className="text-xl font-semibold text-balance">
                {title}
              </Heading>
              <button
                type="button"
                onClick={close}
                className="-me-2 -mt-1 rounded-medium p-2 text-ink-muted hover:bg-sunken hover:text-ink pointer-coarse:p-3"
              >
                <CloseIcon />
                <VisuallyHidden>{t("close")}</VisuallyHidden>
              </button>
            </div>
            {children(close)}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </>
  );
}
