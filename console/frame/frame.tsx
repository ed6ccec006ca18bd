import TopNavigation from "@cloudscape-design/components/top-navigation";
import { Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { NavLink, Outlet, useLocation } from "react-router";
import { Notices } from "../parts/notices.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { useSignedIn } from "../session/session-context.ts";
import { placesFor } from "./navigation.ts";
import { ScreenBoundary } from "./screen-boundary.tsx";
import { useUtilities } from "./utilities.ts";

/** Bar, places and the screen below them. The places are a row that scrolls on a phone. */
export function Frame() {
  const { t } = useTranslation();
  const { me } = useSignedIn();
  const { pathname } = useLocation();
  const places = placesFor(me.roles);
  const here = places.find(({ path }) => pathname.startsWith(path));
  const title = here === undefined ? undefined : t(($) => $.frame.places[here.name]);
  useEffect(() => {
    const name = t(($) => $.name);
    document.title = title === undefined ? name : `${title} – ${name}`;
  }, [title, t]);
  return (
    <>
      {/* A button: the address behind the `#` is the console's own. */}
      <button
        type="button"
        className="skip"
        onClick={() => document.getElementById("screen")?.focus()}
      >
        {t(($) => $.frame.skip)}
      </button>
      <div className="bar">
        <TopNavigation
          identity={{ href: "#/", title: t(($) => $.name) }}
          utilities={useUtilities()}
        />
        {places.length > 0 && (
          <nav className="places" aria-label={t(($) => $.frame.navigation)}>
            {places.map(({ path, name }) => (
              <NavLink key={path} to={path} className="place">
                {t(($) => $.frame.places[name])}
              </NavLink>
            ))}
          </nav>
        )}
      </div>
      <main id="screen" className="screen" tabIndex={-1}>
        <Notices>
          <ScreenBoundary key={pathname}>
            <Suspense fallback={<Waiting />}>
              <Outlet />
            </Suspense>
          </ScreenBoundary>
        </Notices>
      </main>
    </>
  );
}
