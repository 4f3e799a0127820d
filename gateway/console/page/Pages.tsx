import { Spin } from "antd";
import { lazy, Suspense, type ReactNode } from "react";
import { createHashRouter, Navigate, RouterProvider, type RouteObject } from "react-router";
import { destinationsFor } from "./frame/destinations";
import { Frame } from "./frame/Frame";
import { CasePage } from "./pages/cases/CasePage";
import { CasesPage } from "./pages/cases/CasesPage";
import { AlarmsPage } from "./pages/audit/AlarmsPage";
import { RecordsPage } from "./pages/audit/RecordsPage";
import { RectificationsPage } from "./pages/figures/RectificationsPage";
import { FlagsPage } from "./pages/flags/FlagsPage";
import { ObjectionsPage } from "./pages/objections/ObjectionsPage";
import { OpeningPage } from "./pages/opening/OpeningPage";
import { CleanUpPage } from "./pages/orders/CleanUpPage";
import { OrdersPage } from "./pages/orders/OrdersPage";
import { PersonPage } from "./pages/person/PersonPage";
import { RecognisePage } from "./pages/sanctions/RecognisePage";
import { SelfPage } from "./pages/self/SelfPage";
import { WarningsPage } from "./pages/WarningsPage";
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
  { path: "cases", element: <CasesPage /> },
  { path: "cases/:number", element: <CasePage /> },
  { path: "cases/:number/recognise/:id", element: <RecognisePage /> },
  { path: "person/:id", element: <PersonPage /> },
  { path: "person/:id/links", element: <Later page={<LinksPage />} /> },
  { path: "person/:id/money", element: <Later page={<MoneyPage />} /> },
  { path: "person/:id/money/:account", element: <Later page={<MoneyPage />} /> },
  { path: "self", element: <SelfPage /> },
  { path: "opening", element: <OpeningPage /> },
  { path: "orders", element: <OrdersPage /> },
  { path: "clean-up", element: <CleanUpPage /> },
  { path: "flags", element: <FlagsPage /> },
  { path: "objections", element: <ObjectionsPage /> },
  { path: "accountability", element: <Later page={<AccountabilityPage />} /> },
  { path: "rectifications", element: <RectificationsPage /> },
  { path: "records", element: <RecordsPage /> },
  { path: "alarms", element: <AlarmsPage /> },
  { path: "warnings", element: <WarningsPage /> },
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

/** Each role begins where its work is. */
function FirstPage(): ReactNode {
  const first = destinationsFor(useSession(), "/")[0];
  return first === undefined ? null : <Navigate to={first.to} replace />;
}
