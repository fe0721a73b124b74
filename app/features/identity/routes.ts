import { index, route } from "@react-router/dev/routes";
import type { FeatureRoutes } from "~/platform/feature/feature-routes.ts";

export default {
  framed: [
    route("access/audit", "features/identity/routes/audit.tsx"),
    route("your-address", "features/identity/routes/your-address.tsx"),
    route("account", "features/identity/routes/account.tsx"),
    route("account/confirm", "features/identity/routes/account-confirm.tsx"),
    route("account/address", "features/identity/routes/account-address.tsx"),
    route("account/passkeys", "features/identity/routes/account-passkeys.tsx"),
    route("account/second-factor", "features/identity/routes/account-second-factor.tsx"),
  ],
  bare: [
    route("access/audit.csv", "features/identity/routes/audit-export.ts"),
    index("features/identity/routes/front.tsx"),
    route("sign-in", "features/identity/routes/sign-in.tsx"),
    route("sign-in/code", "features/identity/routes/sign-in-code.tsx"),
    route("sign-in/passkey", "features/identity/routes/sign-in-passkey.ts"),
    route("account/confirm/passkey", "features/identity/routes/account-confirm-passkey.ts"),
    route("sign-in/link", "features/identity/routes/sign-in-link-ask.tsx"),
    route("sign-in/link/:token", "features/identity/routes/sign-in-link.tsx"),
    route("sign-out", "features/identity/routes/sign-out.tsx"),
    route("theme", "features/identity/routes/theme.tsx"),
    route("organisation", "features/identity/routes/organisation.tsx"),
    route("join/:token", "features/identity/routes/join.tsx"),
    route("account/session", "features/identity/routes/account-session.ts"),
    route("new-password", "features/identity/routes/new-password-ask.tsx"),
    route("new-password/:token", "features/identity/routes/new-password.tsx"),
    route("new-address/:token", "features/identity/routes/new-address.tsx"),
    route("address/:token", "features/identity/routes/address.tsx"),
  ],
} satisfies FeatureRoutes;
