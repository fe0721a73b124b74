import type { ComponentPropsWithRef } from "react";
import { Link as RouterLink, useInRouterContext } from "react-router";

export interface BaseLinkProps extends Omit<ComponentPropsWithRef<"a">, "href"> {
  /** Null leads nowhere: a link as it would stand there, such as in a preview. */
  href: string | null;
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
  // Without an address it is no link to the browser, so it says that it would be one.
  if (href === null) return <a role="link" aria-disabled="true" {...rest} />;
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
