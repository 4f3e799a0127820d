import { Form, Input, Select } from "antd";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ApproveExtendedAccess, type ApproveExtendedAccessMutation } from "../../../generated/operations";
import { ActionButton } from "../../parts/ActionButton";
import { formatMinute } from "../../parts/formatTime";
import { useSession } from "../../session/session";
import type { Case } from "./CasePage";
import { isLeadOf } from "./isLeadOf";
import { officerName } from "./officerName";
import { purposeOf } from "./purposeOf";

const MOST_DAYS = 30; // as long as the hub lets an approval last
const USUAL_DAYS = "7";

/** The lead lets another officer of the case look further than one step from those confirmed in it, for some days. */
export function ApproveAccess({ found }: { readonly found: Case }): ReactNode {
  const { t } = useTranslation();
  const session = useSession();
  const [given, setGiven] = useState<ApproveExtendedAccessMutation["approveExtendedAccess"] | null>(null);
  const others = found.officers.filter(officer => officer !== session.caller.id);
  if (!isLeadOf(session, found) || others.length === 0) return null;
  return (
    <>
      <ActionButton
        label={t("cases.approve")}
        consequence={t("cases.approveMeans")}
        question={t("cases.approveWhy")}
        fields={
          <>
            <Form.Item name="officer" label={t("cases.approveWhom")} rules={[{ required: true }]}>
              <Select options={others.map(value => ({ value, label: officerName(value) }))} />
            </Form.Item>
            <Form.Item
              name="days"
              label={t("cases.approveDays", { most: MOST_DAYS })}
              initialValue={USUAL_DAYS}
              rules={[{ required: true }]}
            >
              <Input type="number" min={1} max={MOST_DAYS} className="number" />
            </Form.Item>
          </>
        }
        run={async (reason, { officer = "", days = "" }) => {
          const input = { caseNumber: found.number, officer, days: Number(days), reason };
          const answer = await session.ask(
            ApproveExtendedAccess,
            { input },
            { purpose: purposeOf(found.number) },
          );
          if (answer.data !== null) setGiven(answer.data.approveExtendedAccess);
          return answer;
        }}
        onDone={() => undefined}
      />
      {given !== null && (
        <p role="status">
          {t("cases.approved", { officer: officerName(given.officer), until: formatMinute(given.expiresAt) })}
        </p>
      )}
    </>
  );
}
