import { createBatchLoader } from "../../shared/createBatchLoader";
import { createGroupLoader } from "../../shared/createGroupLoader";
import type { PoliceStores } from "../stores";

/** Cases and what hangs on them. Only assigned cases are found, so what hangs on one is asked for by no other. */
export function createCaseLoaders({ cases, caseWork }: PoliceStores, officer: string) {
  return {
    assignedCase: createBatchLoader((numbers: readonly string[]) => cases.assignedCases(numbers, officer)),
    officersByCase: createGroupLoader(
      (numbers: readonly string[]) => cases.officersOfCases(numbers),
      row => row.caseNumber,
    ),
    stagesByCase: createGroupLoader(
      (numbers: readonly string[]) => cases.stagesOfCases(numbers),
      row => row.caseNumber,
    ),
    surrendersByCase: createGroupLoader(
      (numbers: readonly string[]) => caseWork.surrendersOfCases(numbers),
      row => row.caseNumber,
    ),
    stopPaymentsByCase: createGroupLoader(
      (numbers: readonly string[]) => caseWork.stopPaymentsOfCases(numbers),
      row => row.caseNumber,
    ),
    stopPayment: createBatchLoader((keys: readonly string[]) => caseWork.stopPaymentsByIds(keys, officer)),
  };
}
