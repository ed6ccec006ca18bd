import { saveFile } from "../parts/save-file.ts";

/** Twice the size on the screen, for print. */
const scale = 2;

/** Saves a drawing as a PNG, black on white whatever the screen's look is. */
export async function savePicture(name: string, drawing: SVGSVGElement): Promise<void> {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  copy.setAttribute("color", "#0f141a");
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const { width, height } = drawing.viewBox.baseVal;
  copy.setAttribute("width", String(width * scale));
  copy.setAttribute("height", String(height * scale));
  const text = new XMLSerializer().serializeToString(copy);
  const picture = new Image();
  // The page's policy takes pictures from `data:`.
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * scale;
  canvas.height = height * scale;
  const brush = canvas.getContext("2d");
  if (brush === null) throw new Error("This browser draws no pictures.");
  brush.fillStyle = "#ffffff";
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.drawImage(picture, 0, 0);
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (png !== null) saveFile(name, png);
}
