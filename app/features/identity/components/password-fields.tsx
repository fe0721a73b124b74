import { useTranslation } from "react-i18next";
import { TextField, type TextFieldProps } from "~/ui/text-field.tsx";

/** The address an account is signed in to with, for whoever keeps passwords with it. It is not changed here. */
export function OwnAddress({ address }: { address: string }) {
  const { t } = useTranslation("account");
  return (
    <TextField
      name="email"
      type="email"
      label={t("address")}
      autoComplete="username"
      defaultValue={address}
      readOnly
    />
  );
}

/** A password that is being chosen. */
export function NewPasswordField(props: Omit<TextFieldProps, "type" | "autoComplete" | "hint">) {
  const { t } = useTranslation("account");
  return (
    <TextField {...props} type="password" hint={t("passwordHint")} autoComplete="new-password" />
  );
}
