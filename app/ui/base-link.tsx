import type { ComponentPropsWithRef } from "react";
import { Link as RouterLink, useInRouterContext } from "react-router";

export interface BaseLinkProps extends Omit<ComponentPropsWithRef<"a">, "href"> {
  href: string;
  /** Leaves the router out of it: downloads and addresses served outside the pages. */
  reloadDocument?: boolean;
  replace?: boolean;
  preventScrollReset?: boolean;
}

/**
 * An unstyled link. Addresses inside the application go through the router; fragments, downloads and
 * other sites stay plain, so that focus and saving behave as the browser has it.
 */
export function BaseLink({
  href,
  reloadDocument = false,
  replace,
  preventScrollReset,
  ...rest
}: BaseLinkProps) {
  const routed = useInRouterContext();
  const inside = href.startsWith("?") || (href.startsWith("/") && !href.startsWith("//"));
  if (!routed || !inside || reloadDocument || rest.download !== undefined) {
    return <a href={href} {...rest} />;
  }
  return (
    <RouterLink
      to={href}
      {...(replace === undefined ? {} : { replace })}
      {...(preventScrollReset === undefined ? {} : { preventScrollReset })}
      {...rest}
    />
  );
}
