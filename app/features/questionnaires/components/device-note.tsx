import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Link } from "~/ui/link.tsx";

type Props = {
  /** Of the addresses of this request; null in a preview, where nothing leads anywhere. */
  base: string | null;
  started: boolean;
  shared: boolean;
};

/** Where what someone writes can be seen again, and what to do on another device or one that others use. */
export function DeviceNote({ base, started, shared }: Props) {
  const { t } = useTranslation("answering");
  return (
    <section
      aria-labelledby="device"
      className="mt-5 rounded-large border border-line bg-surface p-5 sm:p-6"
    >
      <h2 id="device" className="mb-3 text-lg font-semibold">
        {t("thisDevice.title")}
      </h2>
      <p className="max-w-reading">{t(started ? "thisDevice.here" : "thisDevice.elsewhere")}</p>
      <div className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-3">
        <Link alone href={base && `${base}/hand-over`} reloadDocument>
          {t(started ? "thisDevice.goOn" : "thisDevice.haveCode")}
        </Link>
        {shared ? (
          <p className="text-ink-muted">{t("thisDevice.shared")}</p>
        ) : (
          !started &&
          (base === null ? (
            <Button size="small" type="button" disabled>
              {t("thisDevice.isShared")}
            </Button>
          ) : (
            <Form method="post" action="/shared-device" reloadDocument>
              <input type="hidden" name="returnTo" value={base} />
              <Button size="small">{t("thisDevice.isShared")}</Button>
            </Form>
          ))
        )}
      </div>
    </section>
  );
}
