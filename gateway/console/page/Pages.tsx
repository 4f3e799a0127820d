import { Spin } from "antd";
import { lazy, Suspense, type ReactNode } from "react";
import { createHashRouter, Navigate, RouterProvider, type RouteObject } from "react-router";
import { destinationsFor, isPlaceOf } from "./frame/destinations";
import { Frame } from "./frame/Frame";
import { CasePage } from "./pages/cases/CasePage";
import { CasesPage } from "./pages/cases/CasesPage";
import { AlarmsPage } from "./pages/audit/AlarmsPage";
import { RecordsPage } from "./pages/audit/RecordsPage";
import { RectificationsPage } from "./pages/rectifications/RectificationsPage";
import { FlagsPage } from "./pages/flags/FlagsPage";
import { ObjectionsPage } from "./pages/objections/ObjectionsPage";
import { OpeningPage } from "./pages/opening/OpeningPage";
import { CleanUpPage } from "./pages/orders/CleanUpPage";
import { OrdersPage } from "./pages/orders/OrdersPage";
import { PersonPage } from "./pages/person/PersonPage";
import { RecognisePage } from "./pages/sanctions/RecognisePage";
import { SelfPage } from "./pages/self/SelfPage";
import { TelecomMeasuresPage } from "./pages/measures/TelecomMeasuresPage";
import { WarningsPage } from "./pages/WarningsPage";
import { NotForRole } from "./parts/NotForRole";
import { PageFault } from "./parts/PageFault";
import { useSession } from "./session/session";

// Drawing kits are large: they come with the page that draws.
const LinksPage = lazy(async () => ({ default: (await import("./pages/links/LinksPage")).LinksPage }));
const MoneyPage = lazy(async () => ({ default: (await import("./pages/money/MoneyPage")).MoneyPage }));
const AccountabilityPage = lazy(async () => ({
  default: (await import("./pages/figures/AccountabilityPage")).AccountabilityPage,
}));

const PAGES: RouteObject[] = [
  { index: true, element: <FirstPage /> },
  {
    path: "cases",
    element: (
      <Own place="cases">
        <CasesPage />
      </Own>
    ),
  },
  {
    path: "cases/:number",
    element: (
      <Own place="cases">
        <CasePage />
      </Own>
    ),
  },
  {
    path: "cases/:number/recognise/:id",
    element: (
      <Own scope="sanction:write">
        <RecognisePage />
      </Own>
    ),
  },
  {
    path: "person/:id",
    element: (
      <Own scope="subject:read">
        <PersonPage />
      </Own>
    ),
  },
  {
    path: "person/:id/links",
    element: (
      <Own scope="link:read">
        <Later page={<LinksPage />} />
      </Own>
    ),
  },
  {
    path: "person/:id/money",
    element: (
      <Own scope="transfer:read">
        <Later page={<MoneyPage />} />
      </Own>
    ),
  },
  {
    path: "person/:id/money/:account",
    element: (
      <Own scope="transfer:read">
        <Later page={<MoneyPage />} />
      </Own>
    ),
  },
  {
    path: "self",
    element: (
      <Own place="self">
        <SelfPage />
      </Own>
    ),
  },
  {
    path: "opening",
    element: (
      <Own place="opening">
        <OpeningPage />
      </Own>
    ),
  },
  {
    path: "orders",
    element: (
      <Own place="orders">
        <OrdersPage />
      </Own>
    ),
  },
  {
    path: "clean-up",
    element: (
      <Own place="cleanUp">
        <CleanUpPage />
      </Own>
    ),
  },
  {
    path: "flags",
    element: (
      <Own place="flags">
        <FlagsPage />
      </Own>
    ),
  },
  {
    path: "objections",
    element: (
      <Own place="objections">
        <ObjectionsPage />
      </Own>
    ),
  },
  {
    path: "accountability",
    element: (
      <Own place="accountability">
        <Later page={<AccountabilityPage />} />
      </Own>
    ),
  },
  {
    path: "rectifications",
    element: (
      <Own place="rectifications">
        <RectificationsPage />
      </Own>
    ),
  },
  {
    path: "telecom-measures",
    element: (
      <Own place="telecomMeasures">
        <TelecomMeasuresPage />
      </Own>
    ),
  },
  {
    path: "records",
    element: (
      <Own place="records">
        <RecordsPage />
      </Own>
    ),
  },
  {
    path: "alarms",
    element: (
      <Own place="alarms">
        <AlarmsPage />
      </Own>
    ),
  },
  {
    path: "warnings",
    element: (
      <Own place="warnings">
        <WarningsPage />
      </Own>
    ),
  },
  { path: "*", element: <FirstPage /> },
];

const ROUTES: RouteObject[] = [
  { path: "/", element: <Frame />, children: [{ errorElement: <PageFault />, children: PAGES }] },
];

/** What stands after # never leaves the browser: no page's address is in any log. */
const router = createHashRouter(ROUTES);

/** All pages, by their address. */
export function Pages(): ReactNode {
  return <RouterProvider router={router} />;
}

function Later({ page }: { readonly page: ReactNode }): ReactNode {
  return <Suspense fallback={<Spin className="centred" />}>{page}</Suspense>;
}

interface OwnProps {
  /** The page of the navigation that it is, or that leads to it. */
  readonly place?: string;
  /** What it asks for, where no navigation leads to it. */
  readonly scope?: string;
  readonly children: ReactNode;
}

/** A page for those whose own it is; anybody else whom an address leads to it is told so, and nothing is asked. */
function Own({ place, scope, children }: OwnProps): ReactNode {
  const session = useSession();
  const isOwn = place === undefined ? session.may(scope ?? "") : isPlaceOf(session, place);
  return isOwn ? children : <NotForRole />;
}

/** Each role begins where its work is. */
function FirstPage(): ReactNode {
  const first = destinationsFor(useSession(), "/")[0];
  return first === undefined ? null : <Navigate to={first.to} replace />;
}
