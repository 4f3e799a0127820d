import { parse } from "graphql";

/** Parsed once, so that a subgraph in the same process knows each of them again by the object. */
const parsed = (text: string) => parse(text, { noLocation: true });

/** How far a chain has come: every subgraph keeps it. */
export const DEPOSIT_CHECKPOINT = parsed(`
  mutation DepositCheckpoint($chain: ID!, $sequence: ID!, $hash: String!, $at: DateTime!, $signature: String!) {
    depositCheckpoint(chain: $chain, sequence: $sequence, hash: $hash, at: $at, signature: $signature)
  }`);

/** How far the searchable copy holds each chain. */
export const INDEXED_SEQUENCES = parsed(`
  query IndexedSequences($chains: [ID!]!) { indexedSequences(chains: $chains) }`);

/** Records for the searchable copy. */
export const INDEX_ACCESS_RECORDS = parsed(`
  mutation IndexAccessRecords($records: [AccessRecordInput!]!) { indexAccessRecords(records: $records) }`);
