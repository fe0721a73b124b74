import { layout, type RouteConfig, route } from "@react-router/dev/routes";
import { features } from "./features.ts";
import type { FeatureRoutes } from "./platform/feature/feature-routes.ts";

const ofFeatures = await Promise.all(Object.keys(features).map(routesOf));

export default [
  route("dev/gallery", "shell/routes/gallery.tsx"),
  route("robots.txt", "shell/routes/robots.ts"),
  route("sitemap.xml", "shell/routes/sitemap.ts"),
  route("welcome", "home/routes/welcome.tsx"),
  route("account/record.json", "home/routes/own-record.ts"),
  layout("shell/routes/frame.tsx", [
    route("home", "home/routes/home.tsx"),
    route("search", "shell/routes/search.tsx"),
    route("account/record", "home/routes/own-record-page.tsx"),
    ...ofFeatures.flatMap(({ framed = [] }) => framed),
  ]),
  ...ofFeatures.flatMap(({ bare = [] }) => bare),
] satisfies RouteConfig;

async function routesOf(name: string): Promise<FeatureRoutes> {
  const half: { default: FeatureRoutes } = await import(`./features/${name}/routes.ts`);
  return half.default;
}
