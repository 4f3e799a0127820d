import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { requireFreePort } from "../../../../scripts/cli/listen";

test("a port that another program holds is told with its number and how to choose another", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  try {
    await expect(requireFreePort("127.0.0.1", port)).rejects.toMatchObject({
      message: `Port ${port} is in use by another program.`,
      next: expect.stringContaining("--port"),
    });
  } finally {
    other.close();
    await once(other, "close");
  }
  await expect(requireFreePort("127.0.0.1", port)).resolves.toBeUndefined();
});
