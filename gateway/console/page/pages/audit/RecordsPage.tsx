import { App, Checkbox, Input, Space } from "antd";
import { useId, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AccessRecords, type AccessRecordsQueryVariables } from "../../../generated/operations";
import { readSearch } from "../../frame/readSearch";
import { useAnswer } from "../../hub/useAnswer";
import { AnswerBox } from "../../parts/AnswerBox";
import { PageSteps } from "../../parts/PageSteps";
import { plainDigits } from "../../parts/plainDigits";
import { useSession } from "../../session/session";
import { RecordsTable } from "./RecordsTable";

type Filter = Omit<AccessRecordsQueryVariables["filter"], "from" | "to">;

const PAGE = 100;
const MONTH_MS = 30 * 24 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

/** Who saw whom, and what was refused: the newest first. A person is told institution, purpose and day. */
export function RecordsPage(): ReactNode {
  const { t } = useTranslation();
  const { caller } = useSession();
  const isSelf = caller.purposes.includes("SELF");
  const [now] = useState(() => Date.now());
  const [filter, setFilter] = useState<Filter>({});
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const period = { from: new Date(now - MONTH_MS).toISOString(), to: new Date(now + DAY_MS).toISOString() };
  const answered = useAnswer(AccessRecords, {
    filter: { ...filter, ...period },
    after: cursors.at(-1) ?? null,
  });
  return (
    <>
      <h1>{t("nav.records")}</h1>
      {!isSelf && (
        <RecordFilter
          filter={filter}
          onChange={next => {
            setFilter(next);
            setCursors([]);
          }}
        />
      )}
      <AnswerBox answered={answered}>
        {({ accessRecords }) => (
          <>
            <RecordsTable records={accessRecords?.nodes ?? []} isSelf={isSelf} />
            <PageSteps
              cursors={cursors}
              size={PAGE}
              pageInfo={accessRecords?.pageInfo}
              onChange={setCursors}
            />
          </>
        )}
      </AnswerBox>
    </>
  );
}

interface RecordFilterProps {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
}

/** By who looked, by whom they looked at, and by what was refused. */
function RecordFilter({ filter, onChange }: RecordFilterProps): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const formId = useId();
  const seekPerson = (typed: string): void => {
    const { documents: _, ...others } = filter;
    if (typed.trim() === "") return onChange(others);
    const found = readSearch(typed);
    if (found.kind !== "document") return void message.warning(t("fault.INVALID_DOCUMENT.what"));
    onChange({ ...others, documents: [{ type: found.type, number: found.number }] });
  };
  const seekCaller = (typed: string): void => {
    const { caller: _, ...others } = filter;
    onChange(typed.trim() === "" ? others : { ...others, caller: plainDigits(typed) });
  };
  return (
    <Space className="filters" wrap align="start">
      <div>
        <Input.Search
          size="small"
          allowClear
          placeholder={t("records.caller")}
          aria-label={t("records.caller")}
          aria-describedby={formId}
          onSearch={seekCaller}
        />
        <div id={formId} className="quiet">
          {t("records.callerForm")}
        </div>
      </div>
      <Input.Search
        size="small"
        allowClear
        autoComplete="off"
        placeholder={t("records.whom")}
        aria-label={t("records.whom")}
        onSearch={seekPerson}
      />
      <Checkbox
        checked={filter.deniedOnly === true}
        onChange={({ target }) => onChange({ ...filter, deniedOnly: target.checked })}
      >
        {t("records.denied")}
      </Checkbox>
    </Space>
  );
}
