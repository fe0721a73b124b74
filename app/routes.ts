import { index, layout, prefix, type RouteConfig, route } from "@react-router/dev/routes";

export default [
  index("features/identity/routes/front.tsx"),
  route("sign-in", "features/identity/routes/sign-in.tsx"),
  route("sign-out", "features/identity/routes/sign-out.tsx"),
  route("theme", "features/identity/routes/theme.tsx"),
] satisfies RouteConfig;
