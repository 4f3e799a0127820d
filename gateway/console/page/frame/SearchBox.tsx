import { App, Button, Input } from "antd";
import { useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import { FindByAccount, FindByDocument, FindByLine } from "../../generated/operations";
import type { HubAnswer } from "../hub/askHub";
import { useLatest } from "../parts/useLatest";
import { useSession, type Session } from "../session/session";
import { readSearch, type Search } from "./readSearch";
import { SEARCH_ID } from "./useShortcuts";

/** Where a search leads: to a page, or to a sentence that says why not. */
type Found = { readonly to: string } | { readonly sentence: string };

const LATE = "late";
const LATE_SHOWN_SECONDS = 15; // long enough to finish a sentence before it is looked at

/** One box for a document, phone number, account or case. What is typed never gets into an address. */
export function SearchBox(): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const session = useSession();
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const [isSearching, setIsSearching] = useState(false);
  const turn = useRef(0);
  const { key } = useLocation();
  const place = useLatest(`${key} ${session.purpose?.reference ?? ""}`);
  const search = async (): Promise<void> => {
    if (text.trim() === "") return;
    const mine = (turn.current += 1);
    const from = place.current;
    setIsSearching(true);
    const found = await find(readSearch(text), session);
    if (mine !== turn.current) return; // a later search has taken its place
    setIsSearching(false);
    if ("sentence" in found) return void message.warning(t(found.sentence));
    // Whoever has gone on to something else meanwhile is not pulled away from it.
    if (place.current !== from) return offer(found.to);
    setText(now => (now === text ? "" : now));
    void navigate(found.to);
  };
  const offer = (to: string): void => {
    const follow = (): void => {
      message.destroy(LATE);
      setText("");
      void navigate(to);
    };
    const content = (
      <>
        {t("search.late")}{" "}
        <Button size="small" type="link" onClick={follow}>
          {t("search.follow")}
        </Button>
      </>
    );
    void message.open({ key: LATE, type: "info", duration: LATE_SHOWN_SECONDS, content });
  };
  return (
    <Input.Search
      id={SEARCH_ID}
      size="small"
      className="search"
      value={text}
      loading={isSearching}
      autoComplete="off"
      aria-label={t("search.label")}
      placeholder={t(session.may("case:read") ? "search.all" : "search.document")}
      onChange={event => setText(event.target.value)}
      onSearch={() => void search()}
    />
  );
}

async function find(search: Search, session: Session): Promise<Found> {
  const { ask, may, purpose } = session;
  if (search.kind === "unknown") return { sentence: "search.notUnderstood" };
  if (search.kind === "case") return { to: `/cases/${search.number}` };
  if (purpose === null) return { sentence: may("case:read") ? "search.chooseCase" : "search.choosePurpose" };
  switch (search.kind) {
    case "document": {
      const { type, number } = search;
      const answer = await ask(FindByDocument, { document: { type, number } });
      const { police, telecom, banking } = answer.data ?? {};
      return leadTo(answer, (police ?? telecom ?? banking)?.id);
    }
    case "line": {
      if (!may("line:read")) return { sentence: "search.notYours" };
      const answer = await ask(FindByLine, { number: search.number });
      const line = answer.data?.phoneLine;
      return leadTo(answer, line?.holder?.id, line ? "search.noHolder" : "search.nothingReported");
    }
    case "account": {
      if (!may("account:read")) return { sentence: "search.notYours" };
      const answer = await ask(FindByAccount, { number: search.number, institution: null });
      const account = answer.data?.account;
      const missed = search.mayBeDocument ? "search.nothingOrWrong" : "search.nothingReported";
      return leadTo(answer, account?.holder?.id, account ? "search.noHolder" : missed);
    }
  }
}

/** A register that is silent has said a fault; an institution that has not reported says nothing, so we say it. */
function leadTo({ faults }: HubAnswer<unknown>, id: string | undefined, missed = "search.nothing"): Found {
  if (id !== undefined) return { to: `/person/${id}` };
  const fault = faults[0];
  return { sentence: fault === undefined ? missed : `fault.${fault.code}.what` };
}
