import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, Outlet, useLocation } from "react-router";
import { useSession } from "../session/session";
import { AuditLine } from "./AuditLine";
import { CallerMenu } from "./CallerMenu";
import { LanguageSwitch } from "./LanguageSwitch";
import { PurposeBar } from "./PurposeBar";
import { SearchBox } from "./SearchBox";
import { destinationsFor } from "./destinations";
import { useShortcuts } from "./useShortcuts";

/** What stands around every page: search, purpose, who is there, where one can go, and the last answer's record. */
export function Frame(): ReactNode {
  const { t } = useTranslation();
  const session = useSession();
  const { pathname } = useLocation();
  const destinations = destinationsFor(session, pathname);
  useShortcuts(destinations);
  return (
    <div className="frame">
      <a className="skip" href="#main" onClick={skipToMain}>
        {t("frame.skip")}
      </a>
      <header className="frame-head">
        <Link to="/" className="brand">
          <span className="brand-mark" aria-hidden="true" />
          {t("brand")}
        </Link>
        {session.may("subject:read") && !session.caller.purposes.includes("SELF") && <SearchBox />}
        <span className="grow" />
        <PurposeBar />
        <CallerMenu />
        <LanguageSwitch />
      </header>
      <nav className="frame-nav" aria-label={t("frame.pages")}>
        {destinations.map(({ name, to, key, isHere }) => (
          <Link key={name} to={to} aria-current={isHere ? "page" : undefined} title={`g ${key}`}>
            {t(`nav.${name}`)}
          </Link>
        ))}
      </nav>
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <AuditLine />
    </div>
  );
}

/** The address after # belongs to the pages, so the jump is made by hand. */
function skipToMain(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById("main")?.focus();
}
