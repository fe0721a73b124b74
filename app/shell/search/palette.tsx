import { useEffect, useId, useRef, useState } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { useFetcher } from "react-router";
import { LONGEST_SEARCH } from "~/platform/search/words-found.ts";
import { controlLook } from "~/ui/control-look.ts";
import { cx } from "~/ui/cx.ts";
import { Form } from "~/ui/form.tsx";
import { type Found, FoundGroups } from "./found-groups.tsx";

const PAUSE_MS = 150;

/** The search over whatever page is open. Arrow keys go through what was found; Enter in the field opens the first. */
export default function Palette({ close }: { close: () => void }) {
  const { t } = useTranslation("shell");
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [words, setWords] = useState("");
  const [going, setGoing] = useState(false);
  const { load, data } = useFetcher<Found>();
  // What was found for the letters before these is not what whoever presses Enter means.
  const found = data?.words === words.trim();
  useEffect(() => {
    if (!going || !found) return;
    setGoing(false);
    list.current?.querySelector<HTMLElement>("a")?.click();
  }, [going, found]);
  useEffect(() => {
    const wait = setTimeout(() => load(`/search?${new URLSearchParams({ q: words })}`), PAUSE_MS);
    return () => clearTimeout(wait);
  }, [words, load]);
  useEffect(() => {
    const inside = list.current;
    const move = (event: KeyboardEvent) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!inside || step === undefined) return;
      event.preventDefault();
      const stops = [...inside.querySelectorAll<HTMLElement>("input, a")];
      const at = stops.indexOf(document.activeElement as HTMLElement);
      stops[(at + step + stops.length) % stops.length]?.focus();
    };
    inside?.addEventListener("keydown", move);
    return () => inside?.removeEventListener("keydown", move);
  }, []);
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(open) => !open && close()}
      isDismissable
      className="fixed inset-0 z-50 flex items-start justify-center bg-scrim p-4 pt-[12dvh]"
    >
      <Modal className="w-full max-w-form overflow-hidden rounded-large border border-line bg-surface shadow-high">
        <Dialog aria-label={t("search.open")} className="outline-none">
          <div ref={list} className="grid max-h-[70dvh] grid-rows-[auto_1fr_auto]">
            <Form
              role="search"
              className="border-b border-line p-3"
              onSubmit={(event) => {
                event.preventDefault();
                setGoing(true);
              }}
            >
              <label htmlFor={id} className="sr-only">
                {t("search.label")}
              </label>
              <input
                autoFocus
                type="search"
                id={id}
                autoComplete="off"
                placeholder={t("search.label")}
                maxLength={LONGEST_SEARCH}
                onChange={(event) => {
                  setWords(event.target.value);
                  setGoing(false);
                }}
                className={cx(controlLook, "min-h-control px-3 py-1.5")}
              />
            </Form>
            <div className="grid content-start gap-4 overflow-y-auto p-3">
              {data && <FoundGroups words={data.words} groups={data.groups} onGo={close} />}
            </div>
            <p className="border-t border-line px-4 py-2 text-xs text-ink-muted pointer-coarse:hidden">
              {t("search.hint")}
            </p>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
