import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { AlertIcon, CheckCircleIcon, CloseIcon } from "./icons.tsx";
import { VisuallyHidden } from "./visually-hidden.tsx";

export interface Toast {
  message: string;
  /** An error stays until it is closed; a confirmation goes by itself. */
  tone?: "success" | "danger";
}

interface ShownToast extends Toast {
  id: number;
}

const stay = 6000;
const ToastContext = createContext<(toast: Toast) => void>(() => undefined);

/** Gives `show(toast)`. Only for news that can be missed; what matters belongs into a notice. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext);
}

function ToastCard({ toast, onClose }: { toast: ShownToast; onClose: (id: number) => void }) {
  const { t } = useTranslation("ui");
  const [held, setHeld] = useState(false);
  const { id, tone = "success", message } = toast;
  useEffect(() => {
    if (held || tone === "danger") return;
    const timer = setTimeout(() => onClose(id), stay);
    return () => clearTimeout(timer);
  }, [held, id, tone, onClose]);
  const hold = { onMouseEnter: () => setHeld(true), onMouseLeave: () => setHeld(false) };
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: pointing at it or tabbing into it only stops its clock.
    <li
      {...hold}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="flex items-start gap-3 rounded-large border border-line bg-surface px-4 py-3 shadow-high"
    >
      {tone === "danger" ? (
        <AlertIcon className="mt-0.5 text-danger-text" />
      ) : (
        <CheckCircleIcon className="mt-0.5 text-success-text" />
      )}
      <span className="min-w-0 flex-1">{message}</span>
      <button
        type="button"
        onClick={() => onClose(id)}
        className="-me-2 rounded-small p-1 text-ink-muted hover:text-ink pointer-coarse:p-3"
      >
        <CloseIcon />
        <VisuallyHidden>{t("close")}</VisuallyHidden>
      </button>
    </li>
  );
}

/** Holds the place where toasts appear. The region is in the page from the start, or nothing would be read out. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly ShownToast[]>([]);
  const show = useCallback((toast: Toast) => {
    setToasts((all) => [...all.slice(-2), { ...toast, id: (all.at(-1)?.id ?? 0) + 1 }]);
  }, []);
  const close = useCallback((id: number) => {
    setToasts((all) => all.filter((toast) => toast.id !== id));
  }, []);
  return (
    <ToastContext value={show}>
      {children}
      <div
        role="status"
        className="fixed inset-x-4 bottom-[calc(var(--bar-size)+1rem)] z-40 lg:inset-s-auto lg:inset-e-6 lg:bottom-6 lg:w-96 print:hidden"
      >
        <ul className="flex flex-col gap-2">
          {toasts.map((toast) => (
            <ToastCard key={toast.id} toast={toast} onClose={close} />
          ))}
        </ul>
      </div>
    </ToastContext>
  );
}
