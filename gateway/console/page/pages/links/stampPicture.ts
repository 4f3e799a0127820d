const FOOT_PX = 60;

/** A picture of the chart with the audit number under it, in the page's own colours. */
export async function stampPicture(picture: Blob, auditNumber: string): Promise<Blob | null> {
  const drawn = await createImageBitmap(picture);
  const colour = (name: string): string =>
    getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const canvas = document.createElement("canvas");
  canvas.width = drawn.width;
  canvas.height = drawn.height + FOOT_PX;
  const pen = canvas.getContext("2d");
  if (pen === null) return null;
  pen.fillStyle = colour("--paper");
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(drawn, 0, 0);
  pen.fillStyle = colour("--quiet");
  pen.font = "24px sans-serif";
  pen.fillText(auditNumber, FOOT_PX / 3, canvas.height - FOOT_PX / 3);
  return new Promise(done => canvas.toBlob(done));
}
