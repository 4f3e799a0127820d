/** Jest's global tear-down: waits until every server of the run is gone. Jest wants a default export. */
export default async function stopServices(): Promise<void> {
  await globalThis.duankaTestReaper?.finish();
}
