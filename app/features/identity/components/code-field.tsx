import { useTranslation } from "react-i18next";
import { TextField, type TextFieldProps } from "~/ui/text-field.tsx";

type Props = Omit<TextFieldProps, "label" | "type" | "autoComplete" | "inputMode">;

/** The code that an app shows. A recovery code has letters as well, so no keyboard of digits is forced. */
export function CodeField(props: Props) {
  const { t } = useTranslation("second-factor");
  return (
    <TextField
      {...props}
      label={t("code")}
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      width="medium"
    />
  );
}
